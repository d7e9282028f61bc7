"""A sheet as the office writes it: A4, margins and type of GB/T 9704, fonts named and never shipped."""

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from docx import Document
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell

SONG, FANG, HEI, KAI, LATIN = "宋体", "仿宋", "黑体", "楷体", "Times New Roman"
TITLE, BODY, FORM, SMALL, FINE = Pt(22), Pt(16), Pt(14), Pt(12), Pt(10.5)  # 二号、三号、四号、小四、五号
LEADING = {BODY: Pt(28), FORM: Pt(25), SMALL: Pt(20), FINE: Pt(17)}
MARGINS = {"top": Mm(37), "left": Mm(28), "bottom": Mm(35), "right": Mm(26)}
WIDTH = 156  # mm between the margins
LEFT, CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
# Of the library's own template: what is kept of its styles, and parts that no sheet uses.
_STYLES = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "header", "footer", "Table Grid"}
_UNUSED = ("/thumbnail", "/stylesWithEffects", "/customXml", "/webSettings", "/numbering")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")  # what no paper can hold
_STILL = datetime(2026, 1, 1)  # so that the same sheet is the same file


@dataclass(frozen=True)
class Made:
    """A file to be handed out."""

    name: str
    data: bytes


class Sheet:
    """A template under way. Texts may hold marks (`{{ 案号 }}`); each stays in one run.

    `lined` lays the body's 22 lines a page as a grid, as an official document has it.
    """

    def __init__(self, title: str, *, shown: str = "", size=BODY, lined: bool = False):
        self.document, self.size = Document(), size
        self._strip()
        self._set_page()
        if lined:
            self._set_grid()
        self._set_type()
        self._number_pages()
        self.document.core_properties.title = title
        self.text(shown or title, font=SONG, size=TITLE, bold=True, align=CENTRE, after=Pt(12))

    def text(self, words: str, *, size=None, **look):
        """A paragraph; `indent` in characters for its first line."""
        return write(self.document.add_paragraph(), words, size=size or self.size, **look)

    def body(self, *lines: str) -> None:
        """Running text, each paragraph set in by two characters."""
        for words in lines:
            self.text(words, indent=2)

    def note(self, words: str) -> None:
        """What is said at the end about a figure or a word, small."""
        self.text(words, size=FINE)

    def chart(self, words: str) -> None:
        """A line as high as the chart that a mark in it becomes."""
        shape = self.text(words, size=FINE, align=CENTRE, before=Pt(6)).paragraph_format
        shape.line_spacing_rule = shape.line_spacing = None

    def heading(self, words: str, *, level: int = 1) -> None:
        font = HEI if level == 1 else KAI
        self.text(words, font=font, indent=2, before=Pt(6)).paragraph_format.keep_with_next = True

    def mark(self, words: str) -> None:
        """A paragraph that only holds a loop's or a condition's mark and is gone in the paper."""
        self.text("{%p " + words + " %}")

    def facts(
        self,
        rows: list[tuple[str, ...]],
        *,
        widths: tuple[int, ...] = (32, 124),
        size=FORM,
        tied: bool = False,
    ) -> None:
        """Label and value, side by side, in one table; `widths` in mm. A `tied` one stays with what follows."""
        table = self._table(len(widths))
        for row in rows:
            cells = self._row(table, widths, height=11)
            spare = len(widths) - len(row)
            if spare > 0:
                cells[len(row) - 1].merge(cells[-1])
            for number, words in enumerate(row):
                label = number % 2 == 0
                write_cell(cells[number], words, size=size, font=HEI if label else FANG,
                           align=CENTRE if label else LEFT)  # fmt: skip
        if tied:
            for paragraph in table._tbl.iter(qn("w:p")):
                paragraph.get_or_add_pPr().get_or_add_keepNext()

    def lines(
        self,
        of: str,
        columns: list[tuple[str, str, int]],
        *,
        name: str = "行",
        size=SMALL,
        spare: int = 0,
        narrow: int = 0,
    ) -> None:
        """A table with a line for each row of the list `of`; `columns` are heading, text and width in mm.

        `spare` empty lines follow, to be filled by hand. Columns of at most `narrow` mm stand in the middle.
        """
        widths = tuple(width for _heading, _text, width in columns)
        table = self._table(len(columns))
        head = self._row(table, widths, height=10)
        for cell, (heading, _text, _width) in zip(head, columns, strict=True):
            write_cell(cell, heading, size=size, font=HEI, align=CENTRE)
        _repeat(table.rows[0])
        if of:
            write_cell(self._row(table, widths)[0], "{%tr for " + name + " in " + of + " %}", size=size)
            for cell, (_heading, text, width) in zip(
                self._row(table, widths, height=10), columns, strict=True
            ):
                middle = text.endswith("序号 }}") or width <= narrow
                write_cell(cell, text, size=size, align=CENTRE if middle else LEFT)
            write_cell(self._row(table, widths)[0], "{%tr endfor %}", size=size)
        for _line in range(spare):
            self._row(table, widths, height=10)

    def table(self, columns: list[tuple[str, int]], rows: list[tuple], *, size=SMALL) -> None:
        """A table of values as they are; `columns` are heading and width in mm, numbers stand in the middle."""
        widths = tuple(width for _heading, width in columns)
        table = self._table(len(columns))
        for cell, (heading, _width) in zip(self._row(table, widths, height=10), columns, strict=True):
            write_cell(cell, heading, size=size, font=HEI, align=CENTRE)
        _repeat(table.rows[0])
        for row in rows:
            for cell, value in zip(self._row(table, widths, height=9), row, strict=True):
                words = CONTROL.sub("", str(value))
                write_cell(cell, words, size=size, align=LEFT if isinstance(value, str) else CENTRE)

    def box(self, words: str, *, height: int, size=FORM) -> None:
        """A frame of so many mm to write or paste into."""
        cell = self._row(self._table(1), (WIDTH,), height=height)[0]
        write_cell(cell, words, size=size)
        cell.vertical_alignment = WD_ALIGN_VERTICAL.TOP

    def sign(self, *lines: str) -> None:
        """What is signed, on the right and on one page; after a colon there is room to write."""
        for number, words in enumerate(lines, start=1):
            shape = self.text(words, align=RIGHT, before=Pt(6)).paragraph_format
            shape.right_indent = Mm(42 if words.endswith("：") else 6)
            shape.keep_with_next = number < len(lines)

    def save(self) -> bytes:
        """The file, the same for the same sheet."""
        made = io.BytesIO()
        self.document.save(made)
        return settled(made.getvalue())

    def _strip(self) -> None:
        """Take out what the library's own template says of itself."""
        properties = self.document.core_properties
        properties.author, properties.comments, properties.last_modified_by = "善治", "", ""
        properties.created = properties.modified = _STILL
        for rels in (self.document.part.package.rels, self.document.part.rels):
            for number in [key for key, found in rels.items() if found.reltype.endswith(_UNUSED)]:
                del rels[number]
        styles = self.document.styles.element
        for style in [style for style in styles.style_lst if style.name_val not in _STYLES]:
            styles.remove(style)

    def _set_page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        for side, width in MARGINS.items():
            setattr(section, f"{side}_margin", width)
        section.header_distance, section.footer_distance = Mm(20), Mm(27)

    def _set_grid(self) -> None:
        grid = self.document.sections[0]._sectPr.find(qn("w:docGrid"))
        grid.set(qn("w:type"), "lines")
        grid.set(qn("w:linePitch"), str(LEADING[BODY].twips))

    def _set_type(self) -> None:
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = LATIN, BODY
        normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FANG)
        normal.paragraph_format.space_after = Pt(0)

    def _number_pages(self) -> None:
        """— 1 — in 四号宋体, at the foot."""
        paragraph = self.document.sections[0].footer.paragraphs[0]
        paragraph.alignment = CENTRE
        add_run(paragraph, "— ", font=SONG, size=FORM)
        run = add_run(paragraph, "", font=SONG, size=FORM)
        for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
            run._element.append(_field(kind, words))
        add_run(paragraph, " —", font=SONG, size=FORM)

    def _table(self, columns: int):
        table = self.document.add_table(rows=0, cols=columns)
        table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
        sides = OxmlElement("w:tblCellMar")
        for side in ("left", "right"):
            sides.append(_with(f"w:{side}", w="60", type="dxa"))
        table._tbl.tblPr.append(sides)
        return table

    def _row(self, table, widths: tuple[int, ...], *, height: int = 0) -> tuple[_Cell, ...]:
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if height:
            row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell, width, column in zip(row.cells, widths, table.columns, strict=True):
            cell.width = column.width = Mm(width)
        return row.cells


