from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.people.models import User
from grids.enums.rights import Right
from grids.enums.roster import LONGEST_TAG, CareKind
from grids.models import CareTag, Household, Resident


def tag_resident(
    household: Household,
    *,
    by: User,
    kind: CareKind | str,
    basis: str,
    expires_on: date,
    resident: Resident | None = None,
) -> CareTag:
    """Note that a household (or one resident of it) should be looked in on: with a basis, and until a day."""
    demand(by, Right.MANAGE, household.area_code)
    if resident is not None and resident.household_id != household.pk:
        raise Refused("other_household", _("这位居民不在这一户，请重新选择。"))
    if expires_on > today() + LONGEST_TAG:
        raise Refused("too_long", _("关爱标签最长三年，请填写更近的到期日期，届时重新认定。"))
    tag = CareTag(
        household=household,
        resident=resident,
        kind=kind,
        basis=basis.strip(),
        expires_on=expires_on,
        area=household.area,
    )
    with transaction.atomic():
        tag.place_in(household.area)
        tag.full_clean()
        tag.save()
        record("grids.tag_resident", by=by, subject=tag, after={"kind": kind, "expires_on": expires_on})
    return tag


def end_tag(tag: CareTag, *, by: User, reason: str = "") -> None:
    """The reason for looking in is gone; the tag ends today and stays readable."""
    demand(by, Right.MANAGE, tag.area_code)
    with transaction.atomic():
        tag.expires_on = max(today(), tag.from_on + timedelta(days=1))
        tag.save(update_fields=["expires_on"])
        record("grids.end_tag", by=by, subject=tag, after={"expires_on": tag.expires_on}, reason=reason)
