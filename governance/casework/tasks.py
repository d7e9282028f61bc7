import logging

from celery import shared_task

from governance.casework.actions.acceptance import mark_not_accepted
from governance.casework.actions.reminding import remind_of_late_orders, remind_of_unassigned
from governance.casework.actions.ticking import run_clocks

log = logging.getLogger(__name__)


@shared_task
def sweep_clocks():
    """Do what the clocks of cases have come to since the last run: reminders, lateness, cards, going up."""
    if done := run_clocks():
        log.info("%s clocks struck", done)
    if marked := mark_not_accepted():
        log.info("%s cases not accepted in time", marked)


@shared_task
def remind_of_waiting():
    """Tell offices of the work orders they have not answered, and the cases they have not assigned, in time."""
    orders, cases = remind_of_late_orders(), remind_of_unassigned()
    if orders or cases:
        log.info("%s work orders and %s cases wait past their limit", orders, cases)
