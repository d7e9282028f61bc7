from django.db import models
from django.db.models import CharField, Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce, Concat, Now, NullIf
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.casework.enums import NOTE_LENGTH, OrderKind, OrderRating, Right, WhistleNeed
from governance.casework.kinds import kinds
from governance.casework.models.case import Case
from governance.casework.states import ORDER_STEPS, SENDERS_STEPS, STEPS_OF, WAITING, OrderState
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import Post, User

OUTCOME_LENGTH = 2000


def _office(name: str):
    """A seat in words, as its own `__str__` has it."""
    title = Coalesce(NullIf(F(f"{name}__title"), Value("")), F(f"{name}__role__name"))
    return Concat(F(f"{name}__area__name"), Value(" "), title, output_field=CharField())


class WorkOrderQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_user(self, user):
        """Orders over cases in sight, and those sent to or by a seat of one's own, wherever the case lies."""
        if not user.is_authenticated or not user.may(Right.VIEW):
            return self.none()
        in_area = Q()
        for reach in user.reaches(Right.VIEW):
            in_area |= self._rows_of(reach, user)
        seen = Exists(Case.objects.for_user(user).filter(pk=OuterRef("case_id")))
        return self.filter(self._of_seats(user) | (in_area & Q(seen)))

    @staticmethod
    def _of_seats(user) -> Q:
        """Orders of one's own seats; those over a restricted case only with the right to see such cases."""
        seats = [seat.post_id for seat in user.seats]
        open_to_me = Q(case__is_restricted=False)
        for kind in kinds().values():
            if kind.restricted_right and user.may(kind.restricted_right):
                open_to_me |= Q(case__kind=kind.kind)
        return (Q(to_post__in=seats) | Q(from_post__in=seats)) & open_to_me

    def waiting(self):
        """Orders the called office has not answered yet."""
        return self.filter(state__in=WAITING)

    def late(self, now=None):
        return self.waiting().filter(respond_by__lt=now or timezone.now())

    def sent_to(self, user):
        return self.filter(to_post__in=[seat.post_id for seat in user.seats])

    def sent_by(self, user):
        return self.filter(from_post__in=[seat.post_id for seat in user.seats])

    def for_list(self):
        return self.annotate(
            case_number=F("case__number"),
            case_title=F("case__title"),
            from_office=_office("from_post"),
            to_office=_office("to_post"),
        )

    def for_page(self):
        return self.select_related(
            "case__area",
            "case__owner_area",
            "from_post__area",
            "from_post__role",
            "to_post__area",
            "to_post__role",
            "sent_by",
        )


class WorkOrder(Staged, AreaBound):
    """工单: one office asks another over a case: to help, to take it over, or to come (吹哨报到).

    It lies where its case lies. The case keeps its owner and its clock until a transfer is taken over.
    Both offices judge the other in the end (双考核); who came is a name in words, nobody is rated.
    """

    STEPS = ORDER_STEPS

    case = models.ForeignKey(Case, models.CASCADE, related_name="orders", verbose_name=_("办件"))
    kind = models.CharField(_("方式"), max_length=10, choices=OrderKind)
    from_post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="orders_sent", verbose_name=_("发出单位")
    )
    to_post = models.ForeignKey(
        Post, models.PROTECT, related_name="orders_received", verbose_name=_("接收单位")
    )
    sent_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("发出人")
    )
    reason = models.TextField(_("事由"), max_length=NOTE_LENGTH)
    sent_at = models.DateTimeField(_("发出时间"), db_default=Now(), editable=False)
    respond_by = models.DateTimeField(_("答复期限"))
    state = models.CharField(
        _("状态"), max_length=10, choices=OrderState, default=OrderState.OFFERED, editable=False
    )
    arrived_at = models.DateTimeField(_("到场时间"), null=True, blank=True)
    attendee = models.CharField(_("到场人"), max_length=40, blank=True)
    outcome = models.TextField(_("办理结果"), max_length=OUTCOME_LENGTH, blank=True)
    answered_at = models.DateTimeField(_("答复时间"), null=True, blank=True)
    ended_note = models.TextField(_("退回、撤回的理由"), max_length=NOTE_LENGTH, blank=True)
    rating = models.CharField(
        _("对承办单位的评价"), max_length=10, choices=OrderRating, blank=True, default=""
    )
    need = models.CharField(_("对吹哨的评价"), max_length=10, choices=WhistleNeed, blank=True, default="")

    objects = WorkOrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("工单")
        verbose_name_plural = _("工单")
        indexes = [
            models.Index(fields=["area_code", "respond_by"], name="order_area"),
            models.Index(fields=["to_post", "respond_by"], name="order_to"),
            models.Index(fields=["from_post", "respond_by"], name="order_from"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "to_post"],
                condition=Q(state__in=sorted(WAITING)),
                name="order_waiting_once",
                violation_error_message=_("这个单位还有一张没有答复的工单。"),
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state__in=sorted(WAITING), kind=OrderKind.TRANSFER),
                name="order_one_transfer",
                violation_error_message=_("已经有一张移交工单在等待答复。"),
            ),
            models.CheckConstraint(
                name="order_two_offices",
                condition=Q(from_post__isnull=True) | ~Q(from_post=F("to_post")),
                violation_error_message=_("发出单位和接收单位不能是同一个岗位。"),
            ),
            models.CheckConstraint(
                name="order_answered_has_moment",
                condition=~Q(state=OrderState.ANSWERED) | Q(answered_at__isnull=False),
                violation_error_message=_("已答复的工单要有答复时间。"),
            ),
        ]

    def __str__(self):
        return f"{self.case.number} {self.get_kind_display()} {self.to_post}"

    @property
    def is_late(self) -> bool:
        """Whether the called office should have answered by now."""
        return self.state in WAITING and self.respond_by < timezone.now()

    def seat_for(self, step_name: str) -> int | None:
        """The seat a step is for: the one that sent the order or the one that was called."""
        return self.from_post_id if step_name in SENDERS_STEPS else self.to_post_id

    def barred(self, step: Step, user) -> str:
        if step.name not in STEPS_OF[self.kind]:
            return _now("{kind}的工单没有“{step}”这一步。").format(
                kind=self.get_kind_display(), step=step.label
            )
        if self.seat_for(step.name) in {seat.post_id for seat in user.seats}:
            return ""
        office = self.from_post if step.name in SENDERS_STEPS else self.to_post
        return _now("这一步由{office}办理。").format(office=office or _now("发出单位"))

    def missing_to_answer(self) -> list[str]:
        missing = [] if self.outcome.strip() else [_now("写明办理结果")]
        if self.kind != OrderKind.WHISTLE:
            return missing
        wanted = (
            (self.arrived_at, _now("填写到场时间")),
            (self.attendee.strip(), _now("填写到场人姓名")),
            (self.need, _now("评价吹哨是否必要")),
        )
        return missing + [words for given, words in wanted if not given]

    def missing_to_rate(self) -> list[str]:
        return [] if self.rating else [_now("评价承办单位")]

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        self.case.note(f"order_{step.name}", by=by, note=note)
        record(
            f"order.{step.name}",
            by=by,
            subject=self,
            before={"state": source},
            after={"state": self.state, "rating": self.rating, "need": self.need},
            reason=note,
        )
