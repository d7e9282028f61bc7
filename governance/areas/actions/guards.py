"""What every change of the tree passes first: one at a time, the right, and a day that rewrites nothing."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from governance.areas.enums import Right
from governance.areas.histories import last_change_under, since
from governance.areas.models import Area, AreaCode, AreaName
from governance.kernel.days import today
from governance.kernel.errors import Refused

TREE_LOCK = 0x41524541


@contextmanager
def changing_tree(on: dt.date, *areas: Area | None) -> Iterator[None]:
    """A transaction that holds the whole tree and has read the given areas anew."""
    if on > today():
        raise Refused("date_ahead", _("生效日期还没有到，请到当天再办理。"))
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TREE_LOCK])
        for area in areas:
            if area:
                area.refresh_from_db()
        yield


def require_manage(by, *codes: str) -> None:
    if not all(by.may(Right.MANAGE, area_code=code) for code in codes):
        raise PermissionDenied


def require_open(area: Area) -> None:
    if not area.is_open:
        words = _("%(area)s已于 %(day)s 撤销，不能再调整。")
        raise Refused("area_closed", words % {"area": area, "day": area.closed_on})


def require_settled(area: Area, on: dt.date) -> None:
    """Nothing in the area changed after the day, so that no past is rewritten."""
    last = last_change_under(area)
    if on < last:
        words = _("%(area)s范围内在 %(day)s 有过调整，生效日期不能早于这一天。")
        raise Refused("date_too_early", words % {"area": area, "day": last})


def require_name_settled(area: Area, on: dt.date) -> None:
    settled = since(AreaName, area)
    if on < settled:
        words = _("%(area)s自 %(day)s 起用现名，生效日期不能早于这一天。")
        raise Refused("date_too_early", words % {"area": area, "day": settled})


def require_kept_settled(area: Area, on: dt.date) -> None:
    """Took over nothing after the day: whoever closes it cannot have been handed things later."""
    last = area.kept.aggregate(last=Max("valid__startswith"))["last"]
    if last and on < last:
        words = _("%(area)s在 %(day)s 承接过别的区划，生效日期不能早于这一天。")
        raise Refused("date_too_early", words % {"area": area, "day": last})


def require_parent(parent: Area, child_depth: int, on: dt.date) -> None:
    """Fit to take in a child on the day: open, one level up, and already where it is now."""
    require_open(parent)
    if parent.level.depth + 1 != child_depth:
        words = _("%(area)s是%(level)s，层级不对，请选择高一级的区划。")
        raise Refused("wrong_level", words % {"area": parent, "level": parent.level})
    settled = since(AreaCode, parent)
    if on < settled:
        words = _("%(area)s自 %(day)s 起才是现在的样子，生效日期不能早于这一天。")
        raise Refused("date_too_early", words % {"area": parent, "day": settled})
