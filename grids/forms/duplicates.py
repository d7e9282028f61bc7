from django import forms
from django.utils.translation import gettext_lazy as _

from grids.models import Duplicate


class MergeForm(forms.Form):
    keep = forms.ChoiceField(
        label=_("保留哪一条"), widget=forms.RadioSelect, help_text=_("另一条的记录都移到保留的一条；可以撤销")
    )

    def __init__(self, *args, hint: Duplicate, **kwargs):
        super().__init__(*args, **kwargs)
        self.pair = {"first": hint.first, "second": hint.second}
        self.fields["keep"].choices = [("first", _("左边的一条")), ("second", _("右边的一条"))]
        self.initial.setdefault("keep", "first")

    def in_order(self) -> tuple:
        """The one to keep, then the one that goes."""
        keep = self.cleaned_data["keep"]
        return self.pair[keep], self.pair["second" if keep == "first" else "first"]
