"""A session of the mobile desk as the table, the office and the evening's report see it."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from deeds.enums.desk import AIM_SECONDS, DeskStep
from deeds.models import DeskAppointment, DeskSession
from deeds.rules.desk import middle
from governance.kernel.days import today


@dataclass(frozen=True)
class Pressed:
    """A step as its button shows it: done with its time, next, or still to come."""

    step: DeskStep
    seconds: int | None
    is_done: bool
    is_next: bool
    number: UUID


def desk_page(session: DeskSession, user, right: str) -> dict:
    """Every home booked, each with its steps."""
    booked = _booked(session)
    return {
        "session": session,
        "cards": [_card(appointment) for appointment in booked],
        "full": len(booked) >= session.quota,
        "booked": len(booked),
        "may_serve": user.may(right, session.project.area_code),
        "is_today": session.day == today(),
        **sums(booked),
    }


def _booked(session: DeskSession) -> list[DeskAppointment]:
    rows = session.appointments.select_related("home").prefetch_related("stamps")
    return list(rows.order_by("slot", "pk"))


def _card(appointment: DeskAppointment) -> dict:
    done = {stamp.step: stamp for stamp in appointment.stamps.all()}
    is_open = appointment.printed_at is None and appointment.sent_back_at is None
    waiting = next((step for step in DeskStep if step not in done), None) if is_open else None
    steps = [
        Pressed(step, done[step].seconds if step in done else None, step in done, step == waiting, uuid4())
        for step in DeskStep
    ]
    return {"row": appointment, "steps": steps, "is_open": is_open, "seconds": _seconds(appointment)}


def _seconds(appointment: DeskAppointment) -> int | None:
    """From the call to the certificate."""
    times = {stamp.step: stamp.at for stamp in appointment.stamps.all()}
    if DeskStep.BEGIN not in times or DeskStep.PRINT not in times:
        return None
    return int((times[DeskStep.PRINT] - times[DeskStep.BEGIN]).total_seconds())


def sums(booked: list[DeskAppointment]) -> dict:
    """Served, issued that day, sent back; the median certificate against its aim."""
    took = [seconds for each in booked if (seconds := _seconds(each)) is not None]
    typical = middle(took)
    return {
        "served": sum(each.printed_at is not None for each in booked),
        "sent_back": sum(each.sent_back_at is not None for each in booked),
        "median": typical,
        "aim": AIM_SECONDS,
        "within_aim": typical is not None and typical <= AIM_SECONDS,
    }


def report_of(session: DeskSession) -> dict:
    """The evening's report, from the rows of the day."""
    booked = _booked(session)
    by_step = {
        step: middle(
            stamp.seconds
            for each in booked
            for stamp in each.stamps.all()
            if stamp.step == step and stamp.seconds is not None
        )
        for step in list(DeskStep)[1:]
    }
    return {
        "booked": len(booked),
        "issued": sum(each.home.issued_on == session.day for each in booked),
        "steps": [{"step": step.value, "label": step.label, "seconds": by_step[step]} for step in by_step],
        "returned": [
            {"home": str(each.home), "reason": each.sent_back_reason} for each in booked if each.sent_back_at
        ],
        **sums(booked),
    }
