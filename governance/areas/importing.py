"""Many areas at once: divisions from a table, the tree of a demo city. All errors are told together."""

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from django.utils.translation import gettext as _

from governance.areas.actions.guards import changing_tree, require_manage
from governance.areas.closure import insert_ancestry
from governance.areas.coding import inherited_kind
from governance.areas.enums import AreaKind
from governance.areas.models import Area, AreaCode, AreaLevel
from governance.areas.spelling import spell
from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.kernel.wording import listed

COLUMNS = ["code", "name", "level", "parent_code"]
BATCH = 5000

OPENED = "FROM areas_area area WHERE area.id = ANY(%(ids)s)"
HISTORIES = f"""
    INSERT INTO areas_areacode (area_id, code, valid) SELECT id, code, daterange(opened_on, NULL) {OPENED};
    INSERT INTO areas_areaname (area_id, name, valid) SELECT id, name, daterange(opened_on, NULL) {OPENED};
    INSERT INTO areas_areaparent (area_id, parent_id, valid)
    SELECT area.id, parent.id, daterange(area.opened_on, NULL)
    FROM areas_area area
    JOIN areas_arealevel level ON level.key = area.level_id
    JOIN areas_arealevel above ON above.depth = level.depth - 1
    JOIN areas_area parent ON parent.code = left(area.code, above.code_width)
    WHERE area.id = ANY(%(ids)s);
    UPDATE areas_area area SET opened_under_id = link.parent_id
    FROM areas_areaparent link WHERE link.area_id = area.id AND area.id = ANY(%(ids)s);
"""


@dataclass(frozen=True)
class AreaRow:
    code: str
    name: str
    level: str
    parent_code: str = ""
    kind: str = ""


@dataclass(frozen=True)
class RowError:
    line: int
    code: str
    message: str


class RowsRefused(Refused):
    """No row of the table was taken; `errors` names every bad one."""

    def __init__(self, errors: Sequence[RowError]):
        first = _("；").join(_("第 %d 行：%s") % (error.line, error.message) for error in errors[:3])
        super().__init__(
            "rows_refused",
            _("%(count)d 行有问题，请改好再导入。%(first)s") % {"count": len(errors), "first": first},
        )
        self.errors = errors


def read_divisions(path: Path) -> list[AreaRow]:
    """Rows of a CSV with the columns `code, name, level, parent_code` and, if it likes, `kind`."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file)
        missing = [column for column in COLUMNS if column not in (table.fieldnames or [])]
        if missing:
            raise Refused("columns_missing", _("表头缺少：%s") % listed(missing))
        return [AreaRow(**{key: (row.get(key) or "").strip() for key in [*COLUMNS, "kind"]}) for row in table]


def bulk_open(rows: Iterable[AreaRow], *, on: dt.date, by=None, reason: str = "") -> int:
    """Opens what is not there yet; the number of areas opened. Rows already there word for word are passed over.

    `by=None` is the system itself: the command line and the demo city.
    """
    with changing_tree(on):
        rows = list(rows)
        if by:
            require_manage(by, *{row.code for row in rows})
        new = _check(rows, on)
        areas = Area.objects.bulk_create(_areas(new, on), batch_size=BATCH)
        ids = [area.pk for area in areas]
        with connection.cursor() as cursor:
            cursor.execute(HISTORIES, {"ids": ids})
        insert_ancestry(ids)
        if areas:
            after = {"count": len(areas), "on": on}
            record("areas.import", by=by, area_code=areas[0].code, after=after, reason=reason)
        return len(areas)


def load_levels(rows: Iterable[dict]) -> None:
    """Replaces the levels by rows of `key, name, depth, code_width`, as long as no area hangs on the old ones."""
    if Area.objects.exists():
        raise Refused("levels_in_use", _("已有区划，不能再换层级设置。"))
    AreaLevel.objects.all().delete()
    AreaLevel.objects.bulk_create(AreaLevel(**row) for row in rows)


def _areas(rows: list[AreaRow], on: dt.date) -> Iterator[Area]:
    parents = dict(Area.objects.open().values_list("code", "kind"))
    for row in sorted(rows, key=lambda row: len(row.code)):
        kind = row.kind or inherited_kind(parents.get(row.parent_code, ""), row.code, row.level)
        parents[row.code] = kind
        pinyin, initials = spell(row.name)
        yield Area(
            code=row.code,
            name=row.name,
            level_id=row.level,
            kind=kind,
            pinyin=pinyin,
            initials=initials,
            opened_on=on,
        )


def _check(rows: list[AreaRow], on: dt.date) -> list[AreaRow]:
    """The rows to open; raises with every bad row."""
    known = {area["code"]: area for area in Area.objects.values("code", "name", "level_id", "closed_on")}
    table = _Table(rows, known, on)
    new = [
        (line, row)
        for line, row in enumerate(rows, start=2)
        if (row.name, row.level) != _as_known(known.get(row.code))
    ]
    errors = [RowError(line, row.code, message) for line, row in new for message in table.flaws(row)]
    if errors:
        raise RowsRefused(errors)
    return [row for line, row in new]


def _as_known(area: dict | None) -> tuple[str, str] | None:
    return area and (area["name"], area["level_id"])


class _Table:
    """A table of new areas beside those already there."""

    def __init__(self, rows: list[AreaRow], known: dict[str, dict], on: dt.date):
        self.known = known
        self.levels = AreaLevel.objects.in_bulk()
        self.by_depth = {level.depth: level for level in self.levels.values()}
        self.row_levels = {row.code: row.level for row in rows}
        self.counts: dict[str, int] = {}
        for row in rows:
            self.counts[row.code] = self.counts.get(row.code, 0) + 1
        codes = AreaCode.objects.values_list("code", flat=True)
        self.used = set(codes.filter(valid__upper_inf=False))
        self.late = set(codes.filter(valid__upper_inf=True, valid__startswith__gt=on))

    def flaws(self, row: AreaRow) -> Iterator[str]:
        level = self.levels.get(row.level)
        if level is None:
            yield _("没有“%s”这个层级") % row.level
            return
        if not row.name or len(row.name) > 80:
            yield _("名称应为 1 到 80 个字")
        if row.kind and row.kind not in AreaKind.values:
            yield _("没有“%s”这个类别") % row.kind
        if not (row.code.isascii() and row.code.isdigit() and len(row.code) == level.code_width):
            yield _("%(level)s的代码应为 %(width)d 位数字") % {"level": level, "width": level.code_width}
        if self.counts[row.code] > 1:
            yield _("代码在表中重复")
        if row.code in self.known or row.code in self.used:
            yield _("代码已有区划用过，名称或层级不同")
        yield from self._parent_flaws(row, level)

    def _parent_flaws(self, row: AreaRow, level: AreaLevel) -> Iterator[str]:
        above = self.by_depth.get(level.depth - 1)
        if above is None:
            return
        parent = self.known.get(row.parent_code)
        found = self.row_levels.get(row.parent_code) or (parent and parent["level_id"])
        if found != above.key or row.parent_code != row.code[: above.code_width]:
            yield _("上级 %s 不存在，或不是它的上一级") % (row.parent_code or "—")
        elif parent and (parent["closed_on"] or row.parent_code in self.late):
            yield _("上级 %s 在生效日期不是现在的样子") % row.parent_code
