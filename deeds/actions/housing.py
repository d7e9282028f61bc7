from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext as _

from deeds.enums import Right
from deeds.models import HousingPermit, HousingProject, WeeklyProgress
from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today, week_start
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.kernel.wording import plain

REVISABLE = (
    "name", "developer", "uscc", "group", "track", "homes", "homes_sold", "buildings", "floor_area",
    "contract_on", "promised_on", "task_force", "leader",
)  # fmt: skip


@contextmanager
def holding(project: HousingProject, by, right: str = Right.MANAGE) -> Iterator[HousingProject]:
    """The project, locked for one transaction, for whoever holds the right where it lies."""
    demand(by, right, project.area_code)
    with transaction.atomic():
        yield HousingProject.objects.select_for_update(of=("self",)).get(pk=project.pk)


def enter(row: models.Model, what: str, *, by, subject: models.Model, reason: str = "", **after) -> None:
    """Check a row, write it, and put it on record; within the transaction of `holding`."""
    row.full_clean()
    row.save()
    record(f"housing.{what}", by=by, subject=subject, after=after, reason=reason)


def register_project(area: Area, *, by, **fields) -> HousingProject:
    """Put a project under watch."""
    demand(by, Right.MANAGE, area.code)
    with transaction.atomic():
        project = HousingProject(**_said(fields))
        project.place_in(area)
        project.full_clean(exclude=["area_code"])
        project.save()
        record("housing.project.register", by=by, subject=project, after={"name": project.name})
    return project


def revise_project(project: HousingProject, *, by, **fields) -> None:
    """Correct what is said of a project; homes already handed over stay within its homes."""
    with holding(project, by) as held:
        before = {name: getattr(held, name) for name in fields}
        for name, value in _said(fields).items():
            setattr(held, name, value)
        planned = held.deliveries.aggregate(sum=models.Sum("planned"))["sum"] or 0
        if planned > held.homes:
            raise Refused(
                "homes_below_plan",
                _("交付批次已排 {planned} 套，总套数不能少于它，请核对后重填。").format(planned=planned),
            )
        held.full_clean(exclude=["area_code"])
        held.save()
        changed = {name: str(getattr(held, name)) for name in fields if before[name] != getattr(held, name)}
        before = {name: str(before[name]) for name in changed}
        record("housing.project.revise", by=by, subject=held, before=before, after=changed)


def _said(fields: dict) -> dict:
    unknown = set(fields) - set(REVISABLE)
    assert not unknown, f"a housing project has no {unknown}"
    return {name: plain(value) if isinstance(value, str) else value for name, value in fields.items()}


def add_permit(project: HousingProject, *, by, kind: str, number: str, issued_on: date) -> HousingPermit:
    """Enter one of the papers a project stands on."""
    with holding(project, by) as held:
        permit = HousingPermit(project=held, kind=kind, number=plain(number), issued_on=issued_on)
        if isinstance(issued_on, date) and issued_on > today():
            raise Refused("future_permit", _("发证日期还没有到，请核对后重填。"))
        enter(permit, "permit.add", by=by, subject=held, kind=kind, number=permit.number)
    return permit


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
    with holding(project, by) as held:
        if held.building_rows.exists():
            raise Refused(
                "told_by_building", _("这个项目按楼栋填报，周进度由各楼栋进度算出，请到楼栋上填报。")
            )
        return write_week(held, by=by, day=day, told=(percent, planned_percent, workers), note=note)


def write_week(
    held: HousingProject, *, by, day: date, told: tuple[int, int, int], note: str
) -> WeeklyProgress:
    """The weekly row of a locked project: `told` are percent, planned percent and workers."""
    week = week_start(day)
    if week > week_start(today()):
        raise Refused("future_week", _("还没到这一周，请填报本周或以前的进度。"))
    if held.progress.filter(week_start__gt=week).exists():
        raise Refused("later_week_exists", _("已有更晚一周的进度，这一周不能再改。"))
    before = held.progress.filter(week_start__lt=week).first()
    row = held.progress.filter(week_start=week).first() or WeeklyProgress(project=held, week_start=week)
    row.previous_percent = before.percent if before else 0
    row.percent, row.planned_percent, row.workers = told
    row.note, row.by = plain(note), by
    row.full_clean()
    row.save()
    after = {"week": week.isoformat(), "percent": row.percent, "planned_percent": row.planned_percent}
    record("housing.progress.report", by=by, subject=held, after=after, reason=row.note)
    return row
