"""Maps of an area's children: a new one, an earlier one again, none (示意图)."""

import hashlib
import json
import re

from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.actions.guards import require_manage, require_open
from governance.areas.boundaries import read_boundaries
from governance.areas.models import Area, BoundaryMap
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused

# GS(2019)1822号, 宁S(2024)第012号, GS京(2022)1061号: who approved it, the year, the number.
APPROVAL_NUMBER = re.compile(r"[\w]{1,12}[(（〔\[](19|20)\d{2}[)）〕\]]第?\d{1,6}号")


def keep_map(area: Area, *, by, document, approval_number: str) -> BoundaryMap:
    """Keep outlines of the area's present children and draw them from now on.

    `document` is a GeoJSON FeatureCollection. Raises `ValidationError` with everything that is wrong with it.
    """
    require_manage(by, area.code)
    require_open(area)
    if not APPROVAL_NUMBER.fullmatch(approval_number):
        raise Refused(
            "bad_approval_number",
            _("审图号写法不对，请照地图上印的填写，如 GS(2024)0650号、宁S(2024)第012号。"),
        )
    names = {child.code: child.name_then for child in Area.objects.children_on(area, today())}
    if not names:
        raise Refused("no_children", _("{area}没有下级区划，不用上传边界图。").format(area=area.name))
    found = read_boundaries(document, names)
    text = json.dumps([approval_number, found.document], ensure_ascii=False)
    with transaction.atomic():
        _withdraw(area)
        boundary = BoundaryMap(
            area=area,
            approval_number=approval_number,
            document=found.document,
            drawing=found.drawing,
            digest=hashlib.sha256(text.encode()).hexdigest(),
            points_given=found.points_given,
            points_kept=found.points_kept,
            is_in_force=True,
        )
        boundary.full_clean()
        boundary.save()
        after = {"approval_number": approval_number, "given": found.points_given, "kept": found.points_kept}
        record("areas.keep_map", by=by, subject=boundary, after=after)
    return boundary


def use_map(boundary: BoundaryMap, *, by) -> BoundaryMap:
    """Draw an earlier map of the area again."""
    require_manage(by, boundary.area_code)
    with transaction.atomic():
        _locked(boundary.area)
        boundary.refresh_from_db()
        if boundary.is_in_force:
            raise Refused("already_in_force", _("这一版边界图正在使用。"))
        _withdraw(boundary.area)
        boundary.is_in_force = True
        boundary.save(update_fields=["is_in_force"])
        record("areas.use_map", by=by, subject=boundary)
    return boundary


def withdraw_map(area: Area, *, by) -> None:
    """Show the children as tiles again (示意图); the maps are kept."""
    require_manage(by, area.code)
    with transaction.atomic():
        if not _withdraw(area):
            raise Refused("no_map", _("{area}现在用的就是示意图。").format(area=area.name))
        record("areas.withdraw_map", by=by, subject=area, area_code=area.code)


def _locked(area: Area) -> None:
    """Two at once change the maps of an area one after the other."""
    Area.objects.select_for_update().get(pk=area.pk)


def _withdraw(area: Area) -> int:
    _locked(area)
    return BoundaryMap.objects.filter(area=area, is_in_force=True).update(is_in_force=False)
