from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from deeds.enums import Right
from deeds.models import DeedProject, ProjectObstacle
from governance.audit.actions import record
from governance.files.actions import keep_picture
from governance.kernel.days import today
from governance.kernel.errors import Refused, refuse_if_missing
from governance.kernel.scope import demand
from governance.kernel.wording import office_language


@transaction.atomic
def open_obstacle(
    project: DeedProject, *, by, cause: str, lead_office: str, due_on: date, instrument: str = ""
) -> ProjectObstacle:
    """Name what stands in the way; its cause becomes one of the project's causes."""
    demand(by, Right.MANAGE, project.area_code)
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
def close_obstacle(obstacle: ProjectObstacle, *, by, document: str = "", photos=()) -> None:
    """Close an obstacle on the strength of a document: its number or name, pictures of it, or both."""
    demand(by, Right.MANAGE, obstacle.area_code)
    _hold_open(obstacle)
    kept = [keep_picture(photo, area=obstacle.project.area, by=by, view_right=Right.VIEW) for photo in photos]
    with office_language():
        named = document.strip() or (_("见材料照片") if kept else "")
    obstacle.closed_on, obstacle.document = today(), named
    obstacle.full_clean()
    obstacle.save(update_fields=["closed_on", "document"])
    obstacle.documents.add(*kept)
    after = {"document": obstacle.document, "pictures": len(kept)}
    record("deeds.obstacle.close", by=by, subject=obstacle, after=after)


@transaction.atomic
def raise_obstacle(obstacle: ProjectObstacle, *, by, to: str, reason: str) -> None:
    """Bring an obstacle that does not move before a higher office (提级). Its day stays: help is not a delay."""
    demand(by, Right.MANAGE, obstacle.area_code)
    _hold_open(obstacle)
    missing = [_("提级单位")] if not to.strip() else []
    refuse_if_missing(missing if reason.strip() else [*missing, _("提级理由")])
    before = {"raised_to": obstacle.raised_to}
    obstacle.raised_to, obstacle.raise_reason, obstacle.raised_on = to.strip(), reason.strip(), today()
    obstacle.full_clean()
    obstacle.save(update_fields=["raised_to", "raise_reason", "raised_on"])
    after = {"raised_to": obstacle.raised_to}
    record("deeds.obstacle.raise", by=by, subject=obstacle, before=before, after=after, reason=reason)


def _hold_open(obstacle: ProjectObstacle) -> None:
    """Lock it, and see that nobody has closed it meanwhile."""
    if ProjectObstacle.objects.select_for_update(of=("self",)).get(pk=obstacle.pk).closed_on:
        raise Refused("already_closed", _("这个堵点已经销号，请刷新页面查看。"))
