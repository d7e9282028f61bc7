"""The charts of an indicator: how the units below stand, how they are spread, how it went over time."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from governance.areas.models import BoundaryMap
from governance.statistics.definitions import STOCK, Indicator
from governance.statistics.differing import Value
from governance.statistics.enums import SMALLEST_RANKED, Grain
from governance.statistics.mapping import AreaMap, draw_map
from governance.statistics.reading import Reading, Row
from governance.statistics.spread import Spread, spread_of
from governance.statistics.trends import Trend

MOST_BARS, FIRST_BARS, LAST_BARS = 20, 10, 5


def ranked(indicator: Indicator, rows: list[Row]) -> list[Row]:
    """Units in order; a share of fewer than five cases says nothing about a unit and is left out."""
    known = [row for row in rows if row.value is not None]
    if indicator.denominator:
        known = [row for row in known if row.denominator >= SMALLEST_RANKED]
    return sorted(known, key=lambda row: row.value, reverse=indicator.higher_is_better is not False)


def map_chart(by_area: Reading, link: Callable[[str], str]) -> AreaMap:
    """The units below on the area's map; `link` gives the address of a unit's board."""
    indicator = by_area.indicator
    return draw_map(
        str(indicator.name),
        str(indicator.unit),
        below(by_area),
        url=lambda row: link(row.key),
        boundary=BoundaryMap.drawn_for(by_area.area),
    )


def rank_chart(by_area: Reading, link: Callable[[str], str]) -> dict:
    """The units below in order; of many the chart draws both ends, and the table under it has all."""
    indicator, notes = by_area.indicator, []
    rows = ranked(indicator, below(by_area))
    chart = _chart("rank", _("{name} · 各单位比较"), indicator, rows)
    chart["links"] = [link(row.key) for row in rows]
    if indicator.denominator:
        chart["counts"] = [row.denominator for row in rows]
        notes.append(_("n 为分母，不足 {n} 的单位不列").format(n=SMALLEST_RANKED))
    if len(rows) > MOST_BARS:
        chart["ends"] = [FIRST_BARS, LAST_BARS]
        words = _("共 {count} 个单位，图中是头 {first} 个和末 {last} 个，表格里是全部")
        notes.append(words.format(count=len(rows), first=FIRST_BARS, last=LAST_BARS))
    return chart | {"note": " · ".join(notes)}


def spread_chart(by_area: Reading) -> dict | None:
    """How many units lie in which band; None where the ranking says as much."""
    indicator = by_area.indicator
    found = spread_of(indicator, ranked(indicator, below(by_area)))
    if found is None:
        return None
    return {
        "id": "board-spread",
        "kind": "bar",
        "title": _("{name} · 各单位分布").format(name=indicator.name),
        "unit": _("个单位"),
        "labels": [_band_words(indicator, band.low, band.high) for band in found.bands],
        "series": [{"name": _("单位数"), "values": [band.units for band in found.bands]}],
        "note": spread_words(indicator, found),
    }


def spread_words(indicator: Indicator, spread: Spread) -> str:
    words = _("最低 {lowest}（{lowest_unit}），中间 {middle}，最高 {highest}（{highest_unit}）")
    return words.format(
        lowest=value_words(indicator, spread.lowest.value),
        lowest_unit=spread.lowest.name,
        middle=value_words(indicator, spread.middle),
        highest=value_words(indicator, spread.highest.value),
        highest_unit=spread.highest.name,
    )


def trend_chart(trend: Trend) -> dict:
    """The line of this span, and that of a year before under it where anything is on record."""
    begin = next((n for n, row in enumerate(trend.rows) if row.value is not None), len(trend.rows))
    rows, earlier = trend.rows[begin:], trend.earlier[begin:]
    titles = {
        Grain.DAY: _("近 31 天{name}"),
        Grain.WEEK: _("近 13 周{name}"),
        Grain.MONTH: _("近 12 个月{name}"),
    }
    chart = _chart("line", titles[trend.grain], trend.indicator, rows)
    if trend.is_compared and rows:
        chart["series"][0]["name"] = _("本期")
        values = [_rounded(row.value) for row in earlier]
        values += [None] * (len(rows) - len(values))
        chart["series"].append({"name": _("去年同期"), "values": values})
    return chart | {"note": _trend_note(trend)}


def _trend_note(trend: Trend) -> str:
    day = trend.span.as_of.isoformat()
    notes = {
        Grain.DAY: _("截至 {day}"),
        Grain.WEEK: _("最后一周截至 {day}"),
        Grain.MONTH: _("最后一个月截至 {day}"),
    }
    words = [notes[trend.grain].format(day=day)]
    if trend.indicator.kind == STOCK:
        words.append(_("时点数取期末"))
    if not trend.is_compared:
        words.append(_("去年同期没有记录"))
    return " · ".join(words)


def trend_words(trend: Trend) -> str:
    """What the trend comes to: 近 12 个月 96.80%，去年同期 95.10%，同比提高 1.70 个百分点."""
    if trend.now is None or not trend.is_compared or trend.before is None:
        return ""
    is_said = not trend.change.is_relative  # the change then is the number of the year before once more
    words = _("本期 {now}，去年同期 {before}") if is_said else _("本期 {now}，去年同期 {before}，{change}")
    return words.format(
        now=value_words(trend.indicator, trend.now),
        before=value_words(trend.indicator, trend.before),
        change=trend.change.words,
    )


def value_words(indicator: Indicator, value: Value) -> str:
    """A value with its unit, in full."""
    if value is None:
        return _("暂无数据")
    if indicator.unit == "%":
        return f"{value:.2f}%"
    number = f"{value:,.2f}" if isinstance(value, float) else f"{value:,}"
    return f"{number} {indicator.unit}"


def _band_words(indicator: Indicator, low: int | float, high: int | float) -> str:
    if indicator.unit == "%":
        return f"{low:.2f}–{high:.2f}%"
    if isinstance(low, float):
        return f"{low:,.2f}–{high:,.2f}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def below(by_area: Reading) -> list[Row]:
    """The rows of the units below, without what lies on the area itself."""
    return [row for row in by_area.rows if row.key != by_area.area.code]


def _chart(kind: str, title: str, indicator: Indicator, rows: list[Row]) -> dict:
    return {
        "id": f"board-{'trend' if kind == 'line' else kind}",
        "kind": kind,
        "title": title.format(name=indicator.name),
        "unit": str(indicator.unit),
        "labels": [row.name for row in rows],
        "series": [{"name": str(indicator.name), "values": [_rounded(row.value) for row in rows]}],
    }


def _rounded(value: Value) -> Value:
    return round(value, 2) if isinstance(value, float) else value
