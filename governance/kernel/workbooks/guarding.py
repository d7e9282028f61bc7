"""Workbooks of strangers, looked at before anything opens them.

A workbook is a zip of XML. A small file can unpack to gigabytes, and one cell at the far corner of a sheet makes a
reader reserve the whole of it; both are found here by reading the packed parts in pieces, never as a whole.
"""

import re
import zipfile
from dataclasses import dataclass
from typing import BinaryIO
from xml.etree import ElementTree

from django.utils.translation import gettext as _

from governance.kernel.errors import Refused

MOST_ROWS = 200_000
MOST_ENTRIES = 200
MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 100
SMALL = 1024 * 1024  # a ratio means nothing for a part this small
MOST_FORMULAS = 1000
_PIECE = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FORMULA = re.compile(rb'<c [^>]*?r="([A-Z]{1,3}[0-9]{1,7})"[^>]*>\s*<f[ >/]')
_FAR_RIGHT = re.compile(rb'<c [^>]*?r="(?:[A-Z]{3}|[D-Z][A-Z])[0-9]{1,7}"(?:[^>]*[^/>])?>')
_ROW_NUMBER = re.compile(rb'^[^>]*?\br="([0-9]{1,9})"')


@dataclass(frozen=True)
class SheetFacts:
    """What a sheet holds before it is opened: its last row with content and the cells that are formulas."""

    name: str
    last_row: int
    formulas: frozenset[str]


def sniff(head: bytes) -> str:
    """`xlsx` or `csv` by content, whatever the name says. `Refused` for an empty file and for old formats."""
    if not head:
        raise Refused("empty_file", _("这是空文件，请检查后重新上传。"))
    if head.startswith(b"PK"):
        return "xlsx"
    if head.startswith(_OLE):
        raise Refused(
            "old_workbook", _("这是旧版 .xls 或 .et 文件，请在 WPS 或 Excel 中另存为 .xlsx 后再上传。")
        )
    return "csv"


def inspect(file: BinaryIO) -> list[SheetFacts]:
    """The visible sheets of a workbook. `Refused` for what is no workbook, unpacks to too much or is too long."""
    try:
        with zipfile.ZipFile(file) as packed:
            _check_parts(packed.infolist())
            return [_facts(packed, name, part) for name, part in _visible_sheets(packed)]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, KeyError, EOFError, OSError) as error:
        raise _not_a_workbook() from error
    except (ElementTree.ParseError, UnicodeDecodeError, ValueError) as error:
        raise _not_a_workbook() from error


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    bomb = Refused("zip_bomb", _("这个文件解开后过大，已拒绝打开。请把数据复制到新的表格后再上传。"))
    if len(parts) > MOST_ENTRIES or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise bomb
    for part in parts:
        if part.file_size > SMALL and part.file_size > MOST_RATIO * max(part.compress_size, 1):
            raise bomb
        if part.filename.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", part.filename):
            raise _not_a_workbook()
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        raise _not_a_workbook()


def _not_a_workbook() -> Refused:
    return Refused("not_a_workbook", _("打不开这个文件，请用 WPS 或 Excel 另存为 .xlsx 后再上传。"))


def _parse(packed: zipfile.ZipFile, name: str) -> ElementTree.Element:
    text = packed.read(name)
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text or len(text) > SMALL:
        raise _not_a_workbook()
    return ElementTree.fromstring(text)  # noqa: S314 — no document type, so no entities, and small


def _visible_sheets(packed: zipfile.ZipFile):
    relations = {
        link.get("Id"): link.get("Target", "") for link in _parse(packed, "xl/_rels/workbook.xml.rels")
    }
    for sheet in _parse(packed, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
        target = relations.get(sheet.get(_RELATION), "")
        if sheet.get("state", "visible") == "visible" and "worksheet" in target:
            yield sheet.get("name", ""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _facts(packed: zipfile.ZipFile, name: str, part: str) -> SheetFacts:
    last, number, formulas = 0, 0, set()
    with packed.open(part) as stream:
        for row in _rows(stream):
            found = _ROW_NUMBER.search(row[:200])
            number = int(found[1]) if found else number + 1
            if b"<v>" not in row and b"<t" not in row:
                continue
            last = max(last, number)
            if last > MOST_ROWS + 20:
                raise too_long()
            if _FAR_RIGHT.search(row):
                raise Refused("too_wide", _("表格超过 100 列，请只保留模板里的列。"))
            if b"<f" in row and len(formulas) < MOST_FORMULAS:
                formulas.update(cell.decode() for cell in _FORMULA.findall(row))
    return SheetFacts(name, last, frozenset(formulas))


def _rows(stream):
    """The XML of each row, read in pieces. A row longer than a few pieces is no row of a ledger."""
    rest = b""
    while piece := stream.read(_PIECE):
        *rows, rest = (rest + piece).split(b"<row")
        yield from rows
        if len(rest) > 8 * _PIECE:
            raise _not_a_workbook()
    yield rest


def too_long() -> Refused:
    return Refused("too_many_rows", _("表格超过 {} 行，请分成几个文件上传。").format(f"{MOST_ROWS:,}"))
