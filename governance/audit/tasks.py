from celery import shared_task

from governance.audit.sealing import seal_events


@shared_task
def seal_trail():
    """Chain the audit rows written since the last run."""
    seal_events()
