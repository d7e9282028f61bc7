"""The service team of a grid, and what is posted about it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.people.models import User
from grids.enums.rights import Right
from grids.models import Grid, ServiceMember


def add_service_member(
    grid: Grid,
    *,
    by: User,
    kind: str,
    name: str,
    unit: str,
    duty_phone: str = "",
    phone: str = "",
    from_on: date | None = None,
) -> ServiceMember:
    """Take somebody of another unit into the grid's service team."""
    demand(by, Right.MANAGE, grid.area_code)
    member = ServiceMember(
        area=grid.area,
        kind=kind,
        name=name.strip(),
        unit=unit.strip(),
        duty_phone=duty_phone.strip(),
        valid=(from_on or today(), None),
    )
    member.seal_value("phone", phone.strip())
    with transaction.atomic():
        member.place_in(grid.area)
        member.full_clean(exclude=["area_code"])
        member.save()
        record("grids.add_service_member", by=by, subject=member, after={"kind": kind, "unit": member.unit})
    return member


def end_service_member(member: ServiceMember, *, by: User, on: date | None = None) -> None:
    """`on` is the first day without the member. One who began today and was entered by mistake ends tomorrow."""
    demand(by, Right.MANAGE, member.area_code)
    on = on or today()
    with transaction.atomic():
        held = ServiceMember.objects.select_for_update().get(pk=member.pk)
        if held.valid.upper is not None:
            raise Refused("already_ended", _("这名成员的服务已经结束，不用再办理。"))
        if on <= held.valid.lower:
            raise Refused("ends_before_start", _("结束日期要晚于开始日期 {}。").format(held.valid.lower))
        held.valid = (held.valid.lower, on)
        held.save(update_fields=["valid"])
        record("grids.end_service_member", by=by, subject=held, after={"to": on})


def post_notice(
    grid: Grid, *, by: User, boundary: str, duty_phone: str, oversight_phone: str, cadre_rhythm: str
) -> None:
    """Set what the notice board of a grid says beside the names of its team."""
    demand(by, Right.MANAGE, grid.area_code)
    content = {
        "boundary": boundary.strip(),
        "duty_phone": duty_phone.strip(),
        "oversight_phone": oversight_phone.strip(),
        "cadre_rhythm": cadre_rhythm.strip(),
    }
    with transaction.atomic():
        held = Grid.objects.select_for_update().get(pk=grid.pk)
        before = {name: getattr(held, name) for name in content}
        for name, value in content.items():
            setattr(held, name, value)
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=list(content))
        record("grids.post_notice", by=by, subject=held, before=before, after=content)
