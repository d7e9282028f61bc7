"""Whole lists and tables as files, beside pages of JSON: JSON lines, CSV and workbooks, in memory that stays flat."""

import csv
import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from decimal import Decimal
from itertools import chain
from typing import Any

import xlsxwriter
from django.core.exceptions import BadRequest
from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _
from rest_framework.renderers import BaseRenderer
from rest_framework.utils.encoders import JSONEncoder

from governance.kernel.sheets import XLSX
from governance.kernel.tables import in_pieces, line_writer, safe_cell
from governance.kernel.throttling import take_place

MOST_SHEET_ROWS = 50_000
_PLAIN = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class _FileRenderer(BaseRenderer):
    """Only negotiates: the answer is a file of its own, and errors are JSON whatever was asked for."""

    def render(self, data, accepted_media_type=None, renderer_context=None):
        return b""


class CsvRenderer(_FileRenderer):
    media_type = "text/csv"
    format = "csv"


class JsonLinesRenderer(_FileRenderer):
    media_type = "application/x-ndjson"
    format = "jsonl"


class WorkbookRenderer(_FileRenderer):
    media_type = XLSX
    format = "xlsx"
    charset = None
    render_style = "binary"


TABLE_FORMATS = (CsvRenderer, WorkbookRenderer)


class Held:
    """Pieces of an answer that give back the client's place when the answer is closed, however far it came."""

    def __init__(self, pieces: Iterable[bytes], place: ExitStack):
        self.pieces, self.close = pieces, place.close

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.pieces)


def held(request, answer: StreamingHttpResponse) -> StreamingHttpResponse:
    """A stream that takes one of the client's places until it is closed."""
    answer.streaming_content = Held(answer.streaming_content, take_place(request))
    return answer


def json_lines(rows: Iterable[dict], name: str) -> StreamingHttpResponse:
    """One JSON object a line, as the rows of a page are written."""
    lines = (json.dumps(row, cls=JSONEncoder, ensure_ascii=False) + "\n" for row in rows)
    return _download(StreamingHttpResponse(in_pieces(lines)), JsonLinesRenderer, f"{name}.jsonl")


def csv_table(head: Sequence[str], rows: Iterable[Sequence], name: str) -> StreamingHttpResponse:
    """Codes and names are quoted text, numbers are bare; begins with a mark so that spreadsheets read Chinese."""
    writer = line_writer(quoting=csv.QUOTE_NONNUMERIC)
    lines = (writer.writerow([_quoted(value) for value in row]) for row in rows)
    answer = StreamingHttpResponse(in_pieces(chain(["\ufeff" + writer.writerow(head)], lines)))
    return _download(answer, CsvRenderer, f"{name}.csv")


def workbook(head: Sequence[str], rows: Iterable[Sequence], name: str) -> FileResponse:
    """One sheet, written row by row to a file that goes with the answer: text stays text, codes above all."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
    try:
        _write_sheet(file, head, rows)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return _download(FileResponse(file), WorkbookRenderer, f"{name}.xlsx")


def _write_sheet(file, head: Sequence[str], rows: Iterable[Sequence]) -> None:
    with xlsxwriter.Workbook(file, _PLAIN) as book:
        text, bold = book.add_format({"num_format": "@"}), book.add_format({"num_format": "@", "bold": True})
        sheet = book.add_worksheet()
        sheet.set_column(0, len(head) - 1, 18, text)
        sheet.freeze_panes(1, 0)
        for place, title in enumerate(head):
            sheet.write_string(0, place, title, bold)
        for number, row in enumerate(rows, start=1):
            if number > MOST_SHEET_ROWS:
                raise BadRequest(
                    _("表格文件最多 {most} 行，请缩小范围，或者改用 format=csv 或 format=jsonl。").format(
                        most=MOST_SHEET_ROWS
                    )
                )
            for place, value in enumerate(row):
                _write_cell(sheet, number, place, value, text)


def _write_cell(sheet, number: int, place: int, value: Any, text) -> None:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        sheet.write_number(number, place, value)
    elif value not in (None, ""):
        sheet.write_string(number, place, str(value)[:32_000], text)


def _quoted(value):
    if value is None:
        return ""
    return value if isinstance(value, int | float) else safe_cell(str(value))


def _download(answer: HttpResponseBase, kind: type[_FileRenderer], name: str) -> HttpResponseBase:
    charset = "; charset=utf-8" if kind.charset else ""
    answer["Content-Type"] = f"{kind.media_type}{charset}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
