"""When the offices that owe a task of a meeting are told."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.dispatch.enums import ActionState, Right
from governance.dispatch.ladders import Deadline, Ladder
from governance.dispatch.models import ActionItem


def tasks_due(day: date, until: date) -> Iterator[Deadline]:
    """Tasks neither struck off nor withdrawn; one reported as done waits for whoever set it, not for its owner."""
    rows = ActionItem.objects.pending_on(day).filter(due_on__lte=until).exclude(state=ActionState.REPORTED)
    for task in rows.order_by("due_on", "pk"):
        what = _("调度任务“{}”").format(task.text)
        yield Deadline(task.pk, what, task.area_code, task.due_on, post_id=task.post_id)


TASK_LADDER = Ladder(
    "dispatch.action", gettext_lazy("调度任务"), tasks_due, page="dispatch:action_detail", right=Right.VIEW
)
