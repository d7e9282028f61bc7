"""The house of a centre: rooms, windows, units present, and the plan of who is where. Units, never persons."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext as _

from disputes.enums.centres import MOST_ROSTER_DAYS, Half
from disputes.enums.rights import Right
from disputes.models import CentreRoom, CentreUnit, CentreWindow, MediationCentre, RosterEntry
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.models import User


def demand_manager(centre: MediationCentre, by: User) -> None:
    if not by.may(Right.CENTRE, centre.area_code):
        raise PermissionDenied


@transaction.atomic
def set_contact(
    centre: MediationCentre, *, by: User, phone: str, hours: str = "", address: str = ""
) -> MediationCentre:
    """What residents read on receipts and slips."""
    demand_manager(centre, by)
    centre.phone, centre.hours, centre.address = phone, hours, address
    centre.full_clean()
    centre.save(update_fields=["phone", "hours", "address"])
    record("centre.contact", by=by, subject=centre, after={"phone": phone, "hours": hours})
    return centre


def add_room(centre: MediationCentre, *, by: User, **fields) -> CentreRoom:
    return _add(CentreRoom(centre=centre, **fields), by=by)


def add_window(centre: MediationCentre, *, by: User, **fields) -> CentreWindow:
    return _add(CentreWindow(centre=centre, **fields), by=by)


def add_unit(centre: MediationCentre, *, by: User, **fields) -> CentreUnit:
    """入驻. The window, if any, is one of this centre that is open."""
    _demand_open(centre, fields.get("window"))
    return _add(CentreUnit(centre=centre, **fields), by=by)


@transaction.atomic
def plan_roster(
    centre: MediationCentre,
    *,
    by: User,
    window: CentreWindow,
    unit: CentreUnit,
    from_on: date,
    until_on: date,
    weekdays: list[int],
    halves: list[str],
) -> list[RosterEntry]:
    """排班: a unit at a window on those weekdays (0 is Monday); a later plan takes the place of an earlier one."""
    demand_manager(centre, by)
    _demand_open(centre, window)
    if unit.centre_id != centre.pk or unit.until_on is not None:
        raise Refused("unit_elsewhere", _("这个单位没有入驻本中心，请先登记入驻。"))
    if until_on < from_on:
        raise Refused("roster_backwards", _("结束日期早于开始日期，请核对。"))
    if (until_on - from_on).days >= MOST_ROSTER_DAYS:
        raise Refused("roster_too_long", _("一次最多排 {} 天，请分几次排。").format(MOST_ROSTER_DAYS))
    span = (from_on + timedelta(days=ahead) for ahead in range((until_on - from_on).days + 1))
    days = [day for day in span if day.weekday() in weekdays]
    if not days:
        raise Refused("roster_empty", _("这段日期里没有选中的星期几，请核对。"))
    wanted = [half for half in Half.values if half in halves]
    RosterEntry.objects.filter(window=window, day__in=days, half__in=wanted).delete()
    rows = [RosterEntry(window=window, unit=unit, day=day, half=half) for day in days for half in wanted]
    RosterEntry.objects.bulk_create(rows)
    record(
        "centre.roster",
        by=by,
        subject=centre,
        after={"window": window.number, "unit": unit.name, "from": str(days[0]), "to": str(days[-1])},
    )
    return rows


@transaction.atomic
def end_part(part: models.Model, *, by: User) -> None:
    """A room or window is given up, a unit leaves, a day's plan is struck."""
    centre = part.window.centre if isinstance(part, RosterEntry) else part.centre
    demand_manager(centre, by)
    record(f"centre.end_{part._meta.model_name}", by=by, subject=centre, after={"row": str(part)})
    if isinstance(part, RosterEntry):
        part.delete()
        return
    ends = "until_on" if isinstance(part, CentreUnit) else "closed_on"
    if getattr(part, ends) is not None:
        raise Refused("already_ended", _("{part}已经停用或撤出，不用再办。").format(part=part))
    setattr(part, ends, max(today(), getattr(part, "from_on", today())))
    part.save(update_fields=[ends])
    _unplan(part)


def _unplan(part: models.Model) -> None:
    """A window given up or a unit gone is on no plan of the days to come."""
    name = {CentreWindow: "window", CentreUnit: "unit"}.get(type(part))
    if name:
        RosterEntry.objects.filter(day__gt=today(), **{name: part}).delete()


def _demand_open(centre: MediationCentre, window: CentreWindow | None) -> None:
    if window is not None and (window.centre_id != centre.pk or window.closed_on is not None):
        raise Refused("window_elsewhere", _("这个窗口不在本中心或已经停用，请另选窗口。"))


@transaction.atomic
def _add(part: models.Model, *, by: User):
    demand_manager(part.centre, by)
    part.full_clean()
    part.save()
    record(f"centre.add_{part._meta.model_name}", by=by, subject=part.centre, after={"row": str(part)})
    return part
