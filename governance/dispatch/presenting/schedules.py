"""When cycles are made, in words: each rule with its next runs."""

from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from governance.dispatch.due import next_runs
from governance.dispatch.enums import CycleKind
from governance.dispatch.models import CycleRule
from governance.dispatch.topics import chosen_topics
from governance.kernel.wording import listed


def schedule_row(rule: CycleRule) -> dict:
    """A rule, what it says, and when it comes next."""
    runs = next_runs(rule, timezone.now()) if rule.enabled else []
    return {
        "rule": rule,
        "when": when_words(rule),
        "runs": runs,
        "guesses": any(r.is_guessed for r in runs),
        "topics": listed(str(topic.label) for topic in chosen_topics(rule.topics)) if rule.topics else "",
    }


def when_words(rule: CycleRule) -> str:
    """Every Monday 07:00; on the 1st of a month 07:00."""
    clock = f"{rule.hour:02d}:{rule.minute:02d}"
    if rule.kind == CycleKind.WEEKLY:
        return _("每{weekday} {clock}").format(weekday=WEEKDAYS[rule.on_day - 1], clock=clock)
    return _("每月 {day} 日 {clock}").format(day=rule.on_day, clock=clock)
