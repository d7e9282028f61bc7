"""The pieces of an export on its way, packed and sealed: what a kill leaves behind is whole, and nobody's to read."""

import json
import zlib
from collections.abc import Iterator
from decimal import Decimal

from governance.files.models import ExportPart, TableExport
from governance.kernel.sealing import open_bytes, seal_bytes

KEYS = 0  # the part that holds the keys of all rows, in order


def keep_part(export: TableExport, number: int, content: list) -> None:
    data = zlib.compress(json.dumps(content, ensure_ascii=False, default=_number).encode())
    ExportPart.objects.create(export=export, number=number, data=seal_bytes(data, _name(export, number)))


def keys_of(export: TableExport) -> list | None:
    """The keys of the rows the file takes; None before they are settled."""
    part = export.parts.filter(number=KEYS).first()
    return None if part is None else _opened(export, part)


def cells_of(export: TableExport) -> Iterator[list[list]]:
    """The cells, a part at a time."""
    last = export.parts.order_by("-number").values_list("number", flat=True).first() or KEYS
    for number in range(KEYS + 1, last + 1):
        rows = _opened(export, export.parts.get(number=number))
        yield [[_value(cell) for cell in row] for row in rows]


def _opened(export: TableExport, part: ExportPart) -> list:
    return json.loads(zlib.decompress(open_bytes(bytes(part.data), _name(export, part.number))))


def _name(export: TableExport, number: int) -> str:
    """What a part is bound to."""
    return f"files_exportpart.data:{export.number.hex}:{number}"


def _number(value: Decimal) -> list[str]:
    """A number with a point travels as its digits, so that none is lost."""
    return [str(value)]


def _value(cell):
    return Decimal(cell[0]) if isinstance(cell, list) else cell
