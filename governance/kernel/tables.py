"""Ledgers in and out: what the columns of a list are called, and the list as a file."""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.kernel.wording import listed

_PIECE = 200  # lines sent at once
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Column:
    """One column: `name` of the value in `.values()`, `title` on paper, `labels` for coded values."""

    name: str
    title: str
    labels: dict = field(default_factory=dict)

    def text(self, row: dict) -> str:
        return self._text(row[self.name])

    def _text(self, value) -> str:
        if isinstance(value, list):
            return listed(self._word(one) for one in value)
        return self._word(value)

    def speller(self) -> Callable[[Any], str]:
        """The safe text of a value, for many rows in one language: what the codes are called is looked up once."""
        words = {value: safe_cell(str(label)) for value, label in self.labels.items()}

        def spell(value) -> str:
            if isinstance(value, str):
                return words[value] if value in words else safe_cell(value)
            return safe_cell(self._text(value))

        return spell

    def cell(self, row: dict) -> str | int | Decimal | float:
        """What a workbook holds: a number stays one to be added up, all else is text."""
        value = row[self.name]
        is_number = isinstance(value, int | Decimal | float) and not isinstance(value, bool)
        return value if is_number and self.labels.get(value) is None else self.text(row)

    def _word(self, value) -> str:
        if value is None:
            return ""
        if (label := self.labels.get(value)) is not None:
            return str(label)
        if isinstance(value, bool):
            return _("是") if value else _("否")
        if isinstance(value, datetime):
            return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
        return str(value)


@dataclass(frozen=True)
class Layout:
    """The columns of a ledger, in order. Personal values are listed by their masked columns only."""

    name: str
    columns: tuple[Column, ...]

    @property
    def fields(self) -> list[str]:
        return [column.name for column in self.columns]


class _Line:
    def write(self, text: str) -> str:
        return text


def line_writer(**options):
    """A CSV writer that hands back each line instead of keeping a file."""
    return csv.writer(_Line(), **options)


def safe_cell(text: str) -> str:
    """A cell that a spreadsheet shows as text and never runs as a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def withheld_words(count: int) -> str:
    """What a list says of the rows that its figure counts and its reader may not see; nothing when there are none."""
    return _("另有 {count} 件限定可见，不在这里列出。").format(count=count) if count else ""


def csv_lines(rows: QuerySet, layout: Layout, note: str = "") -> Iterator[str]:
    """The rows as CSV lines, title line first, read from the database in pieces; `note` is a last line of its own."""
    writer, spellers = line_writer(), [column.speller() for column in layout.columns]
    yield "\ufeff" + writer.writerow([str(column.title) for column in layout.columns])
    for row in rows.values_list(*layout.fields).iterator(chunk_size=2000):
        yield writer.writerow([spell(value) for spell, value in zip(spellers, row, strict=True)])
    if note:
        yield writer.writerow([note])


def in_pieces(lines: Iterable[str]) -> Iterator[str]:
    """Lines some hundred at once: a line at a time would be a chunk of the answer each."""
    left = iter(lines)
    while piece := "".join(islice(left, _PIECE)):
        yield piece


def csv_answer(rows: QuerySet, layout: Layout, note: str = "") -> StreamingHttpResponse:
    """The rows as a streamed download, UTF-8 with a mark so that spreadsheets read Chinese."""
    answer = StreamingHttpResponse(
        in_pieces(csv_lines(rows, layout, note)), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="{layout.name}.csv"'
    answer["Cache-Control"] = "no-store"
    return answer
