"""What a work report covers: the whole week or month before the cycle's own, and those it is compared with.

The period of the cycle decides, not the day it is held on: days off may bring two meetings into one week, and
still each reports a week of its own and none is left out.
"""

from datetime import date, timedelta

from governance.dispatch.due import first_day_of
from governance.dispatch.enums import FOLLOWED, CycleKind
from governance.dispatch.models import Cycle
from governance.kernel.days import month_start
from governance.statistics.reading import Span


def reported(cycle: Cycle, back: int = 0) -> Span:
    """The period reported, or one `back` before it. A meeting brought forward ends it on its own day."""
    first = first_day_of(cycle.kind, cycle.period)
    for _period in range(back + 1):
        first, end = _before(cycle.kind, first), first - timedelta(days=1)
    last = min(end, cycle.due_on)
    return Span(first, last, last)


def followed(cycle: Cycle) -> list[Span]:
    """The periods of the chart over time, the reported one last."""
    return [reported(cycle, back) for back in reversed(range(FOLLOWED[cycle.kind]))]


def label_of(cycle: Cycle, span: Span) -> str:
    """A period on the chart: the day a week ended on, or the month."""
    return f"{span.to_on:%m.%d}" if cycle.kind == CycleKind.WEEKLY else f"{span.from_on:%Y.%m}"


def _before(kind: str, first: date) -> date:
    return first - timedelta(weeks=1) if kind == CycleKind.WEEKLY else month_start(first - timedelta(days=1))
