"""What a worker's phone keeps for a walk without a signal: the least that is needed at a door."""

import hashlib
from datetime import date

from django.db.models import F
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.decorators import method_decorator
from django.views.decorators.gzip import gzip_page
from drf_spectacular.utils import extend_schema
from rest_framework import viewsets
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

from governance.kernel.days import today
from grids.enums.pocket import ROSTER_LASTS, ROSTER_MOST
from grids.enums.rights import Right
from grids.enums.roster import CareKind
from grids.enums.visits import PHRASES, Companion, NeedKind, VisitKind, VisitOutcome, Way
from grids.models import CareTag, EventCategory, Household, Resident
from grids.models.roster import ROUTE
from grids.presenting.today import suggestions
from grids.serializers.pocket import PocketSerializer


class PocketViewSet(viewsets.ViewSet):
    required_right = Right.VISIT

    # A signal of the stairwell: a fifth of the bytes. Nothing of the request is repeated in the answer.
    @extend_schema(responses={200: PocketSerializer, 304: None})
    @method_decorator(gzip_page)
    def list(self, request):
        """The roster of one's own grids for the phone: 304 when `If-None-Match` names the version it has.

        Either answer lets the phone keep the roster until `valid_until`, three days from now.
        """
        pocket = pocket_of(request.user, today())
        version = '"' + hashlib.sha256(JSONRenderer().render(pocket)).hexdigest()[:32] + '"'
        answer = get_conditional_response(request, etag=version) or Response(
            pocket | {"valid_until": timezone.now() + ROSTER_LASTS}
        )
        answer["ETag"] = version
        answer["Cache-Control"] = "private, no-store"  # the phone keeps it sealed, or not at all
        return answer


def pocket_of(user, day: date) -> dict:
    """The same whenever nothing has changed: its digest is its version."""
    return {
        "user": user.pk,
        "day": day,
        "posts": [_post(holding) for holding in user.live_holdings],
        "households": _households(user, day),
        "suggestions": [
            {"household": found.household.pk, "reason": found.reason} for found in suggestions(user, day)
        ],
        "choices": {
            "outcome": _choices(VisitOutcome),
            "way": _choices(Way),
            "kind": _choices(VisitKind),
            "need_kind": _choices(NeedKind),
            "companions": _choices(Companion),
            "hazard_category": _categories(),
            "phrases": {outcome: [str(words) for words in found] for outcome, found in PHRASES.items()},
        },
    }


def _post(holding) -> dict:
    return {
        "label": str(holding.post),
        "area_code": holding.area_code,
        "area_name": holding.area.name,
        "ends_on": holding.valid.upper,
    }


def _households(user, day: date) -> list[dict]:
    households = Household.objects.for_user(user).with_last_contact().order_by(*ROUTE)
    rows = households.values(
        "id",
        "label",
        "area_code",
        "last_contact_on",
        building=F("area__name"),
        compound=F("area__building_group__compound__name"),
    )[:ROSTER_MOST]
    contacts = Resident.objects.for_user(user).living_here().filter(is_contact=True).order_by("pk")
    care = CareTag.objects.for_user(user).live_on(day).order_by("kind")
    names = _by_household(contacts.values_list("household_id", "name_masked"))
    kinds = _by_household(care.values_list("household_id", "kind"))
    words = dict(CareKind.choices)
    return [
        row
        | {
            "contacts": names.get(row["id"], []),
            "care": [str(words[kind]) for kind in dict.fromkeys(kinds.get(row["id"], []))],
        }
        for row in rows
    ]


def _by_household(pairs) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for household, value in pairs:
        found.setdefault(household, []).append(value)
    return found


def _categories() -> list[dict]:
    open_ones = EventCategory.objects.filter(is_open=True, parent__isnull=False).order_by("pk")
    return [{"value": str(pk), "label": name} for pk, name in open_ones.values_list("pk", "name")]


def _choices(words) -> list[dict]:
    return [{"value": value, "label": str(label)} for value, label in words.choices]
