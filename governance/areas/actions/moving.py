import datetime as dt

from django.db.models import Value
from django.db.models.functions import Concat, Substr
from django.utils.translation import gettext as _

from governance.areas import coding, histories
from governance.areas.actions.guards import (
    changing_tree,
    require_manage,
    require_open,
    require_parent,
    require_settled,
)
from governance.areas.closure import write_ancestry
from governance.areas.models import Area, AreaCode, AreaParent
from governance.areas.placing import place_rows
from governance.audit.actions import record
from governance.kernel.errors import Refused


def move_area(area: Area, *, by, on: dt.date, to: Area, code: str = "", reason: str = "") -> Area:
    """Puts an area with all below it under another parent; it and its subtree get new codes, the old stay findable."""
    with changing_tree(on, area, to):
        require_manage(by, area.code, to.code)
        before = {"code": area.code, "parent": _parent_code(area, on)}
        relocate(area, to=to, on=on, code=code)
        after = {"code": area.code, "parent": to.code, "on": on}
        record(
            "areas.move",
            by=by,
            subject=area,
            area_code=area.code,
            before=before,
            after=after,
            reason=reason,
        )
        return area


def relocate(area: Area, *, to: Area, on: dt.date, code: str = "") -> None:
    """The move itself, for verbs that have checked the right and hold the tree."""
    require_open(area)
    if to.code.startswith(area.code):
        raise Refused("move_into_itself", _("不能把%(area)s移到它自己下面。") % {"area": area})
    require_parent(to, area.level.depth, on)
    if AreaParent.objects.filter(area=area, parent=to, valid__upper_inf=True).exists():
        raise Refused("already_there", _("%(area)s已经隶属%(to)s。") % {"area": area, "to": to})
    require_settled(area, on)
    code = code or coding.next_child_code(to, area.level, area.kind)
    coding.check_code(code, area.level, to)
    histories.end(AreaParent, [area.pk], on)
    histories.begin([AreaParent(area=area, parent=to)], on)
    write_ancestry(_recode(area, code, on))


def _recode(area: Area, code: str, on: dt.date) -> list[int]:
    """New codes from `area` down, closed areas too so that their records stay in the subtree; the ids changed."""
    subtree = Area.objects.within(area.code)
    ids = list(subtree.values_list("pk", flat=True))
    subtree.update(code=Concat(Value(code), Substr("code", len(area.code) + 1)))
    still_open = dict(Area.objects.filter(pk__in=ids).open().values_list("pk", "code"))
    histories.end(AreaCode, still_open, on)
    histories.begin([AreaCode(area_id=pk, code=new) for pk, new in still_open.items()], on)
    place_rows(ids)
    area.refresh_from_db()
    return ids


def _parent_code(area: Area, on: dt.date) -> str:
    parent = area.parent_on(on)
    return parent.code if parent else ""
