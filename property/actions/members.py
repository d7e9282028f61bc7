"""Who sits in a committee. Each seat is entered once: here, and from here among the posts in bodies."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.kernel.wording import office_language
from grids.actions.body_posts import seat_person, unseat
from grids.enums.body_posts import Body, Register
from grids.models import BodyPost
from property.enums import Right
from property.models import CommitteeMember, OwnersCommittee
from property.rules import check_end
from property.rules.committees import check_member


def add_member(
    committee: OwnersCommittee, *, by, name: str, phone: str, title: str, is_owner: bool, from_on: date
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
        member.post = _seat(member, by, name, phone, from_on, held.valid.upper)
        member.save()
        after = {"committee": held.pk, "title": title, "is_owner": is_owner, "from": from_on}
        record("property.add_member", by=by, subject=member, after=after)
        return member


def complete_member(member: CommitteeMember, *, by, phone: str) -> None:
    """Enter the telephone of a member registered without one: from now on a cross-post of theirs is known."""
    demand(by, Right.MANAGE, member.area_code)
    with transaction.atomic():
        held = CommitteeMember.objects.select_for_update(of=("self",)).get(pk=member.pk)
        if held.post_id is not None:
            raise Refused("phone_known", _("这位委员的电话已经登记，不用再补。"))
        if held.valid.upper is not None:
            raise Refused("member_left", _("这位委员的任期已有结束日期，不用再补登电话。"))
        held.post = _seat(held, by, held.open_value("name"), phone, held.valid.lower, None)
        held.save(update_fields=["post"])
        record("property.complete_member", by=by, subject=held)


def end_member(member: CommitteeMember, *, by, on: date, reason: str) -> bool:
    """`on` is the first day on which the person does not sit in the committee. True when a cross-post went too."""
    demand(by, Right.MANAGE, member.area_code)
    with transaction.atomic():
        held = CommitteeMember.objects.select_for_update(of=("self",)).get(pk=member.pk)
        check_end(held, on)
        held.valid = (held.valid.lower, on)
        held.save(update_fields=["valid"])
        record("property.end_member", by=by, subject=held, after={"on": on}, reason=reason)
        return _unseat([held], by, on, reason)


def let_members_go(committee: OwnersCommittee, *, by, on: date, reason: str) -> bool:
    """All who sit in a committee leave with it; the caller has asked for the right and holds the committee."""
    if committee.members.filter(valid__startswith__gte=on).exists():
        raise Refused("members_begin_later", _("有委员的任职日期不早于 {}，请核对解散日期。").format(on))
    members = list(committee.members.select_for_update(of=("self",)).filter(valid__contains=on))
    for member in members:
        member.valid = (member.valid.lower, on)
        member.save(update_fields=["valid"])
    return _unseat(members, by, on, reason)


def _seat(member: CommitteeMember, by, name: str, phone: str, from_on: date, to_on: date | None) -> BodyPost:
    with office_language():
        title = str(member.get_title_display())
    return seat_person(
        member.committee.compound,
        by=by,
        body=Body.COMMITTEE,
        kept_in=Register.COMMITTEE,
        name=name,
        phone=phone,
        title=title,
        from_on=from_on,
        to_on=to_on,
    )


def _unseat(members: list[CommitteeMember], by, on: date, reason: str) -> bool:
    return unseat([member.post_id for member in members if member.post_id], by=by, on=on, reason=reason)
