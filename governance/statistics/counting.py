"""One statement that counts any number of sources at once, hence in one snapshot: facts plus outbox, stocks.

Two geographies: present codes (one index probe an area) and the boundaries of a past day (the facts of areas
by their lasting ids through the dated closure). A fragment is a SELECT of `(key, bucket, value)`.

Today's stocks are read from their kept sums, and the same statement says for which of them these stand. When
some do not, all is asked again with those counted live: never is a part of a reading older than another.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from governance.areas.models import Area
from governance.areas.past import placed
from governance.kernel import days
from governance.kernel.days import month_start, next_month_start
from governance.kernel.replica import reading
from governance.kernel.scope import code_range
from governance.statistics.definitions import Closing, Cumulative, Flow, Source, Stock
from governance.statistics.stocks import STANDING

TOTAL, AREA, DAY, MONTH = "total", "area", "day", "month"
_BEGINNING = date(1900, 1, 1)
STANDS = "stands"  # the key under which a statement names the stocks whose kept sums stand
DAY_BUCKET = {TOTAL: "''", DAY: "day::text", MONTH: "to_char(day, 'YYYY-MM')"}


@dataclass(frozen=True)
class Period:
    """Whole days, both ends included."""

    from_on: date
    to_on: date

    @property
    def months(self) -> tuple[date, date]:
        """The whole months inside, as a half-open range; empty ranges have equal ends."""
        first = month_start(self.from_on)
        first = first if first == self.from_on else month_start(first + timedelta(days=32))
        end = month_start(self.to_on + timedelta(days=1))
        return (first, end) if first < end else (self.from_on, self.from_on)

    def stretches(self, *, by_month: bool) -> Iterator[tuple[str, str, date, date]]:
        """`(table, column, first, last)` of the facts that make up the period; none is named that would be empty."""
        first, end = self.months if by_month else (self.from_on, self.from_on)
        if first < end:
            yield "statistics_monthfact", "month", first, end - timedelta(days=1)
        if self.from_on < first:
            yield "statistics_fact", "day", self.from_on, first - timedelta(days=1)
        if end <= self.to_on:
            yield "statistics_fact", "day", end, self.to_on

    @property
    def month_starts(self) -> list[date]:
        """The first day of every month touched."""
        firsts = [month_start(self.from_on)]
        while (following := next_month_start(firsts[-1])) <= self.to_on:
            firsts.append(following)
        return firsts


def up_to(day: date) -> Period:
    return Period(_BEGINNING, day)


class Fragments:
    """Fragments of one statement and their parameters."""

    def __init__(self):
        self.parts: list[str] = []
        self.params: list = []

    def add(self, sql: str, *params) -> None:
        self.parts.append(sql)
        self.params += params

    def run(self, with_sql: str = "", with_params: tuple = ()) -> dict[str, dict[str, int]]:
        """The values by key and bucket; the whole has the bucket ""."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        if self.parts:
            with reading().cursor() as cursor:
                cursor.execute(with_sql + " union all ".join(self.parts), [*with_params, *self.params])
                for key, bucket, value in cursor.fetchall():
                    found[key][bucket] = int(value)
        return found


def count(
    sources: list[Source],
    *,
    area: Area,
    period: Period,
    on: date,
    today: date,
    boundaries: date | None = None,
    buckets: tuple[str, ...] = (TOTAL,),
    below: tuple[str, ...] = (),
) -> dict[str, dict[str, int]]:
    """Count every source for an area. `period` is for flows, `on` the day of stocks, and of the boundaries unless
    these are given.

    The buckets: TOTAL under "", AREA under the child's code (present) or id (past), DAY and MONTH under their
    ISO names: for flows what happened in them, for running totals what was added in them since the beginning.
    `below` are the codes of the children that AREA asks for on the present boundaries, all of one level.
    """
    drawn_on = boundaries or on
    geography = Present(area, below) if drawn_on >= today else Past([area], drawn_on)
    return counted_in(geography, sources, period, on, buckets, may_keep=drawn_on >= today)


def counted_in(
    geography, sources: list[Source], period: Period, on: date, buckets: tuple[str, ...], *, may_keep: bool
) -> dict[str, dict[str, int]]:
    """What the sources count in a geography; today's sums of stocks are taken where they stand, if it knows them.

    Sums that were thought to stand and do not cost a second statement, in which they are counted live.
    """
    kept = _of_day(sources, period, on) if may_keep and on == days.today() else set()
    while True:
        fragments = Fragments()
        preamble = geography.kept(fragments, sorted(kept), on, buckets) if kept else geography.preamble
        add_sources(fragments, geography, sources, period, on, buckets, kept)
        counts = fragments.run(*preamble)
        standing = set(counts.pop(STANDS, ()))
        if standing == kept:
            return counts
        kept = standing


def _of_day(sources: list[Source], period: Period, on: date) -> set[str]:
    """The stocks that are asked for as of this very day, closing ones included when the period ends on it."""
    return {s.key for s in sources if isinstance(s, Stock) and _day_of(s, period, on) == on}


def _day_of(stock: Stock, period: Period, on: date) -> date:
    return min(period.to_on, on) if isinstance(stock, Closing) else on


def add_sources(
    fragments: Fragments,
    geography,
    sources: list[Source],
    period: Period,
    on: date,
    buckets: tuple[str, ...],
    kept: set[str] = frozenset(),
) -> None:
    """The fragments of all sources; of stocks in `kept` the sums are there already."""
    flows = sorted({source.measure for source in sources if isinstance(source, Flow)})
    totals = sorted({source.measure for source in sources if isinstance(source, Cumulative)})
    stocks = {source.key: source for source in sources if isinstance(source, Stock)}
    for bucket in buckets:
        if flows:
            geography.flows(fragments, flows, "", period, bucket)
        if totals:
            geography.flows(fragments, totals, ":total", up_to(on), bucket)
        for stock in stocks.values():
            if bucket not in (TOTAL, AREA):
                _add_months(fragments, geography, stock, period, on)
            elif stock.key not in kept:
                geography.stock(fragments, stock, _day_of(stock, period, on), bucket)


