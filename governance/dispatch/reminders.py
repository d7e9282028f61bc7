"""What the one queue and the Party chain bring before the dispatch."""

from datetime import date, datetime, time
from functools import partial

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.areas.models import Area
from governance.casework.kinds import kinds
from governance.casework.models import Case
from governance.dispatch.topics import LateItem, Topic
from governance.kernel.days import local_date
from governance.kernel.scope import under
from governance.party.enums import AGREEMENT_NOTICE_DAYS
from governance.party.models import PartnerAgreement, PartyTerm


def late_cases(kind: str, label: str) -> Topic:
    """The topic of one kind of case, for the app that brings the kind."""
    return Topic(f"cases.{kind}", label, (partial(overdue_cases, kind=kind),))


def overdue_cases(area: Area, day: date, kind: str = "") -> list[LateItem]:
    """Cases whose limit had run out when the day began and that were not closed by then; paused ones wait."""
    begun = datetime.combine(day, time.min, timezone.get_default_timezone())
    then_open = Q(closed_on__isnull=True) | Q(closed_on__gt=day)
    rows = Case.objects.within(area.code).filter(then_open, paused_at__isnull=True, due_at__lt=begun)
    if kind:
        rows = rows.filter(kind=kind)
    return [_late(case, day) for case in rows.select_related("owner_area").order_by("due_at")]


def _late(case: Case, day: date) -> LateItem:
    """By number and kind alone: a frozen list must not keep what a case is called."""
    days = (day - local_date(case.due_at)).days
    return LateItem(
        key=f"case:{case.pk}",
        title=f"{case.get_kind_display()} {case.number}",
        url=reverse(kinds()[case.kind].detail_page, args=[case.number]),
        owner=case.owner_area.name if case.owner_area else "",
        owner_id=case.owner_area_id,
        days_late=days,
        lag=_("超期 {} 天").format(days),
    )


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


ENDED_TERMS = Topic("party.terms", gettext_lazy("届满未换届"), (overdue_terms,))
ENDING_AGREEMENTS = Topic("party.agreements", gettext_lazy("共建协议到期"), (ending_agreements,))
