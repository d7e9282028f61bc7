"""一社区一法律顾问: who serves where, when they are there, what they did."""

from datetime import date, time

from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.people.models import User
from grids.enums.rights import Right
from grids.models import Adviser, AdviserAssignment, AdviserDuty, AdviserRecord, Community

_ABOVE_GRIDS = frozenset({Level.CITY, Level.COUNTY, Level.TOWNSHIP, Level.COMMUNITY})


def register_adviser(
    area: Area, *, by: User, name: str, firm: str, licence_no: str, phone: str = ""
) -> Adviser:
    """Enter a lawyer in the area whose communities he or she may serve."""
    demand(by, Right.MANAGE, area.code)
    if area.level_id not in _ABOVE_GRIDS:
        raise Refused("too_low", _("法律顾问登记在社区以上，请选择社区、镇街或县区。"))
    adviser = Adviser(area=area, name=name.strip(), firm=firm.strip(), licence_no=licence_no.strip())
    adviser.seal_value("phone", phone.strip())
    with transaction.atomic():
        adviser.place_in(area)
        adviser.full_clean(exclude=["area_code"])
        adviser.save()
        record("grids.register_adviser", by=by, subject=adviser, after={"firm": adviser.firm})
    return adviser


def assign_adviser(
    adviser: Adviser,
    *,
    by: User,
    community: Community,
    from_on: date | None = None,
    to_on: date | None = None,
) -> AdviserAssignment:
    """Let an adviser serve a community from a day on, up to but not including `to_on`."""
    demand(by, Right.MANAGE, community.code)
    if not community.code.startswith(adviser.area_code):
        raise Refused("out_of_area", _("{}登记在另一个区划，不能聘到{}。").format(adviser, community))
    assignment = AdviserAssignment(adviser=adviser, area=community, valid=(from_on or today(), to_on))
    with transaction.atomic():
        assignment.place_in(community)
        assignment.full_clean(exclude=["area_code"])
        assignment.save()
        record(
            "grids.assign_adviser", by=by, subject=assignment, after={"from": from_on or today(), "to": to_on}
        )
    return assignment


def end_assignment(assignment: AdviserAssignment, *, by: User, on: date | None = None) -> None:
    """`on` is the first day without the adviser; duties planned from then on are taken off the roster."""
    demand(by, Right.MANAGE, assignment.area_code)
    on = on or today()
    with transaction.atomic():
        held = AdviserAssignment.objects.select_for_update().get(pk=assignment.pk)
        if held.valid.upper and held.valid.upper <= on:
            raise Refused("already_ended", _("这项聘任已经结束，不用再办理。"))
        if on <= held.valid.lower:
            raise Refused("ends_before_start", _("结束日期要晚于开始日期 {}。").format(held.valid.lower))
        held.valid = (held.valid.lower, on)
        held.save(update_fields=["valid"])
        dropped, _rows = AdviserDuty.objects.filter(area=held.area, adviser=held.adviser, on__gte=on).delete()
        record("grids.end_assignment", by=by, subject=held, after={"to": on, "duties_dropped": dropped})


def plan_duty(
    community: Community, *, by: User, on: date, from_time: time, to_time: time, place: str
) -> AdviserDuty:
    """Put the community's adviser of that day on the roster."""
    demand(by, Right.MANAGE, community.code)
    duty = AdviserDuty(
        adviser=_adviser_on(community, on), on=on, from_time=from_time, to_time=to_time, place=place.strip()
    )
    return _keep(duty, community, by=by, action="grids.plan_duty", after={"on": on})


def cancel_duty(duty: AdviserDuty, *, by: User) -> None:
    """Take a duty that has not been yet off the roster."""
    demand(by, Right.MANAGE, duty.area_code)
    if duty.on < today():
        raise Refused("already_past", _("这次值班已经过去，不能取消。"))
    with transaction.atomic():
        record("grids.cancel_duty", by=by, subject=duty, before={"on": duty.on})
        duty.delete()


def record_work(
    community: Community, *, by: User, kind: str, minutes: int, topic: str, on: date | None = None
) -> AdviserRecord:
    """Write down what the adviser did for the community: the matter and the time, nobody's name."""
    demand(by, Right.MANAGE, community.code)
    on = on or today()
    if on > today():
        raise Refused("in_future", _("工作日期还没有到，请在完成后登记。"))
    done = AdviserRecord(
        adviser=_adviser_on(community, on), kind=kind, on=on, minutes=minutes, topic=topic.strip()
    )
    return _keep(done, community, by=by, action="grids.record_work", after={"kind": kind, "on": on})


def _keep(row, community: Community, *, by: User, action: str, after: dict):
    row.area = community
    with transaction.atomic():
        row.place_in(community)
        row.full_clean(exclude=["area_code"])
        row.save()
        record(action, by=by, subject=row, after=after)
    return row


def _adviser_on(community: Community, day: date) -> Adviser:
    serving = (
        AdviserAssignment.objects.live_on(day).filter(area_code=community.code).select_related("adviser")
    )
    found = serving.first()
    if found is None:
        raise Refused("no_adviser", _("{}在 {} 没有法律顾问，请先聘任。").format(community, day))
    return found.adviser
