from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from bench.registers import ROWS, measure
from governance.areas.models import Area


class Command(BaseCommand):
    help = "在一个空库里量一量导入大名册要多久、占多少内存；由 bench --registers 调用。"

    def add_arguments(self, parser):
        parser.add_argument("rows", type=int, nargs="?", default=ROWS)

    def handle(self, *, rows, **options):
        if not settings.DEMO_MODE or Area.objects.exists():
            raise CommandError("只在为此新建的空库里运行。 (It runs in an empty database made for it.)")
        self.stdout.write(measure(rows))
