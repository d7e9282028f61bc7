from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from bench.figures import HEAD, VISITS, figures_now, measure_figures, row


class Command(BaseCommand):
    help = "在为此新建的库里量一量统计：写入时的维护、汇总、滞后、重算、导出和迁移，与同时运行的 SQL 相比。"

    def add_arguments(self, parser):
        parser.add_argument("visits", type=int, nargs="?", default=VISITS, help="造多少条走访")
        parser.add_argument("--here", action="store_true", help="就在现有的示范库里量，走访会留下")

    def handle(self, *, visits, here, **options):
        if here and not settings.DEMO_MODE:
            raise CommandError("会登记走访，只在示范模式中运行。 (It enters visits: demo mode only.)")
        if not here:
            self.stdout.write(figures_now(visits))
            return
        self.stdout.write(HEAD)
        for line in measure_figures():
            self.stdout.write(row(line))
            self.stdout.flush()
