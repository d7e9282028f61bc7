"""A ledger read from a workbook or a CSV file by the titles of its columns."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from governance.kernel.errors import Refused
from governance.kernel.wording import listed
from governance.kernel.workbooks.cells import BadCell, CellColumn, narrow, plain
from governance.kernel.workbooks.guarding import MOST_ROWS, SheetFacts, inspect, sniff, too_long
from governance.kernel.workbooks.writing import FAULTS_TITLE

LEAST_TITLES = 2  # one title alone is a word in a text, as on the page of instructions
HEADER_WITHIN = 10  # a ledger may have its own title and a note above the header
LONGEST_CELL = 40_000


@dataclass
class SheetRow:
    """One row: its number in the file, its cells, and once read its faults and the values it gives.

    A cell left empty gives no value: what is there already stays.
    """

    number: int
    cells: list
    values: dict = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_blank(self) -> bool:
        return not any(plain(cell) for cell in self.cells)

    def fault(self, title: str, words: str) -> None:
        self.faults.append((str(title), words))


class Sheet:
    """The rows of a ledger under a header that was found; read again from the start as often as one likes."""

    def __init__(self, header: list[str], header_row: int, rows, columns: Sequence[CellColumn], formulas=()):
        self.header, self.header_row = header, header_row
        self._rows, self._formulas = rows, formulas
        self.columns = columns
        self.places = _places(header, columns)

    @property
    def unknown(self) -> list[str]:
        """Titles that belong to no column: such columns are passed over."""
        known = {place for place in self.places.values() if place is not None}
        return [
            title
            for place, title in enumerate(self.header)
            if title and place not in known and title != str(FAULTS_TITLE)
        ]

    def rows(self, after: int = 0) -> Iterator[SheetRow]:
        """The rows that say anything, after a row number."""
        for number, cells in self._rows():
            if number > max(self.header_row, after):
                row = SheetRow(number, list(cells))
                if not row.is_blank:
                    yield row

    def read(self, row: SheetRow) -> None:
        """Type every cell of a row; all that is wrong with it is noted."""
        for column in self.columns:
            place = self.places[column.name]
            cell = row.cells[place] if place is not None and place < len(row.cells) else ""
            if place is not None and f"{_letters(place)}{row.number}" in self._formulas:
                row.fault(column.title, _("是公式，请复制这一列后“粘贴为数值”"))
            try:
                value = column.read(cell)
            except BadCell as bad:
                row.fault(column.title, str(bad))
            else:
                if value is not None:
                    row.values[column.name] = value


def open_sheet(file: BinaryIO, columns: Sequence[CellColumn]) -> Sheet:
    """The one sheet of a file that has the columns' header. `Refused` says why there is none."""
    kind = sniff(file.read(8))
    file.seek(0)
    return _from_workbook(file, columns) if kind == "xlsx" else _from_text(file.read(), columns)


def _from_workbook(file: BinaryIO, columns: Sequence[CellColumn]) -> Sheet:
    facts = inspect(file)
    file.seek(0)
    try:
        book = CalamineWorkbook.from_filelike(file)
        found = [_sheet_of(book, fact, columns) for fact in facts if fact.last_row]
    except CalamineError as error:
        raise Refused(
            "not_a_workbook", _("打不开这个文件，请用 WPS 或 Excel 另存为 .xlsx 后再上传。")
        ) from error
    fitting = [sheet for sheet, _header in found if sheet]
    if len(fitting) > 1:
        raise Refused("two_sheets", _("有 {} 张工作表都像名册，请只保留一张。").format(len(fitting)))
    if not fitting:
        merged = any(header.merged for _sheet, header in found)
        raise _no_header(columns, [header for _sheet, header in found], merged)
    return fitting[0]


@dataclass(frozen=True)
class _Header:
    """The row that looks most like a header, if any does."""

    number: int = 0
    titles: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    merged: bool = False


