import logging

from celery import shared_task
from django.utils import timezone

from governance.dispatch.actions import open_cycle
from governance.dispatch.due import due_cycles

log = logging.getLogger(__name__)


@shared_task
def make_cycles():
    """Open every cycle that is due. One office's failure is logged and retried at the next tick, alone."""
    for due in due_cycles(timezone.now()):
        try:
            open_cycle(due)
        except Exception:
            log.exception("cycle %s %s of %s failed", due.kind, due.period, due.area.code)
