from celery import shared_task
from django.utils import timezone

from governance.dispatch.actions import climb, find_figure_changes, make_due_cycles
from governance.kernel.days import today


@shared_task
def make_cycles():
    """Open every cycle that is due."""
    make_due_cycles(timezone.now())


@shared_task
def climb_ladders():
    """Tell the offices of what is due; who was told of a step is not told again."""
    climb(today())


@shared_task
def read_reports_again():
    """Find figures of issued reports that read otherwise now; who was told is not told again."""
    find_figure_changes(today())
