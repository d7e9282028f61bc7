"""Random verbs on random days against a model that is nothing but lists of (day, value)."""

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from governance.areas.actions import (
    Part,
    close_area,
    merge_areas,
    move_area,
    open_area,
    rename_area,
    split_area,
)
from governance.areas.integrity import faults
from governance.areas.models import Ancestry, Area, AreaParent
from governance.kernel.errors import Refused
from tests.factories.areas import make_area
from tests.factories.people import hold, make_user

START = dt.date(2024, 1, 1)
DEEPEST = 4
STEPS = st.integers(-12, 6)
PICKS = st.integers(0, 10_000)


class Record:
    """What the model knows of one area: what held from which day on."""

    def __init__(self, day, depth, parent, name, code):
        self.opened, self.closed, self.depth = day, None, depth
        self.parents, self.names, self.codes = [], [], []
        self.note(self.parents, day, parent)
        self.note(self.names, day, name)
        self.note(self.codes, day, code)

    @staticmethod
    def note(history, day, value):
        history[:] = [(since, old) for since, old in history if since < day] + [(day, value)]

    @staticmethod
    def on(history, day):
        return [value for since, value in history if since <= day][-1]

    def stands(self, day):
        return self.opened <= day and (self.closed is None or day < self.closed)


class Tree(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.latest = 0
        self.records = {}
        self.city = make_area("6401", opened_on=START)
        self.by = make_user("system_admin", self.city)
        self._add(self.city, 0, 1, None)
        for _ in range(2):
            self._open(0, self.city)

    def teardown(self):
        try:
            for day in range(self.latest + 2):
                self._compare(day)
            assert list(faults()) == []
        finally:
            transaction.set_rollback(True)
            self.atomic.__exit__(None, None, None)

    @rule(pick=PICKS, step=STEPS)
    def open(self, pick, step):
        self._open(self._day(step), self._pick(pick, lambda r: r.depth < DEEPEST))

    @rule(pick=PICKS, to=PICKS, step=STEPS)
    def move(self, pick, to, step):
        area = self._pick(pick, lambda r: r.depth > 2)
        depth = area and self.records[area.pk].depth
        to = self._pick(to, lambda r: r.depth + 1 == depth)
        day = self._day(step)
        if area and to and self._try(day, move_area, area, to=to):
            Record.note(self.records[area.pk].parents, day, to.pk)
            self._read_codes(day)

    @rule(pick=PICKS, step=STEPS, name=st.sampled_from("甲乙丙丁"))
    def rename(self, pick, step, name):
        area, day = self._pick(pick), self._day(step)
        if self._try(day, rename_area, area, name=name):
            Record.note(self.records[area.pk].names, day, name)

    @rule(pick=PICKS, step=STEPS)
    def close(self, pick, step):
        area, day = self._pick(pick, self._is_childless), self._day(step)
        if area and self._try(day, close_area, area):
            self._end(area, day)

    @rule(pick=PICKS, into=PICKS, step=STEPS)
    def merge(self, pick, into, step):
        area = self._pick(pick, lambda r: r.depth > 1)
        into = self._pick(into, lambda r: area and r.depth == self.records[area.pk].depth)
        day = self._day(step)
        if area and area != into:
            children = self._children(area.pk)
            if self._try(day, merge_areas, [area], into=into):
                for child in children:
                    Record.note(self.records[child].parents, day, into.pk)
                self._end(area, day)
                self._read_codes(day)

    @rule(pick=PICKS, step=STEPS)
    def split(self, pick, step):
        area, day = self._pick(pick, lambda r: r.depth > 1), self._day(step)
        if area:
            children = sorted(self._children(area.pk))
            parts = [
                Part(f"{area.name}{n}", [Area.objects.get(pk=pk) for pk in children[n::2]]) for n in (0, 1)
            ]
            made = self._try(day, split_area, area, into=parts)
            for n, part in enumerate(made or []):
                record = self.records[area.pk]
                self._add(part, day, record.depth, Record.on(record.parents, day))
                for child in children[n::2]:
                    Record.note(self.records[child].parents, day, part.pk)
            if made:
                self._end(area, day)
                self._read_codes(day)

    @rule(pick=PICKS)
    def seat(self, pick):
        hold(self.by, "community_secretary", self._pick(pick))

    @precondition(lambda self: len(self.records) > 4)
    @rule(back=st.integers(0, 30), pick=PICKS)
    def read_one_area(self, back, pick):
        day = max(0, self.latest - back)
        pk = sorted(self.records)[pick % len(self.records)]
        area, date = Area.objects.get(pk=pk), _date(day)
        if self.records[pk].stands(day):
            assert [a.pk for a in area.ancestors(on=date)] == self._line(pk, day)[::-1]
            assert {a.pk for a in Area.objects.children_on(area, date)} == self._children(pk, day)
            below = {p for p, r in self.records.items() if r.stands(day) and pk in self._line(p, day)}
            assert {a.pk for a in area.descendants(on=date)} == below
        else:
            assert list(area.ancestors(on=date)) == []

    def _open(self, day, parent):
        area = self._try(day, open_area, parent, name=f"区{len(self.records)}")
        if area:
            self._add(area, day, self.records[parent.pk].depth + 1, parent.pk)

    def _add(self, area, day, depth, parent):
        self.records[area.pk] = Record(day, depth, parent, area.name, area.code)

    def _end(self, area, day):
        self.records[area.pk].closed = day

    def _try(self, day, verb, area, **kwargs):
        """The verb's answer, or None when it refuses, which it may not do for a day after all others."""
        try:
            with transaction.atomic():
                made = verb(area, by=self.by, on=_date(day), **kwargs)
        except Refused as refused:
            assert refused.code in {"date_too_early", "already_there", "bad_successor", "wrong_level"}, (
                refused
            )
            assert refused.code != "date_too_early" or day <= self.latest
            return None
        self.latest = max(self.latest, day)
        return made

    def _day(self, step):
        return max(0, self.latest + step)

    def _pick(self, pick, fits=lambda record: True):
        found = [pk for pk, r in sorted(self.records.items()) if r.closed is None and fits(r)]
        return Area.objects.get(pk=found[pick % len(found)]) if found else None

    def _is_childless(self, record):
        return record.depth > 1 and not any(
            self._children(pk) for pk, other in self.records.items() if other is record
        )

    def _children(self, pk, day=None):
        day = 10**6 if day is None else day
        return {p for p, r in self.records.items() if r.stands(day) and Record.on(r.parents, day) == pk}

    def _line(self, pk, day):
        parent = Record.on(self.records[pk].parents, day)
        return [parent, *self._line(parent, day)] if parent else []

    def _read_codes(self, day):
        for area in Area.objects.filter(closed_on__isnull=True):
            if Record.on(self.records[area.pk].codes, 10**6) != area.code:
                Record.note(self.records[area.pk].codes, day, area.code)

    def _compare(self, day):
        date = _date(day)
        standing = {pk: r for pk, r in self.records.items() if r.stands(day)}
        rows = {a.pk: (a.name_then, a.code_then) for a in Area.objects.as_of(date)}
        assert rows == {pk: (r.on(r.names, day), r.on(r.codes, day)) for pk, r in standing.items()}
        parents = dict(AreaParent.objects.filter(valid__contains=date).values_list("area", "parent"))
        assert parents == {pk: r.on(r.parents, day) for pk, r in standing.items() if r.depth > 1}
        assert all(rows[pk][1].startswith(rows[parent][1]) for pk, parent in parents.items())
        closure = Ancestry.objects.filter(valid__contains=date).values_list("descendant", "ancestor", "depth")
        expected = {
            (pk, above, depth) for pk in standing for depth, above in enumerate([pk, *self._line(pk, day)])
        }
        assert set(closure) == expected


def _date(day):
    return START + dt.timedelta(days=day)


@pytest.mark.django_db
def test_tree_reads_on_every_day_as_the_model_does():
    run_state_machine_as_test(
        Tree,
        settings=settings(
            max_examples=20,
            stateful_step_count=25,
            deadline=None,
            phases=[Phase.reuse, Phase.generate],  # shrinking a failure would take minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
