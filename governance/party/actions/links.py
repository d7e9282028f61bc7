"""What an organisation serves and who sits in it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.party.actions.tree import end_link
from governance.party.enums import OrgKind, Right
from governance.party.models import MemberOrg, Partner, PartyOrg, PartyOrgArea


def serve_area(org: PartyOrg, *, by, area: Area, on: date) -> PartyOrgArea:
    """Let an organisation serve a grid or building group from a day on."""
    _check(org, by, on)
    with transaction.atomic():
        link = PartyOrgArea(org=org, area=area, valid=(on, None))
        link.place_in(area)
        link.full_clean(exclude=["area_code"])
        link.save()
        record("party.serve_area", by=by, subject=org, after={"area": area.code, "on": on})
        return link


def leave_area(link: PartyOrgArea, *, by, on: date) -> None:
    """`on` is the first day on which the area is no longer served by it."""
    demand(by, Right.MANAGE, link.org.area_code)
    with transaction.atomic():
        link = PartyOrgArea.objects.select_for_update().get(pk=link.pk)
        end_link(link, on)
        record("party.leave_area", by=by, subject=link.org, after={"area": link.area_code, "on": on})


def seat_member(
    org: PartyOrg, *, by, on: date, kind: str, name: str, uscc: str = "", partner: Partner | None = None
) -> MemberOrg:
    """Take a unit into a joint branch."""
    _check(org, by, on)
    if org.kind != OrgKind.JOINT_BRANCH:
        raise Refused("not_joint", _("只有联合党支部有成员单位，请先改设为联合党支部。"))
    with transaction.atomic():
        member = MemberOrg(
            org=org, kind=kind, name=name.strip(), uscc=uscc, partner=partner, valid=(on, None)
        )
        member.full_clean()
        member.save()
        record("party.seat_member", by=by, subject=org, after={"kind": kind, "name": member.name, "on": on})
        return member


def unseat_member(member: MemberOrg, *, by, on: date) -> None:
    """`on` is the first day without the unit."""
    demand(by, Right.MANAGE, member.org.area_code)
    with transaction.atomic():
        member = MemberOrg.objects.select_for_update().get(pk=member.pk)
        end_link(member, on)
        record("party.unseat_member", by=by, subject=member.org, after={"name": member.name, "on": on})


def _check(org: PartyOrg, by, on: date) -> None:
    demand(by, Right.MANAGE, org.area_code)
    if org.dissolved_on or not org.existed_on(on):
        raise Refused("not_live", _("「{}」在 {} 尚未成立或已登记撤销。").format(org, on))
