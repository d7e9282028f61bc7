from celery import shared_task
from django.utils import timezone

from governance.dispatch.actions import (
    climb,
    find_figure_changes,
    forget_old_deliveries,
    forget_old_events,
    gather_digests,
    make_due_cycles,
    plan_deliveries,
    plan_events,
    send_due,
    send_events,
)
from governance.dispatch.enums import Channel
from governance.kernel.days import today


@shared_task
def make_cycles():
    """Open every cycle that is due."""
    make_due_cycles(timezone.now())


@shared_task
def climb_ladders():
    """Tell the offices of what is due; who was told of a step is not told again."""
    climb(today())


@shared_task
def read_reports_again():
    """Find figures of issued reports that read otherwise now; who was told is not told again."""
    find_figure_changes(today())


@shared_task
def plan_messages():
    """Settle to whom new notices go outside the portal."""
    plan_deliveries(timezone.now())


@shared_task
def make_digests():
    """One message a day for whoever wants no more."""
    gather_digests(timezone.now())


# One sweep for each way: while one of them hangs, the others go on.
@shared_task
def send_mails():
    send_due(Channel.MAIL)


@shared_task
def send_texts():
    send_due(Channel.SMS)


@shared_task
def send_by_wecom():
    send_due(Channel.WECOM)


@shared_task
def send_by_dingtalk():
    send_due(Channel.DINGTALK)


@shared_task
def forget_deliveries():
    """The log of messages is kept for a year."""
    forget_old_deliveries(timezone.now())


@shared_task
def push_events():
    """Tell the addresses outside of papers issued."""
    plan_events(timezone.now())
    send_events()


@shared_task
def forget_events():
    """The log of what addresses outside were told is kept for ninety days."""
    forget_old_events(timezone.now())
