from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area, AreaBound, AreaLevel
from governance.casework.models import Case
from governance.dispatch.enums import CycleKind, Right
from governance.kernel.days import local_date, today
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import Post, User


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
    hour = models.PositiveSmallIntegerField(_("几点生成"), default=7)
    starts_on = models.DateField(_("从哪天起"), default=today)
    enabled = models.BooleanField(_("启用"), default=True)

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
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.level or self.area}"


class CycleQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(area_name=F("area__name"), level_name=F("area__level__name"))


class Cycle(AreaBound):
    """One office's dispatch of one period: there is exactly one, and what it lists is frozen."""

    kind = models.CharField(_("种类"), max_length=10, choices=CycleKind)
    period = models.CharField(_("期次"), max_length=8, db_collation="C")
    due_on = models.DateField(_("应开日期"))
    created_at = models.DateTimeField(_("生成时间"), auto_now_add=True)
    late_count = models.PositiveIntegerField(_("逾期事项"), default=0)
    carried_count = models.PositiveIntegerField(_("上期未销"), default=0)
    closed_count = models.PositiveIntegerField(_("上期已销"), default=0)

    objects = CycleQuerySet.as_manager()

    class Meta:
        verbose_name = _("调度")
        verbose_name_plural = _("调度")
        indexes = [models.Index(fields=["area_code", "due_on"], name="cycle_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "period", "area"],
                name="cycle_once",
                violation_error_message=_("这个单位本期的调度已经生成。"),
            )
        ]

    def __str__(self):
        return f"{self.area} {self.period} {self.get_kind_display()}"

    @property
    def was_missed(self) -> bool:
        """Whether it was made up for later than its day."""
        return local_date(self.created_at) > self.due_on


class CycleItem(models.Model):
    """One thing that was late on the day of the cycle; `times` counts the cycles running it stood in."""

    cycle = models.ForeignKey(
        Cycle, models.PROTECT, related_name="items", verbose_name=_("调度"), db_index=False
    )
    key = models.CharField(_("事项键"), max_length=60)
    topic = models.CharField(_("类别"), max_length=40)
    title = models.CharField(_("事项"), max_length=160)
    url = models.CharField(_("链接"), max_length=200)
    owner = models.CharField(_("责任单位"), max_length=80, blank=True)
    lag = models.CharField(_("差多少"), max_length=80)
    days_late = models.PositiveIntegerField(_("逾期天数"))
    times = models.PositiveSmallIntegerField(_("第几次列入"), default=1)

    class Meta:
        verbose_name = _("调度事项")
        verbose_name_plural = _("调度事项")
        ordering = ["-times", "-days_late", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "key"],
                name="cycle_item_once",
                violation_error_message=_("这件事已列入本期。"),
            )
        ]

    def __str__(self):
        return self.title

    @property
    def is_carried(self) -> bool:
        return self.times > 1


class NoticeQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_inbox(self, user):
        """Of the rows in scope, those addressed to the offices the user sits in and to the user's own seats."""
        seats = [holding for holding in user.live_holdings if user.may(Right.VIEW, holding.area_code)]
        return self.filter(
            Q(area_id__in=[seat.area_id for seat in seats]),
            Q(post__isnull=True) | Q(post_id__in=[seat.post_id for seat in seats]),
        )

    def unread(self):
        return self.filter(read_at__isnull=True)


class Notice(AreaBound):
    """A message to an office (or one of its seats), once per kind and period."""

    post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("岗位")
    )
    kind = models.CharField(_("种类"), max_length=40)
    period = models.CharField(_("期次"), max_length=40, db_collation="C")
    cycle = models.ForeignKey(
        Cycle, models.PROTECT, null=True, blank=True, related_name="notices", verbose_name=_("调度")
    )
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("办件")
    )
    body = models.CharField(_("内容"), max_length=300)
    created_at = models.DateTimeField(_("时间"), auto_now_add=True)
    read_at = models.DateTimeField(_("阅读时间"), null=True, blank=True, editable=False)
    read_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("阅读人"), editable=False
    )

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("通知")
        verbose_name_plural = _("通知")
        indexes = [
            models.Index(fields=["area_code", "created_at"], name="notice_area"),
            models.Index(fields=["area"], name="notice_unread", condition=Q(read_at__isnull=True)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "area", "post", "period"],
                nulls_distinct=False,
                name="notice_once",
                violation_error_message=_("这条通知已经发过。"),
            )
        ]

    def __str__(self):
        return self.body
