from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from deeds.enums import Right, UndertakingKind
from deeds.models.backlog import DeedProject
from deeds.models.home_steps import note_step
from deeds.states import (
    HELD_HOMES,
    HOME_STEPS,
    HOMES_UNDER_WAY,
    HomeState,
    UndertakingState,
)
from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet


class DeedBuilding(models.Model):
    """A building of a project. Its homes bear its number; the database lets no home stand without one."""

    project = models.ForeignKey(
        DeedProject, models.PROTECT, related_name="buildings", verbose_name=_("项目"), db_index=False
    )
    number = models.CharField(_("楼号"), max_length=10)
    finished_on = models.DateField(_("竣工日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("楼栋")
        verbose_name_plural = _("楼栋")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "number"],
                name="deed_building_once",
                violation_error_message=_("这个项目里已有这栋楼。"),
            )
        ]

    def __str__(self):
        return f"{self.number}号楼"

    @property
    def area_code(self) -> str:
        return self.project.area_code


DOOR_ORDER = ("building_length", "building", "unit", "room_length", "room", "id")


class HomeQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def in_ledger(self):
        return self.filter(listed_on__isnull=False)

    def with_door(self):
        """For `DOOR_ORDER`: building 2 before 10, room 901 before 1001."""
        return self.annotate(building_length=Length("building"), room_length=Length("room"))

    def for_list(self):
        """`days_to_issue` is how long the home waited from its listing to its deed."""
        waited = Func(
            "issued_on", "listed_on", function="", arg_joiner=" - ", output_field=models.IntegerField()
        )
        return self.annotate(project_name=F("project__name"), days_to_issue=waited)


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
    delivered_on = models.DateField(_("送达日期"), null=True, editable=False)
    is_new = models.BooleanField(_("新增"), db_default=False, default=False, editable=False)
    unit_no = models.CharField(
        _("不动产单元号"), max_length=28, blank=True, db_default="", default="",
        help_text=_("28 位；有了它，同一套房不会列入两个项目"),
    )  # fmt: skip
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
            models.UniqueConstraint(
                fields=["unit_no"],
                condition=~Q(unit_no=""),
                name="home_unit_once",
                violation_error_message=_("这套房（不动产单元号）已列入另一个项目，一套房只列一次，请核对。"),
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
                name="home_delivered_after_issued",
                condition=Q(delivered_on__isnull=True)
                | Q(issued_on__isnull=False, delivered_on__gte=F("issued_on")),
                violation_error_message=_("送达要在发证之后。"),
            ),
            models.CheckConstraint(
                name="home_state_fits_days",
                condition=Q(state=HomeState.UNLISTED, listed_on__isnull=True)
                | Q(state=HomeState.LISTED, listed_on__isnull=False, solved_on__isnull=True)
                | Q(
                    state__in=(*HOMES_UNDER_WAY, *HELD_HOMES),
                    solved_on__isnull=False,
                    registered_on__isnull=True,
                )
                | Q(state=HomeState.REGISTERED, registered_on__isnull=False, issued_on__isnull=True)
                | Q(state=HomeState.ISSUED, issued_on__isnull=False, delivered_on__isnull=True)
                | Q(state=HomeState.DELIVERED, delivered_on__isnull=False),
                violation_error_message=_("状态与各环节日期不一致。"),
            ),
        ]

    def __str__(self):
        unit = f"{self.unit}单元" if self.unit else ""
        return f"{self.building}号楼{unit}{self.room}室"

    @property
    def name(self) -> str:
        return str(self)

    def missing_to_issue(self) -> list[str]:
        """What was let pass for the time being has to be there before the deed leaves the house."""
        waiting = self.undertakings.filter(kind=UndertakingKind.CONDITIONAL, state=UndertakingState.OPEN)
        return [_("容缺的材料：{}").format(row.what) for row in waiting]

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        note_step(self.project, step, [(self.pk, source, self.state)], by=by, note=note)
        record(
            f"deeds.home.{step.name}",
            by=by,
            subject=self,
            before={"state": str(source)},
            after={"state": str(self.state)},
            reason=note,
        )
