from datetime import date

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from deeds.enums import HousingTrack, Right
from governance.areas.models import AreaBound
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import User


class HousingProjectQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def in_force(self, day: date):
        """Projects under watch on a day."""
        return self.filter(listed_on__lte=day)

    def with_progress(self, day: date | None = None):
        """The columns of the last weekly row up to a day; NULL where there is none."""
        rows = WeeklyProgress.objects.filter(project=OuterRef("pk")).order_by("-week_start")
        if day:
            rows = rows.filter(week_start__lte=day)
        names = ("percent", "planned_percent", "workers", "week_start")
        return self.annotate(**{name: Subquery(rows.values(name)[:1]) for name in names})

    def on_schedule(self, day: date):
        return self.in_force(day).with_progress(day).filter(percent__gte=F("planned_percent"))

    def behind(self, day: date):
        """With a weekly row that lies below its plan, or with none at all."""
        late = Q(percent__lt=F("planned_percent")) | Q(percent__isnull=True)
        return self.in_force(day).with_progress(day).filter(late)

    def for_list(self):
        return self.with_progress().annotate(area_name=F("area__name"))


class HousingProject(AreaBound):
    """Sold homes whose building stopped or is late (保交楼)."""

    name = models.CharField(_("项目"), max_length=80)
    developer = models.CharField(_("开发单位"), max_length=120)
    track = models.CharField(_("保交方式"), max_length=20, choices=HousingTrack)
    homes = models.PositiveIntegerField(_("套数"))
    buildings = models.PositiveSmallIntegerField(_("栋数"))
    contract_on = models.DateField(_("合同交付日期"))
    promised_on = models.DateField(_("承诺交付日期"))
    listed_on = models.DateField(_("纳入日期"), default=today)

    objects = HousingProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("保交楼项目")
        verbose_name_plural = _("保交楼项目")
        indexes = [models.Index(fields=["area_code", "promised_on"], name="housing_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "name"],
                name="housing_once",
                violation_error_message=_("这个区划下已有同名的保交楼项目。"),
            )
        ]

    def __str__(self):
        return self.name


class WeeklyProgress(models.Model):
    """How far a project is, once a week. `previous_percent` lets the row be judged by itself."""

    project = models.ForeignKey(
        HousingProject, models.PROTECT, related_name="progress", verbose_name=_("项目")
    )
    week_start = models.DateField(_("周一日期"))
    percent = models.PositiveSmallIntegerField(_("实际进度（%）"), validators=[MaxValueValidator(100)])
    planned_percent = models.PositiveSmallIntegerField(
        _("计划进度（%）"), validators=[MaxValueValidator(100)]
    )
    previous_percent = models.PositiveSmallIntegerField(_("上次进度（%）"), default=0, editable=False)
    workers = models.PositiveIntegerField(_("在场工人"))
    note = models.CharField(_("说明"), max_length=500, blank=True)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("填报人"), editable=False
    )

    class Meta:
        verbose_name = _("周进度")
        verbose_name_plural = _("周进度")
        ordering = ["-week_start"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "week_start"],
                name="progress_once_a_week",
                violation_error_message=_("本周进度已经填报，请直接修改。"),
            ),
            models.CheckConstraint(
                name="progress_week_starts_monday",
                condition=Q(week_start__iso_week_day=1),
                violation_error_message=_("周进度按周一的日期登记。"),
            ),
            models.CheckConstraint(
                name="progress_is_percent",
                condition=Q(percent__lte=100, planned_percent__lte=100),
                violation_error_message=_("进度在 0 到 100 之间。"),
            ),
            models.CheckConstraint(
                name="progress_not_backwards",
                condition=Q(percent__gte=F("previous_percent")) | ~Q(note=""),
                violation_error_message=_("进度比上次少，请在说明里写明原因。"),
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.week_start}"

    @property
    def is_on_schedule(self) -> bool:
        return self.percent >= self.planned_percent
