import logging

from celery import shared_task

from governance.kernel.days import today
from property.actions.retention import forget_former_members

log = logging.getLogger(__name__)


@shared_task
def forget_former_committee_members():
    """Delete the names of those who left their committee long ago."""
    if forgotten := forget_former_members(today()):
        log.info("forgot %s former members of committees", forgotten)
