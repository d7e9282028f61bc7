"""Who may rate, the rounds of an area, and in each round one assessment of every project with its scores."""

from datetime import date

import pgtrigger
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.files.models import Attachment
from governance.kernel.dated import begins_and_lasts, never_two_at_once
from governance.kernel.days import next_month_start, today
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.wording import quarter_in_full
from governance.people.models import User
from grids.models import Compound
from property.enums.assessment import (
    GOOD,
    MOST_SLIPS,
    REASON_LENGTH,
    AppealVerdict,
    AssessmentGrade,
    AssessmentRight,
    RaterKind,
)
from property.models.companies import PropertyCompany
from property.models.contracts import PropertyContract
from property.models.score_sheets import ScoreItem, ScoreSheet
from property.states.assessment import ROUND_STEPS, RoundState

SLIPS = ("slips_satisfied", "slips_fair", "slips_unsatisfied")


class MandateQuerySet(ScopedQuerySet):
    VIEW_RIGHT = AssessmentRight.VIEW

    def live_on(self, day: date):
        return self.filter(valid__contains=day)

    def for_list(self):
        return self.annotate(
            area_name=F("area__name"), from_on=F("valid__startswith"), to_on=F("valid__endswith")
        )


class AssessmentMandate(AreaBound):
    """The right to assess handed down to a street or a community; `valid` ends on the first day without it.

    What is not handed down stays above: without a mandate the housing office rates alone.
    """

    STAYS_WITH_AREA = True

    rater = models.CharField(_("评分方"), max_length=10, choices=RaterKind)
    valid = DateRangeField(_("授权期间"))
    order_no = models.CharField(_("授权文号"), max_length=60)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("考核授权")
        verbose_name_plural = _("考核授权")
        indexes = [models.Index(fields=["area_code", "rater"], name="mandate_area")]
        constraints = [
            never_two_at_once(
                "mandate_once", "area", "rater", message=_("这里此期间已有同样的考核授权，请先终止原授权。")
            ),
            begins_and_lasts("mandate_begins"),
            models.CheckConstraint(
                name="mandate_of_below",
                condition=~Q(rater=RaterKind.HOUSING),
                violation_error_message=_("住建部门本来就可以打分，不用授权。"),
            ),
        ]

    def __str__(self):
        return f"{self.area.name} · {self.get_rater_display()}"


class RoundQuerySet(ScopedQuerySet):
    VIEW_RIGHT = AssessmentRight.VIEW

    def for_user(self, user):
        """Those of the user's areas, and those of a superior in which a project of theirs is assessed."""
        if not user.is_authenticated:
            return self.none()
        in_sight = super().for_user(user).order_by().values("pk")
        own = Assessment.objects.for_user(user).filter(round=OuterRef("pk"))
        return self.filter(Q(pk__in=in_sight) | Exists(own))

    def for_list(self):
        return self.annotate(area_name=F("area__name"), sheet_name=F("sheet__name"))


class AssessmentRound(Staged, AreaBound):
    """One quarter's assessment of an area's projects; `begins_on` is the first day of the quarter."""

    STEPS = ROUND_STEPS

    sheet = models.ForeignKey(ScoreSheet, models.PROTECT, related_name="rounds", verbose_name=_("考核标准"))
    begins_on = models.DateField(_("季度首日"))
    scoring_from = models.DateField(_("打分开始"))
    scoring_to = models.DateField(_("打分截止"))
    appeal_from = models.DateField(_("公示日期"), null=True, blank=True, editable=False)
    appeal_to = models.DateField(_("申诉截止"), null=True, blank=True, editable=False)
    published_on = models.DateField(_("公布日期"), null=True, blank=True, editable=False)
    cancel_reason = models.CharField(_("取消理由"), max_length=REASON_LENGTH, blank=True, editable=False)
    state = models.CharField(
        _("状态"), max_length=10, choices=RoundState, default=RoundState.DRAFT, editable=False
    )

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("考核轮次")
        verbose_name_plural = _("考核轮次")
        indexes = [models.Index(fields=["area_code", "begins_on"], name="assessment_round_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "begins_on"],
                condition=~Q(state=RoundState.CANCELLED),
                name="assessment_round_once",
                violation_error_message=_("这个区划这一季度已有考核轮次，请在原轮次里办理。"),
            ),
            models.CheckConstraint(
                name="assessment_round_quarter",
                condition=Q(begins_on__day=1, begins_on__month__in=[1, 4, 7, 10]),
                violation_error_message=_("考核周期从季度的第一天开始。"),
            ),
            models.CheckConstraint(
                name="assessment_round_window",
                condition=Q(scoring_to__gte=F("scoring_from")),
                violation_error_message=_("打分截止日期不能早于开始日期。"),
            ),
            models.CheckConstraint(
                name="assessment_round_published",
                condition=Q(state=RoundState.PUBLISHED, published_on__isnull=False)
                | ~Q(state=RoundState.PUBLISHED) & Q(published_on__isnull=True),
                violation_error_message=_("公布的轮次要有公布日期，没有公布的不能有。"),
            ),
        ]

    def __str__(self):
        return f"{self.area.name} {self.quarter}"

    @property
    def quarter(self) -> str:
        return quarter_in_full(self.begins_on)

    @property
    def ends_on(self) -> date:
        """The first day after the quarter."""
        return next_month_start(next_month_start(next_month_start(self.begins_on)))

    @property
    def takes_scores(self) -> bool:
        return self.state == RoundState.SCORING and self.scoring_from <= today() <= self.scoring_to

    @property
    def takes_appeals(self) -> bool:
        return self.state == RoundState.APPEAL and today() <= self.appeal_to

    def missing_to_hear(self) -> list[str]:
        unrated = self.assessments.unrated().count()
        if today() <= self.scoring_to and unrated:
            return [gettext("还有 {} 个项目没有打分，打分期到 {} 为止").format(unrated, self.scoring_to)]
        return []

    def missing_to_publish(self) -> list[str]:
        found = []
        if today() <= self.appeal_to:
            found.append(gettext("申诉期到 {} 为止，期满才能公布").format(self.appeal_to))
        undecided = ScoreAppeal.objects.filter(assessment__round=self, verdict=AppealVerdict.PENDING).count()
        if undecided:
            found.append(gettext("还有 {} 件申诉没有裁定").format(undecided))
        return found

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        before, after = {"state": str(source)}, {"state": str(self.state), "appeal_to": self.appeal_to}
        record(f"assessment.{step.name}_round", by=by, subject=self, before=before, after=after, reason=note)


