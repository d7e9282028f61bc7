"""Carrying messages out: one at a time, so that a kill at any moment loses none and doubles none.

That a try begins is committed before it (`begun_at`); the try itself and its outcome are one transaction on the locked
row. Killed in between, the row comes back by itself with the same key, and the sender knows that it may have gone out.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.dispatch.enums import BACK_OFF, GIVE_UP_AFTER, Channel
from governance.dispatch.models import ChannelStop, ContactAddress, Delivery, NoticeHours
from governance.dispatch.models.deliveries import ERROR
from governance.dispatch.senders import Sender, missing_settings, sender_of
from governance.dispatch.senders.faults import Delayed, Limited, Undeliverable, Unreachable, Unsent
from governance.dispatch.senders.messages import compose
from governance.kernel.days import local_date
from governance.kernel.lifecycle import move
from governance.kernel.masking import mask_contact
from governance.kernel.wording import office_language
from governance.people.models import User

log = logging.getLogger(__name__)
_AT_ONCE = 500
_LONGEST_SWEEP = timedelta(seconds=60)
_LONGEST_STOP = BACK_OFF.index(60)
_SWEEP_LOCK = 0x534E44  # "SND"


def send_due(channel: str, *, most: int = _AT_ONCE) -> int:
    """Send what is due by one way until it is done or the way shuts; how many went out.

    One sweep at a time for each way, so that a slow one takes no more than its own place among the workers.
    """
    now = timezone.now()
    if missing_settings(channel) or ChannelStop.objects.filter(channel=channel, until__gt=now).exists():
        return 0
    with _alone(channel) as is_alone, office_language():
        return _send_some(channel, now, most) if is_alone else 0


def _send_some(channel: str, now: datetime, most: int) -> int:
    sender, sent = sender_of(channel), 0
    for pk in list(Delivery.objects.due(channel, now).values_list("pk", flat=True)[:most]):
        is_ready, begun_on = _begin(pk, channel)
        fault = _send(pk, channel, sender, begun_on) if is_ready else None
        if isinstance(fault, Limited | Unreachable):
            _stop(channel, fault)
            break
        if is_ready and fault is None:
            sent += 1
            if sent == 1:
                ChannelStop.objects.filter(channel=channel).delete()
        if timezone.now() - now > _LONGEST_SWEEP:
            break
    return sent


@contextmanager
def _alone(channel: str) -> Iterator[bool]:
    """Whether this sweep is the only one of its way. The lock goes with the connection, and so with a killed worker."""
    number = [_SWEEP_LOCK, Channel.values.index(channel)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", number)
        is_alone = cursor.fetchone()[0]
    try:
        yield is_alone
    finally:
        if is_alone:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", number)


@transaction.atomic
def _begin(pk: int, channel: str) -> tuple[bool, date | None]:
    """Whether the row is to be sent now, and the day of an earlier try whose outcome nobody knows."""
    row = _held(pk, channel)
    if row is None:
        return False, None
    now, hours = timezone.now(), NoticeHours.of(row.person_id)
    if now - row.asked_at > GIVE_UP_AFTER:
        words = _("过了 {} 天没有发出，不再发。").format(GIVE_UP_AFTER.days)
        move(row, "give_up", by=None, changes={"error": row.error or words})
    elif hours.is_quiet(now):
        move(row, "hold", by=None, changes={"next_at": hours.quiet_ends(now)})
    elif problem := _problem(row):
        move(row, "fail", by=None, changes={"error": problem})
    else:
        begun_on = local_date(row.begun_at) if row.begun_at else None
        Delivery.objects.filter(pk=pk, begun_at=None).update(begun_at=now)
        return True, begun_on
    return False, None


def _held(pk: int, channel: str) -> Delivery | None:
    """The row, locked and still due; None when somebody else has it or has done it."""
    rows = Delivery.objects.due(channel, timezone.now()).filter(pk=pk).for_list()
    return rows.select_for_update(skip_locked=True, of=("self",)).first()


def _problem(row: Delivery) -> str:
    if not row.person.is_active:
        return _("账号已停用。")
    if not address_of(row.person, row.channel):
        return _("没有填写{channel}接收地址，请本人在“我的通知设置”里填写。").format(
            channel=row.get_channel_display()
        )
    return ""


def address_of(person: User, channel: str) -> str:
    """Where a person is reached by a way, in the clear and for the sender alone; empty when nobody has said."""
    own = ContactAddress.objects.filter(person=person, channel=channel).first()
    if own:
        return own.open_value("value")
    return person.open_value("phone") if channel == Channel.SMS else ""


@transaction.atomic
def _send(pk: int, channel: str, sender: Sender, begun_on: date | None) -> Unsent | None:
    """Try one message and keep what became of it; the fault, if there was one."""
    row = _held(pk, channel)
    if row is None:
        return None
    to = address_of(row.person, channel)
    try:
        reference = sender.send(compose(row, to, begun_on=begun_on))
    except Unsent as fault:
        _keep(row, fault, to)
        return fault
    changes = {"sent_at": timezone.now(), "reference": reference[:120], "error": "", "begun_at": None}
    move(row, "send", by=None, changes=changes | {"tries": row.tries + 1, "address_masked": mask_contact(to)})
    return None


def _keep(row: Delivery, fault: Unsent, to: str) -> None:
    """What was refused is known not to have gone out; of what met a shut way nobody can say."""
    now = timezone.now()
    changes = {"error": fault.sentence[:ERROR], "address_masked": mask_contact(to)}
    if not isinstance(fault, Unreachable):
        changes["begun_at"] = None
    if isinstance(fault, Undeliverable):
        move(row, "fail", by=None, changes=changes | {"tries": row.tries + 1})
    elif isinstance(fault, Delayed):
        _try_later(row, changes, now)
    else:  # the way is shut, which is not the message's fault: it keeps its tries and lets the others go first
        move(row, "retry", by=None, changes=changes | {"next_at": now + timedelta(minutes=BACK_OFF[0])})


def _try_later(row: Delivery, changes: dict, now: datetime) -> None:
    changes["tries"] = row.tries + 1
    if row.tries >= len(BACK_OFF):
        log.warning("delivery %s given up after %s tries", row.pk, row.tries + 1)
        move(row, "give_up", by=None, changes=changes)
        return
    move(row, "retry", by=None, changes=changes | {"next_at": now + timedelta(minutes=BACK_OFF[row.tries])})


def _stop(channel: str, fault: Limited | Unreachable) -> None:
    """Leave a way alone for a while, longer each time; the others do not wait for it."""
    now = timezone.now()
    stop = ChannelStop.objects.filter(channel=channel).first() or ChannelStop(channel=channel, since=now)
    pause = timedelta(minutes=BACK_OFF[min(stop.faults, _LONGEST_STOP)])
    if isinstance(fault, Limited):
        pause = timedelta(seconds=fault.seconds)
    log.warning("%s stopped for %s: %s", channel, pause, fault.code)
    stop.until, stop.faults, stop.error = now + pause, stop.faults + 1, fault.sentence[:ERROR]
    stop.save()
