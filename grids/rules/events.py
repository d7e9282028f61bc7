from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.casework.models import Case
from governance.kernel.lifecycle import Step
from grids.enums.events import RETURNS_BEFORE_SUPERIOR
from grids.enums.rights import EventRight as Right
from grids.states.events import EventState

_DECIDING = ("grant_extension", "refuse_extension")


def holds_seat(user, case: Case) -> bool:
    """Whether the case is with a seat of this person."""
    return any(seat.post_id == case.owner_post_id for seat in user.seats)


def is_above(user, case: Case) -> bool:
    """Whether the person may approve where the office that has the case lies, or above it."""
    owner = (case.owner_area or case.area).code
    return any(owner.startswith(reach.code) for reach in user.reaches(Right.APPROVE))


def is_superiors(case: Case) -> bool:
    """Whether the case came back so often that a superior decides where it goes."""
    return case.state == EventState.RETURNED and case.returned_count >= RETURNS_BEFORE_SUPERIOR


def barred(case: Case, step: Step, user) -> str:
    """Who of those with the right may take a step: the seat handles, a superior decides what came back twice."""
    if step.right == Right.HANDLE and not (
        holds_seat(user, case) or user.may(Right.DISPATCH, case.area_code)
    ):
        return _("这件事现在由「{owner}」承办，请由承办岗位办理。").format(
            owner=case.owner_post or case.owner_area
        )
    if step.name in _DECIDING and (holds_seat(user, case) or not is_above(user, case)):
        return _("延期由承办岗位的上级批准，请交上级办理。")
    if step.name == "dispatch" and is_superiors(case) and not user.may(Right.APPROVE, case.area_code):
        return _("这件事已经两次退回，由分管领导决定派给谁。")
    return ""


def ways_instead(user) -> dict[str, dict]:
    """Where what is no event is registered instead, by the `follow_up` of its category: those the person may use."""
    found = {}
    for row in settings.FOLLOW_UPS:
        if user.may(row["right"]):
            found[row["outcome"]] = {"label": row["label"], "url": reverse(row["url"])}
    return found
