from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from bench.asking import asks, measuring
from bench.cases import cases_now
from bench.clocks import clocks_now
from bench.loading import last_load, load_now
from bench.measuring import measure, table
from bench.phone import measure_phone, phone_table
from bench.registers import registers_now
from bench.serving import serving
from governance.statistics.facts import drain


class Command(BaseCommand):
    help = "量一量十个主要页面和接口：查询数、p50、p95，与最小 Django 视图相比。"

    def add_arguments(self, parser):
        parser.add_argument("--rounds", type=int, default=40)
        parser.add_argument("--within", type=float, default=30, help="测量最多几秒")
        parser.add_argument("--load", action="store_true", help="在临时库中现测示范城市的载入时间")
        parser.add_argument("--registers", action="store_true", help="在临时库中现测十万户名册的导入")
        parser.add_argument("--cases", action="store_true", help="在临时库中现测五十万件的队列和查找")
        parser.add_argument("--clocks", action="store_true", help="在临时库中现测五万个到点计时的清扫")

    def handle(self, *, rounds, within, load, registers, cases, clocks, **options):
        if not settings.DEMO_MODE:
            raise CommandError("会登记走访，只在示范城市中运行。 (It logs visits: demo mode only.)")
        drain()  # as the worker of a running portal has done every two seconds
        with asks() as found, serving() as port:
            self.stdout.write(table(measure(found, port=port, rounds=rounds, within=within)))
        with measuring() as people, serving() as port:
            self.stdout.write(f"\n{phone_table(measure_phone(people, port))}")
        self.stdout.write(f"\n示范城市载入：{load_now() if load else last_load()}")
        if registers:
            self.stdout.write(f"\n{registers_now()}")
        if cases:
            self.stdout.write(f"\n{cases_now()}")
        if clocks:
            self.stdout.write(f"\n{clocks_now()}")
