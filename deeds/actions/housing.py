from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from deeds.enums import Right
from deeds.models import HousingProject, WeeklyProgress
from governance.audit.actions import record
from governance.kernel.days import today, week_start
from governance.kernel.errors import Refused


@transaction.atomic
def report_progress(
    project: HousingProject,
    *,
    by,
    percent: int,
    planned_percent: int,
    workers: int,
    note: str = "",
    day: date,
) -> WeeklyProgress:
    """Tell how far a project is in the week of `day`; telling the last week again corrects it."""
    if not by.may(Right.MANAGE, project.area_code):
        raise PermissionDenied
    week = week_start(day)
    if week > week_start(today()):
        raise Refused("future_week", _("还没到这一周，请填报本周或以前的进度。"))
    HousingProject.objects.select_for_update(of=("self",)).get(pk=project.pk)
    if project.progress.filter(week_start__gt=week).exists():
        raise Refused("later_week_exists", _("已有更晚一周的进度，这一周不能再改。"))
    before = project.progress.filter(week_start__lt=week).first()
    row = project.progress.filter(week_start=week).first() or WeeklyProgress(project=project, week_start=week)
    row.previous_percent = before.percent if before else 0
    row.percent, row.planned_percent, row.workers, row.note = percent, planned_percent, workers, note.strip()
    row.by = by
    row.full_clean()
    row.save()
    after = {"week": week.isoformat(), "percent": percent, "planned_percent": planned_percent}
    record("housing.progress.report", by=by, subject=project, after=after, reason=row.note)
    return row
