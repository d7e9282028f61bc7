import logging

from celery import shared_task

from governance.casework.actions.acceptance import mark_not_accepted
from governance.casework.actions.clocks import mark_late

log = logging.getLogger(__name__)


@shared_task
def sweep_late_cases():
    """Mark the cases whose limit has passed since the last run."""
    if marked := mark_late():
        log.info("marked %s cases late", marked)
    if marked := mark_not_accepted():
        log.info("marked %s cases as not accepted in time", marked)
