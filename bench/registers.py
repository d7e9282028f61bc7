"""How long a register of a whole county takes: looked at, checked, written, taken back; and how much memory.

`registers_now` runs `manage.py bench_registers` in a database made for it, as a process of its own.
"""

import resource
import tempfile
import time
from datetime import date
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile

from bench.loading import in_own_database
from governance.areas.importing import AreaRow, bulk_open
from governance.areas.models import Area
from governance.files.actions import apply_import, start_import, undo_import
from governance.files.layouts import layout_of
from governance.files.models import TableImport
from governance.files.working.imports import work_on_import
from governance.kernel.workbooks.writing import LedgerFile
from governance.people.models import Post, PostHolding, Role, User
from grids.models import Household

ROWS = 100_000
DOORS = 400  # households of a building group
FOUNDED = date(2020, 1, 1)
COMMUNITY = "990101001001"
LINE = [("9901", "city"), ("990101", "county"), ("990101001", "township"), (COMMUNITY, "community")]


def registers_now(rows: int = ROWS) -> str:
    """What `measure` prints, from a process whose memory is its own."""
    return in_own_database(["bench_registers", str(rows)])


def measure(rows: int) -> str:
    """Bring in a register of `rows` households and take it back: seconds of each part, the peak of memory."""
    with tempfile.TemporaryDirectory() as folder:
        settings.MEDIA_ROOT = Path(folder)
        person, community, buildings = _county(rows)
        upload = ContentFile(_register(rows, buildings), name="register.xlsx")
        took = {"收下": -time.perf_counter()}
        kept = start_import(layout_of("households"), by=person, area=community, upload=upload)
        took["收下"] += time.perf_counter()
        took["检查"] = _work_off(kept, "checked")
        apply_import(kept, by=person)
        took["写入"] = _work_off(kept, "done")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        assert Household.objects.count() == rows, "every row is in"
        undo_import(kept, by=person, reason="bench")
        took["撤销"] = _work_off(kept, "undone")
        assert not Household.objects.exists(), "every row is out"
    return _table(rows, took, peak)


def _county(rows: int) -> tuple[User, Area, list[str]]:
    """Somebody who may import, the community it is for, and building groups enough."""
    count = -(-rows // DOORS)
    grids = sorted({f"{COMMUNITY}{number // 999 + 1:03d}" for number in range(count)})
    buildings = [f"{COMMUNITY}{number // 999 + 1:03d}{number % 999 + 1:03d}" for number in range(count)]
    levels = [*LINE, *((code, "grid") for code in grids), *((code, "building") for code in buildings)]
    widths = [4, 6, 9, 12, 15]
    bulk_open(
        [
            AreaRow(code, f"{code}号", level, code[: max((w for w in widths if w < len(code)), default=0)])
            for code, level in levels
        ],
        on=FOUNDED,
    )
    community = Area.objects.get(code=COMMUNITY)
    person = User.objects.create(username="bench", name="bench")
    post = Post.objects.create(
        role=Role.objects.get(code="community_secretary"), area=community, opened_on=FOUNDED
    )
    PostHolding.objects.create(post=post, user=person, area=community, valid=(FOUNDED, None))
    return person, community, buildings


def _register(rows: int, buildings: list[str]) -> bytes:
    out = BytesIO()
    with LedgerFile(out, layout_of("households").columns, name="register") as file:
        for number in range(rows):
            door = number % DOORS
            room = f"{door // 20 + 1}{door % 20 + 1:02d}"
            label = f"{number // DOORS + 1}号楼{door % 4 + 1}单元{room}"
            file.add(
                {
                    "area": buildings[number // DOORS],
                    "unit": door % 4 + 1,
                    "room": room,
                    "floor": door // 20 + 1,
                    "label": label,
                    "occupancy": ("own", "let")[number % 5 == 0],
                }
            )
    return out.getvalue()


def _work_off(kept: TableImport, state: str) -> float:
    begun = time.perf_counter()
    while work_on_import():
        pass
    kept.refresh_from_db()
    assert kept.state == state, f"{kept.state}: {kept.sentence}"
    return time.perf_counter() - begun


def _table(rows: int, took: dict[str, float], peak: int) -> str:
    lines = [f"| {rows:,} 户名册 | 秒 |", "| --- | ---: |"]
    lines += [f"| {name} | {seconds:.1f} |" for name, seconds in took.items()]
    return "\n".join([*lines, "", f"内存峰值 {peak} MB"])
