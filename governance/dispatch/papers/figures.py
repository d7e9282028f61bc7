"""The figures of a work report: read once, each beside what it was, with the definition it is counted by."""

from datetime import date

from django.utils.translation import gettext as _

from governance.dispatch.enums import MOVED_LEAST, MOVED_PER_CENT, MOVED_POINTS
from governance.dispatch.models import Brief, Cycle, ReportFigure
from governance.dispatch.papers.periods import reported
from governance.kernel.templatetags.ui import figure, share
from governance.statistics import registry
from governance.statistics.counting import AREA
from governance.statistics.definitions import Indicator
from governance.statistics.reading import Reading, Span, read_values

PERCENT = "%"
KEPT = (
    "from_on",
    "to_on",
    "value",
    "numerator",
    "denominator",
    "units",
)  # of what was said, to be read again
Shown = tuple[ReportFigure, Indicator]


def shown_figures(cycle: Cycle) -> list[Shown]:
    """What the reports of this kind show, less what no app counts any more or not at this level."""
    known = registry.indicators()
    rows = ReportFigure.objects.filter(kind=cycle.kind)
    found = [(row, known[row.indicator]) for row in rows if row.indicator in known]
    return [(row, indicator) for row, indicator in found if cycle.area.level_id in indicator.levels]


def read_shown(cycle: Cycle, shown: list[Shown]) -> list[Reading]:
    """The figures of the period reported, cut by the units below."""
    return read_values(
        [indicator for _row, indicator in shown], area=cycle.area, span=reported(cycle), by=AREA
    )


def lines_of(cycle: Cycle, shown: list[Shown], now: list[Reading], issued: dict[str, dict]) -> list[dict]:
    """A line for each figure; `issued` are the lines of the report before, which were said and so count."""
    indicators = [indicator for _row, indicator in shown]
    before = read_values(indicators, area=cycle.area, span=reported(cycle, back=1))
    return [
        _line(row, reading, was, issued.get(row.indicator), number)
        for number, ((row, _indicator), reading, was) in enumerate(
            zip(shown, now, before, strict=True), start=1
        )
    ]


def _line(row: ReportFigure, now: Reading, before: Reading, said: dict | None, number: int) -> dict:
    indicator = now.indicator
    was = said["value"] if said else before.value
    return {
        "key": indicator.key,
        "section": row.section,
        "name": str(indicator.name),
        "unit": str(indicator.unit),
        "note": number,
        **sides(now),
        "before": was,
        "before_issued": bool(said),
        "difference": None if now.value is None or was is None else round(now.value - was, 4),
        "shown": worded(indicator, now.value),
        "shown_before": worded(indicator, was),
        "change": change_words(indicator, now.value, was),
        "move": move_words(indicator, now.value, was),
    }


def sides(reading: Reading) -> dict:
    """What a figure said, as it can be read again: the span, both sides, and the share of each unit below."""
    return {
        "from_on": reading.span.from_on.isoformat(),
        "to_on": reading.span.to_on.isoformat(),
        "value": reading.value,
        "numerator": reading.numerator,
        "denominator": reading.denominator,
        "units": {
            row.key: [row.name, row.numerator, row.denominator]
            for row in reading.rows
            if row.numerator or row.denominator
        },
    }


def notes_of(lines: list[dict]) -> list[dict]:
    """The definition of each figure, by the number beside it."""
    known = registry.indicators()
    return [{"number": line["note"], "words": note_words(known[line["key"]], line)} for line in lines]


def note_words(indicator: Indicator, line: dict) -> str:
    """Name, formula, both sides with their numbers, source and day of a figure."""
    sides = [(indicator.numerator.label, line["numerator"])]
    if indicator.denominator:
        sides.append((indicator.denominator.label, line["denominator"]))
    counted = "，".join(f"{label} {figure(number)}" for label, number in sides)
    return _("{name}：{formula}。本期{counted}。数据来源：{owner}；{when}。").format(
        name=indicator.name,
        formula=indicator.formula,
        counted=counted,
        owner=indicator.owner or _("本系统"),
        when=_when(indicator, line),
    )


def _when(indicator: Indicator, line: dict) -> str:
    if indicator.kind == "stock":
        return _("截至 {day}").format(day=line["to_on"])
    return _("{first} 至 {last}").format(first=line["from_on"], last=line["to_on"])


def said_lines(brief: Brief) -> dict[str, dict]:
    """What an issued report says of each figure, as corrections have put it since."""
    lines = {line["key"]: {name: line[name] for name in KEPT} for line in brief.content["lines"]}
    for change in brief.figure_changes.exclude(correction=None):
        lines[change.indicator] = change.now
    return lines


def read_again(brief: Brief) -> dict[str, dict]:
    """What the figures of a report would say today, less those that no app counts any more."""
    known = registry.indicators()
    asked = [known[line["key"]] for line in brief.content["lines"] if line["key"] in known]
    first, last = (date.fromisoformat(brief.content[name]) for name in ("from_on", "to_on"))
    readings = read_values(asked, area=brief.area, span=Span(first, last, last), by=AREA)
    return {reading.indicator.key: sides(reading) for reading in readings}


def worded(indicator: Indicator, value: int | float | None) -> str:
    """A value as it stands in a paper."""
    if value is None:
        return "—"
    if indicator.unit == PERCENT:
        return share(value)
    return f"{figure(value) if indicator.denominator is None else format(value, ',.2f')}{indicator.unit}"


def change_words(indicator: Indicator, value, before) -> str:
    """By how much a figure moved."""
    if value is None or before is None:
        return "—"
    if value == before:
        return _("持平")
    by = abs(value - before)
    if indicator.unit == PERCENT:
        return (_("上升{}个百分点") if value > before else _("下降{}个百分点")).format(f"{by:.2f}")
    return (_("增加{}") if value > before else _("减少{}")).format(worded(indicator, by))


def move_words(indicator: Indicator, value, before) -> str:
    """A sentence on a figure that moved beyond the threshold; else empty."""
    if value is None or before is None or not _has_moved(indicator, value, before):
        return ""
    words = _("{name}{value}，比上期{change}").format(
        name=indicator.name, value=worded(indicator, value), change=change_words(indicator, value, before)
    )
    if indicator.unit == PERCENT or not before:
        return words + "。"
    return words + _("（{}%）。").format(f"{abs(value - before) * 100 / before:.1f}")


def _has_moved(indicator: Indicator, value, before) -> bool:
    by = abs(value - before)
    if indicator.unit == PERCENT:
        return by >= MOVED_POINTS
    return by >= MOVED_LEAST and by * 100 >= before * MOVED_PER_CENT
