import logging

from celery import shared_task

from governance.kernel.days import today
from property.actions import bind_complaints, follow_complaints
from property.actions.cards import give_late_cards
from property.actions.retention import forget_former_members

log = logging.getLogger(__name__)


@shared_task
def sweep_complaints():
    """Bind events of property categories to their projects, and follow what becomes of them."""
    bind_complaints(today())
    follow_complaints()


@shared_task
def forget_former_committee_members():
    """Delete the names of those who left their committee long ago."""
    if forgotten := forget_former_members(today()):
        log.info("forgot %s former members of committees", forgotten)


@shared_task
def give_cards_for_late_rectifications():
    """Show a yellow card to companies whose rectification was late."""
    if given := give_late_cards():
        log.info("gave %s cards for late rectifications", given)
