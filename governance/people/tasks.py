import logging

from celery import shared_task

from governance.kernel.days import today
from governance.people.actions import settle_closed_seats, settle_leavers
from governance.people.usage import forget_token_use, keep_token_use

log = logging.getLogger(__name__)


@shared_task
def settle_what_leavers_owe():
    """Give what leavers and abolished seats still owe to whoever keeps the place."""
    if moved := settle_leavers() + settle_closed_seats():
        log.info("moved %s things to their keepers", moved)


@shared_task
def keep_use_of_tokens():
    """Take the counts of API keys over into rows."""
    keep_token_use(today())


@shared_task
def forget_use_of_tokens():
    """The use of keys is kept for ninety days."""
    forget_token_use(today())
