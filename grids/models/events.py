import hmac

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from governance.casework.enums import LimitUnit, Outcome
from governance.casework.models import Case
from governance.files.models import Attachment
from governance.kernel.masking import mask_name, mask_phone
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.sealing import BlindIndexField, Sealed, SealedField, blind_index
from governance.people.models import Role
from grids.enums.events import EventGrade, EventSatisfaction
from grids.enums.rights import EventRight
from grids.models.roster import Household
from grids.models.visits import Visit


class EventCategoryQuerySet(models.QuerySet):
    def for_user(self, user):
        """The catalogue is one for all who deal with events."""
        return self.all() if user.is_authenticated and user.may(EventRight.VIEW) else self.none()

    def for_list(self):
        return self.annotate(parent_name=F("parent__name"), role_name=F("handler_role__name"))

    def reportable(self):
        """What can be reported, classes and what lies in them."""
        return self.filter(is_open=True, follow_up="")


class EventCategory(models.Model):
    """What can be reported: classes (E01) and what lies in them (E0101). A class's limit and seat hold below it too."""

    code = models.CharField(_("代码"), max_length=6, primary_key=True)
    name = models.CharField(_("名称"), max_length=40)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("大类")
    )
    grade = models.PositiveSmallIntegerField(_("默认等级"), choices=EventGrade, default=EventGrade.ORDINARY)
    amount = models.PositiveSmallIntegerField(_("处置时限"), null=True, blank=True)
    unit = models.CharField(_("时限单位"), max_length=4, choices=LimitUnit, default=LimitUnit.DAY)
    basis = models.CharField(_("时限依据"), max_length=200, blank=True)
    handler_role = models.ForeignKey(
        Role, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("建议承办岗位")
    )
    is_open = models.BooleanField(_("可上报"), default=True)
    needs_joint_verification = models.BooleanField(_("回单前要联合核实"), default=False)
    follow_up = models.CharField(
        _("转办去向"), max_length=20, blank=True, help_text=_("不作为事件办理，改为登记别的办件，如纠纷")
    )
    hint = models.CharField(_("提示"), max_length=200, blank=True)

    objects = EventCategoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("事件类别")
        verbose_name_plural = _("事件类别")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="event_category_limit_positive",
                condition=Q(amount__isnull=True) | Q(amount__gte=1),
                violation_error_message=_("处置时限至少是 1。"),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def limit(self) -> "EventCategory | None":
        """The category whose limit holds: its own, or its class's; None leaves it to the deadline rules."""
        return next((c for c in (self, self.parent) if c is not None and c.amount), None)

    @property
    def suggested_role_id(self) -> int | None:
        return self.handler_role_id or (self.parent.handler_role_id if self.parent else None)


class EventCounted(models.TextChoices):
    """What an event may count for; see `indicators`, which says the same in SQL."""

    FILED = "filed", _("立案")
    ON_TIME = "on_time", _("按期办结")
    DUE = "due", _("应办结")
    SELF_HANDLED = "self_handled", _("自办")
    REOPENED = "reopened", _("重办")


_FILED = Q(case__accepted_on__isnull=False)
_ENDED = Q(case__outcome__in=[Outcome.RESOLVED, Outcome.UNSOLVED])
_LATE = Q(case__late_on__isnull=False)
_COUNTED = {
    EventCounted.FILED: _FILED,
    EventCounted.ON_TIME: _FILED & _ENDED & ~_LATE,
    EventCounted.DUE: _FILED & (_ENDED | _LATE) & ~Q(case__outcome=Outcome.MERGED),
    EventCounted.SELF_HANDLED: ~_FILED & Q(case__outcome=Outcome.RESOLVED),
    EventCounted.REOPENED: Q(case__reopened_count__gt=0),
}

# The columns of lists, API and files: the case's own under their own names.
_OF_CASE = (
    "number", "title", "place", "area_code", "source", "state", "outcome", "registered_on", "accepted_on",
    "due_at", "late_on", "paused_at", "resolved_on", "closed_on", "returned_count", "reopened_count",
    "changed_at", "version",
)  # fmt: skip


class EventQuerySet(ScopedQuerySet):
    VIEW_RIGHT = EventRight.VIEW
    AREA_FIELD = "case__area_code"

    def counted(self, what: str):
        """The events behind a figure."""
        return self.filter(_COUNTED[what])

    def open(self):
        return self.filter(case__closed_on__isnull=True)

    def reported_by(self, user):
        """What a person handed in."""
        return self.filter(case__registered_by=user)

    def for_list(self):
        """With the columns of a list, to be read by `.values()`."""
        return self.annotate(
            **{name: F(f"case__{name}") for name in _OF_CASE},
            area_name=F("case__area__name"),
            category_name=F("category__name"),
            owner_name=F("case__owner_area__name"),
        )

    def for_page(self):
        return self.select_related(
            "case__area",
            "case__owner_area",
            "case__owner_post__role",
            "case__owner_post__area",
            "case__registered_by",
            "case__level",
            "category__parent",
            "household",
            "main__case",
        )


