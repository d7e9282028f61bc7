from django import forms
from django.utils.translation import gettext_lazy as _

from governance.casework.forms import text_field
from governance.dispatch.models.actions import EVIDENCE


class EvidenceForm(forms.Form):
    """What shows that a task is done; a picture alone will do."""

    evidence = text_field(
        _("办理结果和依据"), EVIDENCE, required=False, help_text=_("写文号、材料名称或者核实情况")
    )
    picture = forms.FileField(
        label=_("图片"), required=False, widget=forms.FileInput(attrs={"accept": "image/*"})
    )


class ReasonForm(forms.Form):
    note = text_field(_("理由"), 500)
