from celery import shared_task

from disputes.actions import drafts


@shared_task
def remove_expired_drafts() -> int:
    return drafts.remove_expired_drafts()
