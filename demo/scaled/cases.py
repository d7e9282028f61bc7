"""Disputes and events: planned once, then written table by table in the order of their days."""

from itertools import accumulate, pairwise

from demo import words
from demo.case_rows import LEVELS
from demo.cases import CATEGORIES
from demo.events import RURAL
from demo.scaled.dice import dice, slot_of, spin
from demo.scaled.filling import Filling, columns
from demo.scaled.shape import EVENTS_OF_1000, Shape
from demo.scaled.ways import AGES, DISPUTES, EVENTS, NOTES, WAYS, Way, wheels
from governance.areas.spelling import spell
from governance.casework.enums import (
    Kind,
)
from grids.models import EventCategory

SEATS = {"community_secretary": "community", "mediator": "township", "department_handler": "county"}


def plan_cases(shape: Shape, filling: Filling) -> None:
    """When, where, what and which way: the table `scaled.plan`."""
    _know_ways(filling)
    marks = _know_matters(filling)
    is_dispute = f"d.kind = '{Kind.DISPUTE}'"
    matter = {kind: slot_of(marks[kind], f"matter.{kind}", "d.n") for kind in marks}
    last = shape.at(f"date '{shape.today}' - 1", "14 * 3600")
    longest = f"case when {is_dispute} then 8 * 86400 else 86400 end"
    event = f"{dice('event', 1000, 'n')} < {EVENTS_OF_1000}"
    filling.keep(
        "plan",
        f"""
        select *, row_number() over (partition by county, kind, day order by n) as seq,
            least(begun_at + make_interval(secs => 7200 + wait), {last}) as ended_at
        from (
            select d.n, d.kind, d.day, p.county, p.n as place, {spin(LEVELS, "level", "d.n")} as level,
                (case when {is_dispute} then {_by_age(DISPUTES)} else {_by_age(EVENTS)} end)::int as way,
                (case when {is_dispute} then {matter[Kind.DISPUTE]} else {matter[Kind.EVENT]} end)::int as matter,
                {shape.at("d.day", f"3600 + {dice('begun', 9 * 3600, 'd.n')}")} as begun_at,
                {dice("wait", longest, "d.n")} as wait
            from (
                select n, date '{shape.today}' as today, 1 + {dice("place", "places", "n")} as at,
                    {shape.day("n", shape.cases, shape.case_years)} as day,
                    case when {event} then '{Kind.EVENT}' else '{Kind.DISPUTE}' end as kind
                from generate_series(1, {shape.cases}) n
                cross join (select max(n) as places from scaled.place) p offset 0
            ) d join scaled.place p on p.n = d.at
        ) d order by n
        """,
        key="n",
    )


def _by_age(ways: list[Way]) -> str:
    """SQL for the way of a case, by the wheel of its age."""
    *others, oldest = [spin(wheel, f"way.{ways[0].kind}", "d.n") for wheel in wheels(ways)]
    cases = "".join(
        f" when d.today - d.day <= {age} then {found}" for age, found in zip(AGES, others, strict=True)
    )
    return f"case{cases} else {oldest} end"


def _know_ways(filling: Filling) -> None:
    rows = [
        (
            number, way.state, way.outcome, way.is_closed, way.is_taken_up, way.is_with_seat, way.is_heard, way.is_late,
            "agree_in_writing" in way.steps, "suspend" in way.steps, way.answer, len(way.lines),
        )
        for number, way in enumerate(WAYS, start=1)
    ]  # fmt: skip
    filling.keep(
        "way",
        "select * from unnest(%s::int[], %s::text[], %s::text[], %s::bool[], %s::bool[], %s::bool[], %s::bool[],"
        " %s::bool[], %s::bool[], %s::bool[], %s::text[], %s::int[])"
        " as w(way, state, outcome, is_closed, is_taken_up, is_with_seat, is_heard, is_late, is_written, is_on_hold,"
        " answer, lines)",
        columns(rows),
    )
    lines = [
        (number, place, line.step, line.source, line.target, line.who, NOTES.get(line.step, ""))
        for number, way in enumerate(WAYS, start=1)
        for place, line in enumerate(way.lines)
    ]
    filling.keep(
        "line",
        "select * from unnest(%s::int[], %s::int[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[])"
        " as l(way, place, step, source, target, who, note)",
        columns(lines),
    )


def _know_matters(filling: Filling) -> dict[str, list[int]]:
    """What cases are about: the table `scaled.matter`, and the running totals of the weights by kind."""
    weights = dict(zip(CATEGORIES.items, (b - a for a, b in pairwise((0, *CATEGORIES.marks))), strict=True))
    disputes = [
        (weights[code] * 60 // len(titles), code, title, "", 0)
        for code, titles in words.DISPUTE_TITLES.items()
        if code in weights
        for title in titles
    ]
    found = {
        row.code: row for row in EventCategory.objects.select_related("handler_role", "parent__handler_role")
    }
    events = [
        (1, code, f"{found[code].name}：{told}", _level(found[code]), found[code].grade)
        for code, texts in words.EVENT_TEXTS.items()
        if code not in RURAL
        for told in texts
    ]
    both = {Kind.DISPUTE: disputes, Kind.EVENT: events}
    rows = [
        (kind, number, code, title, spell(title)[1], level, grade)
        for kind, matters in both.items()
        for number, (_weight, code, title, level, grade) in enumerate(matters, start=1)
    ]
    filling.keep(
        "matter",
        "select * from unnest(%s::text[], %s::int[], %s::text[], %s::text[], %s::text[], %s::text[], %s::int[])"
        " as m(kind, matter, category, title, initials, level, grade)",
        columns(rows),
    )
    return {kind: list(accumulate(row[0] for row in matters)) for kind, matters in both.items()}


def _level(category: EventCategory) -> str:
    """The level of the seat that a category of events goes to."""
    role = category.handler_role or (category.parent and category.parent.handler_role)
    return SEATS.get(role.code if role else "", "community")
