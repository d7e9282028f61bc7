"""Whoever raised a matter says whether it is solved: what closes it for them, or takes it up again."""

from django.utils.translation import gettext as _

from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import office_language
from grids.actions.event_closing import rate_event, reopen_event
from grids.actions.progress import Matter
from grids.actions.suggestions import rate_answer, reopen_suggestion
from grids.actions.tries import count_try
from grids.enums.events import REOPEN_WITHIN_DAYS
from grids.enums.public import TryPurpose
from grids.states.events import EventState
from grids.states.suggestions import SuggestionState

_ENDED = (EventState.CLOSED, EventState.RATED)


def may_say_unsolved(matter: Matter) -> bool:
    """Whether the matter has just ended, so that it can be taken up again."""
    if matter.suggestion:
        return matter.suggestion.state in (SuggestionState.ANSWERED, SuggestionState.CLOSED) and _is_fresh(
            matter.suggestion.answered_on
        )
    if not matter.is_reporters or matter.case.state not in _ENDED:
        return False
    return _is_fresh(matter.case.closed_on)


def may_rate(matter: Matter) -> bool:
    if matter.suggestion:
        return matter.suggestion.state == SuggestionState.ANSWERED
    return matter.is_reporters and matter.case.state == EventState.CLOSED


def say_unsolved(matter: Matter, *, note: str) -> None:
    """没解决: it goes back to the office that had it, with the resident's reason."""
    count_try(TryPurpose.VERDICT, matter.code)
    if not may_say_unsolved(matter):
        raise Refused(
            "not_now",
            _("现在不能申请重办：还没有办结，或者办结已经超过 {days} 天。可以打电话，或重新上报。").format(
                days=REOPEN_WITHIN_DAYS
            ),
        )
    if matter.suggestion:
        reopen_suggestion(matter.suggestion, by=None, note=note)
        return
    with office_language():
        words = _("居民反馈没解决：{note}").format(note=note.strip())
    reopen_event(matter.case.event, by=None, note=words)


def say_solved(matter: Matter, *, satisfaction: str, note: str = "") -> None:
    """已解决, and how content they are."""
    count_try(TryPurpose.VERDICT, matter.code)
    if not may_rate(matter):
        raise Refused("not_now", _("现在不能评价：还没有办结，或者已经评价过。"))
    if matter.suggestion:
        rate_answer(matter.suggestion, satisfaction=satisfaction, note=note)
    else:
        rate_event(matter.case.event, by=None, satisfaction=satisfaction, note=note)


def _is_fresh(ended_on) -> bool:
    return ended_on is not None and (today() - ended_on).days <= REOPEN_WITHIN_DAYS
