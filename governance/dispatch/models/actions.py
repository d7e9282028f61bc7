from datetime import date

import pgtrigger
from django.contrib.postgres.aggregates import StringAgg
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.dispatch.enums import ActionState, Right
from governance.dispatch.models.cycles import ITEM_OWNER, Cycle, CycleItem
from governance.dispatch.models.meetings import AgendaPoint
from governance.dispatch.states import ACTION_STEPS, PENDING
from governance.dispatch.states.actions import SETTERS_STEPS
from governance.files.models import Attachment
from governance.kernel.days import today
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.wording import listed
from governance.people.models import Post, User

TASK, STANDARD, EVIDENCE = 300, 200, 1000
_ENDED = (ActionState.CLOSED, ActionState.WITHDRAWN)


def _of_offices(user) -> Q:
    """Rows of the offices a user sits in, less what is meant for another seat there."""
    seats = user.seats
    return Q(area_id__in=[seat.area_id for seat in seats]) & (
        Q(post__isnull=True) | Q(post_id__in=[seat.post_id for seat in seats])
    )


def _co_names():
    """The offices that help with a task, in the order they were named."""
    rows = CoOffice.objects.filter(item=OuterRef("pk")).order_by().values("item")
    return rows.annotate(names=StringAgg("name", "、", order_by="pk")).values("names")


class ActionItemQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def pending_on(self, day: date):
        """Decided by the day and not struck off or withdrawn by then."""
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day), decided_on__lte=day)

    def overdue_on(self, day: date):
        return self.pending_on(day).filter(due_on__lt=day)

    def rectifications_on(self, day: date):
        """What supervision on the spot found by the day, less what was withdrawn by then."""
        withdrawn = Q(state=ActionState.WITHDRAWN, ended_on__lte=day)
        return self.filter(check_found__isnull=False, decided_on__lte=day).exclude(withdrawn)

    def cleared_on(self, day: date):
        return self.filter(state=ActionState.CLOSED, ended_on__lte=day)

    def of_offices(self, user):
        """Those the offices owe that the user sits in, or help with, less what is meant for another seat there."""
        return self.filter(_of_offices(user) | Q(pk__in=CoOffice.objects.of_offices(user).values("item")))

    def helped_by(self, user):
        """Those the user's offices only help with."""
        return self.filter(pk__in=CoOffice.objects.of_offices(user).values("item"))

    def _rows_of(self, reach, user):
        """An office that helps sees the task wherever it lies."""
        helping = CoOffice.objects.reached_by([reach], user)
        return super()._rows_of(reach, user) | Q(pk__in=helping.values("item"))

    def carried(self):
        """Those that stood in a later cycle than the one they come from."""
        return self.filter(Exists(CycleItem.objects.filter(action=OuterRef("pk"))))

    def for_list(self):
        return self.annotate(
            area_name=F("area__name"),
            cycle_period=F("cycle__period"),
            cycle_kind=F("cycle__kind"),
            set_by=F("cycle__area__name"),
            listed_times=Count("listings"),
            co_names=Coalesce(Subquery(_co_names()), F("co_offices"), output_field=models.TextField()),
        )

    def for_page(self):
        rows = self.select_related(
            "area", "post__area", "post__role", "cycle__area", "point", "item", "picture"
        )
        return rows.prefetch_related("co_rows")


