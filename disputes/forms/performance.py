from django import forms
from django.utils.translation import gettext_lazy as _

from governance.casework.forms import day_field
from governance.kernel.days import today


class PerformForm(forms.Form):
    performed_on = day_field(_("履行日期"), initial=today)
    receipt_note = forms.CharField(label=_("凭证说明"), max_length=200, required=False)
    photo = forms.FileField(
        label=_("凭证照片"), required=False,
        widget=forms.FileInput(attrs={"accept": "image/*", "data-shrink": True}),
    )  # fmt: skip


class ReleaseForm(forms.Form):
    note = forms.CharField(label=_("不再履行原因"), max_length=200)