def _sheet_of(book: CalamineWorkbook, fact: SheetFacts, columns) -> tuple[Sheet | None, _Header]:
    sheet = book.get_sheet_by_name(fact.name)
    left = sheet.start[1] if sheet.start else 0

    def rows():
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            yield number, [*[""] * left, *cells]

    header = _find_header(rows(), columns)
    if header.missing or not header.number:
        merged = any(first[0] < HEADER_WITHIN for first, _last in sheet.merged_cell_ranges or [])
        return None, _Header(header.number, header.titles, header.missing, merged)
    if fact.last_row - header.number > MOST_ROWS:
        raise too_long()
    return Sheet(list(header.titles), header.number, rows, columns, fact.formulas), header


def _from_text(data: bytes, columns) -> Sheet:
    lines = list(_lines(_decoded(data)))
    header = _find_header(iter(lines), columns)
    if header.missing or not header.number:
        raise _no_header(columns, [header], merged=False)
    if len(lines) - header.number > MOST_ROWS:
        raise too_long()
    return Sheet(list(header.titles), header.number, lambda: iter(lines), columns)


def _decoded(data: bytes) -> str:
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings = ["utf-16"] if is_wide else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Refused("not_a_table", _("这个文件不是表格，请上传 .xlsx 或 .csv 文件，建议先下载模板。"))


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    first = text[: text.find("\n")] if "\n" in text else text
    delimiter = max(",\t;", key=first.count)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), start=1):
            if number > MOST_ROWS + 20:
                raise too_long()
            yield number, cells
    except csv.Error as error:
        raise Refused(
            "broken_csv", _("第 {} 行附近的引号或分隔符有误，请另存为 .xlsx 后再上传。").format(number)
        ) from error


def _find_header(rows: Iterator[tuple[int, list]], columns: Sequence[CellColumn]) -> _Header:
    best, most = _Header(), LEAST_TITLES - 1
    for number, cells in rows:
        if number > HEADER_WITHIN:
            break
        titles = tuple(_title(cell) for cell in cells)
        places = _places(titles, columns)
        fitting = sum(place is not None for place in places.values())
        if fitting > most:
            needed = [column for column in columns if column.required and places[column.name] is None]
            best, most = _Header(number, titles, tuple(str(column.title) for column in needed)), fitting
    _refuse_doubles(best, columns)
    return best


def _refuse_doubles(header: _Header, columns) -> None:
    known = {name for column in columns for name in _titles(column)}
    twice = sorted({title for title in header.titles if title in known and header.titles.count(title) > 1})
    if twice:
        raise Refused("title_twice", _("表头有重复的列：{}，请删去多余的一列。").format(listed(twice)))


def _no_header(columns, headers: list[_Header], merged: bool) -> Refused:
    best = max(
        headers, key=lambda header: header.number and len(columns) - len(header.missing), default=_Header()
    )
    if merged:
        return Refused("merged_header", _("表头里有合并单元格，请取消合并，只用一行表头，列名与模板一致。"))
    if not best.number:
        return Refused("no_header", _("没有找到表头，请先下载模板，把内容粘贴到模板里再上传。"))
    return Refused(
        "columns_missing", _("缺少这些列：{}。请先下载模板，按模板的列名整理。").format(listed(best.missing))
    )


def _title(cell) -> str:
    return narrow(plain(cell)[:80]).rstrip("*").strip()


def _titles(column: CellColumn) -> set[str]:
    return {_title(str(name)) for name in (column.title, *column.also)}


def _places(header: Sequence[str], columns: Sequence[CellColumn]) -> dict[str, int | None]:
    first = {title: place for place, title in reversed(list(enumerate(header)))}
    return {
        column.name: next((first[name] for name in sorted(_titles(column)) if name in first), None)
        for column in columns
    }


def _letters(place: int) -> str:
    """The letters of a column by its place: 0 → A, 26 → AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
