"""六社联动: the organisations that work together with a community."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.people.models import User
from grids.enums.rights import Right
from grids.models import Community, CommunityOrg, OrgActivity, OrgKind


def found_org(
    community: Community, *, by: User, contact: str = "", phone: str = "", **content
) -> CommunityOrg:
    """Enter an organisation of the community. `content`: name, kind, purpose, founded_on, people_count."""
    demand(by, Right.MANAGE, community.code)
    if content.get("founded_on", today()) > today():
        raise Refused("in_future", _("成立日期还没有到，请在成立后登记。"))
    org = CommunityOrg(area=community, **content)
    org.seal_value("contact", contact.strip())
    org.seal_value("phone", phone.strip())
    with transaction.atomic():
        org.place_in(community)
        org.full_clean(exclude=["area_code"])
        org.save()
        record("grids.found_org", by=by, subject=org, after={"kind": org.kind.code})
    return org


def change_org(
    org: CommunityOrg,
    *,
    by: User,
    kind: OrgKind,
    purpose: str,
    people_count: int,
    contact: str = "",
    phone: str = "",
) -> None:
    """Correct what is kept of an organisation; contact and phone are changed only when given anew."""
    demand(by, Right.MANAGE, org.area_code)
    with transaction.atomic():
        held = CommunityOrg.objects.select_for_update().get(pk=org.pk)
        before = {"kind": held.kind_id, "people_count": held.people_count}
        held.kind, held.purpose, held.people_count = kind, purpose.strip(), people_count
        for name, value in (("contact", contact.strip()), ("phone", phone.strip())):
            if value:
                held.seal_value(name, value)
        held.full_clean(exclude=["area_code"])
        held.save()
        after = {"kind": held.kind_id, "people_count": held.people_count}
        record("grids.change_org", by=by, subject=held, before=before, after=after)


def end_org(org: CommunityOrg, *, by: User, on: date | None = None) -> None:
    """`on` is the first day on which the organisation no longer works."""
    demand(by, Right.MANAGE, org.area_code)
    with transaction.atomic():
        held = CommunityOrg.objects.select_for_update().get(pk=org.pk)
        if held.ended_on is not None:
            raise Refused("already_ended", _("这个组织已于 {} 停止，不用再办理。").format(held.ended_on))
        held.ended_on = on or today()
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=["ended_on"])
        record("grids.end_org", by=by, subject=held, after={"on": held.ended_on})


def record_activity(org: CommunityOrg, *, by: User, on: date, title: str, people_count: int) -> OrgActivity:
    """Write down something the organisation did."""
    demand(by, Right.MANAGE, org.area_code)
    if on > today() or on < org.founded_on:
        raise Refused("not_then", _("活动日期要在组织成立之后、今天以前。"))
    activity = OrgActivity(org=org, on=on, title=title.strip(), people_count=people_count)
    with transaction.atomic():
        activity.full_clean()
        activity.save()
        record("grids.record_activity", by=by, subject=org, after={"on": on, "people": people_count})
    return activity
