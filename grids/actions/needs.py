from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.lifecycle import move
from governance.kernel.wording import office_language
from governance.people.models import User
from grids.enums.visits import NeedKind
from grids.models import NeedRequest, Visit
from grids.rules.posts import may_send


def open_need(visit: Visit, *, by: User, kind: NeedKind | str, text: str = "") -> NeedRequest:
    """Take up what a resident asked for on a visit; the visit's note is the text unless another is given."""
    if not may_send(by, visit.area.code):
        raise PermissionDenied
    need = NeedRequest(
        visit=visit,
        household=visit.household,
        worker=visit.worker,
        kind=kind,
        text=text or visit.note or _see_visit(),
        opened_on=visit.visited_on,
        area=visit.area,
    )
    with transaction.atomic():
        need.place_in(visit.area)
        need.full_clean()
        need.save()
        record("grids.open_need", by=by, subject=need, after={"kind": need.kind})
    return need


def _see_visit() -> str:
    with office_language():
        return _("（见走访记录）")


def solve_need(need: NeedRequest, *, by: User | None, note: str) -> None:
    """What was asked for is done; `note` says what was done."""
    move(need, "solve", by=by, note=note, changes=_closing(note) | {"solved_on": today()})


def decline_need(need: NeedRequest, *, by: User | None, note: str) -> None:
    """What was asked for could not be done; `note` says why, for the resident to hear."""
    move(need, "decline", by=by, note=note, changes=_closing(note))


def withdraw_need(need: NeedRequest, *, by: User | None, note: str) -> None:
    """The resident no longer asks for it."""
    move(need, "withdraw", by=by, note=note, changes=_closing(note))


def reopen_need(need: NeedRequest, *, by: User | None, note: str) -> None:
    """The resident says it is not solved, or asks again; `note` says what is still wrong. The end no longer counts."""
    changes = {
        "closed_on": None,
        "solved_on": None,
        "reopened_count": need.reopened_count + 1,
        "reopened_on": today(),
        "reopen_note": note.strip(),
    }
    move(need, "reopen", by=by, note=note, changes=changes)


def _closing(note: str) -> dict:
    return {"outcome_note": note.strip(), "closed_on": today()}
