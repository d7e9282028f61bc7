from celery import shared_task
from django.utils import timezone

from governance.kernel.slowness import take
from governance.operations.actions import add_up_slow


@shared_task(ignore_result=True)
def add_up_slow_statements():
    """Every minute; pages leave what was slow in the cache, because reading a page writes nothing."""
    add_up_slow(take(), timezone.now())
