"""A month of a grid under a frozen clock: rhythms, limits, an extension, a leaver. Whether the sweeps run each
night or stand still for three days, everything ends where the rules say."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from governance.casework.models import Case, CaseAction
from governance.casework.tasks import sweep_clocks
from governance.kernel.days import today
from governance.people import actions as people
from governance.people.actions.leaving import orphans
from governance.people.models import User
from governance.people.tasks import settle_what_leavers_owe
from grids.actions.event_steps import VERBS
from grids.enums.rhythms import Tier
from grids.models import EligibilityHint, Event, Visit
from grids.presenting.today import suggestions
from grids.tasks import make_eligibility_hints
from tests.factories.casework import make_rules
from tests.factories.errands import make_rule
from tests.factories.events import make_event
from tests.factories.grids import make_household, make_need, make_resident, make_tag, make_visit
from tests.factories.people import make_user
from tests.factories.rhythms import make_rhythms, switch_on

ZONE = ZoneInfo("Asia/Shanghai")
BEGINS, ENDS = date(2026, 11, 2), date(2026, 12, 5)  # a Monday; a month with no holiday in it
LEAVES = date(2026, 11, 17)
TERM = 30


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


class Month:
    """The people and rows of the month, made anew for each way of running it."""

    def __init__(self, country):
        make_rules()
        community, grid = country["990101001001"], country["990101001001001"]
        self.secretary = make_user("community_secretary", community)
        self.dispatcher = make_user("street_dispatcher", country["990101001"])
        self.deputy = make_user("street_deputy", country["990101001"])
        self.worker, self.leader = make_user("grid_worker", grid), make_user("grid_leader", grid)
        make_rhythms()
        switch_on(community, "elders_children")
        self.door = make_household(country["990101001001001001"])
        make_tag(self.door, resident=make_resident(self.door, birth_year=1946))
        make_rule(age=80, lead_days=0)
        self.grid = grid

    def begin(self) -> None:
        """What is under way on the first morning."""
        visit = make_visit(self.door, worker=self.worker)
        Visit.objects.filter(pk=visit.pk).update(visited_on=today() - timedelta(days=5))
        self.need = make_need(self.door, worker=self.worker)
        self.solved, self.late, self.extended, self.paused = (
            self._event(code) for code in ("E0201", "E0202", "E0204", "E0201")
        )
        people.end_holding(self.worker.live_holdings[0], by=self.secretary, on=LEAVES, reason="调离")

    def _event(self, code: str) -> Event:
        event = make_event(self.grid, category=code)
        self.press("verify", event, self.dispatcher, post=self.secretary.live_holdings[0].post)
        for step in ("accept", "start"):
            self.press(step, event, self.secretary)
        return event

    def press(self, step: str, event: Event, by: User, **more) -> None:
        VERBS[step](Event.objects.get(pk=event.pk), by=by, **({"note": "情况属实"} | more))

    def live(self, day: date) -> None:
        """What people do on a day, at nine and at ten."""
        deeds = {
            date(2026, 11, 2): [("feedback", self.solved, self.secretary, {"answer": "已清理。"}),
                                ("suspend", self.paused, self.secretary, {})],
            date(2026, 11, 4): [("ask_extension", self.extended, self.secretary, {"amount": 2})],
            date(2026, 11, 5): [("grant_extension", self.extended, self.deputy, {})],
            date(2026, 11, 6): [("resume", self.paused, self.secretary, {})],
        }  # fmt: skip
        for step, event, by, more in deeds.get(day, ()):
            self.press(step, event, by, **more)

    def follow_rhythm(self, day: date) -> date | None:
        """Whoever has the grid calls where a rhythm proposes it."""
        caller = self.worker if day < LEAVES else self.leader
        caller.forget_posts()
        found = [one for one in suggestions(caller, day) if one.tier == Tier.RHYTHM]
        if found:
            make_visit(found[0].household, worker=caller)
        return day if found else None

    def end(self) -> dict:
        """Where everything stands when the month is over."""
        events = {name: getattr(self, name) for name in ("solved", "late", "extended", "paused")}
        self.need.refresh_from_db()
        return {
            "late_on": {name: Case.objects.get(pk=event.pk).late_on for name, event in events.items()},
            "marked": CaseAction.objects.filter(kind="late").count(),
            "keeper": {self.worker: "worker", self.leader: "leader"}[self.need.worker],
            "orphans": set(orphans().values()),
            "hints": EligibilityHint.objects.count(),
            "met": self.met,
        }


def run(month: Month, *, still: tuple[date, date] | None = None) -> dict:
    """Live through the month, sweeping each night, but not on the days from the first to the second of `still`."""
    month.met, day = [], BEGINS
    while day < ENDS:
        with time_machine.travel(at(day), tick=False):
            if day == BEGINS:
                month.begin()
            month.met += filter(None, [month.follow_rhythm(day)])
        with time_machine.travel(at(day, 10), tick=False):
            month.live(day)
        if not (still and still[0] <= day <= still[1]):
            with time_machine.travel(at(day, 23, 55), tick=False):
                sweep()
        day += timedelta(days=1)
    with time_machine.travel(at(ENDS, 1), tick=False):
        sweep()
        return month.end()


def sweep() -> None:
    """What the beat sends at night, twice: nothing may be done twice."""
    for _time in range(2):
        sweep_clocks()
        settle_what_leavers_owe()
        make_eligibility_hints()


@pytest.fixture
def lived(country):
    """`lived(still=…)`: the end of the month, with nothing of it left behind."""

    def _lived(**options) -> dict:
        with transaction.atomic():
            with time_machine.travel(at(BEGINS), tick=False):
                month = Month(country)
            result = run(month, **options)
            transaction.set_rollback(True)
        return result

    return _lived


def test_a_month_ends_where_the_rules_say(lived):
    """Two working days from Monday are Wednesday night; five and two more, the 11th; three hours left on Friday."""
    assert timezone.get_default_timezone_name() == "Asia/Shanghai"
    assert lived() == {
        "late_on": {
            "solved": None,
            "late": date(2026, 11, 5),
            "extended": date(2026, 11, 12),
            "paused": date(2026, 11, 6),
        },
        "marked": 3,
        "keeper": "leader",
        "orphans": {0},
        "hints": 1,
        "met": [date(2026, 11, 25)],
    }


@pytest.mark.parametrize(
    "still", [(date(2026, 11, 4), date(2026, 11, 6)), (date(2026, 11, 16), date(2026, 11, 18))]
)
def test_sweeps_that_stood_still_for_three_days_end_the_same(lived, still):
    assert lived(still=still) == lived()
