"""Every figure counted a second time, the plain way: row by row in Python, on a map that is nothing but codes.

Nothing of `counting`, `facts` or the dated tree takes part. What a row counts for is said here once more by hand; the
rows of a stock are read with its query set, which is also what its list reads.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from django.core.exceptions import EmptyResultSet
from django.db import connection

from deeds.models import DeedProject, Home
from disputes.models import LitigationFigure, Matter, Reception
from governance.areas.models import Area
from governance.casework.models import Case
from governance.statistics.definitions import Closing, Cumulative, Flow, Indicator, Source, Stock
from governance.statistics.reading import Span
from grids.models import Errand, NeedRequest, Visit
from property.models import ProjectComplaint, ProjectFee

WIDTHS = (4, 6, 9, 12, 15, 18)
ENDS = ("resolved", "failed", "refused")
HEARD = ("satisfied", "fair", "dissatisfied")
IN_VILLAGE = ("community", "grid", "building")


@dataclass(frozen=True)
class Tally:
    """The rows of a table that count, by a day of theirs, for so much each."""

    model: type
    day: str
    counts: Callable[[dict], bool] = lambda row: True
    weight: Callable[[dict], int] = lambda row: 1


def _dispute(counts: Callable[[dict], bool], day: str = "accepted_on") -> Tally:
    return Tally(Case, day, lambda row: row["kind"] == "dispute" and bool(counts(row)))


def _accepted(counts: Callable[[dict], bool]) -> Tally:
    return _dispute(lambda row: row["accepted_on"] and counts(row))


def _event(counts: Callable[[dict], bool], day: str = "registered_on") -> Tally:
    return Tally(Case, day, lambda row: row["kind"] == "event" and bool(counts(row)))


def _old(row: dict) -> bool:
    return not row["is_new"]


def _taken_in_time(row: dict) -> bool:
    due = row["accept_due_on"]
    taken, declined = row["accepted_on"], row["outcome"] == "declined" and row["closed_on"]
    return due and ((taken and taken <= due) or (declined and declined <= due))


def _called(counts: Callable[[dict], bool]) -> Tally:
    return _dispute(lambda row: row["satisfaction"] in HEARD and counts(row), "followed_up_on")


MEASURES = {
    "visits.count": Tally(Visit, "visited_on"),
    "needs.solved_count": Tally(NeedRequest, "solved_on"),
    "errands.requested": Tally(Errand, "requested_on"),
    "errands.decided": Tally(Errand, "decided_on"),
    "errands.done": Tally(Errand, "decided_on", lambda row: row["result"] == "done"),
    "events.reported": _event(lambda row: True),
    "events.on_time": _event(
        lambda row: row["outcome"] in ("resolved", "unsolved") and row["late_on"] is None, "accepted_on"
    ),
    "events.due": _event(
        lambda row: (
            row["outcome"] != "merged" and (row["late_on"] or row["outcome"] in ("resolved", "unsolved"))
        ),
        "accepted_on",
    ),
    "events.self_handled": _event(lambda row: row["accepted_on"] is None and row["outcome"] == "resolved"),
    "events.reopened": _event(lambda row: row["reopened_count"]),
    "disputes.accepted": _accepted(lambda row: True),
    "disputes.resolved": _accepted(lambda row: row["outcome"] == "resolved" and row["relapsed_on"] is None),
    "disputes.due": _accepted(
        lambda row: row["outcome"] != "redirected" and (row["outcome"] or row["late_on"])
    ),
    "disputes.joint_resolved": _dispute(
        lambda row: row["outcome"] == "resolved" and row["is_joint"], "resolved_on"
    ),
    "disputes.settled": _accepted(lambda row: row["outcome"] == "resolved"),
    "disputes.mediated": _accepted(lambda row: row["outcome"] in ("resolved", "failed")),
    "disputes.refused": _accepted(lambda row: row["outcome"] == "refused"),
    "disputes.taken_in_time": _dispute(_taken_in_time, "registered_on"),
    "disputes.taken_due": _dispute(
        lambda row: (
            row["accept_due_on"]
            and (row["accepted_on"] or row["outcome"] == "declined" or row["accept_late_on"])
        ),
        "registered_on",
    ),
    "disputes.ended_in_time": _accepted(lambda row: row["outcome"] and row["late_on"] is None),
    "disputes.ended_due": _accepted(lambda row: row["outcome"] or row["late_on"]),
    "disputes.in_village": _accepted(
        lambda row: row["outcome"] == "resolved" and row["level_id"] in IN_VILLAGE
    ),
    "disputes.in_township": _accepted(
        lambda row: row["outcome"] == "resolved" and row["level_id"] in (*IN_VILLAGE, "township")
    ),
    "disputes.to_call_back": _accepted(lambda row: row["outcome"] in ENDS),
    "disputes.called_back": _accepted(lambda row: row["outcome"] in ENDS and row["followed_up_on"]),
    "disputes.heard": _called(lambda row: True),
    "disputes.content": _called(lambda row: row["satisfaction"] in ("satisfied", "fair")),
    "disputes.settled_heard": _called(lambda row: row["outcome"] == "resolved"),
    "disputes.verified": _called(lambda row: row["outcome"] == "resolved" and row["relapsed_on"] is None),
    "disputes.returned": _accepted(lambda row: row["returned_count"]),
    "disputes.reopened": _accepted(lambda row: row["reopened_count"]),
    "centres.receptions": Tally(Reception, "received_on"),
    "centres.matters": Tally(Matter, "received_on"),
    "litigation.civil": Tally(LitigationFigure, "month", weight=lambda row: row["civil_first_instance"]),
    "litigation.filings": Tally(
        LitigationFigure,
        "month",
        weight=lambda row: row["civil_first_instance"] + row["administrative_first_instance"],
    ),
    "property.fees_due": Tally(ProjectFee, "quarter_on", weight=lambda row: row["due_yuan"]),
    "property.fees_received": Tally(ProjectFee, "quarter_on", weight=lambda row: row["received_yuan"]),
    "property.complaints": Tally(ProjectComplaint, "received_on"),
    "property.complaints_closed": Tally(
        ProjectComplaint, "received_on", lambda row: row["closed_on"] is not None
    ),
    "deeds.projects_listed": Tally(
        DeedProject, "listed_on", lambda row: row["state"] != "excluded" and _old(row)
    ),
    "deeds.projects_solved": Tally(DeedProject, "solved_on", _old),
    "deeds.projects_new": Tally(
        DeedProject, "listed_on", lambda row: row["state"] != "excluded" and row["is_new"]
    ),
    "deeds.homes_listed": Tally(Home, "listed_on", _old),
    "deeds.homes_solved": Tally(Home, "solved_on", _old),
    "deeds.homes_issued": Tally(Home, "issued_on", _old),
    "deeds.days_to_issue": Tally(
        Home, "issued_on", _old, lambda row: (row["issued_on"] - row["listed_on"]).days
    ),
}


@dataclass(frozen=True)
class Map:
    """The areas as they stand on a day; `at` is the code its records are found by: its own or its heir's."""

    codes: dict[int, str]
    at: dict[int, str]
    open: frozenset[str]
    born: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of_now(cls, born: dict[int, int]) -> "Map":
        areas = list(Area.objects.all())
        codes = {area.pk: area.code for area in areas}
        return cls(
            codes,
            {area.pk: codes[area.successor_id or area.pk] for area in areas},
            frozenset(area.code for area in areas if area.closed_on is None),
            born,
        )

    def place(self, area: int, stays: bool) -> str:
        """Where a row of the area lies; of an area that is not there yet, where it will come from."""
        while area not in self.codes:
            area = self.born[area]
        return self.codes[area] if stays else self.at[area]

    def below(self, code: str) -> list[str]:
        deeper = [width for width in WIDTHS if width > len(code)]
        return [one for one in self.open if deeper and len(one) == deeper[0] and one.startswith(code)]


