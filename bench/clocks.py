"""Fifty thousand clocks that are due at once: how long one sweep takes, and that a second one finds nothing.

`clocks_now` runs `manage.py bench_clocks` in a database made for it, as a process of its own.
"""

import time
from datetime import datetime, timedelta
from datetime import time as clock_time

from django.db import connection
from django.utils import timezone

from bench.half_million import load
from bench.loading import in_own_database
from demo.chance import ZONE
from governance.casework.actions.ticking import run_clocks
from governance.casework.clock import calendar_for, ticks_of
from governance.casework.enums import Limit, Tick
from governance.casework.models import Case, CaseAction, DeadlineRule, Supervision
from governance.dispatch.models import Notice
from governance.kernel.clock import add_workdays
from governance.kernel.days import local_date, today

CLOCKS = 50_000
MOST_SECONDS = 30
ONE_DAY = timedelta(days=1)
# A third each: reminded of the end, handed up at the end, given a card after it.
SHARES = {Tick.NEAR: "card", Tick.OVER: "escalate", Tick.YELLOW: "card"}


def clocks_now(count: int = CLOCKS) -> str:
    """What `measure_clocks` prints, from a database made for it and dropped afterwards."""
    return in_own_database(["bench_clocks", str(count)])


def measure_clocks(count: int) -> str:
    """Load, set every clock to a moment gone by, sweep twice."""
    load(count, open_every=1)
    due = [_set(tick, end, place) for place, (tick, end) in enumerate(SHARES.items())]
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    begun, worked = time.perf_counter(), time.process_time()
    struck = run_clocks()
    took, worked = time.perf_counter() - begun, time.process_time() - worked
    again = run_clocks()
    assert (sum(due), struck, again) == (count, count, 0), "every clock strikes once"
    lines = [
        f"| {count:,} 个到点的计时 | 秒 |",
        "| --- | ---: |",
        f"| 一次清扫 | {took:.1f} |",
        f"| 其中本进程的处理器时间 | {worked:.1f} |",
        "",
        f"记牌 {Supervision.objects.count():,}，升级 {CaseAction.objects.filter(kind='escalate').count():,}，"
        f"提醒 {Notice.objects.count():,}；再扫一次 {again} 件。上限 {MOST_SECONDS} 秒。",
    ]
    return "\n".join(lines)


def _set(tick: Tick, on_expiry: str, place: int) -> int:
    """Let a third of the cases come to one tick; how many they are."""
    rules = DeadlineRule.objects.filter(rule_set__kind="dispute", limit=Limit.HANDLE, on_expiry=on_expiry)
    rule = rules.filter(level="township").first() or rules.get(complexity="ordinary")
    due = _due(tick)
    shape = Case(
        rule=rule, limit=Limit.HANDLE, due_at=due, handle_due_at=due, limit_began_at=due - 9 * ONE_DAY
    )
    struck = next(moment for moment, found in ticks_of(shape) if found == tick)
    return Case.objects.filter(pk__in=range(place + 1, Case.objects.count() + 1, len(SHARES))).update(
        rule=rule,
        limit=Limit.HANDLE,
        due_at=due,
        handle_due_at=due,
        limit_began_at=shape.limit_began_at,
        tick_at=struck,
        late_on=local_date(due) + ONE_DAY if tick == Tick.YELLOW else None,
    )


def _due(tick: Tick) -> datetime:
    """An end of a limit after which nothing but `tick` has come."""
    if tick == Tick.NEAR:
        return timezone.now() + ONE_DAY / 2
    day = today() - ONE_DAY if tick == Tick.OVER else add_workdays(calendar_for(), today(), -7)
    return datetime.combine(day, clock_time(23, 59, 59), ZONE)
