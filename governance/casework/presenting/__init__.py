"""Cases as the pages show them: the clock in working days, the verbs a person may press."""

from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.casework.clock import left_until
from governance.casework.enums import ClockState, LimitUnit, OrderKind
from governance.casework.models import Case
from governance.casework.states import ORDER_STEPS
from governance.kernel.days import local_date

# What is no step of a lifecycle and yet a line of the timeline, for every kind of case.
OVERSIGHT = {
    "card": gettext_lazy("记牌"),
    "supervise": gettext_lazy("督办"),
    "answer": gettext_lazy("答复"),
    "lift": gettext_lazy("解除督办"),
    "warn": gettext_lazy("发预警函"),
    "lead": gettext_lazy("确定包案领导"),
    "judge": gettext_lazy("研判"),
}
_TONES = {ClockState.OVERDUE: "late", ClockState.NEAR: "near", ClockState.PAUSED: "paused"}


def days_left(case: Case, now=None) -> int | None:
    """Working days left; once over, the calendar days since, negative; None without a running limit."""
    if case.due_at is None or case.paused_at is not None:
        return None
    now = now or timezone.now()
    if case.due_at < now:
        return -max((local_date(now) - local_date(case.due_at)).days, 1)
    return left_until(case.due_at, now, LimitUnit.DAY)


def clock_shape(case: Case) -> dict:
    """The inputs of the clock component."""
    state = case.clock_state()
    shapes = {ClockState.PAUSED: "paused", ClockState.STOPPED: "done" if case.closed_on else "running"}
    return {
        "days_left": days_left(case),
        "clock_state": shapes.get(state, "running"),
        "state_tone": _TONES.get(state, "primary"),
    }


def timeline(case: Case, *, labels: dict[str, str], tones: dict[str, str]) -> list[dict]:
    """The entries of the timeline component, newest last: steps by their labels, `labels` name what is no step."""
    known = {name: step.label for name, step in case.STEPS.items()} | {"register": _("登记")}
    known |= _order_labels() | labels
    return [
        {
            "at": line.at,
            "title": known.get(line.kind, line.kind),
            "by": line.actor or _("系统"),
            "post": line.post_label,
            "note": line.note,
            "tone": tones.get(line.kind, ""),
        }
        for line in case.actions.select_related("actor")
    ]


def _order_labels() -> dict[str, str]:
    """What the lines are called that work orders write into the timeline of their case."""
    steps = {f"order_{name}": _("工单{step}").format(step=step.label) for name, step in ORDER_STEPS.items()}
    return dict(OrderKind.choices) | steps | {"order_readdress": _("工单改派")}


def back_to(request) -> str:
    """The page of ours a verb was pressed on, when it asks to be shown again."""
    url = request.POST.get("next", "")
    return url if url_has_allowed_host_and_scheme(url, {request.get_host()}) else ""
