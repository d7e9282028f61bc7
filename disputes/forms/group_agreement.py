from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.enums.disputes import PRINCIPALS, PartyRole
from disputes.forms.agreements import YuanField
from disputes.models import Agreement, Dispute
from governance.casework.forms import day_field, text_field
from governance.kernel.days import today


class GroupDraftForm(forms.Form):
    """One agreement for all: what was agreed, who pays, and each party's amount."""

    content = text_field(_("协议内容"), 4000, rows=5)
    term = text_field(_("履行方式和期限"), 2000, rows=2, required=False)
    payer = forms.ModelChoiceField(label=_("付款人"), queryset=None)
    due_on = day_field(_("付款期限"))
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, dispute: Dispute, **kwargs):
        draft = dispute.draft_agreement
        self.parties = list(dispute.parties.filter(role__in=PRINCIPALS).order_by("role", "id"))
        super().__init__(*args, initial=_worded(draft, self.parties), **kwargs)
        self.fields["payer"].queryset = dispute.parties.filter(role__in=PRINCIPALS)
        self.fields["payer"].label_from_instance = lambda party: party.shown_name
        shares = {share.party_id: share.amount_cents for share in draft.parties.all()} if draft else {}
        for party in self.parties:
            asked = party.claim_cents if party.role == PartyRole.APPLICANT else None
            self.fields[f"amount_{party.pk}"] = YuanField(
                label=_("{name}的金额（元）").format(name=party.shown_name),
                initial=shares.get(party.pk) if draft else asked,
            )

    @property
    def general(self) -> list:
        return [self[name] for name in ("content", "term", "payer", "due_on")]

    @property
    def rows(self) -> list[dict]:
        return [{"party": party, "field": self[f"amount_{party.pk}"]} for party in self.parties]

    @property
    def given(self) -> dict:
        amounts = {party.pk: self.cleaned_data[f"amount_{party.pk}"] for party in self.parties}
        named = {name: self.cleaned_data[name] for name in ("content", "term", "payer", "due_on", "version")}
        return named | {"amounts": {pk: cents for pk, cents in amounts.items() if cents}}


def _worded(draft: Agreement | None, parties: list) -> dict:
    """What the draft says now; before there is one, the respondent pays."""
    payer = next((party.pk for party in parties if party.role == PartyRole.RESPONDENT), None)
    if draft is None:
        return {"payer": payer}
    first = draft.obligations.first()
    return {
        "content": draft.content,
        "term": draft.term,
        "payer": first.obliged_id if first else payer,
        "due_on": first.due_on if first else None,
        "version": draft.version,
    }


class SignaturesForm(forms.Form):
    """Who has signed: a tick and the day."""

    def __init__(self, *args, draft: Agreement, **kwargs):
        super().__init__(*args, **kwargs)
        self.shares = list(draft.parties.select_related("party").order_by("party__role", "party"))
        for share in self.shares:
            name = share.party.shown_name
            self.fields[f"signed_{share.party_id}"] = forms.BooleanField(
                label=_("{name}已签名").format(name=name), required=False, initial=share.signed_on is not None
            )
            self.fields[f"day_{share.party_id}"] = day_field(
                _("{name}签名日期").format(name=name), required=False, initial=share.signed_on or today
            )

    @property
    def rows(self) -> list[dict]:
        return [
            {
                "share": share,
                "signed": self[f"signed_{share.party_id}"],
                "day": self[f"day_{share.party_id}"],
            }
            for share in self.shares
        ]

    @property
    def given(self) -> dict:
        days = {}
        for share in self.shares:
            ticked = self.cleaned_data[f"signed_{share.party_id}"]
            days[share.party_id] = (self.cleaned_data[f"day_{share.party_id}"] or today()) if ticked else None
        return {"signatures": days}
