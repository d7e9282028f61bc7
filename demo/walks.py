"""Rhythms some areas have taken up, a campaign that is running and one that is over, promises of the demo's worker."""

from datetime import timedelta

from demo.chance import chance
from demo.city import CITY, SHANGHAI_WEST, YINXINYUAN, City
from grids.enums.visits import NeedKind, VisitKind
from grids.models import Campaign, NeedRequest, RhythmChoice, RhythmRule, Visit
from grids.states.needs import NeedState

# area → rules and the days it has chosen for them
CHOSEN = {
    CITY: {"elders_children": 30, "low_income_disabled": 90},
    SHANGHAI_WEST: {"arrived_let": 90},
    YINXINYUAN: {"alone_80": 7, "elders_children": 20},
}
OPENERS = {SHANGHAI_WEST: ("street_deputy", SHANGHAI_WEST), YINXINYUAN: ("community_secretary", YINXINYUAN)}
CAMPAIGNS = [
    (YINXINYUAN, "冬季供暖大走访", VisitKind.CAMPAIGN, -12, 18, "逐户问暖气热不热，讲燃气和用电安全。"),
    (
        SHANGHAI_WEST,
        "燃气软管专题排查",
        VisitKind.INSPECTION,
        -75,
        -45,
        "和燃气公司一起看软管、阀门和报警器。",
    ),
]


def make_walks(city: City) -> None:
    _rhythms(city)
    _campaigns(city)
    _promises(city)


def _rhythms(city: City) -> None:
    rules = {rule.code: rule for rule in RhythmRule.objects.all()}
    set_on = city.today - timedelta(days=60)
    rows = [
        RhythmChoice(
            area_id=city.areas[code], area_code=code, rule=rules[name], days=days, is_on=True, set_on=set_on,
            set_by_id=city.people.get(("community_secretary", code)),
        )
        for code, chosen in CHOSEN.items()
        for name, days in chosen.items()
    ]  # fmt: skip
    RhythmChoice.objects.bulk_create(rows)


def _campaigns(city: City) -> None:
    Campaign.objects.bulk_create(
        Campaign(
            area_id=city.areas[code], area_code=code, name=name, kind=kind, description=description,
            from_on=city.today + timedelta(days=first), to_on=city.today + timedelta(days=last),
            opened_by_id=city.people.get(OPENERS[code]),
        )
        for code, name, kind, first, last, description in CAMPAIGNS
    )  # fmt: skip


def _promises(city: City) -> None:
    """The demo's worker has two returns to keep today, and a resident who says it is not solved."""
    dice = chance("promises")
    worker = city.people["grid_worker", f"{YINXINYUAN}001"]
    own = Visit.objects.filter(worker_id=worker, visited_on__lt=city.today - timedelta(days=3))
    latest = list(own.exclude(outcome__in=("not_met", "declined")).order_by("-visited_on", "-id")[:12])
    for visit in dice.sample(latest, min(2, len(latest))):
        later = Visit.objects.filter(household_id=visit.household_id, visited_at__gt=visit.visited_at)
        if not later.exists():
            Visit.objects.filter(pk=visit.pk).update(return_on=city.today)
    if latest:
        _say_not_solved(latest[0], city)


def _say_not_solved(visit: Visit, city: City) -> None:
    """A request of the worker's that the resident says is not settled."""
    NeedRequest.objects.create(
        visit=visit, household_id=visit.household_id, worker_id=visit.worker_id, area_id=visit.area_id,
        area_code=visit.area_code, kind=NeedKind.REPAIR, text="厨房水管漏水", state=NeedState.OPEN,
        opened_on=visit.visited_on, outcome_note="已请维修师傅上门更换垫圈", reopened_count=1,
        reopened_on=city.today - timedelta(days=1), reopen_note="修过一次，过了两天又漏了。",
    )  # fmt: skip
