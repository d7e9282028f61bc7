import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area, AreaBound
from governance.audit.actions import record
from governance.dispatch.enums import CycleKind, CycleState, Presence, Right
from governance.dispatch.states import CYCLE_STEPS
from governance.kernel.days import local_date, today
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import Post

ITEM_TITLE, ITEM_OWNER = 160, 80  # of a line of a cycle
# What issued minutes keep. A merger of areas moves them along with everything else.
_KEPT = (
    "kind", "period", "due_on", "late_count", "task_count", "carried_count", "closed_count", "state", "meets_on",
    "place", "chair_id", "issued_on", "issue_year", "issue_no", "content", "content_hash",
)  # fmt: skip


class CycleQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(area_name=F("area__name"), level_name=F("area__level__name"))


class Cycle(AreaBound, Staged):
    """One office's dispatch of one period: there is exactly one, and what it lists is frozen.

    Its meeting has minutes; once issued, `content` holds them word for word under `content_hash`.
    """

    STEPS = CYCLE_STEPS

    kind = models.CharField(_("种类"), max_length=10, choices=CycleKind)
    period = models.CharField(_("期次"), max_length=8, db_collation="C")
    due_on = models.DateField(_("应开日期"))
    created_at = models.DateTimeField(_("生成时间"), auto_now_add=True)
    late_count = models.PositiveIntegerField(_("逾期事项"), default=0)
    carried_count = models.PositiveIntegerField(_("上期未销"), default=0)
    task_count = models.PositiveIntegerField(_("未销的任务"), default=0)
    closed_count = models.PositiveIntegerField(_("上期已销"), default=0)
    state = models.CharField(
        _("状态"), max_length=10, choices=CycleState, default=CycleState.OPEN, editable=False
    )
    meets_on = models.DateField(_("开会日期"), null=True, blank=True)
    place = models.CharField(_("地点"), max_length=100, blank=True)
    chair = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("主持岗位")
    )
    issued_on = models.DateField(_("印发日期"), null=True, blank=True, editable=False)
    issue_year = models.PositiveSmallIntegerField(_("印发年度"), null=True, blank=True, editable=False)
    issue_no = models.PositiveSmallIntegerField(_("印发期号"), null=True, blank=True, editable=False)
    content = models.JSONField(_("印发内容"), null=True, blank=True, editable=False)
    content_hash = models.CharField(_("内容校验值"), max_length=64, blank=True, editable=False)

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
            ),
            models.UniqueConstraint(
                fields=["area", "kind", "issue_year", "issue_no"],
                name="cycle_issue_no_once",
                violation_error_message=_("这个期号已经用过。"),
            ),
            models.CheckConstraint(
                name="cycle_meets_after_due",
                condition=Q(meets_on__isnull=True) | Q(meets_on__gte=F("due_on")),
                violation_error_message=_("开会日期不能早于这一期的应开日期。"),
            ),
            models.CheckConstraint(
                name="cycle_held_has_day",
                condition=Q(state=CycleState.OPEN) | Q(meets_on__isnull=False),
                violation_error_message=_("登记开会要有开会日期。"),
            ),
            models.CheckConstraint(
                name="cycle_issued_whole",
                condition=Q(
                    state=CycleState.ISSUED,
                    issued_on__isnull=False,
                    issue_year__isnull=False,
                    issue_no__isnull=False,
                    content__isnull=False,
                )
                & ~Q(content_hash="")
                | ~Q(state=CycleState.ISSUED)
                & Q(issued_on__isnull=True, issue_no__isnull=True, content__isnull=True, content_hash=""),
                violation_error_message=_("印发的纪要要有日期、期号和内容。"),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name=name,
                operation=operation,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(old__state=CycleState.ISSUED),
                func="RAISE EXCEPTION 'issued minutes stay as they are';",
            )
            for name, operation in (
                ("issued_stays", pgtrigger.UpdateOf(*_KEPT)),
                ("issued_is_kept", pgtrigger.Delete),
            )
        ]

    def __str__(self):
        return f"{self.area} {self.period} {self.get_kind_display()}"

    @property
    def name(self) -> str:
        return str(self)

    @property
    def was_missed(self) -> bool:
        """Whether it was made up for later than its day."""
        return local_date(self.created_at) > self.due_on

    @property
    def is_issued(self) -> bool:
        return self.state == CycleState.ISSUED

    def missing_to_hold(self) -> list[str]:
        if self.meets_on is None:
            return [_now("登记开会的日期和地点")]
        missing = [_now("等到开会那天")] if self.meets_on > today() else []
        attended = self.attendances.filter(presence=Presence.PRESENT).exists()
        return missing if attended else [*missing, _now("登记到会单位")]

    def missing_to_issue(self) -> list[str]:
        said = self.points.exclude(minutes="").exists() or self.actions.exists()
        return [] if said else [_now("记下议程的纪要或者定下任务")]

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        record(
            f"dispatch.cycle.{step.name}",
            by=by,
            subject=self,
            before={"state": str(source)},
            after={"state": str(self.state), "meets_on": self.meets_on, "hash": self.content_hash},
            reason=note,
        )


class CycleItemQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    AREA_FIELD = "cycle__area_code"

    def for_list(self):
        return self.annotate(
            cycle_period=F("cycle__period"), cycle_kind=F("cycle__kind"), area_name=F("cycle__area__name")
        )


class CycleItem(models.Model):
    """One thing that was late, or a task still open, on the day of the cycle; `times` counts the cycles running
    it stood in, `first_on` is the day of the first."""

    cycle = models.ForeignKey(
        Cycle, models.PROTECT, related_name="items", verbose_name=_("调度"), db_index=False
    )
    key = models.CharField(_("事项键"), max_length=60)
    topic = models.CharField(_("类别"), max_length=40)
    title = models.CharField(_("事项"), max_length=ITEM_TITLE)
    url = models.CharField(_("链接"), max_length=200)
    owner = models.CharField(_("责任单位"), max_length=ITEM_OWNER, blank=True)
    owner_area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("责任单位所在区划")
    )
    action = models.ForeignKey(
        "dispatch.ActionItem",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="listings",
        verbose_name=_("调度任务"),
    )
    lag = models.CharField(_("差多少"), max_length=80)
    days_late = models.PositiveIntegerField(_("逾期天数"))
    times = models.PositiveSmallIntegerField(_("第几次列入"), default=1)
    first_on = models.DateField(_("首次列入日期"), null=True, blank=True)

    objects = CycleItemQuerySet.as_manager()

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
        triggers = [pgtrigger.Protect(name="item_stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return self.title

    @property
    def is_carried(self) -> bool:
        return self.times > 1
