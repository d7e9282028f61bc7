from datetime import date, timedelta

from django.core.management.base import BaseCommand

from governance.kernel.days import month_start, today
from governance.statistics import snapshots


class Command(BaseCommand):
    help = "Note down the stock indicators of past days: the nights missed, or the last N month ends."

    def add_arguments(self, parser):
        parser.add_argument("--day", type=date.fromisoformat)
        parser.add_argument("--month-ends", type=int, metavar="N")

    def handle(self, *, day, month_ends, **options):
        if day:
            taken = snapshots.take_snapshots(day)
        elif month_ends:
            taken = sum(snapshots.take_snapshots(end) for end in _month_ends(month_ends))
        else:
            taken = snapshots.catch_up_snapshots()
        self.stdout.write(f"{taken} snapshots")


def _month_ends(number: int) -> list[date]:
    ends = [month_start(today()) - timedelta(days=1)]
    while len(ends) < number:
        ends.append(month_start(ends[-1]) - timedelta(days=1))
    return ends
