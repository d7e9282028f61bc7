from django import forms
from django.utils.translation import gettext_lazy as _

from deeds.enums import MOST_HOMES, REASON_LENGTH, UndertakingKind
from deeds.models import DeedProject, Home, HomeQuerySet
from deeds.states import PRESSED_STEPS
from governance.kernel.days import today
from governance.kernel.inputs import DayInput, PhoneField, long_text


class StepHomesForm(forms.Form):
    """Homes ticked on the page of a project, or all that its filter shows, and what is done with them."""

    step = forms.ChoiceField(
        label=_("办理"), choices=[(step.name, step.label) for step in PRESSED_STEPS.values()]
    )
    note = forms.CharField(label=_("依据或理由"), max_length=REASON_LENGTH)
    everyone = forms.BooleanField(required=False)

    def __init__(self, *args, shown: HomeQuerySet | None = None, **kwargs):
        super().__init__(*args, auto_id="homes-%s", **kwargs)
        self.shown = shown

    @property
    def picked(self) -> list[int]:
        given = self.data.getlist("rows")[: MOST_HOMES + 1] if self.is_bound else []
        return [int(text) for text in given if text.isascii() and text.isdigit() and len(text) < 16]

    @property
    def homes(self) -> HomeQuerySet:
        return self.shown if self.cleaned_data["everyone"] else self.shown.filter(pk__in=self.picked)


class HomeForm(forms.Form):
    """What `add_home` takes."""

    building = forms.ChoiceField(label=_("楼号"))
    unit = forms.CharField(label=_("单元"), max_length=10, required=False)
    room = forms.CharField(label=_("房号"), max_length=10)
    unit_no = forms.RegexField(
        r"^[0-9A-Z]{28}$",
        label=_("不动产单元号"),
        required=False,
        help_text=_("28 位；有了它，同一套房不会列入两个项目"),
        error_messages={"invalid": _("不动产单元号是 28 位数字和大写字母，请核对。")},
    )

    def __init__(self, *args, project: DeedProject, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["building"].choices = [(row.number, str(row)) for row in project.buildings.all()]


class EntitledForm(forms.Form):
    name = forms.CharField(label=_("姓名"), max_length=40)
    phone = PhoneField(label=_("电话"))
    id_no = forms.CharField(label=_("身份证号"), max_length=18, required=False)


class UndertakingForm(forms.Form):
    """What `make_undertaking` takes, of a home or of a whole project."""

    kind = forms.ChoiceField(label=_("方式"), choices=UndertakingKind)
    what = forms.CharField(
        label=_("容缺或承诺的事项"), max_length=300, help_text=_("缺什么材料，或承诺什么；一件事一行登记")
    )
    consequence = forms.CharField(
        label=_("逾期或违约的后果"), max_length=300, help_text=_("如：逾期未补正的，退件并停止办理")
    )
    person = forms.ModelChoiceField(None, label=_("承诺人"), required=False)
    signatory = forms.CharField(label=_("承诺单位"), max_length=80, required=False)
    made_on = forms.DateField(label=_("签订日期"), widget=DayInput(), initial=today)
    due_on = forms.DateField(label=_("期限"), widget=DayInput())

    def __init__(self, *args, home: Home | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        if home is None:
            del self.fields["person"]
        else:
            self.fields["person"].queryset = home.entitled.filter(left_on__isnull=True)


class FindingForm(forms.Form):
    finding = long_text(_("核查情况"), rows=3, max_length=REASON_LENGTH)
