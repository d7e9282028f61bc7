"""The dictionary as its pages and files show it."""

from itertools import pairwise

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.kernel.days import today
from governance.people.models import User
from governance.statistics import board
from governance.statistics.alternatives import Result, read_alternatives
from governance.statistics.charts import value_words
from governance.statistics.definitions import ALL_LEVELS, Group
from governance.statistics.dictionary import Entry, read_entries, read_entry, search
from governance.statistics.models import IndicatorVersion
from governance.statistics.presenting.files import short_file
from governance.statistics.reading import Span
from governance.statistics.tables import DICTIONARY, dictionary_rows
from governance.statistics.versions import WORDS


def dictionary_page(area: Area | None, asked: str) -> dict:
    """What answers a search, block by block."""
    found = search(read_entries(area, today()), asked)
    blocks = [(group, [one for one in found if one.indicator.group == group]) for group in Group]
    return {"asked": asked, "count": len(found), "blocks": [(group, rows) for group, rows in blocks if rows]}


def dictionary_file(area: Area | None, asked: str, form: str) -> HttpResponse:
    """The same as a file."""
    found = search(read_entries(area, today()), asked)
    about = _("{day} · {n} 个指标").format(day=today().isoformat(), n=len(found))
    return short_file(form, DICTIONARY, dictionary_rows(found), _("指标字典"), about)


def entry_page(key: str, area: Area, span: Span, user: User) -> dict:
    """All of one indicator: its definition, its figure in an area, its other definitions, its versions."""
    entry = read_entry(key, area, span.to_on)
    results = read_alternatives(entry, area, span)
    own = next(one.reading for one in results if one.indicator == entry.indicator)
    return {
        "entry": entry,
        "indicator": entry.indicator,
        "area": area,
        "above": board.ancestors(area, user, span.as_of),
        "span": span,
        "reading": own,
        "value": value_words(entry.indicator, own.value),
        "is_counted_here": area.level_id in entry.indicator.levels,
        "lists": board.open_lists(own, user),
        "explain_url": board.Tile(own, user).explain_url,
        "board_url": board.address("statistics:board", own, indicator=key),
        "versions": version_lines(entry),
        **what_if(entry, results),
    }


def what_if(entry: Entry, results: list[Result]) -> dict:
    """The definitions beside one another, for the area and for those below as far as the figure is counted there."""
    if entry.alternatives is None:
        return {"results": [], "rows": []}
    shown = [(one, value_words(one.indicator, one.reading.value)) for one in results]
    return {
        "results": shown,
        "rows": _rows(results) if _is_counted_below(entry, results[0].reading.area) else [],
    }


def _is_counted_below(entry: Entry, area: Area) -> bool:
    below = ALL_LEVELS[ALL_LEVELS.index(area.level_id) + 1 :]
    return bool(below) and below[0] in entry.indicator.levels


def _rows(results: list[Result]) -> list[dict]:
    """A line for each area that any of the definitions has something for."""
    found = [{row.key: (row, difference) for row, difference, _apart in one.rows()} for one in results]
    names = {key: row.name for rows in found for key, (row, _difference) in rows.items()}
    return [
        {
            "key": key,
            "name": name,
            "cells": [_cell(one, rows.get(key)) for one, rows in zip(results, found, strict=True)],
        }
        for key, name in names.items()
    ]


def _cell(result: Result, found: tuple | None) -> dict:
    if found is None:
        return {"words": "—", "difference": ""}
    row, difference = found
    is_told = not result.is_published and row.value is not None
    return {
        "words": value_words(result.indicator, row.value),
        "difference": difference.words if is_told else "",
    }


def version_lines(entry: Entry) -> list[dict]:
    """The versions, the newest first, each with what it changed."""
    changes = [[], *(_changes(before, after) for before, after in pairwise(entry.versions))]
    lines = [
        {
            "version": one,
            "since": timezone.localtime(one.since),
            "changes": changed,
            "is_first": one.number == 1,
        }
        for one, changed in zip(entry.versions, changes, strict=False)
    ]
    return lines[::-1]


def _changes(before: IndicatorVersion, after: IndicatorVersion) -> list[dict]:
    """Field by field, old and new; none where the words stayed and the counting alone is another."""
    pairs = [(name, getattr(before, name), getattr(after, name)) for name in WORDS]
    return [
        {"label": after._meta.get_field(name).verbose_name, "before": old, "after": new}
        for name, old, new in pairs
        if old != new
    ]