class Event(models.Model):
    """What is particular to an event; number, place, owner, state and clock are the case's."""

    case = models.OneToOneField(
        Case, models.CASCADE, primary_key=True, related_name="event", verbose_name=_("办件")
    )
    category = models.ForeignKey(
        EventCategory, models.PROTECT, related_name="events", verbose_name=_("事件类别")
    )
    grade = models.PositiveSmallIntegerField(_("等级"), choices=EventGrade, default=EventGrade.ORDINARY)
    household = models.ForeignKey(
        Household, models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("住户")
    )
    visit = models.ForeignKey(
        Visit, models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("来自走访")
    )
    main = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="doubles", verbose_name=_("合并到")
    )
    desk_area = models.ForeignKey(
        "areas.Area", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("分派单位")
    )
    answer = models.TextField(_("给上报人的答复"), max_length=1000, blank=True)
    left_at_feedback = models.IntegerField(_("回单时剩余"), null=True, blank=True, editable=False)
    satisfaction = models.CharField(_("评价"), max_length=20, choices=EventSatisfaction, blank=True)
    rating_note = models.CharField(_("评价说明"), max_length=500, blank=True)
    photos = models.ManyToManyField(
        Attachment, related_name="reported_events", blank=True, verbose_name=_("照片")
    )
    result_photos = models.ManyToManyField(
        Attachment, related_name="settled_events", blank=True, verbose_name=_("处置后照片")
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("事件")
        verbose_name_plural = _("事件")
        indexes = [models.Index(fields=["category", "case"], name="event_category")]
        constraints = [
            models.CheckConstraint(
                name="event_not_its_own_double",
                condition=Q(main__isnull=True) | ~Q(main=F("case")),
                violation_error_message=_("事件不能合并到自己。"),
            )
        ]

    def __str__(self):
        return str(self.case)

    @property
    def area_code(self) -> str:
        return self.case.area_code

    def lacking(self, step: str) -> list[str]:
        """What a step lacks that its own form does not ask for."""
        return self.unverified() if step == "feedback" else []

    def unverified(self) -> list[str]:
        if self.category.needs_joint_verification and not self.verifications.exists():
            return [_("先登记现场联合核实记录")]
        return []

    def missing_to_dispatch(self) -> list[str]:
        return [] if self.case.owner_post_id else [_("选择承办岗位")]

    def missing_to_merge(self) -> list[str]:
        return [] if self.main_id else [_("选择合并到哪一件")]

    def missing_to_feedback(self) -> list[str]:
        unanswered = [] if self.answer.strip() else [_("写明办理结果，作为给上报人的答复")]
        return unanswered + self.unverified()

    def missing_to_rate(self) -> list[str]:
        return [] if self.satisfaction else [_("选择满意程度")]


class EventReporter(Sealed):
    """Who told of an event, or asked to follow it. Names are masked on screens, the number is sealed."""

    SEALED = {"phone": mask_phone}

    event = models.ForeignKey(Event, models.CASCADE, related_name="reporters", verbose_name=_("事件"))
    name = models.CharField(_("称呼"), max_length=40, blank=True)
    phone_sealed = SealedField(_("电话"))
    phone_masked = models.CharField(_("电话"), max_length=20, blank=True, editable=False)
    phone_index = BlindIndexField()
    phone_tail_index = BlindIndexField()
    added_at = models.DateTimeField(_("登记时间"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("上报人")
        verbose_name_plural = _("上报人")
        ordering = ["id"]

    def __str__(self):
        return self.shown_name

    @property
    def shown_name(self) -> str:
        return mask_name(self.name)

    @property
    def area_code(self) -> str:
        return self.event.area_code

    def seal_value(self, name: str, value: str) -> None:
        super().seal_value(name, value)
        self.phone_tail_index = self._tail_index(value)

    def answers_to(self, tail: str) -> bool:
        """Whether the phone left ends in these four digits. The hash is the row's own: equal tails look different."""
        return bool(self.phone_tail_index) and hmac.compare_digest(
            self.phone_tail_index, self._tail_index(tail)
        )

    def _tail_index(self, phone: str) -> str:
        digits = "".join(letter for letter in phone if letter.isdigit())
        return blind_index("phone_tail", f"{self.seal_id}:{digits[-4:]}") if len(digits) >= 4 else ""
