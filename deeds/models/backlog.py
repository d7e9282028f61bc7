from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from deeds.enums import MOSTLY_DONE_PERCENT, Cause, Right
from deeds.states import (
    HELD_STATES,
    HOMES_WITH_DEED,
    PROJECT_STEPS,
    SOLVED_STATES,
    WORKING_STATES,
    HomeState,
    ProjectState,
)
from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import User


class DeedProjectQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def in_ledger(self):
        """The old backlog: what was taken off it does not count, nor what came after the cut-off day."""
        return self.filter(is_new=False).exclude(state=ProjectState.EXCLUDED)

    def unsolved(self):
        """Those that still have to be worked on, old and new ones."""
        return self.filter(state__in=(ProjectState.LISTED, *WORKING_STATES, *HELD_STATES))

    def for_list(self):
        return self.annotate(area_name=F("area__name"))


class DeedProject(AreaBound, Staged):
    """A compound whose homes could not get their deeds. Solved (解决) is not issued: both are counted."""

    STEPS = PROJECT_STEPS

    name = models.CharField(_("项目"), max_length=80)
    developer = models.CharField(_("开发单位"), max_length=120, blank=True)
    causes = ArrayField(
        models.CharField(max_length=3, choices=Cause), verbose_name=_("成因"), default=list, blank=True
    )
    lead_office = models.CharField(_("牵头单位"), max_length=80, blank=True)
    state = models.CharField(
        _("状态"), max_length=20, choices=ProjectState, default=ProjectState.LISTED, editable=False
    )
    listed_on = models.DateField(_("纳入台账日期"), default=today)
    solved_on = models.DateField(_("解决日期"), null=True, blank=True, editable=False)
    finished_on = models.DateField(
        _("最后一栋竣工日期"), null=True, blank=True, help_text=_("不清楚的可以不填")
    )
    is_new = models.BooleanField(_("新增"), db_default=False, default=False, editable=False)
    raised_to = models.CharField(_("提请协调的上级单位"), max_length=80, blank=True, db_default="")
    raised_on = models.DateField(_("提级日期"), null=True, blank=True, editable=False)

    objects = DeedProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("办证难项目")
        verbose_name_plural = _("办证难项目")
        indexes = [models.Index(fields=["area_code", "listed_on"], name="deed_project_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "name"],
                name="deed_project_once",
                violation_error_message=_("这个区划下已有同名项目，请直接在原项目上办理。"),
            ),
            models.CheckConstraint(
                name="deed_project_causes_known",
                condition=Q(causes__contained_by=Cause.values),
                violation_error_message=_("成因代码只能是 C1–C9 或 C99。"),
            ),
            models.CheckConstraint(
                name="deed_project_solved_has_day",
                condition=Q(state__in=SOLVED_STATES, solved_on__isnull=False)
                | (~Q(state__in=SOLVED_STATES) & Q(solved_on__isnull=True)),
                violation_error_message=_("完成首次登记的项目要有解决日期，没有完成的不能有。"),
            ),
            models.CheckConstraint(
                name="deed_project_solved_after_listed",
                condition=Q(solved_on__isnull=True) | Q(solved_on__gte=F("listed_on")),
                violation_error_message=_("解决日期不能早于纳入台账的日期。"),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_solved(self) -> bool:
        return self.state in SOLVED_STATES

    @property
    def cause_labels(self) -> list[str]:
        return [f"{code} {Cause(code).label}" for code in self.causes]

    def missing_to_diagnose(self) -> list[str]:
        return [] if self.causes else [_("至少一个成因")]

    def missing_to_approve_plan(self) -> list[str]:
        missing = [] if self.lead_office else [_("牵头单位")]
        plan = getattr(self, "plan", None)
        missing += plan.missing() if plan else [_("一项目一策方案")]
        return missing if self.obstacles.exists() else [*missing, _("至少一个堵点（责任单位和期限）")]

    def missing_to_solve(self) -> list[str]:
        still_open = self.obstacles.filter(closed_on__isnull=True)
        return [_("未销号的堵点：{}").format(Cause(item.cause).label) for item in still_open]

    def missing_to_mostly_finish(self) -> list[str]:
        counts = dict(self.homes.order_by().values_list("state").annotate(Count("pk")))
        listed = sum(counts.values()) - counts.get(HomeState.UNLISTED, 0)
        issued = sum(counts.get(state, 0) for state in HOMES_WITH_DEED)
        if issued * 100 >= listed * MOSTLY_DONE_PERCENT:
            return []
        return [
            _("已发证 {issued} 套，不到 {listed} 套的 {share}%").format(
                issued=issued, listed=listed, share=MOSTLY_DONE_PERCENT
            )
        ]

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        ProjectMove.objects.create(
            project=self, step=step.name, source=source, target=self.state, by=by, note=note
        )
        record(
            f"deeds.project.{step.name}",
            by=by,
            subject=self,
            before={"state": str(source)},
            after={"state": str(self.state)},
            reason=note,
        )


class ProjectMove(models.Model):
    """The timeline of a project, append-only."""

    project = models.ForeignKey(DeedProject, models.PROTECT, related_name="moves", verbose_name=_("项目"))
    step = models.CharField(_("步骤"), max_length=20)
    source = models.CharField(_("原状态"), max_length=20, choices=ProjectState)
    target = models.CharField(_("新状态"), max_length=20, choices=ProjectState)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("办理人"))
    note = models.CharField(_("说明"), max_length=500, blank=True)
    at = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        verbose_name = _("项目进展")
        verbose_name_plural = _("项目进展")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.project} {self.get_target_display()}"
