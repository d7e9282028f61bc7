from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from deeds.enums import Right
from deeds.models import DeedProject, ProjectObstacle
from deeds.states import HomeState
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move, move_rows


def take_project_step(project: DeedProject, step_name: str, *, by, note: str = "") -> None:
    """Take a project one step on. Its homes follow: open for deeds when solved, off the ledger when excluded."""
    verb = {"solve": solve_project, "exclude": exclude_project}.get(step_name)
    if verb:
        verb(project, by=by, note=note)
    else:
        move(project, step_name, by=by, note=note)


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
    count = move_rows(listed, step_name, by=by, area_code=project.area_code, note=note, changes=changes)
    record(f"deeds.homes.{step_name}", by=by, subject=project, after={"homes": count}, reason=note)
    return count


@transaction.atomic
def open_obstacle(
    project: DeedProject, *, by, cause: str, lead_office: str, due_on: date, instrument: str = ""
) -> ProjectObstacle:
    """Name what stands in the way; its cause becomes one of the project's causes."""
    _require(Right.MANAGE, project, by)
    if project.is_solved:
        raise Refused("already_solved", _("项目已完成首次登记，不再登记堵点。"))
    obstacle = ProjectObstacle(
        project=project, cause=cause, lead_office=lead_office, due_on=due_on, instrument=instrument
    )
    obstacle.full_clean()
    obstacle.save()
    if cause not in project.causes:
        project.causes = [*project.causes, cause]
        project.save(update_fields=["causes"])
    after = {"cause": cause, "lead_office": lead_office, "due_on": due_on.isoformat()}
    record("deeds.obstacle.open", by=by, subject=obstacle, after=after)
    return obstacle


@transaction.atomic
def close_obstacle(obstacle: ProjectObstacle, *, by, document: str) -> None:
    """Close an obstacle on the strength of a document, as of today."""
    _require(Right.MANAGE, obstacle, by)
    held = ProjectObstacle.objects.select_for_update().get(pk=obstacle.pk)
    if held.closed_on:
        raise Refused("already_closed", _("这个堵点已经销号，请刷新页面查看。"))
    obstacle.closed_on, obstacle.document = today(), document.strip()
    obstacle.full_clean()
    obstacle.save(update_fields=["closed_on", "document"])
    record("deeds.obstacle.close", by=by, subject=obstacle, after={"document": obstacle.document})


def _require(right: str, row, by) -> None:
    if not by.may(right, row.area_code):
        raise PermissionDenied
