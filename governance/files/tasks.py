import logging

from celery import shared_task

from governance.files.actions import remove_expired
from governance.kernel.days import today

log = logging.getLogger(__name__)


@shared_task
def remove_expired_attachments():
    """Delete the files whose day has come."""
    while removed := remove_expired(today()):
        log.info("removed %s attachments", removed)