class AssessmentQuerySet(ScopedQuerySet):
    VIEW_RIGHT = AssessmentRight.VIEW

    def latest_on(self, day: date):
        """Those of the round that was the last one published in its area by a day."""
        published = AssessmentRound.objects.filter(area=OuterRef("round__area"), published_on__lte=day)
        later = published.filter(begins_on__gt=OuterRef("round__begins_on"))
        return self.filter(Q(round__published_on__lte=day) & ~Exists(later))

    def rated(self):
        """Those with a published total."""
        return self.filter(total__isnull=False)

    def good(self):
        return self.filter(grade__in=GOOD)

    def with_slips(self):
        return self.filter(total__isnull=False, slips_satisfied__isnull=False)

    def unrated(self):
        """Those that nobody has given a score."""
        scores = ItemScore.objects.filter(assessment=OuterRef("pk"))
        return self.filter(~Exists(scores), slips_satisfied__isnull=True)

    def waiting_for(self, rater: str):
        """Those being scored that a kind of rater has not given its sheet yet."""
        rows = self.filter(round__state=RoundState.SCORING)
        if rater == RaterKind.OWNERS:
            return rows.filter(slips_satisfied__isnull=True)
        return rows.filter(~Exists(ItemScore.objects.filter(assessment=OuterRef("pk"), rater=rater)))

    def for_list(self):
        return self.annotate(
            area_name=F("area__name"),
            compound_name=F("compound__name"),
            company_name=F("company__name"),
            round_area=F("round__area__name"),
            begins_on=F("round__begins_on"),
            round_state=F("round__state"),
            slip_count=F("slips_satisfied") + F("slips_fair") + F("slips_unsatisfied"),
            content_count=F("slips_satisfied") + F("slips_fair"),
        )


class Assessment(AreaBound):
    """What a project (a company under contract in a compound) was found worth in a round.

    `total` (hundredths of a point) and `grade` are written once, when the round is published; until then they
    are reckoned from the standing scores. The slips are the owners' sheet: counts of answers, no names.
    """

    round = models.ForeignKey(
        AssessmentRound, models.PROTECT, related_name="assessments", verbose_name=_("考核轮次")
    )
    contract = models.ForeignKey(
        PropertyContract, models.PROTECT, related_name="assessments", verbose_name=_("物业合同")
    )
    compound = models.ForeignKey(Compound, models.PROTECT, related_name="assessments", verbose_name=_("小区"))
    company = models.ForeignKey(
        PropertyCompany, models.PROTECT, related_name="assessments", verbose_name=_("物业企业")
    )
    slips_satisfied = models.PositiveIntegerField(_("满意票数"), null=True, blank=True)
    slips_fair = models.PositiveIntegerField(_("基本满意票数"), null=True, blank=True)
    slips_unsatisfied = models.PositiveIntegerField(_("不满意票数"), null=True, blank=True)
    total = models.PositiveIntegerField(_("总分（百分之一分）"), null=True, blank=True, editable=False)
    grade = models.CharField(_("等级"), max_length=1, choices=AssessmentGrade, blank=True, editable=False)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("项目考核")
        verbose_name_plural = _("项目考核")
        indexes = [
            models.Index(fields=["area_code", "round"], name="assessment_area"),
            models.Index(fields=["company", "round"], name="assessment_company"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "contract"],
                name="assessment_once",
                violation_error_message=_("这个项目在这一轮已有考核。"),
            ),
            models.CheckConstraint(
                name="assessment_slips_whole",
                condition=Q(**{f"{name}__isnull": True for name in SLIPS})
                | Q(**{f"{name}__isnull": False for name in SLIPS})
                & Q(**{f"{name}__lte": MOST_SLIPS for name in SLIPS}),
                violation_error_message=_("三种答复的票数要一起填写，每种不超过 10 万张。"),
            ),
            models.CheckConstraint(
                name="assessment_graded_whole",
                condition=Q(total__isnull=True, grade="") | Q(total__isnull=False) & ~Q(grade=""),
                violation_error_message=_("总分和等级要一起记录。"),
            ),
        ]

    def __str__(self):
        return self.compound.name

    @property
    def slips(self) -> tuple[int, int, int] | None:
        """Satisfied, fairly so, not; nothing before the slips were counted."""
        return None if self.slips_satisfied is None else tuple(getattr(self, name) for name in SLIPS)


