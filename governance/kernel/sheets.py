"""A short table as a file: CSV for machines, a workbook for an office that sends it on as it is."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

import xlsxwriter
from django.http import HttpResponse

from governance.kernel.tables import Layout, safe_cell

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def short_csv(rows: Iterable[dict], layout: Layout, note: str = "") -> HttpResponse:
    """Rows in memory as CSV, cells safe for spreadsheets; `note` is a last line of its own."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow([str(column.title) for column in layout.columns])
    for row in rows:
        writer.writerow([safe_cell(column.text(row)) for column in layout.columns])
    if note:
        writer.writerow([note])
    return _download("\ufeff" + file.getvalue(), "text/csv; charset=utf-8", f"{layout.name}.csv")


def short_workbook(rows: Iterable[dict], layout: Layout, *, heading: Sequence[str]) -> HttpResponse:
    """The same as a printable sheet under lines of heading; numbers stay numbers, text stays text."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        title = book.add_format({"bold": True, "font_size": 14})
        head = book.add_format({"bold": True, "bg_color": "#E8F0F9", "border": 1, "text_wrap": True})
        cell = book.add_format({"border": 1})
        sheet = book.add_worksheet()
        for number, line in enumerate(heading):
            sheet.write_string(number, 0, line, title if number == 0 else None)
        top = len(heading)
        for place, column in enumerate(layout.columns):
            sheet.write_string(top, place, str(column.title), head)
        for number, row in enumerate(rows, start=top + 1):
            for place, column in enumerate(layout.columns):
                sheet.write(number, place, row[column.name], cell)
        sheet.set_column(1, 1, 24)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(top)
    return _download(out.getvalue(), XLSX, f"{layout.name}.xlsx")


def _download(content, content_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
