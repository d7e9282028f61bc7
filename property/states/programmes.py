"""Where a task of a programme stands on a day: one table, read by the database and by Python alike.

The rows are asked in order, the first that fits is the answer. Only progress that somebody has checked makes a task
complete; until then a task past its day is late, whatever its percentage.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Q, Value, When

from property.enums.programmes import NEARLY_DONE_PERCENT, WHOLE, ItemState


@dataclass(frozen=True)
class Standing:
    """What is known of a task on a day: its day then, its percentage, and whether that line was accepted by then."""

    day: date
    due_then: date
    percent: int
    is_accepted: bool
    is_dropped: bool


@dataclass(frozen=True)
class Rule:
    """One answer: how the database asks for it of columns of `Standing`'s names, and how Python does."""

    state: ItemState
    asked: Callable[[date], Q]
    holds: Callable[[Standing], bool]


RULES = (
    Rule(ItemState.DROPPED, lambda day: Q(is_dropped=True), lambda at: at.is_dropped),
    Rule(
        ItemState.DONE,
        lambda day: Q(percent=WHOLE, is_accepted=True),
        lambda at: at.percent == WHOLE and at.is_accepted,
    ),
    Rule(ItemState.LATE, lambda day: Q(due_then__lt=day), lambda at: at.due_then < at.day),
    Rule(
        ItemState.NEARLY_DONE,
        lambda day: Q(percent__gte=NEARLY_DONE_PERCENT),
        lambda at: at.percent >= NEARLY_DONE_PERCENT,
    ),
    Rule(ItemState.UNDER_WAY, lambda day: Q(percent__gt=0), lambda at: at.percent > 0),
)


def state_of(standing: Standing) -> ItemState:
    return next((rule.state for rule in RULES if rule.holds(standing)), ItemState.NOT_STARTED)


def state_asked(day: date) -> Case:
    """The same as an expression over rows annotated like `Standing`."""
    answers = [When(rule.asked(day), then=Value(rule.state.value)) for rule in RULES]
    return Case(*answers, default=Value(ItemState.NOT_STARTED.value))
