import logging

from celery import shared_task

from governance.areas.models import Area
from grids.actions.duplicates import find_duplicates

log = logging.getLogger(__name__)


@shared_task
def find_all_duplicates():
    """Look through every community once a night. One community's failure is logged and does not stop the others."""
    for community in Area.objects.open().at_level("community").order_by("code").iterator():
        try:
            find_duplicates(community, by=None)
        except Exception:
            log.exception("duplicates of %s failed", community.code)
