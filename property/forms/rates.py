from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.kernel.days import today
from property.enums.projects import RateUnit
from property.forms import DayInput
from property.presenting.rates import year_before


class RatesForm(forms.Form):
    """What the coverage rates are asked for; what is left out is filled in: today, the end of last year, compounds."""

    area = forms.CharField(required=False, max_length=18, widget=forms.HiddenInput)
    unit = forms.ChoiceField(label=gettext_lazy("计算单位"), choices=RateUnit, required=False)
    as_of = forms.DateField(label=gettext_lazy("截至日期"), required=False, widget=DayInput())
    against = forms.DateField(label=gettext_lazy("对比日期"), required=False, widget=DayInput())

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        data["unit"] = data["unit"] or RateUnit.COMPOUNDS.value
        data["as_of"] = data["as_of"] or today()
        data["against"] = data["against"] or year_before(data["as_of"])
        if data["as_of"] > today():
            raise forms.ValidationError(_("截至日期不能晚于今天，请改早一些。"))
        if data["against"] >= data["as_of"]:
            raise forms.ValidationError(_("对比日期要早于截至日期，请核对。"))
        return data

    @property
    def sentences(self) -> list[str]:
        """What stands in the way, for a page or client that asked by address."""
        return [message for messages in self.errors.values() for message in messages]

    @property
    def asked(self) -> dict:
        """What `read_rates` takes beside the area."""
        return {name: self.cleaned_data[name] for name in ("unit", "as_of", "against")}
