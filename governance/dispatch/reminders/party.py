"""What the Party chain and its partners bring before the dispatch, and when their offices are told ahead."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.areas.models import Area
from governance.dispatch.ladders import Deadline, Ladder
from governance.dispatch.topics import LateItem, Topic
from governance.kernel.scope import under
from governance.party.enums import AGREEMENT_NOTICE_DAYS, Right
from governance.party.models import PartnerAgreement, PartyTerm


def overdue_terms(area: Area, day: date) -> list[LateItem]:
    """Party organisations whose term had ended on the day and who had not elected anew by then."""
    terms = PartyTerm.objects.due_within(day, 0).filter(under("org__area_code", area.code))
    rows = terms.select_related("org__area").order_by("due_on", "pk")
    return [_late_term(term, day) for term in rows]


def _late_term(term: PartyTerm, day: date) -> LateItem:
    days = (day - term.due_on).days
    return LateItem(
        key=f"party-term:{term.pk}",
        title=str(term.org),
        url=reverse("party:org_detail", args=[term.org_id]),
        owner=term.org.area.name,
        owner_id=term.org.area_id,
        days_late=days,
        lag=_("届满 {} 天").format(days),
    )


def ending_agreements(area: Area, day: date) -> list[LateItem]:
    """Agreements with partners that run on the day and are due to end within their notice, or were already."""
    due = PartnerAgreement.objects.due_within(day, AGREEMENT_NOTICE_DAYS)
    rows = due.filter(under("partner__area_code", area.code)).select_related("partner__area")
    return [_late_agreement(row, day) for row in rows.order_by("due_on", "pk")]


def _late_agreement(agreement: PartnerAgreement, day: date) -> LateItem:
    days = (day - agreement.due_on).days
    return LateItem(
        key=f"party-agreement:{agreement.pk}",
        title=str(agreement.partner),
        url=reverse("party:partner_detail", args=[agreement.partner_id]),
        owner=agreement.partner.area.name,
        days_late=max(days, 0),
        lag=_("到期 {} 天").format(days) if days > 0 else _("还有 {} 天到期").format(-days),
    )


def terms_due(day: date, until: date) -> Iterator[Deadline]:
    """Terms of organisations that are still there, until the next is elected."""
    rows = PartyTerm.objects.due_within(day, (until - day).days).filter(org__dissolved_on__isnull=True)
    for term in rows.select_related("org__area").order_by("due_on", "pk"):
        yield Deadline(term.org_id, str(term.org), term.org.area_code, term.due_on, row=term.pk)


def agreements_due(day: date, until: date) -> Iterator[Deadline]:
    rows = PartnerAgreement.objects.due_within(day, (until - day).days).select_related("partner")
    for row in rows.order_by("due_on", "pk"):
        yield Deadline(row.partner_id, str(row.partner), row.partner.area_code, row.due_on, row=row.pk)


ENDED_TERMS = Topic("party.terms", gettext_lazy("届满未换届"), (overdue_terms,))
ENDING_AGREEMENTS = Topic("party.agreements", gettext_lazy("共建协议到期"), (ending_agreements,))
TERM_LADDER = Ladder(
    "party.term",
    gettext_lazy("党组织任期届满"),
    terms_due,
    page="party:org_detail",
    right=Right.VIEW,
    ahead=gettext_lazy("{what}任期还有 {left} 天届满（{due}），请筹备换届。"),
    past=gettext_lazy("{what}任期已于 {due} 届满，请尽快换届；延期换届须报上级批准。"),
)
AGREEMENT_LADDER = Ladder(
    "party.agreement",
    gettext_lazy("共建协议到期"),
    agreements_due,
    page="party:partner_detail",
    right=Right.VIEW,
    ahead=gettext_lazy("与{what}的共建协议还有 {left} 天到期（{due}），请商定是否续签。"),
    past=gettext_lazy("与{what}的共建协议已于 {due} 到期，请续签或者终止。"),
    must=False,
)
