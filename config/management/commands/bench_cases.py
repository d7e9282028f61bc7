from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from bench.cases import CASES, measure_cases
from governance.areas.models import Area


class Command(BaseCommand):
    help = "在一个空库里量一量五十万件时队列和查找要多久；由 bench --cases 调用。"

    def add_arguments(self, parser):
        parser.add_argument("count", type=int, nargs="?", default=CASES)
        parser.add_argument("--rounds", type=int, default=40)
        parser.add_argument("--within", type=float, default=60, help="测量最多几秒")

    def handle(self, *, count, rounds, within, **options):
        if not settings.DEMO_MODE or Area.objects.exists():
            raise CommandError("只在为此新建的空库里运行。 (It runs in an empty database made for it.)")
        self.stdout.write(measure_cases(count, rounds=rounds, within=within))
