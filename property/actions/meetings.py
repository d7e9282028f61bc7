"""An owners' meeting from its preparation to the notice: what is put to the vote, and among how many owners."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.scope import demand
from grids.models import Compound
from property.enums import Right
from property.enums.meetings import MeetingState
from property.models import OwnersMatter, OwnersMeeting
from property.rules.meetings import check_notice

_EXCEPT = ["area_code"]


def prepare_meeting(
    compound: Compound,
    *,
    by,
    title: str,
    kind: str,
    form: str,
    meeting_on: date,
    owner_count: int,
    owner_area: Decimal,
    place: str = "",
) -> OwnersMeeting:
    """Begin to prepare a meeting of a compound's owners."""
    demand(by, Right.MANAGE, compound.area_code)
    meeting = OwnersMeeting(
        compound=compound,
        area=compound.area,
        title=title,
        kind=kind,
        form=form,
        meeting_on=meeting_on,
        owner_count=owner_count,
        owner_area=owner_area,
        place=place,
    )
    meeting.place_in(compound.area)
    meeting.full_clean(exclude=_EXCEPT)
    with transaction.atomic():
        meeting.save()
        record("property.prepare_meeting", by=by, subject=meeting, after=_facts(meeting))
    return meeting


def revise_meeting(meeting: OwnersMeeting, *, by, **changes) -> None:
    """Change what the meeting is about to be; after the notice nothing is changed any more."""
    with _draft(meeting, by) as held:
        before = _facts(held)
        for name, value in changes.items():
            setattr(held, name, value)
        held.full_clean(exclude=_EXCEPT)
        held.save(update_fields=list(changes))
        record("property.revise_meeting", by=by, subject=held, before=before, after=_facts(held))


def add_matter(meeting: OwnersMeeting, *, by, kind: str, text: str) -> OwnersMatter:
    """Put one more matter to the vote."""
    with _draft(meeting, by) as held:
        last = held.matters.aggregate(last=Max("position"))["last"] or 0
        matter = OwnersMatter(meeting=held, position=last + 1, kind=kind, text=text)
        matter.full_clean()
        matter.save()
        record("property.add_matter", by=by, subject=held, after={"position": last + 1, "kind": kind})
        return matter


def remove_matter(matter: OwnersMatter, *, by) -> None:
    """Take a matter off; those after it move up."""
    with _draft(matter.meeting, by) as held:
        matters = list(held.matters.order_by("position"))
        gone = next((row for row in matters if row.pk == matter.pk), None)
        if gone is None:
            raise Refused("matter_gone", _("这个事项已经移除，请刷新页面。"))
        record("property.remove_matter", by=by, subject=held, before={"kind": gone.kind, "text": gone.text})
        gone.delete()
        for row in matters[matters.index(gone) + 1 :]:
            row.position -= 1
            row.save(update_fields=["position"])


def give_notice(meeting: OwnersMeeting, *, by, notice_on: date, told_on: date) -> None:
    """Record that the owners were notified in time and the residents' committee told; the agenda stands from then."""
    with transaction.atomic():
        held = OwnersMeeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
        if held.state == MeetingState.DRAFT:
            check_notice(held, notice_on, told_on)
        move(held, "notice", by=by, changes={"notice_on": notice_on, "told_on": told_on})


def call_off(meeting: OwnersMeeting, *, by, note: str) -> None:
    """A meeting that will not be held, with the reason."""
    move(meeting, "call_off", by=by, note=note)


@contextmanager
def _draft(meeting: OwnersMeeting, by) -> Iterator[OwnersMeeting]:
    """The meeting, locked and still in preparation, for somebody who may manage it; all in one transaction."""
    demand(by, Right.MANAGE, meeting.area_code)
    with transaction.atomic():
        held = OwnersMeeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
        if held.state != MeetingState.DRAFT:
            raise Refused(
                "notice_given", _("会议已经不在筹备，事项和业主数不能再改；要改请取消会议，另行登记。")
            )
        yield held


def _facts(meeting: OwnersMeeting) -> dict:
    """What the trail keeps of a meeting in preparation."""
    return {
        "compound": meeting.compound_id,
        "title": meeting.title,
        "kind": str(meeting.kind),
        "form": str(meeting.form),
        "meeting_on": meeting.meeting_on,
        "owner_count": meeting.owner_count,
        "owner_area": str(meeting.owner_area),
    }
