from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from bench.beside import as_text, measure_beside, table


class Command(BaseCommand):
    help = "在现有数据上量一量各条繁忙路径，与同时运行的最小项目轮流访问相比。"

    def add_arguments(self, parser):
        parser.add_argument("count", type=int, nargs="?", default=1_000_000, help="最小项目的行数")
        parser.add_argument("--json", action="store_true", help="写成 JSON，供前后对照")

    def handle(self, *, count, json, **options):
        if not settings.DEMO_MODE:
            raise CommandError("会登记走访，只在示范模式中运行。 (It logs visits: demo mode only.)")
        lines = measure_beside(count)
        self.stdout.write(as_text(lines) if json else table(lines))
