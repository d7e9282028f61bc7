import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.files.models import Attachment
from governance.kernel.days import today
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.wording import listed
from grids.enums.pocket import Verdict
from grids.enums.rights import Right
from grids.enums.visits import (
    FARTHEST_RETURN,
    HANDED_ON,
    NOTE_LENGTH,
    Companion,
    NeedKind,
    VisitKind,
    VisitOutcome,
    Way,
)
from grids.models.roster import Household
from grids.states.needs import NEED_STEPS, NeedState


class VisitQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    OWN_FIELD = "worker"

    def for_list(self):
        return self.annotate(area_name=F("area__name"), worker_name=F("worker__name"))


class Visit(AreaBound):
    """A contact with a household or at a place, by whatever way and at whatever hour. Written once.

    `client_uuid` is made where the visit is written down, so sending it again never makes a second one.
    """

    client_uuid = models.UUIDField(_("登记编号"), unique=True, default=uuid.uuid4)
    content_hash = models.CharField(_("内容摘要"), max_length=64, editable=False)
    worker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="visits", verbose_name=_("走访人")
    )
    household = models.ForeignKey(
        Household, models.PROTECT, null=True, blank=True, related_name="visits", verbose_name=_("住户")
    )
    place = models.CharField(_("地点"), max_length=80, blank=True)
    kind = models.CharField(_("走访类型"), max_length=20, choices=VisitKind, default=VisitKind.ROUTINE)
    way = models.CharField(_("方式"), max_length=10, choices=Way, default=Way.DOOR)
    outcome = models.CharField(_("结果"), max_length=10, choices=VisitOutcome)
    note = models.CharField(_("备注"), max_length=NOTE_LENGTH, blank=True)
    companions = ArrayField(
        models.CharField(max_length=20, choices=Companion),
        verbose_name=_("同行人员"),
        default=list,
        blank=True,
    )
    return_on = models.DateField(_("约定回访日期"), null=True, blank=True)
    latitude = models.DecimalField(_("纬度"), max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(_("经度"), max_digits=9, decimal_places=6, null=True, blank=True)
    photos = models.ManyToManyField(Attachment, related_name="visits", verbose_name=_("照片"), blank=True)
    visited_at = models.DateTimeField(_("走访时间"))
    visited_on = models.DateField(_("走访日期"), help_text=_("走访时间的本地日期"))
    captured_at = models.DateTimeField(_("登记时间"))
    synced_at = models.DateTimeField(_("送达时间"), db_default=Now(), editable=False)

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("走访")
        verbose_name_plural = _("走访")
        indexes = [
            models.Index(fields=["area_code", "visited_on"], name="grids_visit_area"),
            models.Index(fields=["-visited_on", "-id"], name="grids_visit_day"),
            models.Index(fields=["worker", "-visited_on", "-id"], name="grids_visit_worker"),
            models.Index(fields=["household", "-visited_on"], name="grids_visit_household"),
            models.Index(
                fields=["household"], name="grids_visit_promise", condition=Q(return_on__isnull=False)
            ),
            models.Index(
                fields=["area_code", "visited_on"],
                name="grids_visit_eventful",
                condition=Q(outcome__in=HANDED_ON),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="grids_visit_somewhere",
                condition=Q(household__isnull=False) | ~Q(place=""),
                violation_error_message=_("请选择住户，或写明地点。"),
            ),
            models.CheckConstraint(
                name="grids_visit_position_whole",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                violation_error_message=_("位置要同时有经度和纬度，请重新点一次“登记位置”，或不登记。"),
            ),
            models.CheckConstraint(
                name="grids_visit_return_ahead",
                condition=Q(return_on__isnull=True)
                | Q(return_on__gt=F("visited_on"), return_on__lte=F("visited_on") + FARTHEST_RETURN),
                violation_error_message=_("约定回访日期要在走访之后的半年以内，请重新选择。"),
            ),
        ]

    def __str__(self):
        return f"{self.visited_on} {self.get_outcome_display()}"

    @property
    def companions_words(self) -> str:
        return listed(Companion(kind).label for kind in self.companions)


class VisitConflictQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.ROSTER

    def unreviewed(self):
        return self.filter(reviewed_at__isnull=True)

    def noted(self):
        """Those whose second version stands beside the first as an addition."""
        return self.filter(verdict=Verdict.NOTED)

    def for_list(self):
        return self.annotate(area_name=F("area__name"), sender_name=F("sender__name"))


class VisitConflict(AreaBound):
    """A second version of a visit already received, kept until somebody has looked at both."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="conflicts", verbose_name=_("走访"))
    sender = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("提交人")
    )
    content = models.JSONField(_("第二份内容"))
    content_hash = models.CharField(_("内容摘要"), max_length=64)
    received_at = models.DateTimeField(_("收到时间"), db_default=Now())
    reviewed_at = models.DateTimeField(_("核对时间"), null=True, blank=True)
    verdict = models.CharField(_("核对结果"), max_length=10, choices=Verdict, blank=True)

    objects = VisitConflictQuerySet.as_manager()

    class Meta:
        verbose_name = _("走访冲突")
        verbose_name_plural = _("走访冲突")
        indexes = [
            models.Index(fields=["area_code", "received_at"], name="grids_conflict_area"),
            models.Index(fields=["-received_at", "-id"], name="grids_conflict_received"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["visit", "content_hash"], name="grids_conflict_version_once"),
            models.CheckConstraint(
                name="grids_conflict_verdict_when_reviewed",
                condition=Q(reviewed_at__isnull=True, verdict="")
                | Q(reviewed_at__isnull=False, verdict__in=Verdict.values),
            ),
        ]

    def __str__(self):
        return str(self.visit_id)


class NeedRequestQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    OWN_FIELD = "worker"

    def open(self):
        return self.filter(state=NeedState.OPEN)

    def for_list(self):
        return self.annotate(area_name=F("area__name"), worker_name=F("worker__name"))


class NeedRequest(Staged, AreaBound):
    """What a resident asked for, and what became of it. Closed is not solved: the outcome says which."""

    STEPS = NEED_STEPS

    visit = models.ForeignKey(
        Visit, models.PROTECT, null=True, blank=True, related_name="needs", verbose_name=_("来自走访")
    )
    household = models.ForeignKey(
        Household, models.PROTECT, null=True, blank=True, related_name="needs", verbose_name=_("住户")
    )
    worker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="needs", verbose_name=_("登记人")
    )
    kind = models.CharField(_("诉求类别"), max_length=20, choices=NeedKind, default=NeedKind.OTHER)
    text = models.CharField(_("诉求内容"), max_length=NOTE_LENGTH)
    state = models.CharField(
        _("状态"), max_length=12, choices=NeedState, default=NeedState.OPEN, editable=False
    )
    opened_on = models.DateField(_("提出日期"), default=today)
    closed_on = models.DateField(_("办结日期"), null=True, blank=True)
    solved_on = models.DateField(_("解决日期"), null=True, blank=True)
    outcome_note = models.CharField(_("办理结果"), max_length=NOTE_LENGTH, blank=True)
    reopened_count = models.PositiveSmallIntegerField(_("重新办理次数"), default=0)
    reopened_on = models.DateField(_("重新办理日期"), null=True, blank=True)
    reopen_note = models.CharField(_("没解决的情况"), max_length=NOTE_LENGTH, blank=True)

    objects = NeedRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("居民诉求")
        verbose_name_plural = _("居民诉求")
        indexes = [
            models.Index(fields=["area_code", "opened_on"], name="grids_need_area"),
            models.Index(fields=["area_code", "solved_on"], name="grids_need_solved"),
            models.Index(fields=["-opened_on", "-id"], name="grids_need_day"),
        ]
        constraints = [
            models.CheckConstraint(
                name="grids_need_solved_has_day",
                condition=Q(state=NeedState.SOLVED, solved_on__isnull=False)
                | (~Q(state=NeedState.SOLVED) & Q(solved_on__isnull=True)),
            ),
            models.CheckConstraint(
                name="grids_need_closed_has_day",
                condition=Q(state=NeedState.OPEN, closed_on__isnull=True)
                | (~Q(state=NeedState.OPEN) & Q(closed_on__isnull=False)),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.pk}"

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        record(
            f"grids.{step.name}_need",
            by=by,
            subject=self,
            before={"state": source},
            after={"state": self.state},
        )
