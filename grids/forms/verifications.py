from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.casework.forms import text_field
from governance.files.inputs import PicturesField
from grids.enums.events import MeasureUnit, ParticipantRole


class VerificationForm(forms.Form):
    """What was found on the spot; who was there stands in `ParticipantForms` beside it."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    held_at = forms.DateTimeField(
        label=_("核实时间"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
    )
    place = forms.CharField(label=_("地点"), max_length=100)
    measured_value = forms.DecimalField(
        label=_("实测数值"), max_digits=12, decimal_places=3, min_value=0, required=False
    )
    measured_unit = forms.ChoiceField(
        label=_("计量单位"), choices=[("", "—"), *MeasureUnit.choices], required=False
    )
    minutes = text_field(_("核实情况"), 4000, rows=5)
    photos = PicturesField()

    def __init__(self, *args, event, **kwargs):
        super().__init__(*args, **kwargs)
        now = timezone.localtime().replace(second=0, microsecond=0)
        self.initial |= {"held_at": now, "place": event.case.place, "version": event.case.version}

    def clean(self):
        data = super().clean()
        if (data.get("measured_value") is None) == bool(data.get("measured_unit")):
            self.add_error("measured_unit", _("实测数值和单位要一起填写。"))
        return data


class ParticipantForm(forms.Form):
    unit = forms.CharField(label=_("单位"), max_length=60)
    name = forms.CharField(label=_("参加人"), max_length=40, required=False)
    role = forms.ChoiceField(label=_("身份"), choices=ParticipantRole, initial=ParticipantRole.WITNESS)
    has_signed = forms.BooleanField(label=_("已在记录上签字"), required=False)


class _ParticipantFormSet(forms.BaseFormSet):
    def get_form_kwargs(self, index):
        role = ParticipantRole.WITNESS if index else ParticipantRole.HOST
        return super().get_form_kwargs(index) | {"initial": {"role": role}}

    @property
    def given(self) -> list[dict]:
        """The lines that were filled in."""
        return [form.cleaned_data for form in self if form.cleaned_data.get("unit")]


ParticipantForms = forms.formset_factory(
    ParticipantForm,
    formset=_ParticipantFormSet,
    min_num=2,
    validate_min=True,
    extra=2,
    max_num=12,
    absolute_max=12,
)
