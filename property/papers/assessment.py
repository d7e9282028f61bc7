"""The published list of a round, as the office sends it round and posts it."""

from django.utils.translation import gettext as _

from governance.kernel.errors import Refused
from governance.kernel.papers import SMALL, Sheet
from governance.kernel.wording import day_in_full, listed, office_language
from property.models import Assessment, AssessmentRound
from property.rules.results import grades_of
from property.rules.scoring import marks_words
from property.states.assessment import RoundState


def round_list(round_: AssessmentRound, user) -> bytes:
    """The list as a .docx: by grade and marks, of the projects the person sees; `Refused` before it is published."""
    if round_.state != RoundState.PUBLISHED:
        raise Refused("not_published", _("这一轮还没有公布，公布以后才有结果名单。"))
    rows = Assessment.objects.for_user(user).filter(round=round_).for_list()
    rows = list(rows.order_by("-total", "area_code", "pk"))
    with office_language():
        sheet = Sheet(_("{}物业服务考核结果").format(round_), size=SMALL)
        sheet.body(_summary(round_, rows))
        sheet.table(
            [
                (_("序号"), 12),
                (_("小区"), 42),
                (_("物业企业"), 56),
                (_("镇街、社区"), 22),
                (_("得分"), 14),
                (_("等级"), 10),
            ],
            [_line(number, row) for number, row in enumerate(rows, start=1)],
        )
        sheet.sign(_("{}住房和城乡建设部门").format(round_.area.name), day_in_full(round_.published_on))
        return sheet.save()


def file_name(round_: AssessmentRound) -> str:
    with office_language():
        return _("{}物业服务考核结果.docx").format(round_)


def _summary(round_: AssessmentRound, rows: list[Assessment]) -> str:
    grades = listed(
        _("{grade} 级 {n} 个").format(grade=grade.value, n=count) for grade, count in grades_of(rows)
    )
    return _("按“{sheet}”考核，本季度共 {n} 个项目，其中{grades}。").format(
        sheet=round_.sheet, n=len(rows), grades=grades or _("没有评出等级的项目")
    )


def _line(number: int, row: Assessment) -> tuple:
    unsorted = row.total is None
    return (
        number,
        row.compound_name,
        row.company_name,
        row.area_name,
        marks_words(row.total),
        _("未评") if unsorted else row.grade,
    )
