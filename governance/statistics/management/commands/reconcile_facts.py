from django.core.management.base import BaseCommand, CommandError

from governance.statistics import facts, registry, stocks

SHOWN = 20


class Command(BaseCommand):
    help = "Compare the facts and the kept stocks with a recount of the rows; fails when they differ."

    def add_arguments(self, parser):
        parser.add_argument("--sample", type=int, help="compare only this many random days of each dataset")

    def handle(self, *, sample, **options):
        differences = facts.reconcile(registry.datasets(), sample=sample)
        differences += stocks.differences(list(registry.stocks().values()))
        for row in differences[:SHOWN]:
            self.stdout.write(
                f"{row.grain} {row.measure} {row.area} {row.day}: {row.kept}, counted {row.counted}"
            )
        if differences:
            raise CommandError(f"{len(differences)} differences; rebuild_facts mends them")
        self.stdout.write("0 differences")
