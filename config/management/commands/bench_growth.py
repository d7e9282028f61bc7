from django.core.management.base import BaseCommand

from bench.growth import CITIES, measure_growth


class Command(BaseCommand):
    help = (
        "依次造几座大小不同的城市，在每一座上量各条繁忙路径，看随数据增长多少；全部约四十分钟、占磁盘 25 GB。"
    )

    def add_arguments(self, parser):
        parser.add_argument("--cities", nargs="+", choices=CITIES, default=list(CITIES), help="由小到大")

    def handle(self, *, cities, **options):
        measure_growth(cities, self._say)

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
