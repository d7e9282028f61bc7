from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from grids.models import Compound
from property.actions.members import let_members_go
from property.enums import Right
from property.models import OwnersCommittee, OwnersMeeting
from property.rules import check_end
from property.rules.committees import check_election, check_meeting


def form_committee(
    compound: Compound, *, by, on: date, kind: str, meeting: OwnersMeeting | None = None, **details
) -> OwnersCommittee:
    """Register an owners' or management committee from its election on; one live committee a compound.

    `meeting` is the owners' meeting that elected it: announced, and for an owners' committee with that carried.
    """
    demand(by, Right.MANAGE, compound.area_code)
    with transaction.atomic():
        if on > today():
            raise ValidationError(_("产生日期不能晚于今天，选出以后再来登记。"))
        check_meeting(meeting, compound.pk, on)
        check_election(meeting, kind)
        committee = OwnersCommittee(
            compound=compound, kind=kind, valid=(on, None), area=compound.area, elected_at=meeting, **details
        )
        committee.place_in(compound.area)
        committee.full_clean(exclude=["area_code"])
        committee.save()
        after = {"compound": compound.pk, "kind": kind, "on": on, "meeting": meeting and meeting.pk}
        record("property.form_committee", by=by, subject=committee, after=after)
        return committee


def dissolve_committee(
    committee: OwnersCommittee, *, by, on: date, reason: str = "", meeting: OwnersMeeting | None = None
) -> bool:
    """`on` is the first day without the committee; its members leave with it. True when a cross-post went too."""
    demand(by, Right.MANAGE, committee.area_code)
    with transaction.atomic():
        held = OwnersCommittee.objects.select_for_update(of=("self",)).get(pk=committee.pk)
        check_end(held, on)
        check_meeting(meeting, held.compound_id, on)
        crossed = let_members_go(held, by=by, on=on, reason=reason)
        held.valid, held.dissolved_at = (held.valid.lower, on), meeting
        held.save(update_fields=["valid", "dissolved_at"])
        after = {"on": on, "meeting": meeting and meeting.pk}
        record("property.dissolve_committee", by=by, subject=held, after=after, reason=reason)
        return crossed


def file_committee(committee: OwnersCommittee, *, by, filing_no: str, filed_on: date) -> None:
    """Record the filing with county and street; late ones too, they are shown as late until then."""
    demand(by, Right.MANAGE, committee.area_code)
    with transaction.atomic():
        held = OwnersCommittee.objects.select_for_update(of=("self",)).get(pk=committee.pk)
        if held.filed_on is not None:
            raise Refused(
                "already_filed", _("已于 {} 备案（{}），不用再登记。").format(held.filed_on, held.filing_no)
            )
        if not held.valid.lower <= filed_on <= today():
            raise ValidationError(_("备案日期要在产生日期 {} 和今天之间，请核对。").format(held.valid.lower))
        held.filing_no, held.filed_on = filing_no, filed_on
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=["filing_no", "filed_on"])
        record("property.file_committee", by=by, subject=held, after={"no": filing_no, "on": filed_on})
