from django.db import transaction
from django.utils.translation import gettext as _

from deeds.models import DeedProject
from deeds.models.home_steps import note_step
from deeds.states import HOME_STEPS, PROJECT_STEPS, HomeState
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import refuse_if_missing
from governance.kernel.lifecycle import demand_step, move, move_rows


def take_project_step(
    project: DeedProject, step_name: str, *, by, note: str = "", raised_to: str = ""
) -> None:
    """Take a project one step on. Its homes follow: open for deeds when solved, off the ledger when excluded.

    A blocked project is raised to whoever stands above the offices that are stuck: `raised_to` names them.
    """
    if step_name == "block":
        block_project(project, by=by, note=note, raised_to=raised_to)
    elif step_name in ("solve", "exclude"):
        {"solve": solve_project, "exclude": exclude_project}[step_name](project, by=by, note=note)
    else:
        move(project, step_name, by=by, note=note)


def block_project(project: DeedProject, *, by, note: str, raised_to: str) -> None:
    """Say why a project does not move on, and bring it before whoever can move it (提级)."""
    demand_step(project, PROJECT_STEPS["block"], by)
    refuse_if_missing([] if raised_to.strip() else [_("提请协调的上级单位")])
    move(project, "block", by=by, note=note, changes={"raised_to": raised_to.strip(), "raised_on": today()})


@transaction.atomic
def solve_project(project: DeedProject, *, by, note: str = "") -> int:
    """First registration is done: from today every listed home may have its deed. Returns how many may."""
    move(project, "solve", by=by, note=note, changes={"solved_on": today()})
    return _homes_follow(project, "solve", by=by, note=note, changes={"solved_on": today()})


@transaction.atomic
def exclude_project(project: DeedProject, *, by, note: str) -> int:
    """Take a project that does not belong here off the ledger, with its homes; they count nowhere any more."""
    move(project, "exclude", by=by, note=note)
    return _homes_follow(project, "unlist", by=by, note=note, changes={"listed_on": None})


def _homes_follow(project: DeedProject, step_name: str, *, by, note: str, changes: dict) -> int:
    listed = project.homes.filter(state=HomeState.LISTED)
    step = HOME_STEPS[step_name]
    moved = [(pk, HomeState.LISTED, step.target) for pk in listed.values_list("pk", flat=True)]
    count = move_rows(listed, step_name, by=by, area_code=project.area_code, note=note, changes=changes)
    if moved:
        note_step(project, step, moved, by=by, note=note)
    record(f"deeds.homes.{step_name}", by=by, subject=project, after={"homes": count}, reason=note)
    return count
