from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.casework.enums import ClockState, Right
from governance.casework.filters.cases import CaseFilter, Owner
from governance.casework.kinds import kinds
from governance.casework.models import Case
from governance.casework.presenting.queue import queue_row
from governance.casework.tables.cases import CASES
from governance.kernel.pages import ListPage

VIEWS = [
    (_("全部待办"), {}),
    (_("已超期"), {"clock": ClockState.OVERDUE}),
    (_("临期"), {"clock": ClockState.NEAR}),
    (_("未分派"), {"owner": Owner.UNASSIGNED}),
    (_("我的"), {"owner": Owner.MINE}),
    (_("已中止"), {"clock": ClockState.PAUSED}),
]


class Queue(ListPage):
    """The one queue: what is most urgent first, whatever its kind."""

    required_right = Right.VIEW
    filterset_class = CaseFilter
    order = ("queue_at", "id")
    template_name = "casework/queue.html"
    rows_template = "casework/_queue_rows.html"
    layout = CASES

    def rows_for(self, user):
        cases = Case.objects.for_user(user).for_queue()
        return cases if "closed" in self.request.GET else cases.open()

    def context(self, request, filtered, page):
        rows = [queue_row(case, request.user) for case in page] if page else []
        return super().context(request, filtered, page) | {
            "rows": rows,
            "tabs": _tabs(request),
            "register": _register(request.user),
        }


def _register(user) -> dict:
    """The first kind of case the person may open from here."""
    may = [kind for kind in kinds().values() if kind.register_page and user.may(kind.register_right)]
    return (
        {"url": reverse(may[0].register_page), "label": may[0].register_label}
        if may
        else {"url": "", "label": ""}
    )


def _tabs(request) -> list[dict]:
    kept = {name: value for name, value in request.GET.items() if name in ("kind", "area", "q")}
    now = {name: request.GET[name] for name in ("clock", "owner") if request.GET.get(name)}
    found = []
    for label, query in VIEWS:
        words = urlencode(kept | query)
        found.append({"label": label, "url": f"{reverse('casework:queue')}?{words}", "active": query == now})
    return found
