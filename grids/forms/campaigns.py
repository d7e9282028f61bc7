from django import forms
from django.utils.translation import gettext_lazy as _

from governance.areas.forms import AreaField
from governance.areas.models import Area
from governance.kernel.days import today
from grids.enums.rhythms import LONGEST_RHYTHM
from grids.enums.visits import VisitKind


def _day(label: str, **options) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options
    )


class CampaignForm(forms.Form):
    """A time in which every household of an area is called on once."""

    area = AreaField(label=_("范围"), help_text=_("填写区划的全称或代码"))
    name = forms.CharField(label=_("名称"), max_length=60, help_text=_("如：2026 年冬季大走访"))
    kind = forms.ChoiceField(label=_("走访类型"), choices=VisitKind, initial=VisitKind.CAMPAIGN)
    from_on = _day(_("开始日期"), initial=today)
    to_on = _day(_("结束日期"))
    description = forms.CharField(
        label=_("说明"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("要了解、要宣传什么；不定数量"),
    )  # fmt: skip

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].areas = Area.objects.for_user(user).open()

    def clean(self):
        data = super().clean()
        if data.get("from_on") and data.get("to_on") and data["to_on"] < data["from_on"]:
            self.add_error("to_on", _("结束日期不能早于开始日期。"))
        return data


class RhythmForm(forms.Form):
    """How a rule is applied in an area."""

    days = forms.IntegerField(label=_("几天内看望一次"), min_value=1, max_value=LONGEST_RHYTHM)
    is_on = forms.BooleanField(label=_("启用"), required=False)
