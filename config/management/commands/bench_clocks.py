from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from bench.clocks import CLOCKS, measure_clocks
from governance.areas.models import Area


class Command(BaseCommand):
    help = "在一个空库里量一量五万个到点的计时清扫一次要多久；由 bench --clocks 调用。"

    def add_arguments(self, parser):
        parser.add_argument("count", type=int, nargs="?", default=CLOCKS)

    def handle(self, *, count, **options):
        if not settings.DEMO_MODE or Area.objects.exists():
            raise CommandError("只在为此新建的空库里运行。 (It runs in an empty database made for it.)")
        self.stdout.write(measure_clocks(count))
