"""How a task of a meeting stands, and what can be done about it."""

from governance.dispatch.enums import ActionState, Right
from governance.dispatch.forms.actions import EvidenceForm, ReasonForm
from governance.dispatch.models import ActionItem
from governance.dispatch.topics import lag_words
from governance.kernel.days import today
from governance.kernel.lifecycle import open_steps

LOOKS = {
    ActionState.OPEN: ("primary", "arrow-right"),
    ActionState.REPORTED: ("near", "hourglass-split"),
    ActionState.RETURNED: ("late", "arrow-counterclockwise"),
    ActionState.CLOSED: ("ok", "check-circle"),
    ActionState.WITHDRAWN: ("paused", "x-circle"),
}
_FORMS = {"report": EvidenceForm, "close": EvidenceForm, "return": ReasonForm, "withdraw": ReasonForm}


def look_of(state: str) -> dict:
    """What the badge of a state takes."""
    tone, icon_name = LOOKS[ActionState(state)]
    return {"label": ActionState(state).label, "tone": tone, "icon_name": icon_name}


def action_row(task: ActionItem) -> dict:
    """One line of the list: the task, its badge and, while it is open, how its day stands."""
    clock = lag_words((today() - task.due_on).days) if task.is_pending else ""
    return {"task": task, "look": look_of(task.state), "clock": clock, "is_late": task.is_overdue}


def action_rows(tasks: list[ActionItem], user) -> list[dict]:
    """The lines of a page, marked where the user's office only helps."""
    helped = ActionItem.objects.filter(pk__in=[task.pk for task in tasks]).helped_by(user)
    keys = set(helped.values_list("pk", flat=True)) if tasks else set()
    return [action_row(task) | {"helps": task.pk in keys} for task in tasks]


def action_page(task: ActionItem, user, *, tried=None, tried_step: str = "") -> dict:
    """A task with its course and a form for each step open to the person; `tried` is a form with faults."""
    steps = [
        {"step": step, "form": tried if step.name == tried_step else form_for(step.name)}
        for step in open_steps(task, user)
    ]
    moves = [
        {
            "at": move.at,
            "title": ActionItem.STEPS[move.step].label,
            "by": str(move.by),
            "note": move.text,
        }
        for move in task.moves.select_related("by")
    ]
    return action_row(task) | {
        "steps": steps,
        "moves": moves,
        "listings": task.listings.count(),
        "sees_picture": user.may(Right.VIEW, task.area_code),
        "sees_cycle": user.may(Right.VIEW, task.cycle.area_code),
    }


def form_for(step_name: str, data=None, files=None):
    """The form of a step."""
    return _FORMS[step_name](data, files, auto_id=f"{step_name}_%s")
