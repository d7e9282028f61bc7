from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from demo.scaled.shape import CASES, PEOPLE
from demo.scaled.sizing import POPULATIONS, YEARS, Sizing, measure
from demo.territory import ALL_GRIDS
from demo.visits import VISITS
from governance.kernel.days import today

FILE = Path(settings.BASE_DIR) / "docs" / "sizing.md"
HEAD = """# 占多少磁盘

由 `./run manage sizing --write` 生成，量的是 {day} 装有 {visits:,} 次走访、{cases:,} 件办件、{grids:,} 个网格的库
（`./run manage make_city`，见 [bench/README.md](../bench/README.md)）；请不要手改。

| 一个 | 行和索引，字节 | 统计合计，字节 | 共 |
| --- | ---: | ---: | ---: |
"""
MIDDLE = """
一次走访带上它引出的诉求；一件办件带上当事人、时间线、协议、回访和工单；一个网格带上楼院、小区、岗位、人员和走访住户。
统计合计按日、按月为每一级区划各存一行，所以比原始记录还大，换来看板不随数据变慢。

按这样的比例推算数据库的大小，GB：每 {people:,} 人 {grids:,} 个网格，每年走访 {visits:,} 次、办件 {cases:,} 件。

"""
TAIL = """
没有计入的：照片和文书（在 `media`）、居民、电话等加密字段、审计留痕（每次办理一行）、备份和写前日志，请另留余地。
"""


class Command(BaseCommand):
    help = "量一量库里一次走访、一件办件占多少磁盘，按人口推算；--write 写入 docs/sizing.md。"

    def add_arguments(self, parser):
        parser.add_argument("--write", action="store_true", help="写入 docs/sizing.md")

    def handle(self, *, write, **options):
        sizing = measure()
        if sizing is None:
            raise CommandError("库里还没有走访、办件和网格，量不出来。请先运行 ./run manage make_city。")
        text = _text(sizing)
        if write:
            FILE.write_text(text)
        self.stdout.write(text)


def _text(sizing: Sizing) -> str:
    sizes = {"走访": sizing.visit, "办件": sizing.case, "网格": sizing.grid}
    lines = [f"| {name} | {s.rows:,.0f} | {s.sums:,.0f} | {s.whole:,.0f} |\n" for name, s in sizes.items()]
    head = HEAD.format(day=today(), visits=sizing.visits, cases=sizing.cases, grids=sizing.grids)
    middle = MIDDLE.format(people=PEOPLE, grids=ALL_GRIDS, visits=VISITS, cases=CASES)
    return head + "".join(lines) + middle + _table(sizing) + TAIL


def _table(sizing: Sizing) -> str:
    spans = "".join(f" {years} 年 |" for years in YEARS)
    lines = [f"| 人口 |{spans}", f"| ---: |{' ---: |' * len(YEARS)}"]
    for people in POPULATIONS:
        cells = "".join(f" {sizing.gigabytes(people, years):,.1f} |" for years in YEARS)
        lines.append(f"| {people:,} |{cells}")
    return "\n".join(lines) + "\n"
