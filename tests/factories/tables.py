"""Ledgers as files in memory: lawful ones by layout, and a messy roster with every fault people make."""

import io
from collections.abc import Iterable

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook

from governance.areas.models import Area
from governance.files.actions import start_import
from governance.files.layouts import layout_of
from governance.files.models import TableImport
from governance.files.working.exports import work_on_export
from governance.files.working.imports import work_on_import


def workbook(rows: Iterable[Iterable], *, sheets: dict | None = None, above: int = 0, formulas=()) -> bytes:
    """A workbook of rows, the first the header, `above` lines down; `sheets` names further sheets and their rows."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False})
    for name, content in {"Sheet1": rows, **(sheets or {})}.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(content, start=above):
            for place, cell in enumerate(row):
                if cell not in ("", None):
                    sheet.write(number, place, cell)
        for place, formula, value in formulas if name == "Sheet1" else ():
            sheet.write_formula(place, formula, None, value)
    book.close()
    return out.getvalue()


def upload(data: bytes, name: str = "名册.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def titles(key: str) -> list[str]:
    return [str(column.title) for column in layout_of(key).columns]


def ledger(key: str, rows: Iterable[dict]) -> bytes:
    """A workbook of a layout from rows by column name."""
    columns = layout_of(key).columns
    return workbook([titles(key), *([row.get(column.name, "") for column in columns] for row in rows)])


def make_import(key: str, rows: Iterable[dict] | bytes, *, by, area: Area, **options) -> TableImport:
    """An import that has come in and waits for the sweep."""
    data = rows if isinstance(rows, bytes) else ledger(key, rows)
    return start_import(layout_of(key), by=by, area=area, upload=upload(data), **options)


def work_off() -> None:
    """What the sweep does until nothing waits."""
    while work_on_import() or work_on_export():
        pass


def checked(key: str, rows, *, by, area: Area, **options) -> TableImport:
    """An import that the sweep has checked."""
    table_import = make_import(key, rows, by=by, area=area, **options)
    work_off()
    table_import.refresh_from_db()
    return table_import


def read_back(file) -> list[list]:
    """The first sheet of a kept workbook."""
    with file.open() as opened:
        return CalamineWorkbook.from_filelike(opened).get_sheet_by_index(0).to_python()
