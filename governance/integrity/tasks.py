import logging

from celery import shared_task
from django.utils import timezone

from governance.integrity.actions import make_night_runs, remove_old_runs
from governance.integrity.working import work_off
from governance.kernel.days import today

log = logging.getLogger(__name__)


@shared_task(ignore_result=True)
def ask_by_night():
    """Every hour: the first after midnight asks, the others only if that one was missed."""
    if asked := make_night_runs(today()):
        log.info("asked for %s checks", asked)
    remove_old_runs(timezone.now())


@shared_task(ignore_result=True)
def carry_out_checks():
    """What waits, by night or because somebody asked."""
    if done := work_off():
        log.info("carried out %s checks", done)
