import datetime as dt
import secrets

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.context import facts
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.kernel.sealing import blind_index
from governance.kernel.throttling import hold_to_rate
from governance.kernel.wording import listed
from governance.statistics import registry
from governance.statistics.enums import Right as FigureRight
from governance.walls.enums import (
    CALLS_A_MINUTE,
    MOST_DAYS,
    MOST_MAPPED,
    MOST_TILES,
    SEEN_EVERY,
    WRONG_A_MINUTE,
    Right,
)
from governance.walls.models import Wall
from governance.walls.rules import may_be_shown


def open_wall(
    area: Area, *, by, name: str, tiles: list[str], mapped: list[str], expires_on: dt.date
) -> tuple[Wall, str]:
    """Put the figures of an area up for a screen. The secret of its address is returned once and kept nowhere."""
    demand(by, Right.OPEN, area.code)
    demand(by, FigureRight.VIEW, area.code)
    refuse_small(area)
    _check_indicators(tiles, MOST_TILES)
    _check_indicators(mapped, MOST_MAPPED)
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        wall = Wall(
            area=area,
            name=name,
            tiles=tiles,
            mapped=mapped,
            digest=Wall.digest_of(secret),
            expires_at=_end_of(expires_on),
            created_by=by,
        )
        wall.full_clean()
        wall.save()
        after = {"tiles": tiles, "mapped": mapped, "expires_on": expires_on.isoformat()}
        record("walls.open", by=by, subject=wall, after=after)
    return wall, secret


def refuse_small(area: Area) -> None:
    """Raise `Refused` for an area whose children are where people live."""
    if not may_be_shown(area):
        raise Refused("area_too_small", _("大屏不显示网格和楼院的内部情况，请选择社区或以上的区划。"))


def revoke_wall(wall: Wall, *, by) -> Wall:
    """End an address at once: the running screen says so at its next refresh."""
    demand(by, Right.OPEN, wall.area_code)
    with transaction.atomic():
        wall = Wall.objects.select_for_update(of=("self",)).select_related("area").get(pk=wall.pk)
        if wall.revoked_at:
            raise Refused("already_revoked", _("这块大屏已经停用，不用再停。"))
        wall.revoked_at = timezone.now()
        wall.save(update_fields=["revoked_at"])
        record("walls.revoke", by=by, subject=wall)
    return wall


def enter_wall(secret: str) -> Wall | None:
    """The wall an address opens, in use or not; None for an address that never was one.

    Counts calls by wall and wrong addresses by client, and raises `CalledTooOften` past the rates. Notes once a
    minute that the wall was seen; who looks at it is noted nowhere.
    """
    digest = Wall.digest_of(secret)
    wall = Wall.objects.select_related("area").filter(digest=digest).first()
    if wall is None:
        client = blind_index("wall", facts.get().address or "unknown")
        hold_to_rate(f"wall_wrong_{client}", WRONG_A_MINUTE)
        return None
    hold_to_rate(f"wall_{digest}", CALLS_A_MINUTE)
    now = timezone.now()
    long_ago = Q(last_seen_at__isnull=True) | Q(last_seen_at__lt=now - dt.timedelta(seconds=SEEN_EVERY))
    if wall.is_live:
        Wall.objects.filter(long_ago, pk=wall.pk).update(last_seen_at=now)
    return wall


def _check_indicators(keys: list[str], most: int) -> None:
    if unknown := sorted(set(keys) - set(registry.indicators())):
        raise Refused(
            "unknown_indicator", _("没有这些指标：{}。请从指标目录里选取。").format(listed(unknown))
        )
    if len(keys) > most:
        raise Refused(
            "too_many", _("选了 {n} 项指标，最多 {most} 项，请减少。").format(n=len(keys), most=most)
        )


def _end_of(day: dt.date) -> dt.datetime:
    """The end of the last day an address is good on."""
    if not today() <= day <= today() + dt.timedelta(days=MOST_DAYS):
        raise Refused("bad_expiry", _("有效期请选今天起 {days} 天以内的一天。").format(days=MOST_DAYS))
    return timezone.make_aware(dt.datetime.combine(day + dt.timedelta(days=1), dt.time.min))
