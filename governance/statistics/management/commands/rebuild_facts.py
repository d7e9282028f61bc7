from django.core.management.base import BaseCommand, CommandError

from governance.statistics import facts, registry, stocks


class Command(BaseCommand):
    help = "Count the facts and the kept stocks anew from the rows. Safe while people work."

    def add_arguments(self, parser):
        parser.add_argument(
            "keys", nargs="*", help="only the datasets with these measures, only these stocks"
        )

    def handle(self, *, keys, **options):
        datasets = [d for d in registry.datasets() if not keys or set(keys) & set(d.keys)]
        kept = [stock for key, stock in registry.stocks().items() if not keys or key in keys]
        if not datasets and not kept:
            raise CommandError("no dataset has these measures, and no stock is called so")
        self.stdout.write(f"{facts.rebuild_facts(datasets)} sums counted for {len(datasets)} datasets")
        self.stdout.write(f"{stocks.rebuild(kept)} stocks counted")
