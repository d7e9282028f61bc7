"""What committees of compounds bring before the weekly dispatch."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area
from governance.dispatch.topics import LateItem, Topic, lag_words
from property.enums import CommitteeKind
from property.enums.committees import ELECTION_AHEAD_DAYS
from property.models import OwnersCommittee


def late_filings(area: Area, day: date) -> list[LateItem]:
    """Committees that last on a day and were not filed within their days."""
    rows = _within(area).filing_late_on(day)
    return [_late(row, "filing", row.file_by, day) for row in rows]


def ended_terms(area: Area, day: date) -> list[LateItem]:
    """Committees that last on a day although their term is over."""
    rows = _within(area).term_ending_by(day - timedelta(days=1), day)
    return [_late(row, "term", row.term_ends_on, day) for row in rows]


def elections_due(area: Area, day: date) -> list[LateItem]:
    """Owners' committees that have to hold their election now: the term ends within three months."""
    last = day + timedelta(days=ELECTION_AHEAD_DAYS)
    rows = _within(area).term_ending_by(last, day).filter(kind=CommitteeKind.OWNERS, term_ends_on__gte=day)
    return [_late(row, "election", row.term_ends_on, day) for row in rows]


def _within(area: Area):
    rows = OwnersCommittee.objects.within(area.code)
    return rows.select_related("compound", "area").order_by("valid", "pk")


def _late(committee: OwnersCommittee, what: str, due_on: date, day: date) -> LateItem:
    days = (day - due_on).days
    return LateItem(
        key=f"property.{what}:{committee.pk}",
        title=str(committee),
        url=reverse("property:committee_detail", args=[committee.pk]),
        owner=committee.area.name,
        owner_id=committee.area_id,
        days_late=max(days, 0),
        lag=lag_words(days),
    )


FILINGS = Topic("property.filings", _("委员会备案"), (late_filings,))
ELECTIONS = Topic("property.elections", _("委员会换届"), (ended_terms, elections_due))
