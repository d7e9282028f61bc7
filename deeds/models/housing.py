from datetime import date, timedelta

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from deeds.enums import HousingTrack, Right
from deeds.enums.housing import NAME_LENGTH, SITE_REPORT_DAYS, Light, PermitKind
from deeds.models.funds import FundReport
from deeds.models.handing_over import HousingDelivery
from governance.areas.models import AreaBound
from governance.kernel.days import today
from governance.kernel.identity import validate_uscc
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import User
from grids.enums.public import TOKEN_LENGTH


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

    def with_funds(self, day: date):
        """The gap and the balance told last up to a day; NULL where nothing was told."""
        rows = FundReport.objects.filter(project=OuterRef("pk"), day__lte=day).order_by("-day")
        return self.annotate(
            gap=Subquery(rows.values("gap")[:1]), escrow_balance=Subquery(rows.values("escrow_balance")[:1])
        )

    def short_of_money(self, day: date):
        return self.in_force(day).with_funds(day).filter(gap__gt=0)

    def with_delivered(self, day: date):
        """How many homes were handed over by a day."""
        batches = HousingDelivery.objects.filter(project=OuterRef("pk"), delivered_on__lte=day)
        homes = batches.order_by().values("project").annotate(sum=Sum("delivered")).values("sum")
        return self.annotate(delivered_homes=Coalesce(Subquery(homes), 0))

    def under_way(self, day: date):
        """Not all of its homes handed over."""
        return self.in_force(day).with_delivered(day).filter(delivered_homes__lt=F("homes"))

    def resumed(self, day: date):
        return self.under_way(day).with_progress(day).filter(_at_work(day))

    def standing_still(self, day: date):
        """Under way on paper, and nobody at work by the last weekly rows."""
        told = self.under_way(day).with_progress(day)
        return told.exclude(_at_work(day))

    def for_list(self, day: date | None = None):
        day = day or today()
        return self.with_progress(day).with_funds(day).with_delivered(day).annotate(area_name=F("area__name"))


def _at_work(day: date) -> Q:
    """Somebody was on the site by a weekly row that is not too old to speak."""
    since = day - timedelta(days=SITE_REPORT_DAYS)
    return Q(workers__isnull=False, workers__gt=0, week_start__gte=since)


class HousingProject(AreaBound):
    """Sold homes whose building stopped or is late (保交楼)."""

    name = models.CharField(_("项目"), max_length=80)
    developer = models.CharField(_("开发单位"), max_length=120)
    track = models.CharField(_("保交方式"), max_length=20, choices=HousingTrack)
    uscc = models.CharField(_("统一社会信用代码"), max_length=18, blank=True, validators=[validate_uscc])
    group = models.CharField(_("所属集团"), max_length=120, blank=True)
    homes = models.PositiveIntegerField(_("套数"))
    homes_sold = models.PositiveIntegerField(_("已售套数"), default=0)
    buildings = models.PositiveSmallIntegerField(_("栋数"))
    floor_area = models.PositiveIntegerField(_("建筑面积（㎡）"), null=True, blank=True)
    task_force = models.CharField(_("工作专班"), max_length=NAME_LENGTH, blank=True)
    leader = models.CharField(
        _("包保领导"), max_length=NAME_LENGTH, blank=True, help_text=_("写职务，如：分管副县长")
    )
    contract_on = models.DateField(_("合同交付日期"))
    promised_on = models.DateField(_("承诺交付日期"))
    listed_on = models.DateField(_("纳入日期"), default=today)
    # What the code on the sales office's wall leads to; drawn when the first bulletin is published.
    token = models.CharField(
        _("公众码"), max_length=TOKEN_LENGTH, unique=True, null=True, blank=True, editable=False
    )

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
            ),
            models.CheckConstraint(
                name="housing_sold_within_homes",
                condition=Q(homes_sold__lte=F("homes")),
                violation_error_message=_("已售套数不能多于总套数，请核对后重填。"),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def light(self) -> Light:
        """For rows of `with_progress`."""
        return Light.of(self.percent, self.planned_percent)

    @property
    def homes_unsold(self) -> int:
        return self.homes - self.homes_sold


class HousingPermit(models.Model):
    """One of the papers a project stands on."""

    project = models.ForeignKey(
        HousingProject, models.PROTECT, related_name="permits", verbose_name=_("项目")
    )
    kind = models.CharField(_("证件"), max_length=20, choices=PermitKind)
    number = models.CharField(_("证号"), max_length=NAME_LENGTH)
    issued_on = models.DateField(_("发证日期"))

    class Meta:
        verbose_name = _("项目证件")
        verbose_name_plural = _("项目证件")
        ordering = ["kind", "issued_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "kind", "number"],
                name="housing_permit_once",
                violation_error_message=_("这个证件已经登记过。"),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.number}"


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
