import logging

from celery import shared_task

from disputes.actions import drafts
from disputes.actions.series_hints import find_series_hints

log = logging.getLogger(__name__)


@shared_task
def find_series():
    """Look for disputes that may be one series."""
    log.info("%s series may be waiting", find_series_hints())


@shared_task
def remove_expired_drafts() -> int:
    return drafts.remove_expired_drafts()
