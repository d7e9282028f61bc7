"""As `counting`, for many areas in one statement: the key of each sum says of which area it speaks."""

from collections import defaultdict
from datetime import date

from governance.areas.models import Area
from governance.kernel.scope import code_range
from governance.statistics.counting import (
    AREA,
    DAY,
    DAY_BUCKET,
    TOTAL,
    Fragments,
    Past,
    Period,
    add_rows,
    add_sources,
)
from governance.statistics.definitions import Source, Stock

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
) -> dict[int, dict[str, dict[str, int]]]:
    """What `count` says of each of the areas, by their primary keys."""
    several = SeveralPresent(areas) if boundaries >= today else Past(areas, boundaries, _MARK)
    fragments = Fragments()
    add_sources(fragments, several, sources, period, on, buckets)
    found: dict = defaultdict(lambda: defaultdict(dict))
    for marked, values in fragments.run(*several.preamble).items():
        root, _slash, key = marked.partition("/")
        found[int(root)][key] = values
    return found


class SeveralPresent:
    """Areas of any levels by their present codes; they may lie in one another."""

    _ASKED = """
        with asked(root, lo, hi, width, below) as materialized (
            select root, lo collate "C", hi collate "C", length(lo),
                (select min(code_width) from areas_arealevel where code_width > length(lo))
            from unnest(%s::bigint[], %s::text[], %s::text[]) x(root, lo, hi)
        )
    """

    def __init__(self, areas: list[Area]):
        ranges = [code_range(area.code) for area in areas]
        self.preamble = (
            self._ASKED,
            ([area.pk for area in areas], [lo for lo, _hi in ranges], [hi for _lo, hi in ranges]),
        )

    def flows(
        self, fragments: Fragments, measures: list[str], suffix: str, period: Period, bucket: str
    ) -> None:
        level = "below" if bucket == AREA else "width"
        first, end = (period.from_on, period.from_on) if bucket == DAY else period.months
        day = DAY_BUCKET.get(bucket, "code")
        month = day.replace("day", "month")
        waiting = DAY_BUCKET.get(bucket, "left(area_code, below)")
        fragments.add(
            f"""
            select {_MARK}measure || %s, bucket, sum(value) from (
                select root, measure, {month} as bucket, value from asked
                join statistics_monthfact on level = {level} and code >= lo and code < hi
                where measure = any(%s) and month >= %s and month < %s
                union all
                select root, measure, {day}, value from asked
                join statistics_fact on level = {level} and code >= lo and code < hi
                where measure = any(%s) and (day >= %s and day < %s or day >= %s and day <= %s)
                union all
                select root, measure, {waiting}, weight from asked
                join statistics_outbox on area_code >= lo and area_code < hi
                where measure = any(%s) and day >= %s and day <= %s and length(area_code) >= {level}
            ) x group by 1, 2
            """,
            *(suffix, measures, first, end),
            *(measures, period.from_on, first, end, period.to_on),
            *(measures, period.from_on, period.to_on),
        )

    def stock(self, fragments: Fragments, stock: Stock, on: date, bucket: str) -> None:
        """Rows are first summed by code and then found by equality, a probe a level: ranges would be tried pairwise."""
        what = "left(area_code, below)" if bucket == AREA else f"'{bucket if bucket != TOTAL else ''}'"
        level = "below" if bucket == AREA else "width"
        add_rows(
            fragments,
            stock,
            on,
            f"select {_MARK}%s, {what}, coalesce(sum(weight), 0) from"
            " (select area_code, sum(weight) as weight from ({rows}) r(area_id, area_code, weight) group by 1) s"
            " cross join (select distinct width as cut from asked) w"
            " join asked on width = cut and lo = left(area_code, cut)"
            f" where length(area_code) >= {level} group by 1, 2",
        )
