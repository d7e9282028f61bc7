import datetime as dt
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from governance.areas.importing import RowsRefused, bulk_open, read_divisions
from governance.kernel.errors import Refused


class Command(BaseCommand):
    help = "从 CSV（code,name,level,parent_code[,kind]）导入区划；已有的行跳过，有一行不对就都不导入。"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--on", type=dt.date.fromisoformat, required=True, help="设立日期 YYYY-MM-DD")

    def handle(self, *args, file, on, **options):
        try:
            count = bulk_open(read_divisions(file), on=on, reason=file.name)
        except RowsRefused as refused:
            for error in refused.errors:
                self.stderr.write(f"第 {error.line} 行 {error.code}：{error.message}")
            raise CommandError(f"{len(refused.errors)} 处有问题，没有导入任何行。") from refused
        except Refused as refused:
            raise CommandError(str(refused.message)) from refused
        self.stdout.write(f"新设 {count} 个区划。")
