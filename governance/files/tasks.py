import logging

from celery import shared_task
from django.utils import timezone

from governance.files.actions import remove_expired
from governance.files.working.exports import work_on_export
from governance.files.working.imports import work_on_import
from governance.files.working.retention import remove_old_tables
from governance.kernel.days import today

log = logging.getLogger(__name__)


@shared_task
def remove_expired_attachments():
    """Delete the files whose day has come."""
    while removed := remove_expired(today()):
        log.info("removed %s attachments", removed)


@shared_task
def work_on_tables():
    """A slice of work on one import and one export. What is not done yet waits for the next tick."""
    work_on_export()
    work_on_import()


@shared_task
def remove_expired_tables():
    """Delete exported files after a day, imported ones with their images after a month."""
    log.info("removed %s tables", remove_old_tables(timezone.now()))
