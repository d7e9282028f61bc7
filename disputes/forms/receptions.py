from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.enums.centres import Channel
from disputes.models import MediationCentre
from governance.casework.forms import text_field


class ReceptionForm(forms.Form):
    centre = forms.ModelChoiceField(label=_("综治中心"), queryset=None)
    visitor = forms.CharField(label=_("来访人"), max_length=40, help_text=_("只保存隐去的姓名"))
    channel = forms.ChoiceField(label=_("方式"), choices=Channel)
    people_count = forms.IntegerField(label=_("人数"), min_value=1, max_value=9999, initial=1)
    matters = text_field(_("事项"), 2000, required=False, help_text=_("一行一件；没有可以不填"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["centre"].queryset = MediationCentre.objects.for_user(user).open()

    def clean_matters(self):
        return [line.strip()[:100] for line in self.cleaned_data["matters"].splitlines() if line.strip()]
