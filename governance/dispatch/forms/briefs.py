from django import forms
from django.utils.translation import gettext_lazy as _

from governance.casework.forms import text_field
from governance.dispatch.enums import BriefKind
from governance.dispatch.models import Brief
from governance.dispatch.models.briefs import REMARK, WORDS
from governance.dispatch.papers.briefs import OUTLINES


class EditBriefForm(forms.Form):
    """What an official writes around the figures: before, after, and beside each part."""

    introduction = text_field(_("开头的话"), WORDS, required=False, help_text=_("每行一段；不写就没有"))
    closing = text_field(_("结尾的话"), WORDS, required=False, help_text=_("每行一段；不写就没有"))

    def __init__(self, *args, brief: Brief, **kwargs):
        words = {"introduction": brief.introduction, "closing": brief.closing}
        super().__init__(*args, initial=words, **kwargs)
        self.parts = [part.name for part in OUTLINES[BriefKind(brief.kind)].parts]
        for number, name in enumerate(self.parts):
            label = _("“{part}”的说明").format(part=name)
            self.fields[f"remark_{number}"] = text_field(
                label, REMARK, rows=2, required=False, initial=brief.remarks.get(name, "")
            )
        self.order_fields(["introduction", *(f"remark_{number}" for number in range(len(self.parts)))])

    @property
    def words(self) -> dict:
        """What `edit_brief` takes."""
        given = self.cleaned_data
        remarks = {name: given[f"remark_{number}"] for number, name in enumerate(self.parts)}
        return {"introduction": given["introduction"], "closing": given["closing"], "remarks": remarks}
