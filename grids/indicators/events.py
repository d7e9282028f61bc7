"""What events count. `models.events.EventCounted` says the same of the lists behind the figures."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from governance.casework.models import Case
from governance.statistics.definitions import Dataset, Figure, Flow, Group, Indicator, Measure, Rows
from grids.models.events import EventCounted

_ENDED = "outcome in ('resolved', 'unsolved')"


def _when(condition: str) -> str:
    return f"case when kind = 'event' and {condition} then 1 else 0 end"


DATASETS = [
    Dataset(
        Case,
        Measure("events.reported", day="registered_on", weight=_when("true")),
        Measure("events.on_time", day="accepted_on", weight=_when(f"{_ENDED} and late_on is null")),
        Measure(
            "events.due",
            day="accepted_on",
            weight=_when(f"({_ENDED} or late_on is not null) and outcome <> 'merged'"),
        ),
        Measure(
            "events.self_handled",
            day="registered_on",
            weight=_when("accepted_on is null and outcome = 'resolved'"),
        ),
        Measure("events.reopened", day="registered_on", weight=_when("reopened_count > 0")),
    ),
]


def _events(counted: str = "", period: str = "registered") -> Rows:
    filters = {"counted": counted} if counted else {}
    return Rows("event-list", "grids:event_list", filters=filters, period=(f"{period}_from", f"{period}_to"))


_POLITICAL_LEGAL = _("政法委")

INDICATORS = [
    Indicator(
        "events.count",
        name=pgettext_lazy("figure", "上报事件"),
        unit=_("件"),
        group=Group.EVENTS,
        owner=_POLITICAL_LEGAL,
        formula=_("期内上报的事件件数，自办的和居民扫码上报的同样计数"),
        numerator=Figure(Flow("events.reported"), _("上报的事件"), _events()),
        higher_is_better=None,
    ),
    Indicator(
        "events.on_time_share",
        name=_("按期办结率"),
        unit="%",
        group=Group.EVENTS,
        owner=_POLITICAL_LEGAL,
        formula=_(
            "期内立案的事件中没有超期就办结的件数 ÷（期内立案的件数 − 尚在期限内未办结的 − 并入其他事件的）× 100%；"
            "办结包括已解决和查明未能解决的，重新办理的按再次办结计"
        ),
        numerator=Figure(Flow("events.on_time"), _("按期办结"), _events(EventCounted.ON_TIME, "accepted")),
        denominator=Figure(Flow("events.due"), _("应办结"), _events(EventCounted.DUE, "accepted")),
    ),
    Indicator(
        "events.self_handled_count",
        name=_("自办事件"),
        unit=_("件"),
        group=Group.EVENTS,
        owner=_POLITICAL_LEGAL,
        formula=_("期内上报、由上报人当场办结的事件件数"),
        numerator=Figure(Flow("events.self_handled"), _("自办的事件"), _events(EventCounted.SELF_HANDLED)),
        higher_is_better=None,
    ),
    Indicator(
        "events.reopened_count",
        name=_("重办事件"),
        unit=_("件"),
        group=Group.EVENTS,
        owner=_POLITICAL_LEGAL,
        formula=_("期内上报的事件中，结案后因没解决而重新办理过的件数"),
        numerator=Figure(Flow("events.reopened"), _("重新办理过的事件"), _events(EventCounted.REOPENED)),
        higher_is_better=False,
    ),
]
