from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area, AreaLevel
from governance.dispatch.enums import CycleKind, Right, WorkdayRule
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet


class CycleRuleQuerySet(ScopedQuerySet):
    """A rule of a level holds everywhere, so that every scheduler sees it; one of an area is for those around it."""

    VIEW_RIGHT = Right.SCHEDULE
    AREA_FIELD = "area__code"

    def reached_by(self, reaches, user):
        return super().reached_by(reaches, user) | self.filter(area__isnull=True) if reaches else self.none()

    def for_list(self):
        return self.select_related("level", "area").order_by("kind", "level__depth", "pk")


class CycleRule(models.Model):
    """Which offices hold which cycle, and when: every area of a level, or one area."""

    kind = models.CharField(_("种类"), max_length=10, choices=CycleKind)
    level = models.ForeignKey(
        AreaLevel, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("层级")
    )
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("单位所在区划")
    )
    on_day = models.PositiveSmallIntegerField(
        _("开在第几天"), help_text=_("周调度填 1–7（周一至周日）；月督导填 1–31，当月没有的取月末")
    )
    workday_rule = models.CharField(
        _("逢放假"), max_length=10, choices=WorkdayRule, default=WorkdayRule.EXACT
    )
    hour = models.PositiveSmallIntegerField(_("几点生成"), default=7)
    minute = models.PositiveSmallIntegerField(_("几分生成"), default=0)
    starts_on = models.DateField(_("从哪天起"), default=today)
    topics = ArrayField(
        models.CharField(max_length=40),
        verbose_name=_("列入哪些事项"),
        default=list,
        blank=True,
        help_text=_("不选就是全部，以后新增的也列入"),
    )
    enabled = models.BooleanField(_("启用"), default=True)

    objects = CycleRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("调度安排")
        verbose_name_plural = _("调度安排")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "level", "area"],
                nulls_distinct=False,
                name="cycle_rule_once",
                violation_error_message=_("这个层级或单位已有同类安排。"),
            ),
            models.CheckConstraint(
                name="cycle_rule_level_or_area",
                condition=Q(level__isnull=True, area__isnull=False)
                | Q(level__isnull=False, area__isnull=True),
                violation_error_message=_("层级和单位二选一。"),
            ),
            models.CheckConstraint(
                name="cycle_rule_day_fits",
                condition=Q(kind=CycleKind.WEEKLY, on_day__gte=1, on_day__lte=7)
                | Q(kind=CycleKind.MONTHLY, on_day__gte=1, on_day__lte=31),
                violation_error_message=_("周调度的日子在 1–7 之间，月督导在 1–31 之间。"),
            ),
            models.CheckConstraint(
                name="cycle_rule_hour_fits",
                condition=Q(hour__lte=23),
                violation_error_message=_("时间在 0–23 点之间。"),
            ),
            models.CheckConstraint(
                name="cycle_rule_minute_fits",
                condition=Q(minute__lte=59),
                violation_error_message=_("分钟在 0–59 之间。"),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.level or self.area}"

    @property
    def name(self) -> str:
        return str(self)
