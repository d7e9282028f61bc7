from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from deeds.actions.housing import enter, holding, write_week
from deeds.models import BuildingProgress, BuildingStage, HousingBuilding, HousingProject, Milestone
from deeds.rules.housing import percent_at, weighted
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import office_language, plain


@transaction.atomic
def load_building_stages(rows: list[dict]) -> None:
    """The stages of a preset, by code; one that is no longer named stays, for the rows that point at it."""
    for row in rows:
        BuildingStage.objects.update_or_create(code=row.pop("code"), defaults=row)


def add_building(project: HousingProject, *, by, name: str, floors: int, homes: int) -> HousingBuilding:
    """One more building; together they have no more homes than the project."""
    with holding(project, by) as held:
        building = HousingBuilding(project=held, name=plain(name), floors=floors, homes=homes)
        others = sum(held.building_rows.values_list("homes", flat=True))
        if isinstance(homes, int) and others + homes > held.homes:
            raise Refused(
                "homes_beyond_project",
                _("各楼栋合计 {sum} 套，超过项目总套数 {homes} 套，请核对后重填。").format(
                    sum=others + homes, homes=held.homes
                ),
            )
        enter(building, "building.add", by=by, subject=held, name=building.name, homes=homes)
    return building


def plan_milestone(building: HousingBuilding, *, by, stage: BuildingStage, planned_on: date) -> Milestone:
    """Set the day by which a building is to have completed a stage; a day that has come stays as it was."""
    with holding(building.project, by) as held:
        milestone = building.milestones.filter(stage=stage).first() or Milestone(
            building=building, stage=stage
        )
        known = milestone.pk and milestone.planned_on
        if known and (milestone.reached_on or known < today()):
            raise Refused(
                "milestone_past", _("这个节点的计划日期已到或已经完成，不能再改；请如实填报楼栋进度。")
            )
        milestone.planned_on = planned_on
        told = building.progress.first()
        if not milestone.pk and told and told.percent >= stage.percent:
            milestone.reached_on = told.day
        planned = {"stage": stage.code, "planned_on": planned_on}
        enter(milestone, "milestone.plan", by=by, subject=held, building=building.name, **planned)
    return milestone


def report_building(
    building: HousingBuilding,
    *,
    by,
    stage: BuildingStage,
    day: date | None = None,
    floors_done: int | None = None,
    workers: int = 0,
    machines: int = 0,
    reason: str = "",
) -> BuildingProgress:
    """Tell which stage a building has completed; the week of its project and its milestones follow."""
    day = day or today()
    with holding(building.project, by) as held:
        _check_report(building, stage, day, floors_done)
        row = building.progress.filter(day=day).first() or BuildingProgress(building=building, day=day)
        last = building.progress.filter(day__lt=day).first()
        row.stage, row.floors_done = stage, floors_done if stage.counts_floors else None
        row.percent = percent_at(stage.percent, _percent_before(stage), row.floors_done, building.floors)
        row.previous_percent = last.percent if last else 0
        row.workers, row.machines, row.by = workers, machines, by
        row.reason = plain(reason) if row.percent < row.previous_percent else ""
        after = {"building": building.name, "day": day, "percent": row.percent}
        enter(row, "building.report", by=by, subject=held, reason=row.reason, **after)
        _settle_milestones(building, row)
        _tell_week(held, building, row, by)
    return row


def _check_report(building: HousingBuilding, stage: BuildingStage, day: date, floors_done) -> None:
    if day > today():
        raise Refused("future_day", _("日期还没有到，请按今天或以前的日期填报。"))
    if building.progress.filter(day__gt=day).exists():
        raise Refused("later_day_exists", _("这栋楼已有更晚的进度，请按最新的日期填报。"))
    if stage.counts_floors and floors_done is None:
        raise Refused("floors_missing", _("{}按层计，请填已完成的层数。").format(stage.name))
    if stage.counts_floors and floors_done > building.floors:
        raise Refused(
            "too_many_floors", _("这栋楼只有 {} 层，已完成层数不能比它多。").format(building.floors)
        )


def _percent_before(stage: BuildingStage) -> int:
    """Where a stage begins: at the end of the one before it."""
    earlier = BuildingStage.objects.filter(position__lt=stage.position).order_by("-position").first()
    return earlier.percent if earlier else 0


def _settle_milestones(building: HousingBuilding, row: BuildingProgress) -> None:
    """Stages completed by now have been reached; those a building fell back behind have not."""
    reached = building.milestones.filter(stage__percent__lte=row.percent, reached_on__isnull=True)
    reached.update(reached_on=row.day)
    building.milestones.filter(stage__percent__gt=row.percent).update(reached_on=None)


def _tell_week(held: HousingProject, building: HousingBuilding, row: BuildingProgress, by) -> None:
    """The project is as far as its buildings are, by homes; those that told nothing stand at zero."""
    rows = list(HousingBuilding.objects.filter(project=held).with_progress(row.day).order_by())
    told = (
        weighted((each.percent or 0, each.homes) for each in rows),
        weighted((each.planned_percent or 0, each.homes) for each in rows),
        sum(each.workers or 0 for each in rows),
    )
    with office_language():
        note = f"{building.name}：{row.reason}" if row.reason else _lower_without_fault(held, told[0])
    write_week(held, by=by, day=row.day, told=told, note=note)


def _lower_without_fault(held: HousingProject, percent: int) -> str:
    """A week may show less than the last although no building went back: more buildings are counted now."""
    last = held.progress.first()
    return _("改为按楼栋计算进度") if last and last.percent > percent else ""
