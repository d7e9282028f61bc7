from django import forms
from django.utils.translation import gettext_lazy as _

from grids.enums.roster import CareKind


class TagForm(forms.Form):
    kind = forms.ChoiceField(label=_("关爱类别"), choices=CareKind)
    basis = forms.CharField(label=_("依据"), max_length=200, help_text=_("如：民政局低保名册 2026 年第 3 批"))
    expires_on = forms.DateField(
        label=_("到期日期"),
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("最长三年，到期自动失效，需要时重新认定"),
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("事由"), max_length=200)