def settled(made: bytes) -> bytes:
    """The same parts as the same bytes: packed in one order, without the time of packing."""
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(made)) as drawn,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as still,
    ):
        for name in sorted(drawn.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            still.writestr(info, drawn.read(name), zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def word_answer(data: bytes, name: str) -> HttpResponse:
    """The file, to be kept by nobody between here and the person."""
    answer = HttpResponse(data, content_type=DOCX)
    answer["Content-Disposition"] = content_disposition_header(True, name)
    answer["Cache-Control"] = "private, no-store"
    return answer


def write(paragraph, words, *, font=FANG, size=BODY, bold=False, align=LEFT, indent=0, after=0, before=0):
    """Set a paragraph's words and look."""
    shape = paragraph.paragraph_format
    shape.alignment, shape.space_after, shape.space_before = align, after or Pt(0), before or Pt(0)
    if size in LEADING:
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, LEADING[size]
    if indent:
        shape.first_line_indent = indent * size
    add_run(paragraph, words, font=font, size=size, bold=bold)
    return paragraph


def write_cell(cell: _Cell, words: str, **look) -> None:
    """The words of a cell; each line a paragraph."""
    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    for number, line in enumerate(words.split("\n")):
        write(cell.paragraphs[0] if number == 0 else cell.add_paragraph(), line, **look)


def add_run(paragraph, words: str, *, font: str, size, bold: bool = False):
    run = paragraph.add_run(CONTROL.sub("", words))
    run.font.size, run.font.name, run.bold = size, LATIN, bold or None
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    return run


def _field(kind: str, words: str):
    if kind:
        return _with("w:fldChar", fldCharType=kind)
    element = OxmlElement("w:instrText")
    element.text = words
    return element


def _with(name: str, **values: str):
    """An element with attributes of Word's own."""
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _repeat(row) -> None:
    """The head of a table again on its next page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
