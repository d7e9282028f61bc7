"""Owners' meetings and members of committees, set past the verbs."""

from datetime import date, timedelta
from decimal import Decimal

from grids.models import Compound
from property.enums.committees import MemberTitle
from property.enums.meetings import MatterKind, MeetingForm, MeetingKind, MeetingState
from property.models import CommitteeMember, OwnersCommittee, OwnersMatter, OwnersMeeting
from tests.factories.property import BEGUN

HELD = date(2026, 3, 1)


def figures(heads: tuple[int, int, int], area: tuple[str, str, str]) -> dict:
    """The eight figures of a matter, from those for, against and abstaining."""
    areas = [Decimal(value) for value in area]
    names = ("for", "against", "abstain")
    return (
        {"took_part_heads": sum(heads), "took_part_area": sum(areas)}
        | {f"{name}_heads": value for name, value in zip(names, heads, strict=True)}
        | {f"{name}_area": value for name, value in zip(names, areas, strict=True)}
    )


CARRIED = figures((400, 80, 20), ("40000.00", "8000.00", "2000.00"))
MISSED = figures((300, 50, 30), ("40000.00", "8000.00", "2000.00"))  # 380 of 600 took part


def make_meeting(
    compound: Compound, state: str = MeetingState.DRAFT, *, held: date = HELD, **fields
) -> OwnersMeeting:
    """A meeting of 600 owners with 60,000.00 square metres; dated as its state asks."""
    noticed = state not in (MeetingState.DRAFT, MeetingState.CALLED_OFF)
    days = {"notice_on": held - timedelta(days=20), "told_on": held - timedelta(days=20)} if noticed else {}
    if state == MeetingState.ANNOUNCED:
        days["announced_on"] = held + timedelta(days=2)
    given = {
        "title": "2026 年定期会议",
        "kind": MeetingKind.REGULAR,
        "form": MeetingForm.WRITTEN,
        "owner_count": 600,
        "owner_area": Decimal("60000.00"),
        "meeting_on": held,
        **days,
        **fields,
    }
    return OwnersMeeting.objects.create(compound=compound, area=compound.area, state=state, **given)


def make_matter(
    meeting: OwnersMeeting, kind: str = MatterKind.COMMITTEE, tally: dict | None = None, **fields
) -> OwnersMatter:
    """One more matter; counted when a tally is given."""
    counted = {"owner_count": meeting.owner_count, "owner_area": meeting.owner_area, **tally} if tally else {}
    given = {"position": meeting.matters.count() + 1, "text": "选举第一届业主委员会委员", **counted, **fields}
    return OwnersMatter.objects.create(meeting=meeting, kind=kind, **given)


def make_held(compound: Compound, *, kind: str = MatterKind.COMMITTEE, tally: dict = CARRIED, **fields):
    """A meeting whose result was announced, with one matter."""
    meeting = make_meeting(compound, MeetingState.ANNOUNCED, **fields)
    make_matter(meeting, kind, tally)
    return meeting


def make_member(
    committee: OwnersCommittee,
    name: str = "纳文静",
    *,
    title: str = MemberTitle.MEMBER,
    is_owner: bool = True,
    since: date = BEGUN,
    until: date | None = None,
) -> CommitteeMember:
    member = CommitteeMember(committee=committee, title=title, is_owner=is_owner, valid=(since, until))
    member.seal_value("name", name)
    member.save()
    return member
