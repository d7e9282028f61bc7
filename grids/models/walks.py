"""Which doors a walk of today leads to: one statement over the households of the worker's own areas."""

from datetime import date, timedelta

from django.db.models import (
    Case,
    DateField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast

from governance.kernel.scope import under
from grids.enums.rhythms import LEAD, PROMISE_KEPT_FROM, Tier
from grids.enums.roster import Occupancy
from grids.enums.visits import MET, VisitKind
from grids.models.campaigns import Campaign
from grids.models.rhythms import Rhythm
from grids.models.roster import ROUTE
from grids.models.visits import Visit

# Rules and campaigns as they hold somewhere: (area code, rhythm), (area code, campaign).
Rhythms = list[tuple[str, Rhythm]]


def proposed(households, day: date, *, rhythms: Rhythms, campaigns: list[Campaign], limit: int) -> list:
    """The households of a query set to look in on today, each with `tier`, `promised_on`, `rhythm`, `campaign`.

    `rhythm` and `campaign` are places in the lists given, of which the stricter rhythm stands first.
    Promises come first, then whose rhythm runs out, then a campaign, then who was met longest ago; the
    answer is in the order of the doors. Who was called on today, even in vain, is left for another day.
    """
    rows = households.exclude(occupancy=Occupancy.EMPTY).exclude(Exists(_visits().filter(visited_on=day)))
    rows = rows.with_last_contact().annotate(
        promised_on=_promised_on(),
        rhythm=_first(_is_in(code, rhythm, day) for code, rhythm in rhythms),
        campaign=_first(_is_left_out(campaign) for campaign in campaigns),
    )
    rows = rows.annotate(due_on=_due_on(rhythms)).annotate(tier=_tier(rhythms, day))
    by_rhythm = Q(tier__in=(Tier.RHYTHM, Tier.EVERYONE))
    order = (
        "tier",
        "promised_on",
        Case(When(by_rhythm, then=F("due_on"))).asc(nulls_first=True),
        Case(When(by_rhythm, then=F("rhythm"))).asc(),
        F("last_contact_on").asc(nulls_first=True),
    )
    found = rows.with_care(day).select_related("area__building_group").order_by(*order, *ROUTE)[:limit]
    return sorted(found, key=_door)


def _door(household) -> tuple:
    """Compound by compound, building by building, as one walks."""
    group = getattr(household.area, "building_group", None)
    return (group and group.compound_id) or 0, household.area_code, household.route, household.pk


def _visits():
    return Visit.objects.filter(household=OuterRef("pk"))


def _first(conditions) -> Case:
    """The place of the first condition that holds; None where none does."""
    return Case(
        *(When(condition, then=Value(place)) for place, condition in enumerate(conditions)),
        default=None,
        output_field=IntegerField(),
    )


def _is_in(code: str, rhythm: Rhythm, day: date) -> Q:
    return under("area_code", code) & rhythm.rule.of_household(day)


def _is_left_out(campaign: Campaign) -> Q:
    days = {"visited_on__gte": campaign.from_on, "visited_on__lte": campaign.to_on}
    met = _visits().filter(outcome__in=MET, **days)
    return under("area_code", campaign.area_code) & ~Q(Exists(met))


def open_promises() -> QuerySet[Visit]:
    """Visits whose promise is still to be kept: by a return, or any contact from just before that day on."""
    later = Visit.objects.filter(
        household=OuterRef("household"), outcome__in=MET, visited_at__gt=OuterRef("visited_at")
    )
    from_on = OuterRef("return_on") - timedelta(days=PROMISE_KEPT_FROM)
    kept = later.filter(Q(visited_on__gte=from_on) | Q(kind=VisitKind.RETURN) | Q(return_on__isnull=False))
    return Visit.objects.filter(return_on__isnull=False).exclude(Exists(kept))


def _promised_on() -> Subquery:
    """The day of the last promise to the household."""
    promises = open_promises().filter(household=OuterRef("pk"))
    return Subquery(promises.order_by("-visited_at").values("return_on")[:1])


def _due_on(rhythms: Rhythms) -> Case:
    """The day on which the household's rhythm runs out; None for one never met, and where there is no rhythm."""
    ends = (
        When(rhythm=place, then=Cast(F("last_contact_on") + timedelta(days=rhythm.days), DateField()))
        for place, (_code, rhythm) in enumerate(rhythms)
    )
    return Case(*ends, default=None, output_field=DateField())


def _tier(rhythms: Rhythms, day: date) -> Case:
    """How pressing a household is. A rhythm for everyone does not go before a campaign: it is for all alike."""
    runs_out = Q(last_contact_on__isnull=True) | Q(due_on__lte=day + timedelta(days=LEAD))
    special = [place for place, (_code, rhythm) in enumerate(rhythms) if not rhythm.rule.is_for_everyone]
    return Case(
        When(promised_on__lte=day, then=Value(Tier.PROMISE)),
        When(runs_out, rhythm__in=special, then=Value(Tier.RHYTHM)),
        When(campaign__isnull=False, then=Value(Tier.CAMPAIGN)),
        When(runs_out, rhythm__isnull=False, then=Value(Tier.EVERYONE)),
        default=Value(Tier.LONGEST),
        output_field=IntegerField(),
    )
