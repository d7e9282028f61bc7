import resource
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from demo.accounts import describe
from demo.scaled.filling import Filling
from demo.scaled.loading import count_figures, make_scaled
from demo.scaled.shape import LARGEST, LONGEST, MOST_ROWS, SMALLEST, Shape
from governance.areas.models import Area
from governance.kernel.days import today
from governance.people.models import Role, User
from governance.statistics import facts, registry
from governance.statistics.models import Fact, LeafFact, MonthFact

SAMPLE = 2  # days of each dataset that are counted again
GB = 10**9


class Command(BaseCommand):
    help = "在空库里造一座按银川的若干倍放大的城市，用来测量速度；10 倍是 66,740 个网格。说明见 bench/README.md。"

    def add_arguments(self, parser):
        parser.add_argument("--scale", type=float, default=1, help="银川的几倍")
        parser.add_argument("--years", type=int, default=5, help="几年的走访")
        parser.add_argument("--case-years", type=int, default=1, help="几年的办件")
        parser.add_argument("--visits", type=int, help="走访共几条，不按倍数算")
        parser.add_argument("--cases", type=int, help="办件共几件，不按倍数算")

    def handle(self, *, scale, years, case_years, visits, cases, **options):
        shape = self._shape(scale, years, case_years, visits, cases)
        self._demand_empty()
        self._demand_room(shape)
        filling = Filling(self.stdout.write)
        filled = self._timed("写入", lambda: make_scaled(shape, filling))
        counted = self._timed("统计", count_figures)
        self._timed("整理", self._tidy)
        self._prove()
        self._report(filling, filled, counted)

    def _shape(
        self, scale: float, years: int, case_years: int, visits: int | None, cases: int | None
    ) -> Shape:
        if not SMALLEST <= scale <= LARGEST:
            raise CommandError(f"--scale 应在 {SMALLEST} 到 {LARGEST} 之间。")
        if not (1 <= years <= LONGEST and 1 <= case_years <= LONGEST):
            raise CommandError(f"--years 和 --case-years 应在 1 到 {LONGEST} 之间。")
        if not all(1 <= asked <= MOST_ROWS for asked in (visits, cases) if asked is not None):
            raise CommandError(f"--visits 和 --cases 应在 1 到 {MOST_ROWS:,} 之间。")
        return Shape(scale, years, case_years, today(), visits, cases)

    def _demand_empty(self) -> None:
        if not settings.DEMO_MODE:
            raise CommandError("只在演示方式（DEMO_MODE=true）下运行：造出来的人和事不能进正式门户。")
        if Area.objects.exists() or User.objects.exists():
            raise CommandError("库里已有区划或人员。请另给一个空的 VAR_DIR 或 DATABASE_URL 再运行。")
        if not Role.objects.exists():
            raise CommandError(
                "库里还没有角色。请先运行 ./run manage migrate 和 ./run manage load_preset base。"
            )
        if not _one("select has_parameter_privilege('session_replication_role', 'set')"):
            raise CommandError(
                "数据库账号不能暂停触发器。请管理员授权：grant set on parameter session_replication_role to 账号。"
            )

    def _demand_room(self, shape: Shape) -> None:
        self.stdout.write(
            f"{shape.grids:,} 个网格，{shape.households:,} 户，走访 {shape.visits:,}，办件 {shape.cases:,}；"
            f"约需磁盘 {shape.bytes / GB:.1f} GB"
        )
        folder = Path(_one("show data_directory"))
        free = shutil.disk_usage(folder).free if folder.exists() else None
        if free is not None and free < shape.bytes:
            raise CommandError(
                f"磁盘只剩 {free / GB:.1f} GB，不够。请腾出空间，或减小 --scale、--years、--case-years。"
            )

    def _timed(self, what: str, work: Callable[[], object]) -> float:
        begun = time.monotonic()
        work()
        took = time.monotonic() - begun
        self.stdout.write(f"{what} {took:.1f} s")
        return took

    def _tidy(self) -> None:
        """What autovacuum would come to later: pages marked as visible to all, and the planner told of every table."""
        if connection.in_atomic_block:
            return
        with connection.cursor() as cursor:
            cursor.execute("vacuum (analyze)")

    def _prove(self) -> None:
        differences = facts.reconcile(registry.datasets(), sample=SAMPLE)
        if differences:
            raise CommandError(f"统计与重数有 {len(differences)} 处不同，例如 {differences[0]}。")
        self.stdout.write(f"抽查 {SAMPLE} 天，统计与重数一致")

    def _report(self, filling: Filling, filled: float, counted: float) -> None:
        self.stdout.write(f"\n{filling.table(filled)}")
        sums = sum(model.objects.count() for model in (Fact, MonthFact, LeafFact))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        self.stdout.write(f"统计行 {sums:,}，{counted:.1f} s，{sums / counted:,.0f} 行/秒")
        self.stdout.write(
            f"库 {_one('select pg_database_size(current_database())') / GB:.1f} GB，本进程内存 {memory:.0f} MB"
        )
        rows, token = describe()
        for who, account, password in rows:
            self.stdout.write(f"{account:12} {password}  {who}")
        self.stdout.write(f"API token {token}")


def _one(query: str):
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()[0]
