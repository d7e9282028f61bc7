"""Ledgers as workbooks: text stays text, lists to choose from, a page of instructions, and who took the file when.

Written row by row in constant memory. Nothing is ever written as a formula, so nothing of a stranger's runs.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import BinaryIO

import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.kernel.workbooks.cells import CellColumn

FAULTS_TITLE = gettext_lazy("错误原因")
_PLAIN = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LIST_LENGTH = 200_000  # rows a list to choose from reaches down to
LONGEST_LIST = 250  # characters: more than a list written into the cell may have


class LedgerFile:
    """A workbook with one ledger and one page of instructions. Use as a context; rows are added in order.

    `stamp` says who took the file and when: in the first line when `top` leaves room for it, on the page of
    instructions, and on every printed page. With `titles` the sheet is somebody's own, its faults in front.
    """

    def __init__(
        self,
        out: BinaryIO,
        columns: Sequence[CellColumn],
        *,
        name: str,
        stamp: str = "",
        top: int = 0,
        titles: Sequence[str] = (),
    ):
        self.book = xlsxwriter.Workbook(out, _PLAIN)
        self.columns, self.stamp = columns, stamp
        cell = {"num_format": "@", "valign": "top"}
        self.text = self.book.add_format(cell)
        self.number = self.book.add_format({**cell, "num_format": "0"})
        self.fraction = self.book.add_format({**cell, "num_format": "General"})
        self.bad = self.book.add_format({**cell, "bg_color": "#FBE9E7"})
        self.wrapped = self.book.add_format({**cell, "text_wrap": True})
        self.note = self.book.add_format({**cell, "font_color": "#B3261E", "text_wrap": True})
        self.head = self.book.add_format(
            {"num_format": "@", "bold": True, "bg_color": "#E8F0F9", "border": 1, "border_color": "#DFE4EA"}
        )
        self.sheet = self.book.add_worksheet(name[:31])
        self.book.set_properties({"title": name, "comments": stamp})
        self.next_row = top + 1
        self._lay_out(list(titles) or [str(column.title) for column in columns], 1 if titles else 0)
        self._begin([str(FAULTS_TITLE), *titles] if titles else [str(c.title) for c in columns], top)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_error):
        if kind is None:
            self._explain()
        self.book.close()

    def add(self, values: dict) -> None:
        """One row of values by column name."""
        self.add_shown([column.show(values.get(column.name)) for column in self.columns])

    def add_shown(self, cells: Sequence) -> None:
        """One row of cells in the order of the columns: text as text, numbers as numbers."""
        for place, cell in enumerate(cells):
            self._write(place, cell, self.text)
        self.next_row += 1

    def add_cells(self, cells: Sequence[str], *, faults: str = "", bad_places: Iterable[int] = ()) -> None:
        """One row as it came, its faults in front and the cells they are about coloured."""
        marked = set(bad_places)
        self._write(0, faults, self.note)
        for place, cell in enumerate(cells):
            self._write(place + 1, cell, self.bad if place in marked else self.text)
        self.next_row += 1

    def _write(self, place: int, value, form) -> None:
        if isinstance(value, int | Decimal | float) and not isinstance(value, bool):
            form = self.number if isinstance(value, int) else self.fraction
            self.sheet.write_number(self.next_row, place, value, form)
        elif value != "":
            self.sheet.write_string(self.next_row, place, str(value)[:32_000], form)
        elif form is self.bad:
            self.sheet.write_blank(self.next_row, place, None, form)

    def _lay_out(self, titles: list[str], lead: int) -> None:
        """Widths, and text as the format of whole columns, so that what is typed below stays text too."""
        if lead:
            self.sheet.set_column(0, 0, 40, self.text)
        known = {str(column.title): column for column in self.columns}
        for place, title in enumerate(titles, start=lead):
            column = known.get(title)
            is_number = column is not None and column.kind == "number"
            width = column.width if column else 14
            self.sheet.set_column(place, place, width, self.number if is_number else self.text)
            if column is not None:
                self._offer(place, column, self.next_row)

    def _begin(self, titles: list[str], top: int) -> None:
        sheet = self.sheet
        if self.stamp:
            sheet.set_header(f"&C{_printed(self.stamp)}")
            sheet.set_footer(f"&L{_printed(self.stamp)}&R&P/&N")
            if top:
                sheet.write_string(0, 0, self.stamp, self.text)
        for place, title in enumerate(titles):
            sheet.write_string(top, place, title, self.head)
        sheet.freeze_panes(top + 1, 0)
        sheet.repeat_rows(top)

    def _offer(self, place: int, column: CellColumn, first: int) -> None:
        choices = column.choices
        if choices and len(",".join(choices)) <= LONGEST_LIST:
            self.sheet.data_validation(
                first,
                place,
                _LIST_LENGTH,
                place,
                {
                    "validate": "list",
                    "source": choices,
                    "error_title": str(column.title)[:32],
                    "error_message": _("请从列表中选择。"),
                },
            )

    def _explain(self) -> None:
        page = self.book.add_worksheet(_("填写说明"))
        page.set_column(0, 0, 18, self.text)
        page.set_column(1, 1, 8, self.text)
        page.set_column(2, 2, 80, self.text)
        lines = [(_("列名"), _("必填"), _("怎么填"))]
        lines += [
            (str(column.title), _("是") if column.required else "", column.explain())
            for column in self.columns
        ]
        if self.stamp:
            lines.append(("", "", self.stamp))
        for number, line in enumerate(lines):
            for place, words in enumerate(line):
                page.write_string(number, place, words, self.text if number else self.head)


class ListFile(LedgerFile):
    """A list as it was read: no page of instructions, but one that says what the list is, `facts` line by line."""

    def __init__(self, out: BinaryIO, titles: Sequence[str], *, facts: Sequence[tuple[str, str]], **named):
        self.facts = facts
        super().__init__(out, [CellColumn(title, title, width=16) for title in titles], **named)

    def _explain(self) -> None:
        page = self.book.add_worksheet(_("导出说明"))
        page.set_column(0, 0, 14, self.head)
        page.set_column(1, 1, 90, self.wrapped)
        page.set_footer(f"&L{_printed(self.stamp)}")
        for number, (name, words) in enumerate([*self.facts, ("", self.stamp)]):
            page.write_string(number, 0, name, self.head)
            page.write_string(number, 1, words, self.wrapped)


def _printed(text: str) -> str:
    """Text in the header of a printed page, where & begins a command."""
    return text.replace("&", "&&")[:120]
