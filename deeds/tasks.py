import logging

from celery import shared_task

from deeds.actions.purchasers import forget_purchasers
from governance.kernel.days import today

log = logging.getLogger(__name__)


@shared_task
def forget_old_purchasers():
    """Delete who asked about projects long handed over, as the privacy notice promises."""
    if forgotten := forget_purchasers(today()):
        log.info("forgot %s purchasers", forgotten)
