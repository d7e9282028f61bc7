from collections.abc import Iterable
from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deeds.actions.homes import issue_home
from deeds.enums import Right
from deeds.enums.desk import LATEST_SENDING, DeskStep
from deeds.models import DeedProject, DeskAppointment, DeskSession, DeskStamp, Home
from deeds.states import HomeState
from governance.audit.actions import record
from governance.kernel.days import local_date, today
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.kernel.wording import plain
from governance.people.models import Post


def open_session(
    project: DeedProject, *, by, day: date, place: str, quota: int, posts: Iterable[Post] = ()
) -> DeskSession:
    """Plan a day on which the desk stands in a compound."""
    demand(by, Right.ISSUE, project.area_code)
    if isinstance(day, date) and day < today():
        raise Refused("past_day", _("日期已经过去，请选今天或以后的日期。"))
    with transaction.atomic():
        session = DeskSession(project=project, day=day, place=plain(place), quota=quota)
        session.full_clean()
        session.save()
        session.posts.set(posts)
        record("deeds.desk.open", by=by, subject=session, after={"day": day, "quota": quota})
    return session


def book_home(session: DeskSession, *, by, home: Home, slot: time) -> DeskAppointment:
    """Give a home its time at a session: never more homes than the session takes."""
    demand(by, Right.ISSUE, session.project.area_code)
    with transaction.atomic():
        held = DeskSession.objects.select_for_update(of=("self",)).get(pk=session.pk)
        if home.project_id != held.project_id:
            raise Refused("other_project", _("这套房不属于本场的项目，请重新选择。"))
        if home.issued_on:
            raise Refused("issued", _("这套房已经发证，不用再预约。"))
        if held.appointments.count() >= held.quota:
            raise Refused("quota_full", _("这一场只能约 {} 套，已经约满，请另开一场。").format(held.quota))
        booked = DeskAppointment(session=held, home=home, slot=slot)
        booked.full_clean()
        booked.save()
        record("deeds.desk.book", by=by, subject=held, after={"home": home.pk, "slot": str(slot)})
    return booked


def stamp_step(
    appointment: DeskAppointment, step: str, *, by, client_uuid: UUID, at: datetime | None = None
) -> DeskStamp:
    """Write down that a step is done, by the device's clock; sent again, or by a second device, the first counts.

    The last step hands out the deed of a home that is entered in the register.
    """
    demand(by, Right.ISSUE, appointment.area_code)
    step = DeskStep(step)
    with transaction.atomic():
        held = DeskAppointment.objects.select_for_update(of=("self",)).get(pk=appointment.pk)
        stamps = {stamp.step: stamp for stamp in held.stamps.all()}
        if step in stamps:
            return stamps[step]
        _demand_turn(held, step, stamps)
        last = stamps[step.before] if step.before else None
        at = _told_time(held, at, last)
        stamp = DeskStamp(appointment=held, step=step, at=at, client_uuid=client_uuid)
        if last:
            stamp.seconds = int((at - last.at).total_seconds())
        stamp.full_clean()
        stamp.save()
        if step == DeskStep.PRINT:
            _hand_out(held, at, by)
        record("deeds.desk.stamp", by=by, subject=held, after={"step": str(step), "seconds": stamp.seconds})
    return stamp


def _demand_turn(held: DeskAppointment, step: DeskStep, stamps: dict) -> None:
    if held.sent_back_at:
        raise Refused("sent_back", _("这一户已经退回，不能再办；材料补齐后请重新预约。"))
    if step.before and step.before not in stamps:
        raise Refused(
            "out_of_order",
            _("还没有{before}，不能{step}，请按顺序办理。").format(before=step.before.label, step=step.label),
        )


def _told_time(held: DeskAppointment, at: datetime | None, last: DeskStamp | None) -> datetime:
    """The device's time within reason: not ahead of ours, not before the step before, on the session's day."""
    now = timezone.now()
    at = min(at or now, now)
    if last:
        at = max(at, last.at)
    if local_date(at) != held.session.day or now - at > LATEST_SENDING:
        raise Refused(
            "other_day",
            _("这一场的日期是 {}，只能登记当天的步骤；请核对设备时间。").format(held.session.day),
        )
    return at


def _hand_out(held: DeskAppointment, at: datetime, by) -> None:
    home = held.home
    if not home.issued_on and home.state != HomeState.REGISTERED:
        raise Refused("not_registered", _("这套房还没有登簿，不能打证；请先办理登簿。"))
    if not home.issued_on:
        issue_home(home, by=by)
    held.printed_at = at
    held.save(update_fields=["printed_at"])


def send_back(appointment: DeskAppointment, *, by, reason: str) -> None:
    """The home could not be served this time, and why; it may be booked for another session."""
    demand(by, Right.ISSUE, appointment.area_code)
    with transaction.atomic():
        held = DeskAppointment.objects.select_for_update(of=("self",)).get(pk=appointment.pk)
        if held.printed_at or held.sent_back_at:
            raise Refused("finished", _("这一户已经办完或退回，请刷新页面查看。"))
        held.sent_back_at, held.sent_back_reason = timezone.now(), plain(reason)
        held.full_clean()
        held.save(update_fields=["sent_back_at", "sent_back_reason"])
        record("deeds.desk.send_back", by=by, subject=held, reason=held.sent_back_reason)
