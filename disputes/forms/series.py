from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.enums.series import AGREEMENT_LENGTH, MOST_CHOSEN, REASON_LENGTH, HouseholdRole
from disputes.models import Dispute, SeriesMember
from disputes.rules.agreements import PLACES, faults_of
from disputes.serializers.parties import MOST_CENTS, PHONE
from disputes.states import BULK_STEPS
from governance.casework.forms import day_field, text_field


class ChosenForm(forms.Form):
    """Households ticked on the page of a series, or all that its filter shows."""

    version = forms.IntegerField(min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)
    everyone = forms.BooleanField(required=False)

    def __init__(self, *args, shown, **kwargs):
        """`shown` are the households of the series as the page filters them."""
        super().__init__(*args, auto_id="series-%s", **kwargs)
        self.shown = shown

    @property
    def picked(self) -> list[int]:
        given = self.data.getlist("rows")[: MOST_CHOSEN + 1] if self.is_bound else []
        return [int(text) for text in given if text.isascii() and text.isdigit() and len(text) < 16]

    @property
    def members(self):
        return self.shown if self.cleaned_data["everyone"] else self.shown.filter(pk__in=self.picked)


class StepForm(ChosenForm):
    """What is done with them, for one reason."""

    step = forms.ChoiceField(
        label=_("办理"), choices=[(step.name, step.label) for step in BULK_STEPS.values()]
    )
    note = forms.CharField(label=_("依据或理由"), max_length=REASON_LENGTH)


class SeriesForm(forms.Form):
    """The terms of a series."""

    title = forms.CharField(label=_("名称"), max_length=100, help_text=_("如：锦绣苑 2025 年物业费系列案"))
    counterpart = forms.CharField(
        label=_("对方当事人"), max_length=100, required=False, help_text=_("各户共同的对方，多为单位")
    )
    household_role = forms.ChoiceField(label=_("各户的身份"), choices=HouseholdRole)
    deadline = day_field(_("履行期限"), required=False)
    agreement_text = text_field(_("协议模板"), AGREEMENT_LENGTH, rows=10, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        places = " ".join(f"{{{name}}}" for name in PLACES)
        words = _("每户自动填写的地方用大括号写：{places}").format(places=places)
        self.fields["agreement_text"].help_text = words

    def clean_agreement_text(self):
        text = self.cleaned_data["agreement_text"]
        if fault := faults_of(text):
            raise forms.ValidationError(fault)
        return text


class OpenSeriesForm(SeriesForm):
    """A new series after its lead case."""

    lead = forms.CharField(label=_("示范案编号"), max_length=40)

    field_order = ["title", "lead"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_lead(self):
        number = self.cleaned_data["lead"].strip()
        found = Dispute.objects.for_user(self.user).for_page().filter(case__number=number).first()
        if found is None:
            raise forms.ValidationError(_("没有这个编号的纠纷，或者不在您的辖区，请核对。"))
        return found


class HouseholdForm(forms.Form):
    """One household of a series."""

    household = forms.CharField(label=_("户"), max_length=80, help_text=_("如：3队12户，或者 5号楼2单元301"))
    name = forms.CharField(label=_("姓名"), max_length=40, required=False)
    phone = forms.CharField(label=_("电话"), max_length=20, required=False)
    address = forms.CharField(label=_("地址"), max_length=120, required=False)
    due = forms.DecimalField(
        label=_("应付金额（元）"), min_value=0, max_value=MOST_CENTS // 100, decimal_places=2, required=False
    )
    paid = forms.DecimalField(
        label=_("已付金额（元）"), min_value=0, max_value=MOST_CENTS // 100, decimal_places=2, required=False
    )
    note = forms.CharField(label=_("备注"), max_length=200, required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, member: SeriesMember | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.member = member
        if member is not None:
            names = ("household", "name", "address", "note", "version")
            self.initial |= {name: getattr(member, name) for name in names}
            self.initial |= {"name": member.shown_name, "phone": member.phone_masked}
            self.initial |= {"due": in_yuan(member.due_cents), "paid": in_yuan(member.paid_cents)}
            self.initial["version"] = member.series.version

    def clean_phone(self):
        phone = self.cleaned_data["phone"].strip()
        if phone and not (self.member and phone == self.member.phone_masked):
            PHONE(phone)
        return phone

    @property
    def given(self) -> dict:
        """What the verb takes: amounts in cents; a name still masked stays what it is."""
        sent = dict(self.cleaned_data)
        due, paid, version = sent.pop("due"), sent.pop("paid"), sent.pop("version")
        sent |= {"due_cents": in_cents(due), "paid_cents": in_cents(paid) or 0}
        if self.member is None:
            return sent
        if sent["name"] == self.member.shown_name:
            sent["name"] = self.member.name
        return sent | {"version": version}


def in_yuan(cents: int | None) -> Decimal | None:
    return None if cents is None else Decimal(cents) / 100


def in_cents(yuan: Decimal | None) -> int | None:
    return None if yuan is None else int(yuan * 100)
