import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from governance.areas import histories
from governance.areas.actions.guards import (
    changing_tree,
    require_kept_settled,
    require_manage,
    require_name_settled,
    require_open,
    require_settled,
)
from governance.areas.actions.moving import relocate
from governance.areas.actions.opening import plant
from governance.areas.closure import write_ancestry
from governance.areas.models import Area, AreaCode, AreaKeeper, AreaName, AreaParent
from governance.areas.placing import place_rows
from governance.audit.actions import record
from governance.kernel.errors import Refused


@dataclass(frozen=True)
class Part:
    """One of the areas that a split makes, with the children that go to it."""

    name: str
    children: Sequence[Area] = ()
    kind: str = ""
    code: str = ""


def close_area(area: Area, *, by, on: dt.date, successor: Area | None = None, reason: str = "") -> Area:
    """`on` is the first day without the area. A successor takes over what is recorded under it."""
    with changing_tree(on, area, successor):
        require_manage(by, area.code, *([successor.code] if successor else []))
        _close(area, on=on, successor=successor)
        after = {"on": on, "successor": successor and successor.code}
        record("areas.close", by=by, subject=area, area_code=area.code, after=after, reason=reason)
        return area


def merge_areas(areas: Sequence[Area], *, by, on: dt.date, into: Area, reason: str = "") -> Area:
    """Closes `areas`; their children and their records go to `into`, an open area of the same level."""
    with changing_tree(on, into, *areas):
        require_manage(by, into.code, *(area.code for area in areas))
        for area in areas:
            _move_children(area, to=into, on=on)
            _close(area, on=on, successor=into)
        after = {"on": on, "areas": [area.code for area in areas]}
        record("areas.merge", by=by, subject=into, area_code=into.code, after=after, reason=reason)
        return into


def split_area(area: Area, *, by, on: dt.date, into: Sequence[Part], reason: str = "") -> list[Area]:
    """Closes `area` and opens `into` in its place; every child is allotted, the first part keeps the records."""
    with changing_tree(on, area):
        require_manage(by, area.code)
        require_open(area)
        require_settled(area, on)
        _refuse_bad_allotment(area, into)
        parent = area.parent_on(on)
        parts = [
            plant(parent, on=on, name=part.name, kind=part.kind or area.kind, code=part.code) for part in into
        ]
        for part, opened in zip(into, parts, strict=True):
            for child in part.children:
                child.refresh_from_db()
                relocate(child, to=opened, on=on)
        _close(area, on=on, successor=parts[0])
        after = {"on": on, "into": [part.code for part in parts]}
        record("areas.split", by=by, subject=area, area_code=area.code, after=after, reason=reason)
        return parts


def _close(area: Area, *, on: dt.date, successor: Area | None) -> None:
    require_open(area)
    if Area.objects.children_of(area).exists():
        words = _("%(area)s下面还有区划，请先移走或撤销。")
        raise Refused("has_children", words % {"area": area})
    if on <= area.opened_on:
        words = _("%(area)s于 %(day)s 设立，撤销日期须晚于这一天。")
        raise Refused("date_too_early", words % {"area": area, "day": area.opened_on})
    require_settled(area, on)
    require_name_settled(area, on)
    require_kept_settled(area, on)
    if successor:
        _refuse_bad_successor(area, successor, on)
    area.closed_under = area.parent_on(on)
    for history in (AreaCode, AreaName, AreaParent):
        histories.end(history, [area.pk], on)
    area.closed_on, area.successor = on, successor
    area.full_clean()
    area.save()
    write_ancestry([area.pk])
    if successor:
        _hand_over(area, to=successor, on=on)


def _hand_over(area: Area, *, to: Area, on: dt.date) -> None:
    """What the area has on record, and what it kept of others before it, is the successor's from the day on."""
    kept = [area.pk, *area.predecessors.values_list("pk", flat=True)]
    area.predecessors.update(successor=to)
    histories.end(AreaKeeper, kept, on)
    histories.begin([AreaKeeper(area_id=pk, keeper=to) for pk in kept], on)
    place_rows([to.pk])


def _refuse_bad_successor(area: Area, successor: Area, on: dt.date) -> None:
    require_open(successor)
    if successor.pk == area.pk or successor.level_id != area.level_id or not successor.was_open(on):
        words = _("%(successor)s不能承接%(area)s，请选择同一级、当日已设立的另一个区划。")
        raise Refused("bad_successor", words % {"area": area, "successor": successor})


def _refuse_bad_allotment(area: Area, into: Sequence[Part]) -> None:
    if len(into) < 2:
        raise Refused("too_few_parts", _("拆分至少要设两个新区划。"))
    allotted = sorted(child.pk for part in into for child in part.children)
    if allotted != sorted(Area.objects.children_of(area).values_list("pk", flat=True)):
        words = _("%(area)s的每个下级都要划给一个新区划，且只划给一个。")
        raise Refused("children_unallotted", words % {"area": area})


def _move_children(area: Area, *, to: Area, on: dt.date) -> None:
    for child in Area.objects.children_of(area):
        relocate(child, to=to, on=on)
