from django.core.management.base import BaseCommand

from bench.alike_measuring import HELD_OUT, measure_alike, table


class Command(BaseCommand):
    help = "用生成的两千件标注纠纷量一量“可能相似”的准确率和召回率；量完不留下任何记录。"

    def add_arguments(self, parser):
        parser.add_argument("--seed", type=int, default=HELD_OUT)
        parser.add_argument("--fitted", action="store_true", help="用调整阈值时见过的说法")

    def handle(self, *, seed, fitted, **options):
        self.stdout.write(table(measure_alike(seed, kept_back=not fitted)))
