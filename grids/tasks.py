import logging

from celery import shared_task

from grids.actions.tries import forget_tries

log = logging.getLogger(__name__)


@shared_task
def forget_public_tries():
    """Forget how often strangers tried something yesterday."""
    log.info("forgot %s counts of tries", forget_tries())
