from datetime import date, timedelta

import pgtrigger
from django.db import models
from django.db.models import BooleanField, Case, DateField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import Post, User
from property.enums.programmes import (
    DUE_SOON_DAYS,
    REASON_LENGTH,
    TEXT_LENGTH,
    CheckResult,
    ItemState,
    ProgrammeRight,
)
from property.models.progress import ItemProgress
from property.states.programmes import Standing, state_asked, state_of


class ProgrammeItemQuerySet(ScopedQuerySet):
    VIEW_RIGHT = ProgrammeRight.VIEW

    def listed_on(self, day: date):
        """Tasks there were on a day: added by then and not dropped."""
        return self.filter(Q(dropped_on__isnull=True) | Q(dropped_on__gt=day), added_on__lte=day)

    def in_force(self, day: date):
        """Those of programmes that were not closed by then."""
        closed_on = "category__programme__closed_on"
        running = Q(**{f"{closed_on}__isnull": True}) | Q(**{f"{closed_on}__gt": day})
        return self.listed_on(day).filter(running)

    def with_state(self, day: date):
        """The columns of `Standing` and the `state` of a day; `read_on` is that day."""
        standing = ItemProgress.objects.standing(day).filter(item=OuterRef("pk"))
        accepted = Case(When(result=CheckResult.ACCEPTED, checked_on__lte=day, then=True), default=False)
        moved = ItemChange.objects.filter(item=OuterRef("pk"), changed_on__gt=day, due_before__isnull=False)
        return self.annotate(
            read_on=Value(day, output_field=DateField()),
            percent=Coalesce(Subquery(standing.values("percent")[:1]), 0),
            is_accepted=Coalesce(
                Subquery(standing.annotate(_ok=accepted).values("_ok")[:1], output_field=BooleanField()),
                False,
            ),
            due_then=Coalesce(
                Subquery(moved.order_by("changed_on", "pk").values("due_before")[:1]), F("due_on")
            ),
            is_dropped=Case(When(dropped_on__lte=day, then=True), default=False),
        ).annotate(state=state_asked(day))

    def done(self, day: date):
        return self.in_force(day).with_state(day).filter(state=ItemState.DONE)

    def late(self, day: date):
        return self.in_force(day).with_state(day).filter(state=ItemState.LATE)

    def due_soon(self, day: date):
        """Not complete, and due within the next days."""
        return self.due_by(day + timedelta(days=DUE_SOON_DAYS), day).filter(due_then__gte=day)

    def due_by(self, last: date, day: date):
        """Not complete on a day, and due by another."""
        rows = self.in_force(day).with_state(day)
        return rows.filter(due_then__lte=last).exclude(state=ItemState.DONE)

    def to_check(self, day: date):
        """Those whose last line nobody had looked at by a day."""
        standing = ItemProgress.objects.standing(day).filter(item=OuterRef("pk"))
        waits = Case(When(checked_on__lte=day, then=False), default=True)
        last = Subquery(standing.annotate(_waits=waits).values("_waits")[:1], output_field=BooleanField())
        return self.alias(_waits=last).filter(_waits=True)

    def for_list(self, day: date):
        return self.with_state(day).annotate(
            area_name=F("area__name"),
            category_name=F("category__name"),
            programme_id=F("category__programme_id"),
            programme_name=F("category__programme__name"),
        )


class ProgrammeItem(AreaBound):
    """One task: who leads it, what counts as complete, by when. It lies where the leading office lies.

    `lead_office` is the office as a circular names it; `lead_post` is its seat here, if it has one.
    """

    category = models.ForeignKey(
        "property.ProgrammeCategory", models.PROTECT, related_name="items", verbose_name=_("类别")
    )
    title = models.CharField(_("任务"), max_length=120)
    lead_office = models.CharField(_("牵头单位"), max_length=80)
    lead_post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("牵头岗位")
    )
    co_offices = models.CharField(_("配合单位"), max_length=200, blank=True)
    standard = models.TextField(_("完成标准"), max_length=TEXT_LENGTH)
    evidence = models.CharField(_("佐证要求"), max_length=REASON_LENGTH, blank=True)
    due_on = models.DateField(_("完成期限"))
    added_on = models.DateField(_("列入日期"), default=today, editable=False)
    dropped_on = models.DateField(_("撤销日期"), null=True, blank=True, editable=False)
    drop_reason = models.CharField(_("撤销理由"), max_length=REASON_LENGTH, blank=True, editable=False)

    objects = ProgrammeItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("任务")
        verbose_name_plural = _("任务")
        indexes = [models.Index(fields=["area_code", "due_on"], name="programme_item_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["category", "title"],
                name="programme_item_once",
                violation_error_message=_("这个类别里已有同名任务。"),
            ),
            models.CheckConstraint(
                name="programme_item_drop_has_reason",
                condition=Q(dropped_on__isnull=True, drop_reason="")
                | Q(dropped_on__isnull=False) & ~Q(drop_reason=""),
                violation_error_message=_("撤销任务要写明理由。"),
            ),
        ]

    def __str__(self):
        return self.title

    def due_on_day(self, day: date) -> date:
        """The day it was due as a day knew it: later changes do not reach back."""
        later = [row for row in self.changes.all() if row.changed_on > day and row.due_before]
        return min(later, key=lambda row: (row.changed_on, row.pk)).due_before if later else self.due_on

    def standing_on(self, day: date) -> Standing:
        """What `with_state` says of one row, from its own lines and changes."""
        lines = [line for line in self.progress.all() if line.stands_on(day)]
        line = max(lines, key=lambda line: (line.day, line.pk), default=None)
        return Standing(
            day=day,
            due_then=self.due_on_day(day),
            percent=line.percent if line else 0,
            is_accepted=line is not None and line.is_accepted_on(day),
            is_dropped=self.dropped_on is not None and self.dropped_on <= day,
        )

    def state_on(self, day: date) -> ItemState:
        return state_of(self.standing_on(day))


class ItemChange(models.Model):
    """What was changed of a task and why, written once; `due_before` and `due_after` where its day was moved."""

    item = models.ForeignKey(ProgrammeItem, models.PROTECT, related_name="changes", verbose_name=_("任务"))
    changed_on = models.DateField(_("调整日期"), default=today)
    what = models.CharField(_("调整内容"), max_length=200)
    due_before = models.DateField(_("原期限"), null=True, blank=True)
    due_after = models.DateField(_("新期限"), null=True, blank=True)
    reason = models.CharField(_("理由"), max_length=REASON_LENGTH)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("调整人"), editable=False
    )

    class Meta:
        verbose_name = _("任务调整")
        verbose_name_plural = _("任务调整")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="programme_change_has_reason",
                condition=~Q(reason=""),
                violation_error_message=_("调整任务要写明理由。"),
            )
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return f"{self.item} {self.what}"
