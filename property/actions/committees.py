from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from grids.models import Compound
from property.enums import Right
from property.models import CommitteeMember, OwnersCommittee, OwnersMeeting
from property.rules import check_end
from property.rules.committees import check_election, check_meeting, check_member


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
) -> None:
    """`on` is the first day without the committee; its members leave with it."""
    demand(by, Right.MANAGE, committee.area_code)
    with transaction.atomic():
        held = OwnersCommittee.objects.select_for_update(of=("self",)).get(pk=committee.pk)
        check_end(held, on)
        check_meeting(meeting, held.compound_id, on)
        _let_members_go(held, on)
        held.valid, held.dissolved_at = (held.valid.lower, on), meeting
        held.save(update_fields=["valid", "dissolved_at"])
        after = {"on": on, "meeting": meeting and meeting.pk}
        record("property.dissolve_committee", by=by, subject=held, after=after, reason=reason)


def _let_members_go(committee: OwnersCommittee, on: date) -> None:
    if committee.members.filter(valid__startswith__gte=on).exists():
        raise Refused("members_begin_later", _("有委员的任职日期不早于 {}，请核对解散日期。").format(on))
    for member in committee.members.select_for_update().filter(valid__contains=on):
        member.valid = (member.valid.lower, on)
        member.save(update_fields=["valid"])


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


def add_member(
    committee: OwnersCommittee, *, by, name: str, title: str, is_owner: bool, from_on: date
) -> CommitteeMember:
    """Register who sits in a committee from a day on."""
    demand(by, Right.MANAGE, committee.area_code)
    with transaction.atomic():
        held = OwnersCommittee.objects.select_for_update(of=("self",)).get(pk=committee.pk)
        check_member(held, from_on)
        member = CommitteeMember(
            committee=held, title=title, is_owner=is_owner, valid=(from_on, held.valid.upper)
        )
        member.seal_value("name", name)
        member.full_clean()
        member.save()
        after = {"committee": held.pk, "title": title, "is_owner": is_owner, "from": from_on}
        record("property.add_member", by=by, subject=member, after=after)
        return member


def end_member(member: CommitteeMember, *, by, on: date, reason: str) -> None:
    """`on` is the first day on which the person does not sit in the committee."""
    demand(by, Right.MANAGE, member.area_code)
    with transaction.atomic():
        held = CommitteeMember.objects.select_for_update(of=("self",)).get(pk=member.pk)
        check_end(held, on)
        held.valid = (held.valid.lower, on)
        held.save(update_fields=["valid"])
        record("property.end_member", by=by, subject=held, after={"on": on}, reason=reason)
