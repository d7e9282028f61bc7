"""As `counting`, for many areas in one statement: the key of each sum says of which area it speaks."""

from collections import defaultdict
from datetime import date

from governance.areas.models import Area
from governance.statistics.counting import (
    AREA,
    DAY,
    DAY_BUCKET,
    STANDS,
    TOTAL,
    Fragments,
    Past,
    Period,
    add_rows,
    counted_in,
)
from governance.statistics.definitions import Source, Stock
from governance.statistics.stocks import STANDING

_MARK = "root || '/' || "


def count_areas(
    sources: list[Source],
    *,
    areas: list[Area],
    period: Period,
    on: date,
    boundaries: date,
    today: date,
    buckets: tuple[str, ...] = (TOTAL,),
    below: dict[int, list[str]] | None = None,
) -> dict[int, dict[str, dict[str, int]]]:
    """What `count` says of each of the areas, by their primary keys; `below` are the children's codes of each."""
    is_present = boundaries >= today
    several = SeveralPresent(areas, below or {}) if is_present else Past(areas, boundaries, _MARK)
    found: dict = defaultdict(lambda: defaultdict(dict))
    for marked, values in counted_in(several, sources, period, on, buckets, may_keep=is_present).items():
        root, _slash, key = marked.partition("/")
        found[int(root)][key] = values
    return found


class SeveralPresent:
    """Areas of any levels by their present codes; they may lie in one another."""

    _ASKED = """
        with asked(root, place, width) as materialized (
            select root, place collate "C", length(place) from unnest(%s::bigint[], %s::text[]) x(root, place)
        ), below(root, place, width) as materialized (
            select root, place collate "C", length(place) from unnest(%s::bigint[], %s::text[]) x(root, place)
        )
    """

    def __init__(self, areas: list[Area], below: dict[int, list[str]]):
        children = [(root, code) for root, codes in below.items() for code in codes]
        own = [(area.pk, area.code) for area in areas]
        self.preamble = (self._ASKED, (*_columns(own), *_columns(children)))
        self.width = max(len(code) for _root, code in own + children)

    def flows(
        self, fragments: Fragments, measures: list[str], suffix: str, period: Period, bucket: str
    ) -> None:
        """Codes are named and found by equality: a range of them would be walked through level by level."""
        table = "below" if bucket == AREA else "asked"
        first, end = (period.from_on, period.from_on) if bucket == DAY else period.months
        day = DAY_BUCKET.get(bucket, "code")
        month = day.replace("day", "month")
        waiting = DAY_BUCKET.get(bucket, "place")
        fragments.add(
            f"""
            select {_MARK}measure || %s, bucket, sum(value) from (
                select root, measure, {month} as bucket, value from {table}
                join statistics_monthfact on level = width and code = place
                where measure = any(%s) and month >= %s and month < %s
                union all
                select root, measure, {day}, value from {table}
                join statistics_fact on level = width and code = place
                where measure = any(%s) and (day >= %s and day < %s or day >= %s and day <= %s)
                union all
                select root, measure, {waiting}, weight from {table}
                join statistics_outbox on area_code >= place and area_code < place || ':'
                where measure = any(%s) and day >= %s and day <= %s
            ) x group by 1, 2
            """,
            *(suffix, measures, first, end),
            *(measures, period.from_on, first, end, period.to_on),
            *(measures, period.from_on, period.to_on),
        )

    def kept(self, fragments: Fragments, keys: list[str], day: date, buckets: tuple[str, ...]) -> tuple:
        """The kept sums of stocks where they stand, and their names; returns the preamble this needs."""
        fragments.add(f"select '{STANDS}', stock, 1 from standing")
        for bucket in {TOTAL, AREA} & set(buckets):
            table, what = ("below", "place") if bucket == AREA else ("asked", "''")
            fragments.add(
                f"select {_MARK}stock, {what}, value from {table}"
                " join statistics_stockfact on level = width and code = place join standing using (stock)"
            )
        asked, values = self.preamble
        return f"{asked}, standing as materialized ({STANDING}) ", (*values, keys, day, self.width)

    def stock(self, fragments: Fragments, stock: Stock, on: date, bucket: str) -> None:
        """Rows are first summed by code and then found by equality, a probe a level: ranges would be tried pairwise."""
        table = "below" if bucket == AREA else "asked"
        what = "place" if bucket == AREA else f"'{bucket if bucket != TOTAL else ''}'"
        add_rows(
            fragments,
            stock,
            on,
            f"select {_MARK}%s, {what}, coalesce(sum(weight), 0) from"
            " (select area_code, sum(weight) as weight from ({rows}) r(area_id, area_code, weight) group by 1) s"
            f" cross join (select distinct width as cut from {table}) w"
            f" join {table} on width = cut and place = left(area_code, cut) group by 1, 2",
        )


def _columns(pairs: list[tuple[int, str]]) -> tuple[list[int], list[str]]:
    return [root for root, _code in pairs], [code for _root, code in pairs]
