from django import forms
from django.utils.translation import gettext_lazy as _

from governance.casework.choices import lead_seats
from governance.casework.enums import NOTE_LENGTH, Grade
from governance.casework.forms import day_field, text_field
from governance.casework.models import Case

GRADES = [(Grade.NORMAL, _("普通督办")), *((grade.value, grade.label) for grade in (Grade.YELLOW, Grade.RED))]


class OfCaseForm(forms.Form):
    """A form beside the steps of a case: it carries the version the officer saw."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, case: Case, **kwargs):
        super().__init__(*args, auto_id=f"id_{type(self).__name__.lower()}_%s", **kwargs)
        self.fields["version"].initial = case.version


class SuperviseForm(OfCaseForm):
    grade = forms.TypedChoiceField(label=_("等级"), choices=GRADES, coerce=int)
    demand = text_field(_("督办要求"), NOTE_LENGTH)
    reply_by = day_field(_("答复期限"), required=False)


class LeadForm(OfCaseForm):
    post = forms.ModelChoiceField(label=_("包案领导"), queryset=None)
    note = text_field(_("说明"), NOTE_LENGTH, rows=2, required=False)

    def __init__(self, *args, case: Case, **kwargs):
        super().__init__(*args, case=case, **kwargs)
        self.fields["post"].queryset = lead_seats(case)


class AnswerForm(forms.Form):
    answer = text_field(_("答复"), NOTE_LENGTH, rows=4)


class LiftForm(forms.Form):
    reason = text_field(_("解除理由"), 500, rows=2)
