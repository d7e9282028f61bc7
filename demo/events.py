"""Events of the last year in every state, and the work list they are dispatched by."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from demo import words
from demo.chance import Wheel, chance, day_before
from demo.city import JINFENG, SHANGHAI_WEST, YINXINYUAN, City, Plot
from demo.event_rows import EventPlan, EventTables
from governance.casework.enums import Kind, Outcome, Source
from governance.casework.models import CaseCounter
from grids.models import EventCategory, WorkListException, WorkListItem
from grids.states.events import EventState as S

BASIS = "《网格服务管理事项清单（试行）》"
LISTED = {
    "E01": "安全隐患巡查、劝导和上报",
    "E02": "市容环境巡查、劝导和上报",
    "E04": "清除小广告",
    "E0605": "健身器材巡查报修",
    "E09": "民生诉求收集和代办",
    "E10": "物业问题协调",
    "E11": "农业农村事项协助核实",
    "E13": "社情民意收集",
    "E99": "临时交办的便民事项",
}
SOURCES = Wheel(
    {Source.GRID: 62, Source.VISIT: 16, Source.RESIDENT: 14, Source.HOTLINE: 6, Source.SUPERIOR: 2}
)
RURAL = {"E1102", "E1104"}
NEARBY = 0.1
ENDED = Wheel({S.RATED: 35, S.CLOSED: 65})


@dataclass(frozen=True)
class Share:
    """So many events of a fate, told of in a span of days back from today; `near` of them where the log-ins sit."""

    count: int
    state: str = ""
    outcome: str = ""
    first: int = 6
    last: int = 362
    near: float = 0.02
    is_late: bool = False
    is_own: bool = False
    reopened: int = 0


SHARES = [
    Share(2380, outcome=Outcome.RESOLVED),
    Share(70, outcome=Outcome.RESOLVED, is_late=True),
    Share(40, outcome=Outcome.RESOLVED, reopened=1),
    Share(45, outcome=Outcome.UNSOLVED),
    Share(330, S.CLOSED, Outcome.RESOLVED, first=1, is_own=True),
    Share(75, S.REJECTED, Outcome.DECLINED, first=2),
    Share(40, S.MERGED, Outcome.MERGED, first=2),
    Share(46, S.REPORTED, first=0, last=1, near=0.3),
    Share(22, S.VERIFIED, first=0, last=1, near=0.3),
    Share(40, S.DISPATCHED, first=0, last=2, near=0.3),
    Share(24, S.ACCEPTED, first=0, last=2, near=0.3),
    Share(70, S.HANDLING, first=0, last=3, near=0.2),
    Share(14, S.HANDLING, first=8, last=25, near=0.1),
    Share(8, S.SUSPENDED, first=2, last=9, near=0.2),
    Share(8, S.RETURNED, first=0, last=2, near=0.3),
    Share(26, S.FEEDBACK, Outcome.RESOLVED, first=1, last=3, near=0.3),
    Share(12, S.CHECKED, Outcome.RESOLVED, first=1, last=4, near=0.3),
]


def make_events(city: City) -> None:
    """All events by COPY, in the order of their days; the doubles after those they were merged into."""
    dice = chance("events")
    categories = {row.code: row for row in EventCategory.objects.select_related("parent")}
    places = city.plots, city.plots_in(SHANGHAI_WEST), city.plots_in(f"{YINXINYUAN}001")
    plans = [
        _plan(share, categories, _where(share, number, places, dice), city, dice)
        for share in SHARES
        for number in range(share.count)
    ]
    plans.sort(key=lambda plan: plan.registered_on)
    numbers, tables, last = Counter(), EventTables(city, dice), None
    for plan in plans:
        plan.main = last if plan.state == S.MERGED else None
        pk = tables.add(plan, _number(plan, numbers))
        last = pk if plan.state != S.MERGED else last
    tables.write()
    CaseCounter.objects.bulk_create(
        CaseCounter(area6=area6, kind=Kind.EVENT, day=day, last=count)
        for (area6, day), count in numbers.items()
    )
    _list_work(city)


def _where(share: Share, number: int, places: tuple, dice) -> list[Plot]:
    """Anywhere; some where the log-ins of street and community sit, the first of what is open in the worker's grid."""
    anywhere, near, own = places
    if number == 0 and share.near >= NEARBY:
        return own
    return near if dice.random() < share.near else anywhere


def _plan(share: Share, categories: dict, plots: list[Plot], city: City, dice) -> EventPlan:
    plot = dice.choice(plots)
    code = dice.choice([code for code in words.EVENT_TEXTS if code not in RURAL or not plot.is_urban])
    return EventPlan(
        plot=plot,
        building=dice.choice(plot.buildings),
        category=categories[code],
        text=dice.choice(words.EVENT_TEXTS[code]),
        state=share.state or ENDED.spin(dice),
        registered_on=_day(share, city.today, dice),
        days=0 if share.is_own else dice.randint(0, 1) if not share.is_late else dice.randint(4, 6),
        source=Source.GRID if share.is_own else SOURCES.spin(dice),
        outcome=share.outcome,
        is_late=share.is_late,
        is_own=share.is_own,
        reopened=share.reopened,
    )


def _day(share: Share, today: date, dice) -> date:
    return day_before(today - timedelta(days=share.first), dice, share.last - share.first + 1)


def _number(plan: EventPlan, numbers: Counter) -> str:
    area6 = plan.plot.code[:6]
    numbers[(area6, plan.registered_on)] += 1
    return f"{area6}S{plan.registered_on:%Y%m%d}{numbers[(area6, plan.registered_on)]:05d}"


def _list_work(city: City) -> None:
    """A work list for every county since the first of March, and one exception that still runs."""
    since = date(city.today.year - 1, 3, 1)
    counties = [code for code in city.areas if len(code) == 6]
    WorkListItem.objects.bulk_create(
        WorkListItem(
            area_id=city.areas[county],
            area_code=county,
            category_id=category,
            title=title,
            basis=BASIS,
            valid=(since, None),
        )
        for county in counties
        for category, title in LISTED.items()
    )
    WorkListException.objects.create(
        area_id=city.areas[JINFENG],
        area_code=JINFENG,
        category_id="E0301",
        reason="冬季早市集中整治，请社区协助劝导两个月",
        approved_by_id=city.people[("centre_supervisor", JINFENG)],
        from_on=city.today - timedelta(days=20),
        until_on=city.today + timedelta(days=40),
    )
