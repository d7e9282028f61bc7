from django import forms
from django.utils.translation import gettext_lazy as _

from grids.enums.errands import MOST_MATERIALS
from grids.models import ServiceItem, ServiceMaterial


class ServiceForm(forms.ModelForm):
    """An item of the catalogue. Its code is given once and never changes: errands point at it."""

    class Meta:
        model = ServiceItem
        fields = ["code", "name", "department", "where", "amount", "unit", "keep_days", "basis", "is_active"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:
            del self.fields["code"]


class MaterialForm(forms.ModelForm):
    class Meta:
        model = ServiceMaterial
        fields = ["name", "is_required", "comes_back", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].required = False

    def clean(self):
        data = super().clean()
        if data.get("note") and not data.get("name"):
            self.add_error("name", _("写了说明，请把材料名称也填上。"))
        return data


class _MaterialFormSet(forms.BaseFormSet):
    """Lines left empty are passed over; a name is listed once."""

    @property
    def given(self) -> list[dict]:
        return [form.cleaned_data for form in self.forms if form.cleaned_data.get("name")]

    def clean(self):
        names = [form.cleaned_data["name"] for form in self.forms if form.cleaned_data.get("name")]
        if len(names) != len(set(names)):
            raise forms.ValidationError(_("材料名称有重复，请合并成一行。"))


MaterialForms = forms.formset_factory(
    MaterialForm, formset=_MaterialFormSet, extra=3, max_num=MOST_MATERIALS, absolute_max=MOST_MATERIALS
)
