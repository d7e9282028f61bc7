import logging

from celery import shared_task

from disputes.actions import drafts
from disputes.actions.retention import forget_police_reports, forget_receptions
from disputes.actions.series_hints import find_series_hints
from disputes.actions.windows import remind_of_windows
from governance.kernel.days import today

log = logging.getLogger(__name__)


@shared_task
def find_series():
    """Look for disputes that may be one series."""
    log.info("%s series may be waiting", find_series_hints())


@shared_task
def remove_expired_drafts() -> int:
    return drafts.remove_expired_drafts()


@shared_task
def forget_what_is_over():
    """Empty receptions and police reports whose time is over, as the register of personal values says."""
    if gone := forget_receptions(today()) + forget_police_reports(today()):
        log.info("forgot %s rows of receptions and police reports", gone)


@shared_task
def remind_of_confirmation_windows():
    """Tell the offices whose agreements can be confirmed for a few more days."""
    if found := remind_of_windows(today()):
        log.info("%s agreements can be confirmed for a week at most", found)
