"""Whatever people, bulk SQL and re-cuts do, in whatever order: every figure is what a plain recount says.

After each step figures are read for an area and a period on the boundaries of today and of a day gone by, all of them
on the one, those kept by facts on the other, and held against `recount`. A re-cut moreover changes nothing of what was
read for the days before it. Some steps in every run; `STEPS=5000 ./run test tests/statistics/test_exactness.py` for the
long one, which prints how often what was taken and refused.
"""

import os
import random
from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from governance.areas.actions import (
    Part,
    close_area,
    merge_areas,
    move_area,
    open_area,
    rename_area,
    split_area,
)
from governance.areas.models import Area
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.statistics import facts, registry, stocks
from governance.statistics.counting import AREA
from governance.statistics.definitions import Stock
from governance.statistics.reading import Span, read_values
from grids.models import Visit
from tests.factories.casework import make_rules
from tests.factories.people import hold, make_user
from tests.statistics.happenings import (
    COUNTED,
    ENTRIES,
    PRESSED,
    Presses,
    copy_in_bulk,
    delete_in_bulk,
    move_in_bulk,
    redate_in_bulk,
)
from tests.statistics.recount import WIDTHS, Figures, Map, Recount
from tests.statistics.rows import make_rows

TOTAL = int(os.environ.get("STEPS", "60"))
A_RUN = 20
START = datetime(2026, 6, 15, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
TAKEN: Counter[str] = Counter()
PICKS = st.integers(0, 10_000)
AGO = st.one_of(st.just(0), st.integers(1, 40), st.integers(41, 500))
TABLES = st.sampled_from(sorted(COUNTED, key=lambda model: model._meta.db_table))
THIRD = st.integers(0, 2)
ACTOR = {"by": None}
EVERY = list(registry.indicators().values())
FLOWS = [one for one in EVERY if not any(isinstance(figure.source, Stock) for figure in one.figures)]


class Portal(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.now = START
        self.clock = time_machine.travel(START, tick=False)
        self.clock.start()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        self.by = ACTOR["by"]
        self.born = {}
        self.maps = {today() - timedelta(days=back): Map.of_now(self.born) for back in range(1, 30)}
        self._survey()

    def teardown(self):
        if hasattr(self, "savepoint"):
            transaction.set_rollback(True)
            self.savepoint.__exit__(None, None, None)
            self.clock.stop()

    @rule(names=st.lists(st.sampled_from(sorted(ENTRIES)), min_size=1, max_size=4), pick=PICKS, ago=AGO)
    def enter(self, names, pick, ago):
        """Rows of today or such as come late, of a day long gone."""
        area = self._pick(pick, 15)
        with time_machine.travel(self.now - timedelta(days=ago), tick=False):
            for name in names:
                self._try(f"enter {name}", ENTRIES[name], area)

    @rule(names=st.lists(st.sampled_from(PRESSED), min_size=1, max_size=4), seed=PICKS)
    def press(self, names, seed):
        presses = Presses(self.by, random.Random(seed))
        for name in names:
            self._try(f"press {name}", presses.press, name)

    @rule(model=TABLES, pick=PICKS, third=THIRD, width=st.sampled_from(WIDTHS[2:5]))
    def move_rows(self, model, pick, third, width):
        self._try("bulk move", move_in_bulk, model, self._pick(pick, width), third)

    @rule(model=TABLES, data=st.data(), number=st.integers(-3, 70), third=THIRD)
    def redate_rows(self, model, data, number, third):
        self._try(
            "bulk redate", redate_in_bulk, model, data.draw(st.sampled_from(COUNTED[model])), number, third
        )

    @rule(model=TABLES, third=THIRD)
    def delete_rows(self, model, third):
        self._try("bulk delete", delete_in_bulk, model, third)

    @rule()
    def copy_visits(self):
        if Visit.objects.count() < 200:
            self._try("bulk copy", copy_in_bulk, Visit, client_uuid="gen_random_uuid()")

    @rule()
    def drain(self):
        TAKEN["drain"] += 1
        facts.drain()

    @rule()
    def sweep(self):
        TAKEN["sweep"] += 1
        stocks.sweep(registry.stocks())

    @rule(pick=PICKS)
    def rebuild(self, pick):
        TAKEN["rebuild"] += 1
        datasets = registry.datasets()
        facts.rebuild_facts([datasets[pick % len(datasets)]])

    @rule(days=st.integers(1, 12))
    def wait(self, days):
        TAKEN["days pass"] += 1
        yesterday = self.maps[today()]
        self.clock.stop()
        self.now += timedelta(days=days)
        self.clock = time_machine.travel(self.now, tick=False)
        self.clock.start()
        for back in range(days):
            self.maps[today() - timedelta(days=back)] = yesterday

    @rule(pick=PICKS, to=PICKS, width=st.sampled_from(WIDTHS[2:]))
    def move(self, pick, to, width):
        upper = WIDTHS[WIDTHS.index(width) - 1]
        self._recut(move_area, self._pick(pick, width), to=self._pick(to, upper))

    @rule(pick=PICKS, into=PICKS, width=st.sampled_from(WIDTHS[1:]))
    def merge(self, pick, into, width):
        self._recut(merge_areas, [self._pick(pick, width)], into=self._pick(into, width))

    @rule(pick=PICKS, width=st.sampled_from(WIDTHS[1:]))
    def split(self, pick, width):
        area = self._pick(pick, width)
        below = list(Area.objects.children_of(area))
        parts = [Part(f"{area.name}之{n}", below[n::2]) for n in (0, 1)]
        self._recut(split_area, area, into=parts)

    @rule(pick=PICKS, into=PICKS, width=st.sampled_from(WIDTHS[3:]), has_heir=st.booleans())
    def close(self, pick, into, width, has_heir):
        heir = self._pick(into, width) if has_heir else None
        self._recut(close_area, self._pick(pick, width), successor=heir)

    @rule(pick=PICKS, width=st.sampled_from(WIDTHS[:-1]))
    def open(self, pick, width):
        self._recut(open_area, self._pick(pick, width), name=f"新区{pick}")

    @rule(pick=PICKS, width=st.sampled_from(WIDTHS))
    def rename(self, pick, width):
        self._recut(rename_area, self._pick(pick, width), name=f"改名{pick}")

    @invariant()
    def every_figure_is_what_a_recount_says(self):
        if not hasattr(self, "maps"):
            return
        chance, recount = random.Random(sum(TAKEN.values())), Recount()
        days = [today(), self._some_day_gone(chance)]
        whole = chance.choice(days)
        for day in days:
            asked, by = EVERY if day == whole else FLOWS, chance.choice([AREA, None])
            map_, code = self.maps[day], self._some_code(self.maps[day], chance)
            span = self._some_span(day, chance)
            expected = recount.figures(asked, map_, code, span)
            assert differing(self._read(asked, map_, code, span, by), expected) == {}, (code, span)

    def _recut(self, verb, *given, **more):
        """A re-cut of today leaves what the days before it read as they read."""
        chance = random.Random(sum(TAKEN.values()))
        day = self._some_day_gone(chance)
        code, span = self._some_code(self.maps[day], chance), self._some_span(day, chance)
        before = self._read(EVERY, self.maps[day], code, span)
        self._try(verb.__name__, verb, *given, by=self.by, on=today(), **more)
        self._survey()
        assert differing(self._read(EVERY, self.maps[day], code, span), before) == {}, (verb, code, span)

    def _read(self, asked, map_, code, span, by=None) -> Figures:
        """By indicator both sides of the whole, and where it is cut by area, of each area below."""
        pk = next(pk for pk, known in map_.codes.items() if known == code)
        area = Area.objects.select_related("level").get(pk=pk)
        own = {area.code: code}  # the row of the area itself bears the code of today
        return {
            reading.indicator.key: (
                (reading.numerator, reading.denominator),
                {own.get(row.key, row.key): (row.numerator, row.denominator) for row in reading.rows}
                if by
                else None,
            )
            for reading in read_values(asked, area=area, span=span, by=by)
        }

    def _survey(self):
        """The areas as they stand; those that were not there before remember where they were opened."""
        known = self.maps[today() - timedelta(days=1)].codes
        for area in Area.objects.all():
            if area.pk not in known and area.pk not in self.born:
                self.born[area.pk] = area.parents.order_by("valid").values_list("parent", flat=True)[0]
        self.maps[today()] = Map.of_now(self.born)

    def _try(self, what, verb, *given, **more):
        try:
            with transaction.atomic():
                verb(*given, **more)
        except (Refused, ValidationError, PermissionDenied, IntegrityError, DataError):
            TAKEN[f"{what} refused"] += 1
        else:
            TAKEN[what] += 1

    def _pick(self, pick, width):
        """An open area; where the last of a level has been closed, a new one."""
        rows = Area.objects.open().filter(level__code_width=width).select_related("level", "successor")
        if not rows.exists():
            above = self._pick(pick, WIDTHS[WIDTHS.index(width) - 1])
            self._recut(open_area, above, name=f"重设{sum(TAKEN.values())}")
        found = list(rows.all())
        return found[pick % len(found)]

    def _some_day_gone(self, chance):
        return today() - timedelta(days=chance.choice([1, 1, 2, 5, 20]))

    def _some_code(self, map_, chance):
        codes = [code for code in sorted(map_.open) if len(code) < WIDTHS[-1]]
        return chance.choice([codes[0], chance.choice(codes)])

    def _some_span(self, day, chance):
        first = day - timedelta(days=chance.choice([0, 6, 40, 364, 800]))
        last = chance.choice([day, day, day - timedelta(days=3), day + timedelta(days=2)])
        return Span(min(first, last), last, day)


def differing(read: Figures, expected: Figures) -> dict:
    """By indicator what was read and what should have been, cut by area where it was read so."""
    found = {}
    for key, (whole, rows) in read.items():
        should = (expected[key][0], None if rows is None else expected[key][1])
        if (whole, rows) != should:
            found[key] = ((whole, rows), should)
    return found


@pytest.mark.django_db
def test_every_figure_is_what_a_recount_says_after_every_step(country):
    make_rules()
    with time_machine.travel(START, tick=False):
        make_rows(country)
        ACTOR["by"] = make_user()
        for role in ("system_admin", "centre_supervisor", "property_officer", "deeds_officer", "grid_worker"):
            hold(ACTOR["by"], role, country["9901"])
        hold(ACTOR["by"], "street_deputy", country["9901"])
    TAKEN.clear()

    run_state_machine_as_test(
        Portal,
        settings=settings(
            max_examples=TOTAL // A_RUN + 1,  # the first of all does next to nothing
            stateful_step_count=A_RUN,
            deadline=None,
            database=None,
            phases=[Phase.generate],  # shrinking a failure would take minutes
            suppress_health_check=list(HealthCheck),
        ),
    )

    print(f"{sum(TAKEN.values())} steps: {dict(sorted(TAKEN.items()))}")
    assert sum(TAKEN.values()) >= TOTAL // 4