Sides = tuple[int, int | None]
Figures = dict[str, tuple[Sides, dict[str, Sides] | None]]


class Recount:
    """All figures of the moment; the rows of each table and each stock are read once."""

    def __init__(self):
        self.tables: dict[type, list[dict]] = {}
        self.stocks: dict[tuple[str, date], list[tuple[int, int]]] = {}

    def figures(self, indicators: list[Indicator], map_: Map, code: str, span: Span) -> Figures:
        """By indicator both sides of the whole, and of every area below (with the area itself for what is its own)."""
        sources = {f.source.key: f.source for i in indicators for f in i.figures}
        counted = {key: self._spread(source, map_, code, span) for key, source in sources.items()}
        below = map_.below(code)
        found = {}
        for indicator in indicators:
            sides = [counted[figure.source.key] for figure in indicator.figures]
            sides += [defaultdict(lambda: None)] * (2 - len(sides))
            rows = {place: tuple(side[place] for side in sides) for place in below}
            if any(side[code] for side in sides):
                rows[code] = tuple(side[code] for side in sides)
            whole = (sum(sides[0].values()), sum(sides[1].values()) if indicator.denominator else None)
            found[indicator.key] = (whole, rows)
        return found

    def _spread(self, source: Source, map_: Map, code: str, span: Span) -> Counter:
        """What a source counts, by the area below that it lies in."""
        below = set(map_.below(code))
        width = min((len(one) for one in below), default=len(code))
        found: Counter = Counter()
        for place, weight in self._weights(source, map_, span):
            if place.startswith(code):
                found[place[:width] if place[:width] in below else code] += weight
        return found

    def _weights(self, source: Source, map_: Map, span: Span):
        if isinstance(source, Flow | Cumulative):
            tally = MEASURES[source.measure]
            first, last = (span.from_on, span.to_on) if isinstance(source, Flow) else (date.min, span.as_of)
            for row in self._table(tally.model):
                day = row[tally.day]
                if day and first <= day <= last and tally.counts(row):
                    yield map_.place(row["area_id"], stays=False), tally.weight(row)
            return
        assert isinstance(source, Stock)
        day = min(span.to_on, span.as_of) if isinstance(source, Closing) else span.as_of
        stays = getattr(source.rows(day).model, "STAYS_WITH_AREA", False) or source.area == "self"
        for area, weight in self._stock(source, day):
            yield map_.place(area, stays), weight

    def _table(self, model: type) -> list[dict]:
        if model not in self.tables:
            self.tables[model] = list(model.objects.values())
        return self.tables[model]

    def _stock(self, source: Stock, day: date) -> list[tuple[int, int]]:
        if (source.key, day) not in self.stocks:
            statement, params = _statement(source, day)
            with connection.cursor() as cursor:
                cursor.execute(statement, params)
                self.stocks[source.key, day] = cursor.fetchall()
        return self.stocks[source.key, day]


@cache
def _statement(source: Stock, day: date) -> tuple[str, tuple]:
    """The SQL of a stock's own query set: area and weight of each of its rows."""
    area = "pk" if source.area == "self" else f"{source.area}_id"
    try:
        return source.rows(day).order_by().values_list(area, source.weight).query.sql_with_params()
    except EmptyResultSet:
        return "select 0, 0 where false", ()
