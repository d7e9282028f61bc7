from datetime import UTC, datetime

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound, AreaLevel
from governance.areas.spelling import initials_of
from governance.audit.actions import record
from governance.casework.enums import (
    NEAR_DUE,
    SUMMARY_LENGTH,
    ClockState,
    Grade,
    Kind,
    Limit,
    LimitUnit,
    Outcome,
    Right,
    Source,
)
from governance.casework.kinds import CaseKind, kinds
from governance.casework.models.clock import DeadlineRule
from governance.casework.models.sight import SightQuerySet
from governance.kernel.bigrams import answering, number_question, question
from governance.kernel.days import today
from governance.kernel.lifecycle import Staged, Step
from governance.people.models import Post, User

# Where a case without a running clock stands in the queue: after all others.
NO_CLOCK = datetime(9999, 12, 31, tzinfo=UTC)
QUEUE_READS = (
    "number", "kind", "title", "state", "version", "grade", "due_at", "paused_at", "closed_on", "queue_at",
    "area_code", "is_joint", "returned_count", "area__name", "area__code", "owner_area__name", "owner_area__code",
    "owner_post__title", "owner_post__role__name", "owner_post__area__name",
)  # fmt: skip


class CaseQuerySet(SightQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_user(self, user):
        """The rows in scope, without the kinds that take a right of their own the user does not hold."""
        rows = super().for_user(user)
        if not user.is_authenticated:
            return rows
        hidden = [kind.kind for kind in kinds().values() if kind.view_right and not user.may(kind.view_right)]
        return rows.exclude(kind__in=hidden) if hidden else rows

    def open(self):
        return self.filter(closed_on__isnull=True)

    def running(self):
        """Open cases whose clock runs."""
        return self.open().filter(paused_at__isnull=True, due_at__isnull=False)

    def ticking(self, now: datetime):
        """Open cases whose clock runs and has something to do by `now`."""
        return self.filter(closed_on__isnull=True, paused_at__isnull=True, tick_at__lte=now)

    def overdue(self, now: datetime):
        return self.running().filter(due_at__lt=now)

    def in_clock_state(self, clock: str, now: datetime):
        """Cases whose `clock_state` is `clock` at `now`."""
        if clock == ClockState.PAUSED:
            return self.open().filter(paused_at__isnull=False)
        if clock == ClockState.STOPPED:
            return self.filter(Q(closed_on__isnull=False) | Q(paused_at__isnull=True, due_at__isnull=True))
        spans = {
            ClockState.OVERDUE: Q(due_at__lt=now),
            ClockState.NEAR: Q(due_at__gte=now, due_at__lt=now + NEAR_DUE),
            ClockState.ON_TIME: Q(due_at__gte=now + NEAR_DUE),
        }
        return self.running().filter(spans[clock])

    def search(self, text: str):
        """By number, code, two or more characters of title, place or summary, initials, a party's name."""
        return answering(self, "search", question(text))

    def search_number(self, mark: str):
        """By the mark of a party's telephone or ID number."""
        return answering(self, "search", number_question(mark))

    def for_list(self):
        return self.defer("search", "initials", "keywords").select_related(
            "area", "owner_area", "owner_post__role", "owner_post__area"
        )

    def for_queue(self):
        """What a line of the queue says and `CaseKind.barred` reads, and no column more."""
        return self.select_related("area", "owner_area", "owner_post__role", "owner_post__area").only(
            *QUEUE_READS
        )


class Case(AreaBound, Staged):
    """One matter of any kind: number, place, owner, state, clock. Its own row (a dispute, an event) says the rest.

    A case belongs to a seat (`owner_post`), so it does not leave with a person. `area` is where it
    lies, as deep as known; `owner_area` whose turn it is. The database makes `search` of its words, whatever
    wrote them; `keywords` are the pieces that an app above adds (see `kernel.bigrams`).
    """

    number = models.CharField(_("编号"), max_length=20, unique=True, editable=False)
    public_code = models.CharField(_("查询码"), max_length=10, unique=True, editable=False)
    kind = models.CharField(_("类别"), max_length=10, choices=Kind)
    source = models.CharField(_("来源"), max_length=10, choices=Source, default=Source.WINDOW)
    title = models.CharField(_("名称"), max_length=100)
    place = models.CharField(_("地点"), max_length=100, blank=True)
    summary = models.TextField(_("简述"), max_length=SUMMARY_LENGTH, blank=True)
    owner_area = models.ForeignKey(
        "areas.Area", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("承办单位所在")
    )
    owner_post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="cases", verbose_name=_("承办岗位")
    )
    level = models.ForeignKey(AreaLevel, models.PROTECT, related_name="+", verbose_name=_("办理层级"))
    follow_up_area = models.ForeignKey(
        "areas.Area", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("回访单位所在")
    )
    lead_post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("包案领导岗位")
    )
    grade = models.PositiveSmallIntegerField(_("督办"), choices=Grade, default=Grade.NORMAL)
    state = models.CharField(_("状态"), max_length=20)
    is_joint = models.BooleanField(_("联调联处"), default=False)
    is_restricted = models.BooleanField(_("限定可见"), default=False, db_default=False)
    registered_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("登记人")
    )
    registered_on = models.DateField(_("登记日期"), default=today)
    accepted_on = models.DateField(_("受理日期"), null=True, blank=True)
    accept_due_on = models.DateField(_("受理限期"), null=True, blank=True)
    accept_late_on = models.DateField(_("受理超期日期"), null=True, blank=True)
    due_at = models.DateTimeField(_("限期"), null=True, blank=True)
    limit = models.CharField(
        _("限期环节"), max_length=10, choices=Limit, blank=True, default="", db_default=""
    )
    rule = models.ForeignKey(
        DeadlineRule, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("时限规则")
    )
    limit_began_at = models.DateTimeField(_("限期从何时算起"), null=True, blank=True)
    tick_at = models.DateTimeField(_("计时下次动作"), null=True, blank=True, editable=False)
    limit_unit = models.CharField(_("限期单位"), max_length=4, choices=LimitUnit, default=LimitUnit.DAY)
    limit_amount = models.PositiveSmallIntegerField(_("限期长短"), null=True, blank=True)
    handle_due_at = models.DateTimeField(_("办结限期"), null=True, blank=True)
    late_on = models.DateField(_("办结超期日期"), null=True, blank=True)
    paused_at = models.DateTimeField(_("中止时间"), null=True, blank=True)
    remaining = models.IntegerField(_("中止时剩余"), null=True, blank=True)
    resume_on = models.DateField(_("预计恢复"), null=True, blank=True)
    outcome = models.CharField(_("结果"), max_length=10, choices=Outcome, blank=True, default="")
    resolved_on = models.DateField(_("化解日期"), null=True, blank=True)
    closed_on = models.DateField(_("结案日期"), null=True, blank=True)
    followed_up_on = models.DateField(_("回访日期"), null=True, blank=True)
    satisfaction = models.CharField(_("回访满意度"), max_length=20, blank=True, default="", db_default="")
    relapsed_on = models.DateField(_("化解后反复日期"), null=True, blank=True)
    returned_count = models.PositiveSmallIntegerField(_("退回次数"), default=0)
    reopened_count = models.PositiveSmallIntegerField(_("重办次数"), default=0)
    version = models.PositiveIntegerField(_("版本"), default=1)
    client_uuid = models.UUIDField(_("提交编号"), null=True, blank=True, unique=True, editable=False)
    content_digest = models.CharField(_("提交内容摘要"), max_length=64, blank=True, editable=False)
    changed_at = models.DateTimeField(_("最近变动"), auto_now=True)
    initials = models.CharField(
        _("拼音首字母"), max_length=162, blank=True, default="", db_default="", editable=False
    )
    keywords = models.TextField(_("检索词"), blank=True, default="", db_default="", editable=False)
    search = models.GeneratedField(
        verbose_name=_("检索"),
        db_persist=True,
        output_field=SearchVectorField(),
        expression=Func(
            "number", "public_code", "title", "place", "summary", "initials", "keywords",
            function="casework_words",
        ),
    )  # fmt: skip
    queue_at = models.GeneratedField(
        verbose_name=_("排队时间"),
        db_persist=True,
        output_field=models.DateTimeField(),
        expression=models.Case(
            When(paused_at__isnull=True, closed_on__isnull=True, due_at__isnull=False, then=F("due_at")),
            default=Func(Value(NO_CLOCK.timestamp()), function="to_timestamp"),
            output_field=models.DateTimeField(),
        ),
    )

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("办件")
        verbose_name_plural = _("办件")
        indexes = [
            models.Index(fields=["area_code", "accepted_on"], name="case_area_accepted"),
            models.Index(fields=["area_code", "registered_on"], name="case_area_registered"),
            models.Index(
                # What a list is narrowed by most: it tells the page without the rows themselves.
                fields=["area_code"],
                include=["registered_on", "state", "kind", "is_restricted", "id"],
                name="case_area_narrowed",
            ),
            models.Index(
                fields=["area_code", "queue_at", "id"], name="case_area_queue", condition=Q(closed_on=None)
            ),
            models.Index(fields=["queue_at", "id"], name="case_queue", condition=Q(closed_on=None)),
            GinIndex(fields=["search"], name="case_search"),
            models.Index(fields=["owner_post", "queue_at"], name="case_owner", condition=Q(closed_on=None)),
            models.Index(fields=["area_code"], name="case_restricted", condition=Q(is_restricted=True)),
            models.Index(
                fields=["tick_at", "id"], name="case_tick", condition=Q(closed_on=None, paused_at=None)
            ),
            models.Index(
                fields=["accept_due_on"],
                name="case_accept_sweep",
                condition=Q(accept_late_on=None, accepted_on=None, closed_on=None),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="case_resolved_has_day",
                condition=Q(outcome=Outcome.RESOLVED, resolved_on__isnull=False)
                | (~Q(outcome=Outcome.RESOLVED) & Q(resolved_on__isnull=True)),
                violation_error_message=_("已化解的办件要有化解日期，其他结果不能有。"),
            ),
            models.CheckConstraint(
                name="case_closed_has_outcome",
                condition=Q(closed_on__isnull=True) | ~Q(outcome=""),
                violation_error_message=_("结案要写明结果。"),
            ),
            models.CheckConstraint(
                name="case_paused_keeps_remainder",
                condition=Q(paused_at__isnull=True, remaining__isnull=True) | Q(paused_at__isnull=False),
                violation_error_message=_("中止的办件要记下剩余期限。"),
            ),
            models.CheckConstraint(
                name="case_kind_known",
                condition=Q(kind__in=Kind.values),
                violation_error_message=_("不认识的办件类别。"),
            ),
        ]

    # The row as a verb has locked and read it, until it moves: nothing is read twice under one lock.
    as_locked: "Case | None" = None

    def __str__(self):
        return self.number if self.is_restricted else f"{self.number} {self.title}"

    def save(self, *args, **kwargs):
        fields = kwargs.get("update_fields")
        if fields is None or {"title", "place"} & {*fields}:
            self.initials = initials_of(self.title, self.place)
            kwargs["update_fields"] = fields and {*fields, "initials"}
        super().save(*args, **kwargs)

    @property
    def of_kind(self) -> CaseKind | None:
        """What the kind brings along; None while no app has registered it."""
        return kinds().get(self.kind)

    @property
    def STEPS(self) -> dict[str, Step]:
        return self.of_kind.steps if self.of_kind else {}

    @property
    def detail(self):
        """The row of the kind: the dispute, the event."""
        return getattr(self, self.of_kind.detail)

    def get_state_display(self) -> str:
        known = self.of_kind.states if self.of_kind else ()
        return known(self.state).label if self.state in known else self.state

    def barred(self, step: Step, user) -> str:
        return self.of_kind.barred(self, step, user) if self.of_kind else ""

    def missing_to(self, step: Step) -> list[str]:
        return getattr(self.detail, f"missing_to_{step.name}", list)()

    def clock_state(self, now: datetime | None = None) -> str:
        """Where the clock stands: over, near, on time, paused, or not running at all."""
        now = now or timezone.now()
        if self.closed_on is not None:
            return ClockState.STOPPED
        if self.paused_at is not None:
            return ClockState.PAUSED
        if self.due_at is None:
            return ClockState.STOPPED
        if self.due_at < now:
            return ClockState.OVERDUE
        return ClockState.NEAR if self.due_at < now + NEAR_DUE else ClockState.ON_TIME

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        self.note(step.name, by=by, note=note, from_state=source, to_state=self.state)
        record(
            f"{self.kind}.{step.name}",
            by=by,
            subject=self,
            before={"state": source},
            after={"state": self.state, "outcome": self.outcome},
            reason=note,
        )

    def note(self, kind: str, *, by, note: str = "", from_state: str = "", to_state: str = "") -> None:
        """Add a line to the timeline. `by` None is the system itself."""
        self.actions.create(
            kind=kind,
            from_state=from_state or self.state,
            to_state=to_state or self.state,
            actor=by,
            post_label=getattr(by, "post_label", "")[:120],
            note=note,
        )


class CaseCounter(models.Model):
    """The last number given in a county to a kind on a day. Numbers may have gaps, never doubles."""

    area6 = models.CharField(_("县区代码"), max_length=6)
    kind = models.CharField(_("类别"), max_length=10, choices=Kind)
    day = models.DateField(_("日期"))
    last = models.PositiveIntegerField(_("已用到"), default=0)

    class Meta:
        verbose_name = _("编号计数")
        verbose_name_plural = _("编号计数")
        constraints = [
            models.UniqueConstraint(fields=["area6", "kind", "day"], name="case_counter_once"),
        ]

    def __str__(self):
        return f"{self.area6} {self.kind} {self.day}: {self.last}"
