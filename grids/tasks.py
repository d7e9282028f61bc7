import logging

from celery import shared_task

from governance.areas.models import Area
from governance.kernel.days import today
from grids.actions.duplicates import find_duplicates
from grids.actions.eligibility import make_hints
from grids.actions.retention import forget_contacts, forget_former_holders
from grids.actions.tries import forget_tries

log = logging.getLogger(__name__)


@shared_task
def make_eligibility_hints():
    """Make the hints of the enabled rules for today."""
    if made := make_hints(today()):
        log.info("made %s eligibility hints", made)


@shared_task
def find_all_duplicates():
    """Look through every community once a night. One community's failure is logged and does not stop the others."""
    for community in Area.objects.open().at_level("community").order_by("code").iterator():
        try:
            find_duplicates(community, by=None)
        except Exception:
            log.exception("duplicates of %s failed", community.code)


@shared_task
def forget_public_tries():
    """Forget how often strangers tried something yesterday."""
    log.info("forgot %s counts of tries", forget_tries())


@shared_task
def forget_old_contacts():
    """Delete who reported or complained what is long over, as the privacy notices promise."""
    if forgotten := forget_contacts(today()):
        log.info("forgot %s contacts", forgotten)


@shared_task
def forget_former_post_holders():
    """Delete who held posts in bodies that ended long ago."""
    if forgotten := forget_former_holders(today()):
        log.info("forgot %s holders of posts", forgotten)
