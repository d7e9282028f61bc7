import logging

from celery import shared_task
from django.utils import timezone

from governance.dispatch.actions import open_cycle, remind_of_elections
from governance.dispatch.due import due_cycles
from governance.kernel.days import today

log = logging.getLogger(__name__)


@shared_task
def make_cycles():
    """Open every cycle that is due. One office's failure is logged and retried at the next tick, alone."""
    for due in due_cycles(timezone.now()):
        try:
            open_cycle(due)
        except Exception:
            log.exception("cycle %s %s of %s failed", due.kind, due.period, due.area.code)


@shared_task
def tell_of_elections():
    """Tell the offices whose Party organisations have a term that ends; who was told is not told again."""
    remind_of_elections(today())
