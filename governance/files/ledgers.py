"""From rows of a file to rows of a table: looked up, compared and written a chunk at a time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.files.enums import RowAction
from governance.files.models import ImportedRow
from governance.kernel.images import mark, put_back, put_in, seal_image
from governance.kernel.sealing import Sealed, blind_index
from governance.kernel.workbooks.cells import MASK, CellColumn
from governance.kernel.workbooks.reading import SheetRow
from governance.people.models import User

SAME = "same"


@dataclass
class Entry:
    """What a good row means: the row it is about, if there is one, and what it wants it to say."""

    row: SheetRow
    found: models.Model | None
    values: dict
    sealed: dict[str, str] = field(default_factory=dict)

    @cached_property
    def action(self) -> str:
        """Worked out once: after the row is written it would read as the same."""
        if self.found is None:
            return RowAction.NEW
        return RowAction.CHANGED if self.changes or self.sealed else SAME

    @property
    def changes(self) -> dict:
        return {name: value for name, value in self.values.items() if not self._says(name, value)}

    def _says(self, name: str, value) -> bool:
        if isinstance(value, models.Model):
            return getattr(self.found, f"{name}_id") == value.pk
        return getattr(self.found, name) == value


class Written(NamedTuple):
    """What was done to one row, as `files.ImportedRow` keeps it."""

    row_number: int
    model: str
    object_id: int
    action: str
    before: str
    mark: str


class Ledger:
    """One file's worth of rows of a model. Subclasses say how a row is found and what it may say.

    `area` bounds the file; `right` is asked for where each row lies; `target` is what the register is part of, if it
    is. A subclass gives `model`, `look_up` (everything
    a chunk needs, in a few queries), `key` (what makes a row the same as another), `check` (all that is wrong with a
    row) and `entry`.
    """

    model: type[models.Model]
    right = ""
    ORDER: tuple[str, ...] = ("area_code", "pk")  # of the rows in a file that goes out

    def __init__(self, columns: Sequence[CellColumn], *, area: Area, by: User, target=None):
        self.titles = {column.name: str(column.title) for column in columns}
        self.area, self.by, self.target = area, by, target
        self.seen: dict = {}
        self.areas: dict[str, Area] = {}
        self.locks = False
        self.allowed: dict[str, bool] = {}

    def prepare(self, rows: list[SheetRow]) -> list[Entry]:
        """The entries of the good rows of a chunk; the bad ones carry their faults."""
        self.look_up(rows)
        entries = []
        for row in rows:
            self.remember(row)
            self.check(row)
            entry = None if row.faults else self.entry(row)
            if entry is not None and not row.faults:
                entries.append(entry)
        return entries

    def remember(self, row: SheetRow) -> None:
        """Note what the row is about; a second row about the same is a fault."""
        key = self.key(row)
        if key is None:
            return
        first = self.seen.setdefault(key, row.number)
        if first != row.number:
            row.fault(_("整行"), _("与第 {} 行重复").format(first))

    def write(self, entries: list[Entry]) -> list[Written]:
        """Write the entries; what was done, to be undone one day."""
        fresh = [entry for entry in entries if entry.action == RowAction.NEW]
        made = [self.build(entry) for entry in fresh]
        put_in(made)
        written = [written_row(entry, row, RowAction.NEW) for entry, row in zip(fresh, made, strict=True)]
        return written + self._alter([entry for entry in entries if entry.action == RowAction.CHANGED])

    def _alter(self, entries: list[Entry]) -> list[Written]:
        written = []
        for entry in entries:
            row, changes = entry.found, entry.changes
            before = seal_image(row, ImportedRow.context_of(row._meta.label, row.pk))
            for name, value in changes.items():
                setattr(row, name, value)
            if "area" in changes:
                row.place_in(row.area)
            for name, value in entry.sealed.items():
                row.seal_value(name, value)
            written.append(written_row(entry, row, RowAction.CHANGED, before))
        put_back([entry.found for entry in entries])
        return written

    def build(self, entry: Entry) -> models.Model:
        """A new row, placed and sealed."""
        row = self.model(**entry.values)
        row.place_in(entry.values["area"])
        if isinstance(row, Sealed):
            for name in row.SEALED:
                row.seal_value(name, entry.sealed.get(name, ""))
        return row

    # What subclasses say.

    def look_up(self, rows: list[SheetRow]) -> None:
        raise AssertionError("a ledger looks its rows up")

    def key(self, row: SheetRow):
        raise AssertionError("a ledger knows a row by its key")

    def check(self, row: SheetRow) -> None:
        """Faults beyond those of single cells."""

    def entry(self, row: SheetRow) -> Entry | None:
        raise AssertionError("a ledger makes entries")

    @classmethod
    def export(cls, rows: models.QuerySet, *, unmasked: bool) -> Iterator[dict]:
        """The values of each row by column name."""
        raise AssertionError("a ledger can be taken out")

    # What they share.

    def find_areas(self, codes: Iterable[str]) -> None:
        """Areas of the chunk by code, one query; those known already are not asked for again."""
        wanted = {code for code in codes if code} - self.areas.keys()
        if wanted:
            found = Area.objects.filter(code__in=wanted).select_related("successor", "level")
            self.areas.update({area.code: area for area in found})

    def check_area(self, row: SheetRow, name: str, levels: Sequence[str]) -> Area | None:
        """The area a code names, if it exists today, is of a fitting level, and one may bring rows into it."""
        code = row.values.get(name)
        if not code:
            return None
        area, title = self.areas.get(code), self.titles[name]
        if area is None or not area.is_open:
            row.fault(title, _("没有这个代码，或者已经撤销，请核对"))
        elif not self._may_bring(code):
            row.fault(title, _("不在本次导入的区划（{}）之内").format(self.area.name))
        elif area.level_id not in levels:
            row.fault(title, _("这个代码是{}，层级不对").format(area.level.name))
        else:
            return area
        return None

    def _may_bring(self, code: str) -> bool:
        if code not in self.allowed:
            inside = code.startswith(self.area.code)
            self.allowed[code] = inside and self.by.may(self.right, code)
        return self.allowed[code]

    def check_same(self, row: SheetRow, name: str, present: str) -> None:
        """A column that only helps people to read the file must not say something else than the portal."""
        given = row.values.get(name)
        if given and given != present:
            row.fault(
                self.titles[name], _("与系统中的“{}”不一致，请核对代码；更名请另行办理").format(present)
            )

    def locked(self, rows: models.QuerySet) -> models.QuerySet:
        """The rows, held until the end of the transaction when they are about to be written."""
        return rows.select_for_update(of=("self",)) if self.locks else rows

    def sealed_changes(self, row: SheetRow, found: Sealed | None) -> dict[str, str]:
        """The sealed values that a row gives anew. The masked text of what is there means that it stays."""
        changes = {}
        for name in self.model.SEALED:
            given = row.values.get(name)
            if not given:
                continue
            if MASK in given:
                if found is None or given != getattr(found, f"{name}_masked"):
                    row.fault(self.titles[name], _("打了星号的号码无法识别，请填完整号码，或者留空表示不改"))
            elif found is None or getattr(found, f"{name}_index") != blind_index(name, given):
                changes[name] = given
        return changes


def written_row(entry: Entry, row: models.Model, action: str, before: str = "") -> Written:
    return Written(entry.row.number, row._meta.label, row.pk, str(action), before, mark(row))
