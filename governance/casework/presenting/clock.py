"""What the clock of a case will do next, in words."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from governance.casework.clock import card_moments, escalates
from governance.casework.enums import ClockState, Limit, Tick
from governance.casework.models import Case
from governance.casework.offices import Offices
from governance.kernel.days import local_date
from governance.kernel.templatetags.ui import day_words


def clock_words(case: Case) -> str:
    """One sentence: by when what has to be done, and what happens of itself otherwise."""
    state = case.clock_state()
    if state == ClockState.PAUSED:
        return _("计时停着，不会到期，也不能升级；恢复后接着算。")
    if state == ClockState.STOPPED:
        return ""
    return _when_over(case) if state == ClockState.OVERDUE else _while_running(case)


def _while_running(case: Case) -> str:
    known = {"moment": _moment(case.due_at), "lack": _lack(case)}
    if escalates(case) and (above := _above(case)):
        return _("{moment} 前{lack}，自动升级到{above}。").format(above=above, **known)
    cards = card_moments(case)
    if Tick.RED in cards:
        words = _("{moment} 前{lack}，记为超期；{yellow} 起记黄牌，{red} 起记红牌。")
        return words.format(yellow=_day(cards[Tick.YELLOW]), red=_day(cards[Tick.RED]), **known)
    if Tick.YELLOW in cards:
        words = _("{moment} 前{lack}，记为超期；{yellow} 起记黄牌。")
        return words.format(yellow=_day(cards[Tick.YELLOW]), **known)
    return _("{moment} 前{lack}，记为超期，并提醒上级。").format(**known)


def _when_over(case: Case) -> str:
    now = timezone.now()
    coming = [(tick, moment) for tick, moment in card_moments(case).items() if moment > now]
    known = {"moment": _moment(case.due_at), "lack": _lack(case)}
    if not coming:
        return _("限期 {moment} 已过，还{lack}，请尽快办理。").format(**known)
    tick, moment = coming[0]
    words = _("限期 {moment} 已过，还{lack}；{day} 起记{card}。")
    return words.format(day=_day(moment), card=tick.label, **known)


def _lack(case: Case) -> str:
    words = {
        Limit.ACCEPT: pgettext("lack", "未受理"),
        Limit.ASSIGN: pgettext("lack", "未分派"),
        Limit.PERFORM: pgettext("lack", "未履行"),
        Limit.FOLLOW_UP: pgettext("lack", "未回访"),
    }
    return words.get(case.limit, pgettext("lack", "未办结"))


def _above(case: Case):
    owner = case.owner_area or case.area
    return Offices([owner.code]).above(owner.code)


def _day(moment) -> str:
    return day_words(local_date(moment))


def _moment(due) -> str:
    """The end of a day is its 24:00, as the office says it."""
    local = timezone.localtime(due)
    hour = "24:00" if (local.hour, local.minute) == (23, 59) else f"{local:%H:%M}"
    return f"{day_words(local.date())} {hour}"
