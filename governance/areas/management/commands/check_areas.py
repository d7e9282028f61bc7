from django.core.management.base import BaseCommand, CommandError

from governance.areas.integrity import faults, rebuild
from governance.areas.models import Area

SHOWN = 50


class Command(BaseCommand):
    help = "核对区划树：代码、上下级闭包、各表区划代码。有问题时以 1 退出。"

    def add_arguments(self, parser):
        parser.add_argument("--rebuild", action="store_true", help="先重算上下级闭包和各表区划代码，再核对")

    def handle(self, *args, **options):
        if options["rebuild"]:
            self.stdout.write(f"已重算，{rebuild()} 行的区划代码有变动。")
        found = list(faults())
        for line in found[:SHOWN]:
            self.stderr.write(line)
        if found:
            raise CommandError(f"共 {len(found)} 处不符。")
        self.stdout.write(f"{Area.objects.count()} 个区划，核对无误。")
