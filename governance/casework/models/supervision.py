"""What is said to an office about a case it has: 督办 with or without a card, and the letter of warning.

Never to a person: who gave, answered or lifted it is named, who is meant is an office.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.casework.enums import NOTE_LENGTH, SUMMARY_LENGTH, Grade, Limit, Right
from governance.casework.models.case import Case
from governance.casework.models.clock import DeadlineRule
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import User


class ToOfficeQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_user(self, user):
        """What went to offices in scope about cases the user may see."""
        return super().for_user(user).filter(case__in=Case.objects.for_user(user))

    def for_list(self):
        return self.select_related("area", "case").annotate(
            area_name=F("area__name"), case_number=F("case__number")
        )


class SupervisionQuerySet(ToOfficeQuerySet):
    def open(self):
        return self.filter(lifted_on__isnull=True)


class Supervision(AreaBound):
    """督办 of the office that has a case: plain, with a yellow or with a red card.

    Given by a rule (`rule`, `limit` and the day it ended) or by an officer above (`given_by`, `demand`). The
    office answers what it does about it; whoever may supervise lifts it. `area` is the office.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="supervisions", verbose_name=_("办件"))
    grade = models.PositiveSmallIntegerField(_("等级"), choices=Grade)
    rule = models.ForeignKey(
        DeadlineRule, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("时限规则")
    )
    limit = models.CharField(_("超期环节"), max_length=10, choices=Limit, blank=True)
    limit_ended_on = models.DateField(_("限期止于"), null=True, blank=True)
    given_on = models.DateField(_("发出日期"), default=today)
    given_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("督办人")
    )
    demand = models.TextField(_("督办要求"), max_length=NOTE_LENGTH)
    reply_by = models.DateField(_("答复期限"), null=True, blank=True)
    answer = models.TextField(_("整改说明"), max_length=NOTE_LENGTH, blank=True)
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("答复人")
    )
    lifted_on = models.DateField(_("解除日期"), null=True, blank=True)
    lifted_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("解除人")
    )
    lift_reason = models.CharField(_("解除理由"), max_length=500, blank=True)

    objects = SupervisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("督办")
        verbose_name_plural = _("督办")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["area_code", "given_on"], name="supervision_area"),
            models.Index(fields=["case"], name="supervision_open", condition=Q(lifted_on=None)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "area", "grade", "limit", "limit_ended_on"],
                condition=Q(limit_ended_on__isnull=False),
                name="supervision_card_once",
                violation_error_message=_("同一限期的同一等级只记一次。"),
            ),
            models.CheckConstraint(
                name="supervision_lifted_has_reason",
                condition=Q(lifted_on__isnull=True) | ~Q(lift_reason=""),
                violation_error_message=_("解除督办要写明理由。"),
            ),
            models.CheckConstraint(
                name="supervision_answered_has_words",
                condition=Q(answered_on__isnull=True) | ~Q(answer=""),
                violation_error_message=_("答复要写明整改情况。"),
            ),
        ]

    def __str__(self):
        return f"{self.case.number} {self.get_grade_display()}"


class WarningLetter(AreaBound):
    """预警函 to the head of the office that has a case of high risk."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="letters", verbose_name=_("办件"))
    number = models.CharField(_("编号"), max_length=20, unique=True, editable=False)
    text = models.TextField(_("内容"), max_length=SUMMARY_LENGTH)
    sent_on = models.DateField(_("发出日期"), default=today)
    sent_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("发出人")
    )
    read_at = models.DateTimeField(_("阅读时间"), null=True, blank=True)
    read_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("阅读人")
    )
    answer = models.TextField(_("答复"), max_length=NOTE_LENGTH, blank=True)
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("答复人")
    )

    objects = ToOfficeQuerySet.as_manager()

    class Meta:
        verbose_name = _("预警函")
        verbose_name_plural = _("预警函")
        ordering = ["-id"]
        indexes = [models.Index(fields=["area_code", "sent_on"], name="letter_area")]
        constraints = [
            models.CheckConstraint(
                name="letter_answered_has_words",
                condition=Q(answered_on__isnull=True) | ~Q(answer=""),
                violation_error_message=_("答复要写明怎么办。"),
            ),
        ]

    def __str__(self):
        return self.number
