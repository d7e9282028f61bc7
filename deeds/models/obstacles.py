from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from deeds.enums import NEAR_DAYS, Cause, Clock, Instrument, Right
from deeds.models.backlog import DeedProject
from governance.files.models import Attachment
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet


class ProjectObstacleQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    AREA_FIELD = "project__area_code"

    def for_list(self):
        return self.annotate(
            project_name=F("project__name"), project_area_code=F("project__area_code"),
            area_name=F("project__area__name"),
        )  # fmt: skip

    def at(self, clock: str, day: date):
        """Those that stand so by the clock of a day; `Clock.of` says the same of one."""
        still = self.filter(closed_on__isnull=True)
        return {
            Clock.CLOSED: self.filter(closed_on__isnull=False),
            Clock.LATE: still.filter(due_on__lt=day),
            Clock.NEAR: still.filter(due_on__range=(day, day + timedelta(days=NEAR_DAYS))),
            Clock.ON_TIME: still.filter(due_on__gt=day + timedelta(days=NEAR_DAYS)),
        }[clock]

    def overdue_on(self, day: date):
        """Past their day and not closed by then: the same answer later as on that day."""
        return self.due_by(day - timedelta(days=1), day)

    def due_by(self, last: date, day: date):
        """Not closed on a day, and due by another."""
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day), due_on__lte=last)


class ProjectObstacle(models.Model):
    """What stands between a project and its first registration, and who clears it by when."""

    project = models.ForeignKey(DeedProject, models.PROTECT, related_name="obstacles", verbose_name=_("项目"))
    cause = models.CharField(_("成因"), max_length=3, choices=Cause)
    lead_office = models.CharField(_("责任单位"), max_length=80)
    instrument = models.CharField(_("办法"), max_length=20, choices=Instrument, blank=True)
    due_on = models.DateField(_("办结期限"))
    closed_on = models.DateField(_("销号日期"), null=True, blank=True)
    document = models.CharField(_("销号依据"), max_length=200, blank=True, help_text=_("文号或材料名称"))

    documents = models.ManyToManyField(Attachment, related_name="+", blank=True, verbose_name=_("材料照片"))
    raised_to = models.CharField(_("提级到"), max_length=80, blank=True, db_default="", default="")
    raised_on = models.DateField(_("提级日期"), null=True, blank=True, editable=False)
    raise_reason = models.CharField(_("提级理由"), max_length=500, blank=True, db_default="", default="")

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
    def clock(self) -> Clock:
        return Clock.of(self.due_on, self.closed_on, today())

    @property
    def days_left(self) -> int:
        return (self.due_on - today()).days

    @property
    def area_code(self) -> str:
        return self.project.area_code
