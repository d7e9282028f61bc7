"""The result sheet of an owners' meeting, drawn from its rows: to be sealed and posted in the compound."""

from django.utils.translation import gettext as _
from docx.shared import Pt

from governance.kernel.errors import Refused
from governance.kernel.papers import FORM, SMALL, Sheet
from governance.kernel.wording import day_in_full, office_language
from property.enums.meetings import ARTICLE, MatterKind
from property.models import OwnersMatter, OwnersMeeting
from property.rules.verdicts import amount, counted_words, rule_words, share_words, standard_words, words_of
from property.rules.votes import Measure, VoteTest, hundredths, verdict_of


def result_sheet(meeting: OwnersMeeting) -> bytes:
    """The sheet as a .docx; `Refused` before every matter is counted."""
    matters = list(meeting.matters.all())
    if not matters or not all(matter.is_counted for matter in matters):
        raise Refused("not_counted", _("还没有计票，登记计票以后才有表决结果。"))
    with office_language():
        sheet = Sheet(_("业主大会表决结果"), size=FORM)
        _facts(sheet, meeting)
        for matter in matters:
            _matter(sheet, matter)
        sheet.text(
            _("表决依据：{}。面积和人数分开计算，都达到才算通过。").format(ARTICLE),
            size=SMALL,
            before=Pt(12),
        )
        posted = day_in_full(meeting.announced_on) if meeting.announced_on else _("　　年　　月　　日")
        sheet.sign(_("业主大会召集人（盖章）："), posted)
        return sheet.save()


def file_name(meeting: OwnersMeeting) -> str:
    with office_language():
        return _("{}业主大会表决结果-{}.docx").format(meeting.compound.name, meeting.meeting_on)


def _facts(sheet: Sheet, meeting: OwnersMeeting) -> None:
    def day(value) -> str:
        return day_in_full(value) if value else "—"

    sheet.facts(
        [
            (_("小区"), meeting.compound.name),
            (_("会议"), meeting.title),
            (_("会议类型"), str(meeting.get_kind_display()), _("会议形式"), str(meeting.get_form_display())),
            (_("通知日期"), day(meeting.notice_on), _("告知居委会"), day(meeting.told_on)),
            (_("开会日期"), day(meeting.meeting_on), _("结果公布"), day(meeting.announced_on)),
            (
                _("业主总人数"),
                amount(meeting.owner_count, Measure.HEADS),
                _("专有部分"),
                amount(hundredths(meeting.owner_area), Measure.AREA),
            ),
        ],
        widths=(28, 50, 28, 50),
        size=SMALL,
    )


def _matter(sheet: Sheet, matter: OwnersMatter) -> None:
    verdict, (heads, areas) = verdict_of(matter), counted_words(matter)
    sheet.heading(_("第 {} 项　{}").format(matter.position, MatterKind(matter.kind).label))
    sheet.body(matter.text)
    sheet.table(
        [("", 36), (_("参与"), 30), (_("同意"), 30), (_("反对"), 30), (_("弃权"), 30)],
        [(_("人数"), *heads), (_("面积（平方米）"), *areas)],
    )
    sheet.text("", size=SMALL)
    sheet.table(
        [(_("标准"), 58), (_("实际"), 76), (_("结果"), 22)],
        [_test_line(test) for test in verdict.tests],
    )
    sheet.text(_("要求：{}。").format(rule_words(matter.kind)), size=SMALL, before=Pt(6))
    sheet.text(_("结果：{}").format(words_of(verdict)), size=FORM)


def _test_line(test: VoteTest) -> tuple[str, str, str]:
    return standard_words(test), share_words(test), _("达到") if test.is_passed else _("没有达到")
