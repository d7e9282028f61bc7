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
_UNREAD = ("summary", "search", "keywords", "initials")
# Read apart and shared among the cases of a batch: there are many cases to an office and to a rule.
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
    cases = list(rows.prefetch_related(*_WITH).defer(*_UNREAD).order_by("tick_at", "id")[:BATCH])
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
    due = [_Stroke(case) for case in cases]
    struck = [stroke for stroke in due if stroke.moment is not None and stroke.moment <= now]
    with office_language():
        strikes = Strikes([stroke.case for stroke in struck])
        for tick in Tick:
            strikes.run(tick, [(stroke.case, stroke.moment) for stroke in struck if tick in stroke.ticks])
    for stroke in due:
        stroke.set_on(now)
    strikes.write(cases)
    if strikes.done:
        record("casework.clocks", by=None, after=dict(strikes.done))


class _Stroke:
    """The earliest moment still to come for a clock: what it does then, and when it strikes after that."""

    def __init__(self, case: Case):
        self.case, self.ended = case, case.due_at
        waiting = [(moment, tick) for moment, tick in ticks_of(case) if moment >= case.tick_at]
        self.moment = waiting[0][0] if waiting else None
        self.ticks = [tick for moment, tick in waiting if moment == self.moment]
        self.later = next((moment for moment, _tick in waiting if moment > self.moment), None)

    def set_on(self, now: datetime) -> None:
        """Set the clock to its next moment, which is another where its limit has begun anew."""
        if self.moment is None or self.moment > now:
            self.case.tick_at = self.moment
        elif self.case.due_at != self.ended:
            self.case.tick_at = next_tick(self.case, after=self.moment)
        else:
            self.case.tick_at = self.later
