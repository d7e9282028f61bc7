"""The sheet on which an agreement is worded: its text, a line for each party, the schedule."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.enums.disputes import PRINCIPALS, PartyRole
from disputes.forms.agreements import ObligationForm, YuanField
from disputes.models import Agreement, Dispute
from governance.casework.forms import day_field, text_field

MOST_ROWS = 60
_BOUND = (*PRINCIPALS, PartyRole.THIRD)  # whom an agreement can bind


class WordsForm(forms.Form):
    facts = text_field(_("主要事实"), 4000, rows=3, required=False)
    disputed = text_field(_("争议事项"), 2000, rows=2, required=False)
    responsibilities = text_field(_("各方责任"), 2000, rows=2, required=False)
    content = text_field(_("协议内容"), 4000, rows=4)
    term = text_field(_("履行方式和期限"), 2000, rows=2, required=False)
    amount_cents = YuanField(label=_("金额（元）"))
    copies = forms.IntegerField(
        label=_("份数"), min_value=1, max_value=999, required=False,
        help_text=_("当事人每人一份，调解委员会留存一份"),
    )  # fmt: skip
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class ShareForm(forms.Form):
    """What one party gets or gives, and when it signed."""

    amount_cents = YuanField(label=_("金额（元）"))
    obligation = forms.CharField(label=_("权利义务"), max_length=500, required=False)
    signed_on = day_field(_("签名日期"), required=False)

    def __init__(self, *args, party, **kwargs):
        super().__init__(*args, prefix=f"party-{party.pk}", **kwargs)
        self.party = party

    @property
    def given(self) -> dict:
        return {"party": self.party} | self.cleaned_data


ObligationForms = forms.formset_factory(ObligationForm, extra=2, max_num=MOST_ROWS, absolute_max=MOST_ROWS)


class AgreementSheet:
    """The three parts as one form."""

    def __init__(self, dispute: Dispute, data=None):
        draft = dispute.draft_agreement
        words = {name: getattr(draft, name) for name in WordsForm.base_fields} if draft else {}
        shares = {row.party_id: row for row in draft.parties.all()} if draft else {}
        self.words = WordsForm(data, initial=words or {"copies": dispute.principals.count() + 1})
        self.shares = [
            ShareForm(data, party=party, initial=_fields(ShareForm, shares.get(party.pk)))
            for party in dispute.parties.filter(role__in=_BOUND)
        ]
        kept = draft.obligations.all() if draft and data is None else ()
        rows = [_fields(ObligationForm, row) for row in kept]
        self.obligations = ObligationForms(
            data, prefix="duty", initial=rows, form_kwargs={"dispute": dispute}
        )

    def is_valid(self) -> bool:
        """All parts are asked, so that every fault is shown at once."""
        valid = [part.is_valid() for part in (self.words, *self.shares, self.obligations)]
        return all(valid)

    @property
    def given(self) -> dict:
        rows = [row for row in self.obligations.cleaned_data if row]
        return self.words.cleaned_data | {
            "shares": [share.given for share in self.shares],
            "obligations": rows,
        }

    def meet(self, draft: Agreement) -> None:
        """Go on from what somebody else has saved meanwhile: the next press counts as having read it."""
        self.words.data = self.words.data.copy()
        self.words.data["version"] = draft.version


def _fields(form: type[forms.Form], row) -> dict:
    return {name: getattr(row, name) for name in form.base_fields} if row else {}
