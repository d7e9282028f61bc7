"""Disputes of the last year (and of three years where the city counts three), each with its whole timeline."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from demo import words
from demo.case_rows import CaseTables, Plan
from demo.chance import ZONE, Wheel, chance, day_before
from demo.city import FENGHUANG, XIXIA, YINXINYUAN, City, Plot
from disputes.states import DisputeState as S
from governance.casework.enums import Kind, Outcome
from governance.casework.models import CaseCounter

# The last 365 days of the whole city. Resolved ÷ (resolved + failed + refused + overdue) = 38,720 ÷ 40,000 = 96.80 %.
RESOLVED, FAILED, REFUSED, OVERDUE = 38_720, 905, 145, 230
IN_TIME, REDIRECTED, UNACCEPTED = 740, 260, 60
STEWARD_RESOLVED = 500
FENGHUANG_YEAR, FENGHUANG_BEFORE = 455, 805  # 1,260 in three years
XIXIA_JOINT_YEAR, XIXIA_JOINT_BEFORE = 699, 1261  # with the wage case 1,961 in three years
STORIES_RESOLVED = 2  # see stories.py: the wage case, the lead case of the land rents
FENGHUANG_JOINT = 1  # of those of the year, settled jointly
CATEGORIES = Wheel({
    "0201": 14, "0203": 9, "0101": 10, "0102": 5, "0402": 16, "0602": 7, "0601": 8, "0701": 9, "0503": 5, "0901": 6,
    "0804": 4, "1101": 3, "0599": 3, "0902": 3,
})  # fmt: skip

ENDS = Wheel({S.CLOSED: 94, S.FOLLOWED_UP: 3, S.AGREED_ORAL: 2, S.AGREED_WRITTEN: 1})


@dataclass(frozen=True)
class Quota:
    """So many cases of an outcome, somewhere, in a span of days back from today."""

    count: int
    outcome: str
    where: str = ""
    first: int = 3
    last: int = 362
    is_joint: bool = False
    state: str = ""


def quotas() -> list[Quota]:
    """What adds up to the year's figures, part by part."""
    placed = STEWARD_RESOLVED + FENGHUANG_YEAR + XIXIA_JOINT_YEAR + STORIES_RESOLVED
    return [
        Quota(RESOLVED - placed, Outcome.RESOLVED),
        Quota(STEWARD_RESOLVED, Outcome.RESOLVED, YINXINYUAN),
        Quota(FENGHUANG_YEAR - FENGHUANG_JOINT, Outcome.RESOLVED, FENGHUANG),
        Quota(FENGHUANG_BEFORE, Outcome.RESOLVED, FENGHUANG, 380, 1080),
        Quota(XIXIA_JOINT_YEAR, Outcome.RESOLVED, XIXIA, is_joint=True),
        Quota(XIXIA_JOINT_BEFORE, Outcome.RESOLVED, XIXIA, 380, 1080, is_joint=True),
        Quota(FENGHUANG_JOINT, Outcome.RESOLVED, FENGHUANG, is_joint=True),
        Quota(FAILED, Outcome.FAILED),
        Quota(REFUSED, Outcome.REFUSED),
        Quota(REDIRECTED, Outcome.REDIRECTED),
        Quota(OVERDUE - 60, "", first=16, last=150, state=S.MEDIATING),
        Quota(60, "", first=14, last=90, state=S.ASSIGNED),
        Quota(IN_TIME - 260, "", first=0, last=3, state=S.MEDIATING),
        Quota(140, "", first=0, last=2, state=S.ASSIGNED),
        Quota(100, "", first=0, last=1, state=S.ACCEPTED),
        Quota(20, "", first=1, last=4, state=S.SUSPENDED),
        Quota(UNACCEPTED, "", first=0, last=0, state=S.REGISTERED),
    ]


def make_cases(city: City) -> None:
    """All cases with parties, timelines, agreements and follow-ups, in the order of their days."""
    dice = chance("cases")
    plots = _plots_by_place(city)
    plans = [plan for quota in quotas() for plan in _plans(city, quota, plots, dice)]
    plans.sort(key=lambda plan: plan.accepted_on)
    numbers = Counter()
    tables = CaseTables(city, dice)
    for plan in plans:
        tables.add(plan, _number(plan, numbers))
    tables.write()
    CaseCounter.objects.bulk_create(
        CaseCounter(area6=area6, kind=Kind.DISPUTE, day=day, last=last)
        for (area6, day), last in numbers.items()
    )


def _plots_by_place(city: City) -> dict[str, list[Plot]]:
    """Where cases may lie. The two places whose number is fixed take none of the others."""
    fixed = (YINXINYUAN, FENGHUANG)
    places = defaultdict(list)
    for plot in city.plots:
        if plot.code.startswith(fixed):
            places[next(place for place in fixed if plot.code.startswith(place))].append(plot)
            continue
        weight = 3 if plot.is_urban else 1
        places[""] += [plot] * weight
        if plot.code.startswith(XIXIA):
            places[XIXIA] += [plot] * weight
    return places


def _plans(city: City, quota: Quota, plots: dict[str, list[Plot]], dice) -> Iterator[Plan]:
    titles = words.DISPUTE_TITLES
    for _ in range(quota.count):
        plot = dice.choice(plots[quota.where])
        category = CATEGORIES.spin(dice)
        day = day_before(city.today - timedelta(days=quota.first), dice, quota.last - quota.first)
        yield Plan(
            plot=plot,
            building=dice.choice(plot.buildings),
            accepted_on=day,
            category=category,
            title=dice.choice(titles[category]),
            outcome=quota.outcome,
            state=quota.state or _end_state(quota.outcome, dice),
            is_joint=quota.is_joint,
            due_at=_due(city.today, quota, day, dice),
        )


def _end_state(outcome: str, dice) -> str:
    if outcome == Outcome.RESOLVED:
        return ENDS.spin(dice)
    return {Outcome.FAILED: S.CLOSED, Outcome.REFUSED: S.CLOSED, Outcome.REDIRECTED: S.REDIRECTED}[outcome]


def _due(today: date, quota: Quota, day: date, dice) -> datetime | None:
    if quota.outcome or quota.state == S.SUSPENDED:
        return None
    days = 10 if quota.first >= 14 else dice.randint(4, 9)
    due = day + timedelta(days=days) if quota.state != S.REGISTERED else today + timedelta(days=1)
    return datetime.combine(due, time(23, 59, 59), ZONE)


def _number(plan: Plan, numbers: Counter) -> str:
    area6 = plan.plot.code[:6]
    numbers[(area6, plan.accepted_on)] += 1
    return f"{area6}J{plan.accepted_on:%Y%m%d}{numbers[(area6, plan.accepted_on)]:05d}"
