from django import forms
from django.utils.translation import gettext_lazy as _

from governance.kernel.inputs import long_text
from grids.enums.standards import Standard
from grids.models import CommunityStandard, OrgKind

MOST = 366


class StandardsForm(forms.Form):
    """One number for each standard, and the kinds of organisations by name, one a line."""

    kinds = long_text(
        _("联动力量类别"),
        rows=7,
        help_text=_("每行一个名称，按显示的次序；去掉的类别不再可选，已登记的组织不受影响"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = CommunityStandard.by_code()
        for code, label in Standard.choices:
            self.fields[code] = forms.IntegerField(
                label=label, min_value=0, max_value=MOST, initial=known[code]
            )
        self.order_fields(Standard.values)
        self.initial["kinds"] = "\n".join(kind.name for kind in OrgKind.objects.filter(in_use=True))

    def clean_kinds(self) -> list[str]:
        names = list(dict.fromkeys(filter(None, map(str.strip, self.cleaned_data["kinds"].splitlines()))))
        if any(len(name) > OrgKind._meta.get_field("name").max_length for name in names):
            raise forms.ValidationError(_("类别名称太长，请控制在 30 个字以内。"))
        return names

    def clean(self):
        data = super().clean()
        return {"values": {code: data.get(code) for code in Standard.values}, "kinds": data.get("kinds", [])}
