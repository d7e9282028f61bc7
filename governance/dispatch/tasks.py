from celery import shared_task
from django.utils import timezone

from governance.dispatch.actions import find_figure_changes, make_due_cycles, remind_of_elections
from governance.kernel.days import today


@shared_task
def make_cycles():
    """Open every cycle that is due."""
    make_due_cycles(timezone.now())


@shared_task
def tell_of_elections():
    """Tell the offices whose Party organisations have a term that ends; who was told is not told again."""
    remind_of_elections(today())


@shared_task
def read_reports_again():
    """Find figures of issued reports that read otherwise now; who was told is not told again."""
    find_figure_changes(today())
