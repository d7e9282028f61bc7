from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """What somebody wants a personal value for."""

    reason = forms.CharField(label=_("事由"), max_length=200)
