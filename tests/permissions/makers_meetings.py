"""Owners' meetings and committees put into an area."""

from collections.abc import Callable

from governance.areas.models import Area
from property.enums.meetings import MeetingState
from tests.factories.grids import make_compound
from tests.factories.meetings import make_held, make_matter, make_meeting, make_member
from tests.factories.property import make_committee


def meeting(area: Area):
    return make_meeting(make_compound(area))


def held(area: Area) -> dict:
    return {"pk": make_held(make_compound(area)).pk}


def noticed(area: Area) -> dict:
    found = make_meeting(make_compound(area), MeetingState.NOTICED)
    make_matter(found)
    return {"pk": found.pk}


def meeting_to(step: str) -> Callable:
    return lambda area: {"pk": meeting(area).pk, "step": step}


def matter(area: Area) -> dict:
    found = make_matter(meeting(area))
    return {"pk": found.meeting_id, "matter": found.pk}


def committee(area: Area):
    return make_committee(make_compound(area))


def member(area: Area) -> dict:
    found = make_member(committee(area))
    return {"pk": found.committee_id, "member": found.pk}
