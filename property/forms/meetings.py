from django import forms
from django.utils.translation import gettext_lazy as _

from governance.casework.forms import text_field
from governance.kernel.days import today
from property.enums.meetings import MatterKind, MeetingForm, MeetingKind
from property.forms import DayInput
from property.models.meetings import AREAS, HEADS, MOST_AREA, MOST_HEADS, OwnersMatter


def _day(label, **options) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput(), **options)


def _heads(label, least: int = 0) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=MOST_HEADS)


def _area(label, least: int = 0) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=least, max_value=MOST_AREA, max_digits=10, decimal_places=2
    )


class PrepareForm(forms.Form):
    """What `prepare_meeting` and `revise_meeting` take."""

    title = forms.CharField(label=_("会议名称"), max_length=80)
    kind = forms.ChoiceField(label=_("会议类型"), choices=MeetingKind, initial=MeetingKind.REGULAR)
    form = forms.ChoiceField(label=_("会议形式"), choices=MeetingForm, initial=MeetingForm.WRITTEN)
    meeting_on = _day(_("开会日期"), help_text=_("书面征求意见、电子投票的，填表决截止日期"))
    place = forms.CharField(label=_("地点"), max_length=100, required=False)
    owner_count = _heads(_("业主总人数"), 1)
    owner_area = _area(_("专有部分总面积（平方米）"), 1)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner_count"].help_text = _("通知之日登记在册的人数；通知以后不再改动")
        self.fields["owner_area"].help_text = _("通知之日小区专有部分面积之和，车位等不计")


class MatterForm(forms.Form):
    kind = forms.ChoiceField(label=_("事项类别"), choices=MatterKind)
    text = text_field(_("表决内容"), 500)


class NoticeForm(forms.Form):
    notice_on = _day(_("通知日期"), initial=today, help_text=_("在开会 15 日以前"))
    told_on = _day(_("告知居委会日期"), initial=today)


class AnnounceForm(forms.Form):
    on = _day(_("结果公布日期"), initial=today)


class ReasonForm(forms.Form):
    note = text_field(_("原因"), 500)


class TallyForm(forms.Form):
    """The votes on one matter, by heads and by area."""

    took_part_heads = _heads(_("参与人数"))
    for_heads = _heads(_("同意人数"))
    against_heads = _heads(_("反对人数"))
    abstain_heads = _heads(_("弃权人数"))
    took_part_area = _area(_("参与面积"))
    for_area = _area(_("同意面积"))
    against_area = _area(_("反对面积"))
    abstain_area = _area(_("弃权面积"))

    def __init__(self, *args, matter: OwnersMatter, **kwargs):
        initial = {name: getattr(matter, name) for name in (*HEADS, *AREAS)} if matter.is_counted else None
        super().__init__(*args, prefix=f"matter-{matter.pk}", initial=initial, **kwargs)
        self.matter = matter

    @property
    def rows(self) -> list[tuple]:
        """Heads and area, each with its four boxes."""
        return [
            (_("人数"), [self[name] for name in HEADS]),
            (_("面积（平方米）"), [self[name] for name in AREAS]),
        ]
