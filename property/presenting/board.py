"""What waits in the property of an area: the figures of what is due, each with its list, and by the areas below."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area
from governance.people.models import User
from governance.statistics import registry
from governance.statistics.board import open_lists
from governance.statistics.counting import AREA
from governance.statistics.reading import Reading, read_values, span_of

MANAGED = "property.managed_share"
# What is due, and the word for it at the head of a narrow column.
DUE = {
    "property.contracts_ending": _("合同将届满"),
    "property.terms_over": _("届满未换届"),
    "property.filings_late": _("备案超期"),
    "property.complaints_open": _("未结投诉"),
    "property.fees_low": _("收费低"),
}


def board_page(area: Area, user: User, day: date) -> dict:
    """Tiles for the area and a table by the areas below: one statement for the counts, one for the names."""
    known = registry.indicators()
    readings = read_values(
        [known[key] for key in (MANAGED, *DUE)], area=area, span=span_of(as_of=day), by=AREA
    )
    managed, due = readings[0], readings[1:]
    return {
        "area": area,
        "day": day,
        "managed": managed,
        "managed_lists": open_lists(managed, user),
        "unmanaged": managed.denominator - managed.numerator,
        "due": [{"reading": reading, "lists": open_lists(reading, user)} for reading in due],
        "heads": DUE.values(),
        "rows": _rows(area, managed, due),
    }


def _rows(area: Area, managed: Reading, due: list[Reading]) -> list[dict]:
    """One line an area below, worst first: compounds without service, then what is due."""
    lines = [
        {
            "name": row.name,
            "code": row.key,
            "is_own": row.key == area.code,
            "managed": row.value,
            "compounds": row.denominator,
            "cells": [
                _cell(managed, row.key, row.denominator - row.numerator, gap=True),
                *(_cell(reading, row.key, _of(reading, row.key)) for reading in due),
            ],
        }
        for row in managed.rows
    ]
    return sorted(lines, key=lambda line: -sum(cell["count"] for cell in line["cells"]))


def _of(reading: Reading, code: str) -> int:
    return next((row.numerator or 0 for row in reading.rows if row.key == code), 0)


def _cell(reading: Reading, code: str, count: int, *, gap: bool = False) -> dict:
    rows = reading.indicator.gap.rows if gap else reading.indicator.numerator.rows
    return {"count": count, "url": rows.page_url(area=code, as_of=reading.span.as_of) if count else ""}
