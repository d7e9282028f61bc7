"""What became of an event, for whoever reported it: neutral words, offices instead of persons, no internal note."""

from django.utils.translation import gettext as _

from governance.casework.models import Case
from grids.models import Event
from grids.states.events import EventState

_ENDS = ("close", "reject", "self_handle")
_ANSWERED = {EventState.CLOSED, EventState.RATED, EventState.REJECTED}


def progress_of(case: Case) -> list[dict]:
    """`{"at", "title", "office", "note"}` by time; `note` is only what was written as an answer to the reporter.

    A double tells on with what became of the event it was merged into.
    """
    event = Event.objects.select_related("main__case").get(pk=case.pk)
    told = _told(case, event)
    return told + _told(event.main.case, event.main, since=case.closed_on) if event.main else told


def _told(case: Case, event: Event, *, since=None) -> list[dict]:
    words = {
        "register": _("已收到您的上报"),
        "verify": _("已核实立案"),
        "reject": _("核实后不予立案"),
        "dispatch": _("已派给承办单位"),
        "accept": _("承办单位已接单"),
        "return": _("正在重新确定承办单位"),
        "start": _("开始处置"),
        "record_verification": _("几个单位到现场联合核实"),
        "grant_extension": _("办理期限已延长"),
        "suspend": _("暂时停办，条件具备时接着办"),
        "resume": _("恢复办理"),
        "feedback": _("承办单位已回复结果，正在核查"),
        "redo": _("核查未通过，重新处置"),
        "escalate": _("已转交上级办理"),
        "merge": _("与同一情况的另一件上报合并办理"),
        "self_handle": _("网格员当场办结"),
        "close": _("已办结"),
        "rate": _("已收到您的评价"),
        "reopen": _("重新办理"),
    }
    rows = case.actions.filter(kind__in=words)
    lines = list(rows.filter(at__date__gte=since) if since else rows)
    last_end = max((line.pk for line in lines if line.kind in _ENDS), default=None)
    answer = event.answer if case.state in _ANSWERED else ""
    return [
        {
            "at": line.at,
            "title": words[line.kind],
            "office": line.post_label,
            "note": answer if line.pk == last_end else "",
        }
        for line in lines
    ]
