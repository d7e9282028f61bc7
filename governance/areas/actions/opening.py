import datetime as dt

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from governance.areas import coding, histories
from governance.areas.actions.guards import (
    changing_tree,
    require_manage,
    require_name_settled,
    require_open,
    require_parent,
)
from governance.areas.closure import write_ancestry
from governance.areas.models import Area, AreaCode, AreaLevel, AreaName, AreaParent
from governance.audit.actions import record
from governance.kernel.errors import Refused


def open_area(
    parent: Area | None, *, by, on: dt.date, name: str, kind: str = "", code: str = "", reason: str = ""
) -> Area:
    """Opens an area one level below `parent`; without a parent, a root, which needs its code."""
    with changing_tree(on, parent):
        require_manage(by, parent.code if parent else code)
        area = plant(parent, on=on, name=name, kind=kind, code=code)
        after = {"code": area.code, "name": name, "level": area.level_id, "on": on}
        record("areas.open", by=by, subject=area, area_code=area.code, after=after, reason=reason)
        return area


def rename_area(area: Area, *, by, on: dt.date, name: str, reason: str = "") -> Area:
    with changing_tree(on, area):
        require_manage(by, area.code)
        require_open(area)
        require_name_settled(area, on)
        before, area.name = area.name, name
        area.full_clean()
        area.save()
        histories.end(AreaName, [area.pk], on)
        histories.begin([AreaName(area=area, name=name)], on)
        record(
            "areas.rename",
            by=by,
            subject=area,
            area_code=area.code,
            before={"name": before},
            after={"name": name, "on": on},
            reason=reason,
        )
        return area


def plant(parent: Area | None, *, on: dt.date, name: str, kind: str, code: str) -> Area:
    """The opening itself, for verbs that have checked the right and hold the tree."""
    level = _level_below(parent)
    if parent:
        require_parent(parent, level.depth, on)
    code = code or (coding.next_child_code(parent, level, kind) if parent else "")
    coding.check_code(code, level, parent)
    kind = kind or coding.inherited_kind(parent.kind if parent else "", code, level.key)
    area = Area(code=code, name=name, level=level, kind=kind, opened_on=on, opened_under=parent)
    area.full_clean()
    area.save()
    links = [AreaParent(area=area, parent=parent)] if parent else []
    for row in [AreaCode(area=area, code=code), AreaName(area=area, name=name), *links]:
        row.valid = DateRange(on, None)
        row.save()
    write_ancestry([area.pk])
    return area


def _level_below(parent: Area | None) -> AreaLevel:
    levels = AreaLevel.objects.order_by("depth")
    level = levels.filter(depth=parent.level.depth + 1).first() if parent else levels.first()
    if level is None:
        raise Refused("no_level_below", _("%(area)s已是最低一级，下面不能再设区划。") % {"area": parent})
    return level
