"""The queue of the hall: draw a number, call it, let it go."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.enums.centres import TicketState
from disputes.enums.rights import Right
from disputes.models import CentreWindow, MediationCentre, QueueTicket
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.people.models import User


@transaction.atomic
def draw_ticket(centre: MediationCentre, *, by: User) -> QueueTicket:
    """取号: the next number of the centre today. Two at once wait for one another and get two numbers."""
    if not by.may(Right.REGISTER, centre.area_code):
        raise PermissionDenied
    held = MediationCentre.objects.select_for_update(of=("self",)).get(pk=centre.pk)
    if held.closed_on is not None:
        raise Refused("centre_closed", _("这个综治中心已经停用，请到别的中心取号。"))
    last = QueueTicket.objects.filter(centre=held, day=today()).aggregate(last=Max("number"))["last"] or 0
    ticket = QueueTicket(centre=held, area=centre.area, number=last + 1)
    ticket.save()
    record("ticket.draw", by=by, subject=ticket)
    return ticket


@transaction.atomic
def call_next(centre: MediationCentre, *, by: User, window: CentreWindow) -> QueueTicket:
    """叫下一位: the lowest number that waits; windows that call at once get different ones."""
    waiting = QueueTicket.objects.select_for_update(of=("self",), skip_locked=True).waiting()
    ticket = waiting.filter(centre=centre).order_by("number").first()
    if ticket is None:
        raise Refused("nobody_waits", _("现在没有人在等。来访人到了请先取号，也可以直接登记接待。"))
    call_ticket(ticket, by=by, window=window)
    return ticket


def call_ticket(ticket: QueueTicket, *, by: User, window: CentreWindow) -> None:
    """Call a number to a window, for the first time or once more."""
    if window.centre_id != ticket.centre_id or window.closed_on is not None:
        raise Refused("window_elsewhere", _("这个窗口不在本中心或已经停用，请另选窗口。"))
    if ticket.day != today():
        raise Refused("ticket_of_another_day", _("这是往日的号，请来访人重新取号。"))
    step = "recall" if ticket.state == TicketState.CALLED else "call"
    move(ticket, step, by=by, changes={"window": window, "called_at": timezone.now()})


@dataclass(frozen=True)
class Waiting:
    """A ticket as its holder sees it: `ahead` are the numbers before it."""

    ticket: QueueTicket
    ahead: int


def ticket_of(token: str) -> Waiting | None:
    """The ticket behind the code of a slip, on its day; for whoever holds the slip."""
    rows = QueueTicket.objects.of_today().select_related("centre", "window")
    ticket = rows.filter(token=token.upper()).first()
    if ticket is None:
        return None
    before = QueueTicket.objects.waiting().filter(centre=ticket.centre, number__lt=ticket.number)
    return Waiting(ticket, before.count())


def leave_ticket(ticket: QueueTicket, *, by: User) -> None:
    """Called and not there, or gone before: the number makes way."""
    move(ticket, "leave", by=by, changes={"ended_at": timezone.now()})
