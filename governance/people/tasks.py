import logging

from celery import shared_task

from governance.people.actions import settle_closed_seats, settle_leavers

log = logging.getLogger(__name__)


@shared_task
def settle_what_leavers_owe():
    """Give what leavers and abolished seats still owe to whoever keeps the place."""
    if moved := settle_leavers() + settle_closed_seats():
        log.info("moved %s things to their keepers", moved)
