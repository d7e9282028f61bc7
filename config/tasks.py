from celery import shared_task

from config.models import Heartbeat


@shared_task
def record_heartbeat():
    """Sent by beat, done by the worker. It expires after two intervals, so that doing it speaks for both."""
    for name in ("beat", "worker"):
        Heartbeat.beat(name)
