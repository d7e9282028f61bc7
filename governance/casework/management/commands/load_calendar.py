from django.core.management.base import BaseCommand

from governance.casework.actions.calendar import load_published_days


class Command(BaseCommand):
    help = "Load the published holidays and make-up working days (调休)."

    def handle(self, **options):
        self.stdout.write(f"{load_published_days()} days")