def _add_months(fragments: Fragments, geography, stock: Stock, period: Period, on: date) -> None:
    """A closing stock as of the end of each month, under the month's name; of others there are the snapshots."""
    if isinstance(stock, Closing):
        for first in period.month_starts:
            end = min(next_month_start(first) - timedelta(days=1), period.to_on, on)
            geography.stock(fragments, stock, end, f"{first:%Y-%m}")


class Present:
    """Areas by their present codes.

    The codes and their width stand in the statement: without them the planner knows neither how few rows of the
    facts are asked for nor where they lie, and reads all of them.
    """

    preamble = ("", ())

    def __init__(self, area: Area, below: tuple[str, ...] = ()):
        self.lo, self.hi = code_range(area.code)
        self.code = area.code
        self.below = list(below)

    def _codes(self, bucket: str) -> list[str]:
        """The areas of a bucket: the children, or the area itself."""
        return self.below if bucket == AREA else [self.code]

    def flows(
        self, fragments: Fragments, measures: list[str], suffix: str, period: Period, bucket: str
    ) -> None:
        if not (codes := self._codes(bucket)):
            return
        level = len(codes[0])
        day = DAY_BUCKET.get(bucket, "code")
        waiting = DAY_BUCKET.get(bucket, f"left(area_code, {level})")
        parts = [
            f"select measure, {waiting} as bucket, weight as value from statistics_outbox where measure = any(%s)"
            f" and area_code >= %s and area_code < %s and day >= %s and day <= %s and length(area_code) >= {level}"
        ]
        params = [measures, self.lo, self.hi, period.from_on, period.to_on]
        for table, column, begin, last in period.stretches(by_month=bucket != DAY):
            parts.append(
                f"select measure, {day.replace('day', column)}, value from {table} where measure = any(%s)"
                f" and level = {level} and code = any(%s) and {column} >= %s and {column} <= %s"
            )
            params += [measures, codes, begin, last]
        fragments.add(
            f"select measure || %s, bucket, sum(value) from ({' union all '.join(parts)}) x group by 1, 2",
            suffix,
            *params,
        )

    def kept(self, fragments: Fragments, keys: list[str], day: date, buckets: tuple[str, ...]) -> tuple:
        """The kept sums of stocks where they stand, and their names; returns the preamble this needs."""
        width = max(len(code) for bucket in buckets for code in self._codes(bucket))
        fragments.add(f"select '{STANDS}', stock, 1 from standing")
        for bucket in {TOTAL, AREA} & set(buckets):
            if codes := self._codes(bucket):
                fragments.add(
                    f"select stock, {'code' if bucket == AREA else repr('')}, value from standing"
                    f" join statistics_stockfact using (stock) where level = {len(codes[0])} and code = any(%s)",
                    codes,
                )
        return f"with standing as materialized ({STANDING}) ", (keys, day, width)

    def stock(self, fragments: Fragments, stock: Stock, on: date, bucket: str) -> None:
        if not (codes := self._codes(bucket)):
            return
        level = len(codes[0])
        what = f"left(area_code, {level})" if bucket == AREA else f"'{bucket if bucket != TOTAL else ''}'"
        add_rows(
            fragments,
            stock,
            on,
            f"select %s, {what}, coalesce(sum(weight), 0) from ({{rows}}) s(area_id, area_code, weight)"
            f" where area_code >= %s and area_code < %s and length(area_code) >= {level} group by 1, 2",
            self.lo,
            self.hi,
        )


class Past:
    """Areas as they lay on a day, with what hangs on areas that were not there then, see `areas.past`.

    `mark` is SQL that puts before a key of which of several areas it speaks.
    """

    def __init__(self, areas: list[Area], on: date, mark: str = ""):
        self.preamble = placed(areas, on)
        self.mark = mark

    def flows(
        self, fragments: Fragments, measures: list[str], suffix: str, period: Period, bucket: str
    ) -> None:
        what = DAY_BUCKET.get(bucket, "child")
        fragments.add(
            f"""
            select {self.mark}measure || %s, {what}, sum(value) from (
                select measure, area_id, day, value from statistics_leaffact
                where measure = any(%s) and day >= %s and day <= %s
                union all
                select measure, area_id, day, weight from statistics_outbox
                where measure = any(%s) and day >= %s and day <= %s
            ) x join placed p on p.id = x.area_id where {"child is not null" if bucket == AREA else "true"}
            group by 1, 2
            """,
            *(suffix, measures, period.from_on, period.to_on, measures, period.from_on, period.to_on),
        )

    def stock(self, fragments: Fragments, stock: Stock, on: date, bucket: str) -> None:
        label = bucket if bucket != TOTAL else ""
        what, only = ("child", "child is not null") if bucket == AREA else (f"'{label}'", "true")
        add_rows(
            fragments,
            stock,
            on,
            f"select {self.mark}%s, {what}, coalesce(sum(weight), 0)"
            " from ({rows}) s(area_id, area_code, weight)"
            f" join placed p on p.id = s.area_id where {only} group by 1, 2",
        )


def add_rows(fragments: Fragments, stock: Stock, on: date, sql: str, *params) -> None:
    """Put a stock's rows into `sql` at `{rows}`; a stock that is empty by definition adds nothing."""
    if rows := stock.sql(on):
        text, inner = rows
        fragments.add(sql.replace("{rows}", text), stock.key, *inner, *params)
