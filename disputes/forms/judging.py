from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.enums.disputes import Complexity, Risk
from governance.casework.enums import NOTE_LENGTH
from governance.casework.forms import text_field


class JudgeForm(forms.Form):
    """研判 of a dispute, with the version the officer saw."""

    risk = forms.ChoiceField(label=_("风险"), choices=Risk)
    complexity = forms.ChoiceField(label=_("难易"), choices=Complexity)
    note = text_field(_("理由"), NOTE_LENGTH, rows=2)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, dispute, **kwargs):
        known = {"risk": dispute.risk, "complexity": dispute.complexity, "version": dispute.case.version}
        super().__init__(*args, auto_id="id_judge_%s", initial=known, **kwargs)
