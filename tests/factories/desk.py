"""Sessions of the mobile desk and the homes booked for them."""

from datetime import date, datetime, time, timedelta
from uuid import uuid4

from django.utils import timezone

from deeds.enums.desk import DeskStep
from deeds.models import DeedProject, DeskAppointment, DeskSession, DeskStamp
from deeds.states import HomeState, ProjectState
from governance.areas.models import Area
from governance.kernel.days import today
from tests.factories.deeds import make_deed_project, make_home


def make_session(project: DeedProject, *, day: date | None = None, quota: int = 5, **fields) -> DeskSession:
    fields = {"place": "小区活动室", **fields}
    return DeskSession.objects.create(project=project, day=day or today(), quota=quota, **fields)


def make_session_in(area: Area) -> DeskSession:
    return make_session(make_deed_project(area, state=ProjectState.HOMES_OPEN))


def make_appointment(session: DeskSession, *, state: str = HomeState.REGISTERED) -> DeskAppointment:
    home = make_home(session.project, state=state)
    return DeskAppointment.objects.create(session=session, home=home, slot=time(9, 0))


def make_served(appointment: DeskAppointment, *, seconds: int, began: datetime | None = None) -> None:
    """Every step done, the last one after `seconds` in all."""
    at = began or timezone.now() - timedelta(seconds=seconds)
    each = seconds // 5
    for place, step in enumerate(DeskStep):
        taken = (each if place < 5 else seconds - 4 * each) if place else None
        at += timedelta(seconds=taken or 0)
        DeskStamp.objects.create(
            appointment=appointment, step=step, at=at, seconds=taken, client_uuid=uuid4()
        )
    appointment.printed_at = at
    appointment.save(update_fields=["printed_at"])