class ScoreAppealQuerySet(ScopedQuerySet):
    VIEW_RIGHT = AssessmentRight.VIEW

    def pending(self):
        return self.filter(verdict=AppealVerdict.PENDING)

    def for_list(self):
        return self.annotate(
            compound_name=F("assessment__compound__name"),
            company_name=F("assessment__company__name"),
            section=F("item__section"),
        )


class ScoreAppeal(AreaBound):
    """What a company objects to, about one item; `marks` are those the housing office found right."""

    assessment = models.ForeignKey(
        Assessment, models.PROTECT, related_name="appeals", verbose_name=_("项目考核")
    )
    item = models.ForeignKey(ScoreItem, models.PROTECT, related_name="+", verbose_name=_("考核项目"))
    text = models.CharField(_("申诉内容"), max_length=REASON_LENGTH)
    handed_on = models.DateField(_("提交日期"), default=today)
    handed_by = models.CharField(_("企业递交人职务"), max_length=40, blank=True)
    evidence = models.ManyToManyField(Attachment, related_name="+", blank=True, verbose_name=_("附件"))
    recorded_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("登记人")
    )
    verdict = models.CharField(_("裁定"), max_length=10, choices=AppealVerdict, blank=True, default="")
    marks = models.PositiveSmallIntegerField(_("裁定得分"), null=True, blank=True)
    reason = models.CharField(_("裁定理由"), max_length=REASON_LENGTH, blank=True)
    decided_on = models.DateField(_("裁定日期"), null=True, blank=True)
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("裁定人")
    )

    objects = ScoreAppealQuerySet.as_manager()

    class Meta:
        verbose_name = _("考核申诉")
        verbose_name_plural = _("考核申诉")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["area_code", "handed_on"], name="score_appeal_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "item"],
                condition=Q(verdict=AppealVerdict.PENDING),
                name="score_appeal_one_open",
                violation_error_message=_("这一项已有申诉等待裁定，不用重复登记。"),
            ),
            models.CheckConstraint(
                name="score_appeal_decided_whole",
                condition=Q(verdict="", decided_on__isnull=True, reason="")
                | ~Q(verdict="") & Q(decided_on__isnull=False) & ~Q(reason=""),
                violation_error_message=_("裁定要写明理由和日期。"),
            ),
        ]

    def __str__(self):
        return f"{self.assessment} {self.item.section}"


class ItemScoreQuerySet(models.QuerySet):
    def standing(self):
        """The last row of each rater for each item: what counts. Earlier ones stay readable."""
        same = ("assessment_id", "item_id", "rater")
        return self.order_by(*same, "-pk").distinct(*same)


class ItemScore(models.Model):
    """Marks a rater gave for an item, append-only: a correction is a further row."""

    assessment = models.ForeignKey(
        Assessment, models.PROTECT, related_name="scores", verbose_name=_("项目考核")
    )
    item = models.ForeignKey(ScoreItem, models.PROTECT, related_name="+", verbose_name=_("考核项目"))
    rater = models.CharField(_("评分方"), max_length=10, choices=RaterKind)
    marks = models.PositiveSmallIntegerField(_("得分"))
    reason = models.CharField(_("扣分理由"), max_length=REASON_LENGTH, blank=True)
    evidence = models.ForeignKey(
        Attachment, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("佐证")
    )
    appeal = models.ForeignKey(
        ScoreAppeal, models.PROTECT, null=True, blank=True, related_name="scores", verbose_name=_("依据申诉")
    )
    by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("打分人")
    )
    at = models.DateTimeField(_("时间"), auto_now_add=True)

    objects = ItemScoreQuerySet.as_manager()

    class Meta:
        verbose_name = _("得分")
        verbose_name_plural = _("得分")
        indexes = [models.Index(fields=["assessment", "item", "rater", "-id"], name="item_score_standing")]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return f"{self.get_rater_display()} {self.marks}"
