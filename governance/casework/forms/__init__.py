"""What a person fills in for a step of a case of any kind."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.casework.enums import NOTE_LENGTH
from governance.casework.models import Case
from governance.kernel.lifecycle import Step


def day_field(label: str, **options) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options
    )


def text_field(label: str, length: int, rows: int = 3, **options) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=length, widget=forms.Textarea(attrs={"rows": rows}), **options
    )


class CaseStepForm(forms.Form):
    """The reason or remark every step may carry, and the version the officer saw."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, case: Case, step: Step, **kwargs):
        kwargs.setdefault("auto_id", f"id_{step.name}_%s")
        super().__init__(*args, **kwargs)
        label = _("理由") if step.needs_note else _("说明")
        self.fields["note"] = text_field(label, NOTE_LENGTH, required=step.needs_note)
        self.fields["version"].initial = case.version

    @property
    def given(self) -> dict:
        """What the verb of the step takes, from a valid form: what was filled in, and the note."""
        filled = {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}
        return filled | {"note": self.cleaned_data.get("note", "")}
