import logging

from celery import shared_task

from property.actions.cards import give_late_cards

log = logging.getLogger(__name__)


@shared_task
def give_cards_for_late_rectifications():
    """Show a yellow card to companies whose rectification was late."""
    if given := give_late_cards():
        log.info("gave %s cards for late rectifications", given)
