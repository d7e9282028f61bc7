from django.core.management.base import BaseCommand, CommandError

from governance.statistics import facts, registry


class Command(BaseCommand):
    help = "Count the facts anew from the rows. Safe while people work."

    def add_arguments(self, parser):
        parser.add_argument("measures", nargs="*", help="only the datasets with these measures")

    def handle(self, *, measures, **options):
        chosen = [d for d in registry.datasets() if not measures or set(measures) & set(d.keys)]
        if not chosen:
            raise CommandError("no dataset has these measures")
        self.stdout.write(f"{facts.rebuild_facts(chosen)} sums counted for {len(chosen)} datasets")
