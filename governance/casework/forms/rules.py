from django import forms
from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area
from governance.casework.forms import day_field
from governance.casework.models import DeadlineRule, RuleSet


class InForceForm(forms.Form):
    area = forms.ModelChoiceField(label=_("在哪里执行"), queryset=None, to_field_name="code")
    from_day = day_field(_("从哪天起"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        offices = Area.objects.for_user(user).open().filter(level__depth__lte=2)
        self.fields["area"].queryset = offices.order_by("code")


class CopyForm(forms.ModelForm):
    class Meta:
        model = RuleSet
        fields = ["name", "code"]


class RuleForm(forms.ModelForm):
    class Meta:
        model = DeadlineRule
        fields = ["amount", "unit", "decider", "on_expiry", "yellow_after", "red_after", "basis"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["amount"].min_value = 1

    @property
    def given(self) -> dict:
        return dict(self.cleaned_data)
