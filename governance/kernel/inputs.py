"""Fields that the forms of every app ask with."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

is_phone = RegexValidator(r"^[0-9+\- ]{3,20}$", _("电话只能有数字、空格、加号和短横，3 到 20 位，请核对。"))


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class PhoneField(forms.CharField):
    """A number as people write it, mobile or fixed."""

    def __init__(self, **kwargs):
        super().__init__(max_length=20, validators=[is_phone], **{"required": False, **kwargs})


def long_text(label: str, *, rows: int = 4, **kwargs) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
