"""Several parties at once, pasted line by line."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.enums.disputes import PRINCIPALS, PartyRole
from disputes.rules.pasting import read_lines
from governance.casework.forms import text_field

LINES_LENGTH = 20_000
LINES_HINT = _("一行一人：姓名 电话 诉求金额（元），用空格隔开；没有电话写“无”。可以从表格里复制粘贴。")


def lines_field(label: str, **options) -> forms.CharField:
    return text_field(label, LINES_LENGTH, rows=6, help_text=LINES_HINT, **options)


def parties_in(text: str, *, role: str) -> list[dict]:
    """The parties the lines name; every bad line is an error of the field."""
    found = read_lines(text, role=role)
    if found.errors:
        raise forms.ValidationError(found.errors)
    return found.parties


class PartyLinesForm(forms.Form):
    role = forms.ChoiceField(
        label=_("身份"),
        choices=[(role.value, role.label) for role in PRINCIPALS],
        initial=PartyRole.APPLICANT,
    )
    lines = lines_field(_("名单"))

    def clean(self):
        data = super().clean()
        if "lines" in data and "role" in data:
            try:
                data["parties"] = parties_in(data["lines"], role=data["role"])
            except forms.ValidationError as bad:
                self.add_error("lines", bad)
        return data
