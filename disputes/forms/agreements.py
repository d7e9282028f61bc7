"""What an officer fills in from the agreement to its performance."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.enums.agreements import COMPULSORY_PAPERS, ConfirmationPaper
from disputes.enums.disputes import Method
from disputes.forms.base import StepForm
from disputes.serializers.parties import MOST_CENTS
from governance.casework.forms import day_field, text_field
from governance.kernel.days import today


def _named(party) -> str:
    return party.shown_name


class YuanField(forms.DecimalField):
    """An amount written in yuan, kept in cents."""

    def __init__(self, **options):
        super().__init__(
            min_value=0, max_value=MOST_CENTS // 100, decimal_places=2, required=False, **options
        )

    def prepare_value(self, value):
        return Decimal(value) / 100 if isinstance(value, int) else value

    def clean(self, value):
        yuan = super().clean(value)
        return None if yuan is None else int(yuan * 100)


class AgreementForm(StepForm):
    content = text_field(_("协议内容"), 4000, rows=4)
    parties = forms.ModelMultipleChoiceField(
        label=_("同意协议的当事人"), queryset=None, widget=forms.CheckboxSelectMultiple
    )
    amount_cents = YuanField(label=_("金额（元）"))
    method = forms.ChoiceField(label=_("化解方式"), choices=Method, initial=Method.PEOPLES)

    def prepare(self, dispute, user):
        self.fields["parties"].queryset = dispute.parties.all()
        if draft := dispute.draft_agreement:
            self.initial |= {
                "content": draft.content,
                "amount_cents": draft.amount_cents,
                "parties": draft.parties.filter(signed_on__isnull=False).values_list("party", flat=True),
            }


class WrittenAgreementForm(AgreementForm):
    effective_on = day_field(_("生效日期"), initial=today, help_text=_("最后一方签名的日期"))


class ObligationFields(forms.Form):
    """One line of a performance schedule."""

    obliged = forms.ModelChoiceField(label=_("义务人"), queryset=None)
    entitled = forms.ModelChoiceField(label=_("权利人"), queryset=None, required=False)
    what = forms.CharField(label=_("履行内容"), max_length=200)
    amount_cents = YuanField(label=_("金额（元）"))
    due_on = day_field(_("履行期限"))

    def offer_parties(self, dispute) -> None:
        for name in ("obliged", "entitled"):
            self.fields[name].queryset = dispute.parties.all()
            self.fields[name].label_from_instance = _named


class ObligationForm(ObligationFields):
    """A line among others: emptied it is passed over, also where something stood before."""

    def __init__(self, *args, dispute, **kwargs):
        super().__init__(*args, **(kwargs | {"empty_permitted": True, "use_required_attribute": False}))
        self.offer_parties(dispute)


class StartPerformanceForm(ObligationFields, StepForm):
    """Asks for the first line of the schedule where the agreement has none yet."""

    def prepare(self, dispute, user):
        self.offer_parties(dispute)
        agreement = dispute.latest_agreement
        if agreement is not None and agreement.obligations.exists():
            for name in ObligationFields.base_fields:
                del self.fields[name]

    @property
    def given(self):
        given = super().given
        row = {name: given.pop(name) for name in ObligationFields.base_fields if name in given}
        return given | ({"obligations": [row]} if row else {})


class ConfirmationForm(StepForm):
    court = forms.CharField(label=_("法院"), max_length=100)
    applied_on = day_field(_("申请日期"), initial=today)
    external_number = forms.CharField(label=_("案号"), max_length=60, required=False)
    applicants = forms.ModelMultipleChoiceField(
        label=_("共同申请的当事人"), queryset=None, widget=forms.CheckboxSelectMultiple
    )
    papers = forms.MultipleChoiceField(
        label=_("提交的材料"), choices=ConfirmationPaper, initial=COMPULSORY_PAPERS,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def prepare(self, dispute, user):
        self.fields["applicants"].queryset = dispute.principals
        self.fields["applicants"].label_from_instance = _named


class RulingForm(StepForm):
    decided_on = day_field(_("裁定日期"), initial=today)
    external_number = forms.CharField(label=_("案号"), max_length=60, required=False)
