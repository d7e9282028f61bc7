"""What a company must put right after an assessment, and the cards it is shown when it does not."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.casework.models import Case
from governance.files.models import Attachment
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import User
from property.enums.assessment import REASON_LENGTH, TEXT_LENGTH, AssessmentRight, CardGrade
from property.models.assessments import Assessment
from property.models.companies import PropertyCompany
from property.models.score_sheets import ScoreItem
from property.states.assessment import RectificationState

_OF_CASE = ("number", "state", "due_at", "late_on", "closed_on", "version")


class RectificationQuerySet(ScopedQuerySet):
    VIEW_RIGHT = AssessmentRight.VIEW

    def issued_by(self, day: date):
        return self.filter(issued_on__lte=day)

    def due_on(self, day: date):
        """Those that were settled, or late, by a day: what the share in time is reckoned of."""
        return self.issued_by(day).filter(Q(case__closed_on__lte=day) | Q(case__late_on__lte=day))

    def in_time_on(self, day: date):
        """Those put right by a day without ever having been late."""
        return self.issued_by(day).filter(
            case__closed_on__lte=day, case__state=RectificationState.CLOSED, case__late_on__isnull=True
        )

    def missed_on(self, day: date):
        """Those late or found not put right by a day."""
        failed = Q(case__closed_on__lte=day, case__state=RectificationState.FAILED)
        return self.issued_by(day).filter(Q(case__late_on__lte=day) | failed)

    def late_on(self, day: date):
        """Those still open although they were late by a day."""
        return self.filter(case__late_on__lte=day).filter(
            Q(case__closed_on__isnull=True) | Q(case__closed_on__gt=day)
        )

    def for_list(self):
        return self.annotate(
            **{name: F(f"case__{name}") for name in _OF_CASE},
            area_name=F("area__name"),
            compound_name=F("assessment__compound__name"),
            company_name=F("assessment__company__name"),
            section=F("item__section"),
        )


class Rectification(AreaBound):
    """One deduction to be put right; number, state and clock are the case's."""

    case = models.OneToOneField(
        Case, models.CASCADE, primary_key=True, related_name="rectification", verbose_name=_("办件")
    )
    assessment = models.ForeignKey(
        Assessment, models.PROTECT, related_name="rectifications", verbose_name=_("项目考核")
    )
    item = models.ForeignKey(ScoreItem, models.PROTECT, related_name="+", verbose_name=_("考核项目"))
    demand = models.CharField(_("整改要求"), max_length=TEXT_LENGTH)
    issued_on = models.DateField(_("下达日期"), default=today)
    answer = models.CharField(_("整改情况"), max_length=TEXT_LENGTH, blank=True)
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)
    photos = models.ManyToManyField(Attachment, related_name="+", blank=True, verbose_name=_("照片"))

    objects = RectificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("整改通知")
        verbose_name_plural = _("整改通知")
        indexes = [models.Index(fields=["area_code", "issued_on"], name="rectification_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "item"],
                name="rectification_once",
                violation_error_message=_("这一项已下达整改通知。"),
            ),
            models.CheckConstraint(
                name="rectification_answered",
                condition=Q(answered_on__isnull=True) | ~Q(answer=""),
                violation_error_message=_("答复要写明整改情况。"),
            ),
        ]

    def __str__(self):
        return str(self.case)

    def missing_to_answer(self) -> list[str]:
        return [] if self.answer else [str(_("整改情况"))]


class CompanyCardQuerySet(ScopedQuerySet):
    VIEW_RIGHT = AssessmentRight.VIEW

    def live_on(self, day: date):
        """Given by a day, not lifted and not expired."""
        unlifted = Q(lifted_on__isnull=True) | Q(lifted_on__gt=day)
        return self.filter(unlifted, given_on__lte=day, expires_on__gt=day)

    def for_list(self):
        return self.annotate(area_name=F("area__name"), company_name=F("company__name"))


class CompanyCard(AreaBound):
    """A yellow or a red card of a company, until its last day or until it is lifted.

    A yellow one comes from a rectification that failed or was late; `red` is the red card it was counted for.
    """

    company = models.ForeignKey(
        PropertyCompany, models.PROTECT, related_name="cards", verbose_name=_("物业企业")
    )
    grade = models.PositiveSmallIntegerField(_("牌级"), choices=CardGrade)
    rectification = models.OneToOneField(
        Rectification,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="card",
        verbose_name=_("来自整改"),
    )
    red = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="yellows", verbose_name=_("计入的红牌")
    )
    reason = models.CharField(_("事由"), max_length=REASON_LENGTH)
    given_on = models.DateField(_("记牌日期"), default=today)
    expires_on = models.DateField(_("失效日期"))
    lifted_on = models.DateField(_("解除日期"), null=True, blank=True)
    lifted_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("解除人")
    )
    lift_reason = models.CharField(_("解除理由"), max_length=REASON_LENGTH, blank=True)

    objects = CompanyCardQuerySet.as_manager()

    class Meta:
        verbose_name = _("企业黄红牌")
        verbose_name_plural = _("企业黄红牌")
        indexes = [
            models.Index(fields=["area_code", "given_on"], name="company_card_area"),
            models.Index(fields=["company", "expires_on"], name="company_card_company"),
        ]
        constraints = [
            models.CheckConstraint(
                name="company_card_lasts",
                condition=Q(expires_on__gt=F("given_on")),
                violation_error_message=_("失效日期须晚于记牌日期。"),
            ),
            models.CheckConstraint(
                name="company_card_lifted_reason",
                condition=Q(lifted_on__isnull=True, lift_reason="")
                | Q(lifted_on__isnull=False) & ~Q(lift_reason=""),
                violation_error_message=_("解除黄红牌要写明理由。"),
            ),
        ]

    def __str__(self):
        return f"{self.company} {self.get_grade_display()}"
