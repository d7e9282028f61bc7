from datetime import date

from django.db import models
from django.db.models import Count, F, Max, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.dispatch.enums import ActionState, Right
from governance.dispatch.models.actions import ActionItem
from governance.dispatch.models.cycles import Cycle
from governance.dispatch.models.meetings import TITLE, with_its_cycle
from governance.kernel.scope import ScopedQuerySet

SUBJECT, VALUE, FINDING = 80, 100, 200
_CHECKED = Q(checks__verified__gt="") | Q(checks__finding__gt="")
_CLEARED = Q(checks__action__state=ActionState.CLOSED)


class SupervisionVisitQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(
            area_name=F("area__name"),
            cycle_period=F("cycle__period"),
            finding_count=Count("checks__action"),
            cleared_count=Count("checks__action", filter=_CLEARED),
        )

    def by_subject(self, cycle: Cycle, day: date) -> list[dict]:
        """Projects and offices visited for a cycle: what was found there so far, and what of it is cleared."""
        return list(
            self.filter(cycle__kind=cycle.kind, cycle__area=cycle.area, cycle__period__lte=cycle.period)
            .values("subject")
            .annotate(
                now=Count("pk", filter=Q(cycle=cycle)),
                checked=Count("checks", filter=_CHECKED),
                last_on=Max("visited_on"),
                found=Count("checks__action", filter=~Q(checks__action__state=ActionState.WITHDRAWN)),
                cleared=Count("checks__action", filter=_CLEARED),
                overdue=Count(
                    "checks__action",
                    filter=Q(checks__action__ended_on__isnull=True, checks__action__due_on__lt=day),
                ),
            )
            .filter(now__gt=0)
            .order_by("subject")
        )


class SupervisionVisit(AreaBound):
    """现场督导: a cycle's visit to a project or an office; it lies where that is."""

    cycle = models.ForeignKey(
        Cycle, models.PROTECT, related_name="visits", verbose_name=_("调度"), db_index=False
    )
    subject = models.CharField(_("项目或者单位"), max_length=SUBJECT)
    visited_on = models.DateField(_("督导日期"))

    objects = SupervisionVisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("现场督导")
        verbose_name_plural = _("现场督导")
        indexes = [models.Index(fields=["area_code", "-visited_on"], name="supervision_visit_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "subject"],
                name="supervision_visit_once",
                violation_error_message=_("这个项目或者单位本期已经登记过督导。"),
            )
        ]
        triggers = with_its_cycle()

    def __str__(self):
        return self.subject

    @property
    def name(self) -> str:
        return self.subject


class VisitCheck(models.Model):
    """A point of the checklist: what was reported, what was verified, what is wrong; a fault becomes a task."""

    visit = models.ForeignKey(
        SupervisionVisit, models.PROTECT, related_name="checks", verbose_name=_("现场督导"), db_index=False
    )
    position = models.PositiveSmallIntegerField(_("序号"))
    title = models.CharField(_("检查内容"), max_length=TITLE)
    hint = models.CharField(_("要点"), max_length=200, blank=True)
    reported = models.CharField(_("上报的情况"), max_length=VALUE, blank=True)
    verified = models.CharField(_("核实的情况"), max_length=VALUE, blank=True)
    finding = models.CharField(_("发现的问题"), max_length=FINDING, blank=True)
    action = models.OneToOneField(
        ActionItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="check_found",
        verbose_name=_("整改任务"),
    )

    class Meta:
        verbose_name = _("督导检查项")
        verbose_name_plural = _("督导检查项")
        ordering = ["visit", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "position"],
                name="visit_check_once",
                violation_error_message=_("这个序号已经有内容。"),
            ),
            models.CheckConstraint(
                name="visit_check_fault_is_task",
                condition=Q(finding="", action__isnull=True) | ~Q(finding="") & Q(action__isnull=False),
                violation_error_message=_("发现问题要定整改任务。"),
            ),
        ]

    def __str__(self):
        return self.title