class ActionItem(AreaBound, Staged):
    """What a meeting asks of an office (调度任务): it lies where the owner is, and stands first in each next
    cycle of the same office until it is struck off with evidence."""

    STEPS = ACTION_STEPS

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="actions", verbose_name=_("调度"))
    point = models.ForeignKey(
        AgendaPoint, models.PROTECT, null=True, blank=True, related_name="actions", verbose_name=_("议题")
    )
    item = models.ForeignKey(
        CycleItem, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("来自事项")
    )
    text = models.CharField(_("任务"), max_length=TASK)
    standard = models.CharField(_("完成标准"), max_length=STANDARD, blank=True)
    post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("责任岗位")
    )
    co_offices = models.CharField(
        _("配合单位（旧）"),
        max_length=200,
        blank=True,
        editable=False,
        help_text=_("从前手写的配合单位，只供查看"),
    )
    decided_on = models.DateField(_("定下日期"))
    due_on = models.DateField(_("完成期限"))
    state = models.CharField(
        _("状态"), max_length=10, choices=ActionState, default=ActionState.OPEN, editable=False
    )
    evidence = models.TextField(_("办理结果和依据"), max_length=EVIDENCE, blank=True)
    picture = models.ForeignKey(
        Attachment, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("图片")
    )
    ended_on = models.DateField(_("销号、撤销日期"), null=True, blank=True, editable=False)

    objects = ActionItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("调度任务")
        verbose_name_plural = _("调度任务")
        indexes = [models.Index(fields=["area_code", "due_on"], name="action_area")]
        constraints = [
            models.CheckConstraint(
                name="action_due_after_meeting",
                condition=Q(due_on__gte=F("decided_on")),
                violation_error_message=_("完成期限不能早于开会日期，请改期限。"),
            ),
            models.CheckConstraint(
                name="action_ended_has_day",
                condition=Q(state__in=_ENDED, ended_on__isnull=False)
                | ~Q(state__in=_ENDED) & Q(ended_on__isnull=True),
                violation_error_message=_("销号、撤销要有日期。"),
            ),
            models.CheckConstraint(
                name="action_closed_with_evidence",
                condition=~Q(state=ActionState.CLOSED) | ~Q(evidence="") | Q(picture__isnull=False),
                violation_error_message=_("销号要有依据：写明办理结果，或者附一张图片。"),
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def name(self) -> str:
        return self.text

    @property
    def owner(self) -> str:
        return str(self.post) if self.post else self.area.name

    @property
    def helpers(self) -> str:
        """The offices that help, in words; of earlier tasks what was written by hand."""
        return listed(row.name for row in self.co_rows.all()) or self.co_offices

    @property
    def key(self) -> str:
        """Its lasting name across cycles."""
        return f"action:{self.pk}"

    @property
    def is_pending(self) -> bool:
        return self.state in PENDING

    @property
    def is_overdue(self) -> bool:
        return self.is_pending and self.due_on < today()

    def barred(self, step: Step, user) -> str:
        if step.name not in SETTERS_STEPS or user.may(Right.MANAGE, self.cycle.area_code):
            return ""
        return _now("任务由{office}定下，也由{office}{step}；本单位请先报结。").format(
            office=self.cycle.area.name, step=step.label
        )

    def missing_to_report(self) -> list[str]:
        return self._evidence()

    def missing_to_close(self) -> list[str]:
        return self._evidence()

    def _evidence(self) -> list[str]:
        shown = self.evidence.strip() or self.picture_id
        return [] if shown else [_now("写明办理结果和依据，或者附一张图片")]

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        told = note or (self.evidence if step.name in ("report", "close") else "")
        ActionMove.objects.create(item=self, step=step.name, text=told, by=by)
        record(
            f"dispatch.action.{step.name}",
            by=by,
            subject=self,
            before={"state": str(source)},
            after={"state": str(self.state), "ended_on": self.ended_on},
            reason=note,
        )


class CoOfficeQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def of_offices(self, user):
        return self.filter(_of_offices(user))


class CoOffice(AreaBound):
    """An office, or one seat of it, that helps with a task (配合单位). It sees the task; the owner reports."""

    item = models.ForeignKey(
        ActionItem, models.PROTECT, related_name="co_rows", verbose_name=_("调度任务"), db_index=False
    )
    post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("配合岗位")
    )
    name = models.CharField(_("配合单位"), max_length=ITEM_OWNER)

    objects = CoOfficeQuerySet.as_manager()

    class Meta:
        verbose_name = _("配合单位")
        verbose_name_plural = _("配合单位")
        ordering = ["pk"]
        indexes = [models.Index(fields=["area_code", "item"], name="co_office_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "area", "post"],
                nulls_distinct=False,
                name="co_office_once",
                violation_error_message=_("这个单位已经是配合单位。"),
            )
        ]

    def __str__(self):
        return self.name


class ActionMove(models.Model):
    """One line of how a task went: reported with what, returned why. Written once."""

    item = models.ForeignKey(ActionItem, models.PROTECT, related_name="moves", verbose_name=_("调度任务"))
    step = models.CharField(_("步骤"), max_length=10)
    text = models.TextField(_("说明"), max_length=EVIDENCE, blank=True)
    at = models.DateTimeField(_("时间"), auto_now_add=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("经办人"))

    class Meta:
        verbose_name = _("调度任务办理记录")
        verbose_name_plural = _("调度任务办理记录")
        ordering = ["pk"]
        triggers = [pgtrigger.Protect(name="move_stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return f"{self.step} {self.at:%Y-%m-%d}"
