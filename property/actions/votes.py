"""The votes of an owners' meeting: counted, announced, and put right by going back one step."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from property.enums.meetings import MeetingState
from property.models import OwnersMatter, OwnersMeeting
from property.models.meetings import AREAS, HEADS
from property.rules.meetings import check_announcement, faults_of
from property.states.meetings import MEETING_STEPS


def count_votes(meeting: OwnersMeeting, *, by, tallies: Mapping[int, dict]) -> None:
    """Write down the votes on every matter, by heads and by area; until the result is announced, again.

    `tallies` maps the id of each matter to its eight figures. All are written or none.
    """
    with transaction.atomic():
        held = OwnersMeeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
        matters = list(held.matters.order_by("position"))
        if held.state in MEETING_STEPS["count"].sources:
            _check(held, matters, tallies)
        move(held, "count", by=by)
        for matter in matters:
            _write(held, matter, tallies[matter.pk])
        record("property.count_votes", by=by, subject=held, after=_facts(matters))


def announce_result(meeting: OwnersMeeting, *, by, on: date) -> None:
    """Record that the result was posted in the compound; the figures stand from then."""
    with transaction.atomic():
        held = OwnersMeeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
        if held.state == MeetingState.COUNTED:
            check_announcement(held, on)
        move(held, "announce", by=by, changes={"announced_on": on})


def correct_votes(meeting: OwnersMeeting, *, by, note: str) -> None:
    """Take an announced result back to the counting, for a stated reason; the trail keeps what was announced."""
    with transaction.atomic():
        held = OwnersMeeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
        matters = list(held.matters.order_by("position"))
        move(held, "correct", by=by, note=note, changes={"announced_on": None})
        record("property.correct_votes", by=by, subject=held, before=_facts(matters), reason=note)


def _check(meeting: OwnersMeeting, matters: list[OwnersMatter], tallies: Mapping[int, dict]) -> None:
    """`Refused` before the meeting; `ValidationError` with everything wrong, each sentence naming its matter."""
    if today() < meeting.meeting_on:
        raise Refused("not_held", _("会议 {} 才召开，开会以后再登记计票。").format(meeting.meeting_on))
    if {matter.pk for matter in matters} != set(tallies):
        raise ValidationError(_("每个表决事项都要登记一次计票，请刷新页面后重新填写。"))
    found = [
        _("第 {} 项：{}").format(matter.position, fault)
        for matter in matters
        for fault in faults_of(meeting, tallies[matter.pk])
    ]
    if found:
        raise ValidationError(found)


def _write(meeting: OwnersMeeting, matter: OwnersMatter, figures: dict) -> None:
    matter.owner_count, matter.owner_area = meeting.owner_count, meeting.owner_area
    for column in (*HEADS, *AREAS):
        setattr(matter, column, figures[column])
    matter.full_clean()
    matter.save()


def _facts(matters: list[OwnersMatter]) -> dict:
    """What the trail keeps of the figures, by the number of the matter."""
    return {
        str(matter.position): {column: str(getattr(matter, column)) for column in (*HEADS, *AREAS)}
        for matter in matters
    }
