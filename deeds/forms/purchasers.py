"""Forms for purchasers, without a log-in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from deeds.enums.housing import QUESTION_LENGTH
from grids.forms.public import OpenForm

_PRIVATE = {"autocomplete": "off", "spellcheck": "false"}


class VerifyForm(forms.Form):
    """Posted, never in an address."""

    contract = forms.CharField(
        label=_("合同编号"),
        max_length=60,
        help_text=_("购房合同首页上的编号"),
        error_messages={"required": _("请填合同编号。")},
        widget=forms.TextInput(attrs=_PRIVATE),
    )
    phone = forms.RegexField(
        r"^[0-9+\-\s]{7,20}$",
        label=_("签合同时留的电话"),
        max_length=20,
        error_messages={"required": _("请填签合同时留的电话。"), "invalid": _("电话只填数字，可以带区号。")},
        widget=forms.TextInput(attrs={"inputmode": "tel", **_PRIVATE}),
    )


class AskForm(OpenForm):
    """`key` is the proof, a few minutes old, that contract and phone fit."""

    key = forms.CharField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("您想问什么"),
        max_length=QUESTION_LENGTH,
        help_text=_("请不要写姓名、电话、证件号。"),
        error_messages={"required": _("请写几句话。")},
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": QUESTION_LENGTH}),
    )
