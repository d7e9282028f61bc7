"""Which disputes look like one at hand: candidates by the indexes, then their likeness.

Within the viewer's sight a suggestion is the dispute itself. Beyond it nothing of any dispute leaves this file but the
name of the office to ask, and that for firms alone: whether somebody is a party elsewhere is told to nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Q, QuerySet

from disputes.enums.alike import (
    LOOKS_BACK,
    MOST_BY_RESPONDENT,
    MOST_NEARBY,
    MOST_SHOWN,
    SIDES,
    LinkKind,
    Reason,
)
from disputes.enums.disputes import PartyRole
from disputes.enums.rights import Right
from disputes.models import Dispute, DisputeLink, Party
from disputes.rules.likeness import Facts, Likeness, Side, likeness, reason_words, same_sides
from disputes.rules.parties import org_pieces
from governance.areas.models import Area
from governance.kernel.bigrams import any_of, name_piece, number_piece
from governance.kernel.scope import under

_FACTS = (
    "pk",
    "case__title",
    "case__summary",
    "case__place",
    "case__area_code",
    "category_id",
    "case__registered_on",
)
_COMMUNITY, _STREET = 12, 9  # characters of a code


@dataclass
class Suggestion:
    """A dispute that may be the same matter, and why in words."""

    facts: Facts
    points: float
    reasons: list[str]
    kind: str


def facts_of(disputes: QuerySet) -> list[Facts]:
    """What is compared of these disputes; two statements however many there are."""
    found = {row[0]: Facts(*row) for row in disputes.values_list(*_FACTS)}
    parties = Party.objects.filter(dispute__in=found, role__in=SIDES).order_by("id")
    for pk, role, name, is_org, *indexes in parties.values_list(
        "dispute_id", "role", "name", "is_org", "phone_index", "id_no_index"
    ):
        side = Side(name, is_org, frozenset(index for index in indexes if index))
        (found[pk].applicants if role == PartyRole.APPLICANT else found[pk].respondents).append(side)
    return list(found.values())


def look_for_alike(dispute: Dispute, user) -> tuple[list[Suggestion], list[str]]:
    """What in the person's sight may be the same matter, the likeliest first, and whom to ask beyond it.

    What was decided on is left out.
    """
    (facts,) = facts_of(Dispute.objects.filter(pk=dispute.pk))
    seen = Dispute.objects.for_user(user).exclude(pk__in=[dispute.pk, *_decided(dispute)])
    offices = [] if dispute.case.is_restricted else _offices_to_ask(facts, user)
    return alike_among(seen, facts)[:MOST_SHOWN], offices


def alike_among(disputes: QuerySet, facts: Facts) -> list[Suggestion]:
    known = Dispute.objects.filter(pk__in=candidates(disputes, facts))
    compared = [(other, likeness(facts, other)) for other in facts_of(known)]
    found = [(other, how) for other, how in compared if how is not None and how.is_suggested]
    found.sort(key=lambda pair: (-pair[1].points, -pair[0].pk))
    return [_suggestion(facts, other, how, found) for other, how in found]


def candidates(disputes: QuerySet, facts: Facts) -> set[int]:
    """Keys, within a year: whoever names the same respondent, and what lies in the same community."""
    near_in_time = disputes.filter(
        case__registered_on__gte=facts.day - LOOKS_BACK, case__registered_on__lte=facts.day + LOOKS_BACK
    ).order_by("-case_id")
    here = near_in_time.filter(under("case__area_code", facts.area_code[:_COMMUNITY]))
    keys = set(here.values_list("pk", flat=True)[:MOST_NEARBY])
    if asked := _respondents_question(facts):
        named = near_in_time.filter(case__search__asked=asked).values_list("pk", flat=True)
        keys |= set(named[:MOST_BY_RESPONDENT])
    return keys


def _offices_to_ask(facts: Facts, user) -> list[str]:
    """Offices beyond the person's sight that may have the same matter of the same firm: their names and no more."""
    firms = replace(
        facts, respondents=[Side(side.name, is_org=True) for side in facts.respondents if side.is_org]
    )
    if not firms.respondents:
        return []
    beyond = Dispute.objects.filter(case__is_restricted=False)
    for reach in user.reaches(Right.VIEW):
        beyond = beyond.exclude(under("case__area_code", reach.code))
    codes = {
        other.area_code[:_STREET] for other in facts_of(_by_firm(beyond, firms)) if _is_alike(firms, other)
    }
    return list(Area.objects.filter(code__in=codes).order_by("code").values_list("name", flat=True))


def _by_firm(disputes: QuerySet, facts: Facts) -> QuerySet:
    rows = disputes.filter(case__registered_on__gte=facts.day - LOOKS_BACK)
    rows = rows.filter(case__search__asked=_respondents_question(facts)).order_by("-case_id")
    return Dispute.objects.filter(pk__in=list(rows.values_list("pk", flat=True)[:MOST_BY_RESPONDENT]))


def _is_alike(facts: Facts, other: Facts) -> bool:
    """As firms alone: a number of somebody's, behind whatever name, answers nobody beyond its own office."""
    other.respondents = [Side(side.name, is_org=True) for side in other.respondents if side.is_org]
    how = likeness(facts, other)
    return how is not None and how.is_suggested and bool(other.respondents)


def _respondents_question(facts: Facts) -> str:
    asked = []
    for side in facts.respondents:
        asked += org_pieces(side.name) if side.is_org else [name_piece(side.name)]
        asked += map(number_piece, sorted(side.numbers))
    return any_of(asked)


def links_of(dispute: Dispute) -> QuerySet:
    """What was decided about the dispute, on either side of the pair."""
    return DisputeLink.objects.filter(Q(first=dispute) | Q(second=dispute))


def _decided(dispute: Dispute) -> Iterable[int]:
    for pair in links_of(dispute).values_list("first_id", "second_id"):
        yield from pair


def _suggestion(facts: Facts, other: Facts, how: Likeness, found: list) -> Suggestion:
    again = same_sides(facts, other)
    reasons = how.words() + _how_often(facts, again, how, found)
    return Suggestion(other, how.points, reasons, LinkKind.AGAIN if again else LinkKind.ALIKE)


def _how_often(facts: Facts, again: bool, how: Likeness, found: list) -> list[str]:
    """The which it is within a year, between the same two or against the same firm."""
    earlier = [other for other, _ in found if facts.day - LOOKS_BACK <= other.day <= facts.day]
    if again:
        count = 1 + sum(same_sides(facts, other) for other in earlier)
        return [reason_words(Reason.AGAIN, {"count": count})] if count > 1 else []
    if Reason.FIRM not in [reason for reason, _ in how.reasons]:
        return []
    count = 1 + sum(
        Reason.FIRM in [reason for reason, _ in how.reasons] for other, how in found if other in earlier
    )
    return [reason_words(Reason.TIMES, {"count": count})] if count > 1 else []
