"""What the clock of a case does by itself: remind, mark late, give cards, hand up.

Everything is dated by the moment the rule names, so a sweep that comes late, twice, or was killed half-way leaves
what a punctual one would have left. A verb lets the clock of its case catch up first: what a person may do never
depends on whether the sweep has come by.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from governance.audit.actions import record
from governance.casework.actions.strikes import Strikes
from governance.casework.clock import next_tick, ticks_of
from governance.casework.enums import Tick
from governance.casework.models import Case
from governance.kernel.wording import office_language

BATCH = 2000
_WITH = ("rule__rule_set", "area", "owner_area", "owner_post__area", "owner_post__role")


def run_clocks(now: datetime | None = None) -> int:
    """Do what the clocks of all cases bring about up to now; answers how many moments there were."""
    now = now or timezone.now()
    total = 0
    while done := _run_batch(now):
        total += done
    return total


@transaction.atomic
def _run_batch(now: datetime) -> int:
    rows = Case.objects.ticking(now).select_for_update(of=("self",), skip_locked=True)
    cases = list(rows.select_related(*_WITH).defer("summary").order_by("tick_at", "id")[:BATCH])
    if cases:
        _strike(cases, now)
    return len(cases)


def catch_up(case: Case) -> None:
    """Bring the clock of one case, locked by the caller, up to now."""
    now = timezone.now()
    while case.tick_at is not None and case.tick_at <= now and not (case.closed_on or case.paused_at):
        _strike([case], now)
        case.refresh_from_db(from_queryset=Case.objects.select_related(*_WITH))


def _strike(cases: list[Case], now: datetime) -> None:
    """Let each clock do what is due at its earliest moment, and set it to the next one."""
    due = [(case, *_at_once(case)) for case in cases]
    struck = [(case, moment, ticks) for case, moment, ticks in due if moment is not None and moment <= now]
    with office_language():
        strikes = Strikes([case for case, *_at in struck])
        for tick in Tick:
            strikes.run(tick, [(case, moment) for case, moment, ticks in struck if tick in ticks])
    for case, moment, _ticks in due:
        case.tick_at = moment if moment is None or moment > now else next_tick(case, after=moment)
    strikes.write(cases)
    if strikes.done:
        record("casework.clocks", by=None, after=dict(strikes.done))


def _at_once(case: Case) -> tuple[datetime | None, list[Tick]]:
    """The earliest moment still to come for a clock, and what it does then."""
    waiting = [(moment, tick) for moment, tick in ticks_of(case) if moment >= case.tick_at]
    if not waiting:
        return None, []
    first = waiting[0][0]
    return first, [tick for moment, tick in waiting if moment == first]
