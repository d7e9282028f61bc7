"""Suggestions of the same matter in words, with what may be done about each."""

from datetime import timedelta
from urllib.parse import urlencode

from django.urls import reverse

from disputes.alike import Suggestion, links_of, look_for_alike
from disputes.enums.alike import Basis, LinkKind
from disputes.enums.rights import Right
from disputes.models import Dispute, SeriesRule


def alike_of(dispute: Dispute, user) -> dict:
    """What may be the same matter, what was linked, whom to ask, and where a series would be opened."""
    suggestions, offices = look_for_alike(dispute, user)
    links = {
        link.second_id if link.first_id == dispute.pk else link.first_id: link for link in links_of(dispute)
    }
    kept = [pk for pk, link in links.items() if link.kind != LinkKind.UNRELATED]
    rows = _rows(user, [*kept, *(one.facts.pk for one in suggestions)])
    return {
        "suggestions": [_suggested(one, rows[one.facts.pk]) for one in suggestions if one.facts.pk in rows],
        "linked": [{"link": links[pk], **rows[pk]} for pk in kept if pk in rows],
        "offices": offices,
        "may_link": user.may(Right.REGISTER, dispute.case.area_code),
        "series_url": _series_url(dispute, suggestions, rows, user),
    }


def _rows(user, keys: list[int]) -> dict[int, dict]:
    """What is shown of each, as far as the person may see it."""
    shown = Dispute.objects.for_user(user).filter(pk__in=keys).for_list()
    columns = ("case_id", "number", "title", "area_name", "registered_on", "state", "outcome")
    return {row["case_id"]: row for row in shown.values(*columns)}


def _suggested(one: Suggestion, row: dict) -> dict:
    return row | {"reasons": one.reasons, "kind": one.kind, "kind_label": LinkKind(one.kind).label}


def _series_url(dispute: Dispute, suggestions: list[Suggestion], rows: dict, user) -> str:
    """The page that opens a series with these disputes in it, when there are as many as the rule asks for."""
    rule = SeriesRule.objects.filter(basis=Basis.FIRM).first()
    if rule is None or not user.may(Right.MEDIATE, dispute.case.area_code):
        return ""
    days = timedelta(days=rule.days)
    near = [one.facts for one in suggestions if abs(one.facts.day - dispute.case.registered_on) <= days]
    numbers = [rows[facts.pk]["number"] for facts in near if facts.pk in rows]
    return open_series_url([dispute.case.number, *numbers]) if len(numbers) + 1 >= rule.least else ""


def open_series_url(numbers: list[str]) -> str:
    """Where a series is opened after the first of these disputes, the others coming along."""
    return (
        f"{reverse('disputes:series_open')}?{urlencode({'lead': numbers[0], 'also': ','.join(numbers[1:])})}"
    )
