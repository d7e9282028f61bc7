from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from deeds.enums import Right
from deeds.enums.housing import REASON_LENGTH, Light
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import User


class BuildingStage(models.Model):
    """One stage of building, the same for every project of a city; loaded as a preset."""

    code = models.SlugField(_("代码"), primary_key=True, max_length=20)
    name = models.CharField(_("阶段"), max_length=20)
    position = models.PositiveSmallIntegerField(_("次序"))
    percent = models.PositiveSmallIntegerField(
        _("完成后累计进度（%）"), validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    counts_floors = models.BooleanField(_("按层计"), default=False)

    class Meta:
        verbose_name = _("施工阶段")
        verbose_name_plural = _("施工阶段")
        ordering = ["position"]

    def __str__(self):
        return str(self.name)


class HousingBuildingQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    AREA_FIELD = "project__area_code"

    def with_progress(self, day: date):
        """What was told last up to a day, and what the plan wanted by then; NULL where there is none."""
        told = BuildingProgress.objects.filter(building=OuterRef("pk"), day__lte=day).order_by("-day")
        due = Milestone.objects.filter(building=OuterRef("pk"), planned_on__lte=day).order_by(
            "-stage__percent"
        )
        names = {"percent": "percent", "stage_name": "stage__name", "floors_done": "floors_done"}
        names |= {"told_on": "day", "workers": "workers", "machines": "machines"}
        columns = {name: Subquery(told.values(path)[:1]) for name, path in names.items()}
        return self.annotate(**columns, planned_percent=Subquery(due.values("stage__percent")[:1]))


class HousingBuilding(models.Model):
    """One building of a housing project."""

    project = models.ForeignKey(
        "deeds.HousingProject", models.PROTECT, related_name="building_rows", verbose_name=_("项目")
    )
    name = models.CharField(_("楼号"), max_length=20)
    floors = models.PositiveSmallIntegerField(_("层数"), validators=[MinValueValidator(1)])
    homes = models.PositiveIntegerField(_("套数"), validators=[MinValueValidator(1)])

    objects = HousingBuildingQuerySet.as_manager()

    class Meta:
        verbose_name = _("保交楼楼栋")
        verbose_name_plural = _("保交楼楼栋")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "name"],
                name="housing_building_once",
                violation_error_message=_("这个项目里已有这栋楼。"),
            )
        ]

    def __str__(self):
        return f"{self.project} {self.name}"

    @property
    def light(self) -> Light:
        """For rows of `with_progress`."""
        return Light.of(self.percent, self.planned_percent)


class BuildingProgress(models.Model):
    """The stage a building has completed by a day. Going back is told with its reason, never hidden."""

    building = models.ForeignKey(
        HousingBuilding, models.PROTECT, related_name="progress", verbose_name=_("楼栋")
    )
    day = models.DateField(_("日期"), default=today)
    stage = models.ForeignKey(BuildingStage, models.PROTECT, related_name="+", verbose_name=_("施工阶段"))
    floors_done = models.PositiveSmallIntegerField(_("已完成层数"), null=True, blank=True)
    percent = models.PositiveSmallIntegerField(_("进度（%）"), editable=False)
    previous_percent = models.PositiveSmallIntegerField(_("上次进度（%）"), default=0, editable=False)
    workers = models.PositiveIntegerField(_("在场工人"), default=0)
    machines = models.PositiveIntegerField(_("在场机械"), default=0)
    reason = models.CharField(_("进度后退的原因"), max_length=REASON_LENGTH, blank=True)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("填报人"), editable=False
    )

    class Meta:
        verbose_name = _("楼栋进度")
        verbose_name_plural = _("楼栋进度")
        ordering = ["-day", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["building", "day"],
                name="building_progress_once_a_day",
                violation_error_message=_("这栋楼当天的进度已经填报，请直接修改。"),
            ),
            models.CheckConstraint(
                name="building_progress_is_percent",
                condition=Q(percent__lte=100),
                violation_error_message=_("进度在 0 到 100 之间。"),
            ),
            models.CheckConstraint(
                name="building_progress_not_back",
                condition=Q(percent__gte=F("previous_percent")) | ~Q(reason=""),
                violation_error_message=_("进度比上次后退，请写明原因后再提交。"),
            ),
        ]

    def __str__(self):
        return f"{self.building} {self.day}"


class MilestoneQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    AREA_FIELD = "building__project__area_code"

    def due_on(self, day: date):
        """Whose planned day has come, in projects under watch."""
        return self.filter(planned_on__lte=day, building__project__listed_on__lte=day)

    def kept_on(self, day: date):
        return self.due_on(day).filter(reached_on__lte=F("planned_on"))

    def missed_on(self, day: date):
        return self.due_on(day).filter(Q(reached_on__isnull=True) | Q(reached_on__gt=F("planned_on")))

    def missed_by(self, last: date, day: date):
        """Not reached on a day, and planned by another, in projects under watch."""
        then_open = Q(reached_on__isnull=True) | Q(reached_on__gt=day)
        return self.filter(then_open, planned_on__lte=last, building__project__listed_on__lte=day)

    def for_list(self):
        return self.annotate(
            project_id=F("building__project_id"),
            project_name=F("building__project__name"),
            area_code=F("building__project__area_code"),
            building_name=F("building__name"),
            stage_name=F("stage__name"),
        )


class Milestone(models.Model):
    """The day by which a building is to have completed a stage, and the day it had."""

    building = models.ForeignKey(
        HousingBuilding, models.PROTECT, related_name="milestones", verbose_name=_("楼栋")
    )
    stage = models.ForeignKey(BuildingStage, models.PROTECT, related_name="+", verbose_name=_("施工阶段"))
    planned_on = models.DateField(_("计划完成日期"))
    reached_on = models.DateField(_("实际完成日期"), null=True, blank=True, editable=False)

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        verbose_name = _("楼栋节点")
        verbose_name_plural = _("楼栋节点")
        ordering = ["building", "stage__position"]
        indexes = [models.Index(fields=["planned_on"], name="milestone_planned")]
        constraints = [
            models.UniqueConstraint(
                fields=["building", "stage"],
                name="milestone_once",
                violation_error_message=_("这栋楼的这个节点已有计划日期。"),
            )
        ]

    def __str__(self):
        return f"{self.building} {self.stage}"
