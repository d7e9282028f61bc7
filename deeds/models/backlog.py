from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from deeds.enums import MOSTLY_DONE_PERCENT, Cause, Instrument, Right
from deeds.states import HOME_STEPS, PROJECT_STEPS, SOLVED_STATES, HomeState, ProjectState
from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import User


class DeedProjectQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def in_ledger(self):
        return self.exclude(state=ProjectState.EXCLUDED)

    def for_list(self):
        return self.annotate(area_name=F("area__name"))

    def with_home_counts(self):
        """For one project or a few: its homes by state."""
        by_state = {
            f"{state}_homes": Count("homes", filter=Q(homes__state=state))
            for state in HomeState
            if state != HomeState.UNLISTED
        }
        return self.annotate(**by_state)


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
        return missing if self.obstacles.exists() else [*missing, _("至少一个堵点（责任单位和期限）")]

    def missing_to_solve(self) -> list[str]:
        still_open = self.obstacles.filter(closed_on__isnull=True)
        return [_("未销号的堵点：{}").format(Cause(item.cause).label) for item in still_open]

    def missing_to_mostly_finish(self) -> list[str]:
        counts = dict(self.homes.order_by().values_list("state").annotate(Count("pk")))
        listed = sum(counts.values()) - counts.get(HomeState.UNLISTED, 0)
        issued = counts.get(HomeState.ISSUED, 0)
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


class ProjectObstacleQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    AREA_FIELD = "project__area_code"

    def overdue_on(self, day: date):
        """Past their day and not closed by then: the same answer later as on that day."""
        return self.filter(due_on__lt=day).filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day))


class ProjectObstacle(models.Model):
    """What stands between a project and its first registration, and who clears it by when."""

    project = models.ForeignKey(DeedProject, models.PROTECT, related_name="obstacles", verbose_name=_("项目"))
    cause = models.CharField(_("成因"), max_length=3, choices=Cause)
    lead_office = models.CharField(_("责任单位"), max_length=80)
    instrument = models.CharField(_("办法"), max_length=20, choices=Instrument, blank=True)
    due_on = models.DateField(_("办结期限"))
    closed_on = models.DateField(_("销号日期"), null=True, blank=True)
    document = models.CharField(_("销号依据"), max_length=200, blank=True, help_text=_("文号或材料名称"))

    objects = ProjectObstacleQuerySet.as_manager()

    class Meta:
        verbose_name = _("堵点")
        verbose_name_plural = _("堵点")
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["due_on"], name="obstacle_open", condition=Q(closed_on__isnull=True))]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "cause"],
                condition=Q(closed_on__isnull=True),
                name="obstacle_open_once",
                violation_error_message=_("这个项目的同一成因已有未销号的堵点。"),
            ),
            models.CheckConstraint(
                name="obstacle_closed_with_document",
                condition=Q(closed_on__isnull=True) | ~Q(document=""),
                violation_error_message=_("销号要有依据，请填写文号或材料名称。"),
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.get_cause_display()}"

    @property
    def area_code(self) -> str:
        return self.project.area_code


class HomeQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def in_ledger(self):
        return self.filter(listed_on__isnull=False)

    def for_list(self):
        return self.annotate(project_name=F("project__name"))


class Home(AreaBound, Staged):
    """One home of a project, slim on purpose: a city has some hundred thousand. Its area is the project's."""

    STEPS = HOME_STEPS

    project = models.ForeignKey(
        DeedProject, models.PROTECT, related_name="homes", verbose_name=_("项目"), db_index=False
    )
    building = models.CharField(_("楼号"), max_length=10)
    unit = models.CharField(_("单元"), max_length=10, blank=True)
    room = models.CharField(_("房号"), max_length=10)
    state = models.CharField(
        _("状态"), max_length=12, choices=HomeState, default=HomeState.LISTED, editable=False
    )
    listed_on = models.DateField(_("纳入台账日期"), null=True, default=today, editable=False)
    solved_on = models.DateField(_("可办日期"), null=True, editable=False)
    registered_on = models.DateField(_("登簿日期"), null=True, editable=False)
    issued_on = models.DateField(_("发证日期"), null=True, editable=False)
    # The register of titles keeps the number; here its masked form is enough to tell papers apart.
    certificate_masked = models.CharField(_("证号"), max_length=40, blank=True, editable=False)

    objects = HomeQuerySet.as_manager()

    class Meta:
        verbose_name = _("住房")
        verbose_name_plural = _("住房")
        indexes = [models.Index(fields=["area_code", "listed_on"], name="home_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "building", "unit", "room"],
                name="home_once",
                violation_error_message=_("这个项目里已有这套房。"),
            ),
            models.CheckConstraint(
                name="home_solved_after_listed",
                condition=Q(solved_on__isnull=True)
                | Q(listed_on__isnull=False, solved_on__gte=F("listed_on")),
                violation_error_message=_("可办日期要在纳入台账之后。"),
            ),
            models.CheckConstraint(
                name="home_registered_after_solved",
                condition=Q(registered_on__isnull=True)
                | Q(solved_on__isnull=False, registered_on__gte=F("solved_on")),
                violation_error_message=_("登簿要在可以办证之后。"),
            ),
            models.CheckConstraint(
                name="home_issued_after_registered",
                condition=Q(issued_on__isnull=True)
                | Q(registered_on__isnull=False, issued_on__gte=F("registered_on")),
                violation_error_message=_("发证要在登簿之后，请先登簿。"),
            ),
            models.CheckConstraint(
                name="home_state_fits_days",
                condition=Q(state=HomeState.UNLISTED, listed_on__isnull=True)
                | Q(state=HomeState.LISTED, listed_on__isnull=False, solved_on__isnull=True)
                | Q(state=HomeState.SOLVED, solved_on__isnull=False, registered_on__isnull=True)
                | Q(state=HomeState.REGISTERED, registered_on__isnull=False, issued_on__isnull=True)
                | Q(state=HomeState.ISSUED, issued_on__isnull=False),
                violation_error_message=_("状态与各环节日期不一致。"),
            ),
        ]

    def __str__(self):
        unit = f"{self.unit}单元" if self.unit else ""
        return f"{self.building}号楼{unit}{self.room}室"

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        record(
            f"deeds.home.{step.name}",
            by=by,
            subject=self,
            before={"state": str(source)},
            after={"state": str(self.state)},
            reason=note,
        )
