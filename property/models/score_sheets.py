"""How projects are assessed: items with marks, raters with weights, limits of grades. Data, by version."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet
from property.enums.assessment import REASON_LENGTH, WHOLE, AssessmentRight, RaterKind
from property.states.assessment import SHEET_STEPS, SheetState


class ScorePreset(models.Model):
    """A sheet to begin from, as a pattern that the office edits before it is in force."""

    key = models.SlugField(_("键"), max_length=40, primary_key=True)
    name = models.CharField(_("名称"), max_length=80)
    content = models.JSONField(_("内容"), default=dict)

    class Meta:
        verbose_name = _("考核标准模板")
        verbose_name_plural = _("考核标准模板")
        ordering = ["key"]

    def __str__(self):
        return self.name


class ScoreSheetQuerySet(ScopedQuerySet):
    VIEW_RIGHT = AssessmentRight.VIEW

    def in_force(self):
        return self.filter(state=SheetState.IN_FORCE)

    def for_list(self):
        return self.annotate(area_name=F("area__name"))


class ScoreSheet(Staged, AreaBound):
    """A version of an area's way to assess. One that was in force is never edited: it is followed by another."""

    STEPS = SHEET_STEPS

    name = models.CharField(_("标准名称"), max_length=80)
    basis = models.CharField(_("依据"), max_length=REASON_LENGTH, blank=True)
    a_from = models.PositiveSmallIntegerField(_("A 级不低于（分）"), default=90)
    b_from = models.PositiveSmallIntegerField(_("B 级不低于（分）"), default=80)
    c_from = models.PositiveSmallIntegerField(_("C 级不低于（分）"), default=70)
    fair_marks = models.PositiveSmallIntegerField(_("业主“基本满意”折合分"), default=80)
    appeal_days = models.PositiveSmallIntegerField(_("申诉期（工作日）"), default=5)
    yellows_for_red = models.PositiveSmallIntegerField(_("几张黄牌换红牌"), default=3)
    card_years = models.PositiveSmallIntegerField(_("黄红牌有效期（年）"), default=1)
    state = models.CharField(
        _("状态"), max_length=12, choices=SheetState, default=SheetState.DRAFT, editable=False
    )
    in_force_from = models.DateField(_("执行日期"), null=True, blank=True, editable=False)
    withdrawn_on = models.DateField(_("停用日期"), null=True, blank=True, editable=False)

    objects = ScoreSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("考核标准")
        verbose_name_plural = _("考核标准")
        indexes = [models.Index(fields=["area_code", "state"], name="score_sheet_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area"],
                condition=Q(state=SheetState.IN_FORCE),
                name="score_sheet_one_in_force",
                violation_error_message=_("这个区划已有执行中的考核标准。"),
            ),
            models.CheckConstraint(
                name="score_sheet_grades_fall",
                condition=Q(a_from__lte=WHOLE, a_from__gt=F("b_from"), b_from__gt=F("c_from")),
                violation_error_message=_("等级分数线要依次下降：A 高于 B，B 高于 C，A 不超过 100。"),
            ),
            models.CheckConstraint(
                name="score_sheet_numbers",
                condition=Q(
                    fair_marks__lte=WHOLE,
                    appeal_days__gte=1,
                    appeal_days__lte=60,
                    yellows_for_red__gte=2,
                    yellows_for_red__lte=12,
                    card_years__gte=1,
                    card_years__lte=5,
                ),
                violation_error_message=_(
                    "折合分不超过 100，申诉期 1 到 60 个工作日，2 到 12 张黄牌换红牌，有效期 1 到 5 年。"
                ),
            ),
        ]

    def __str__(self):
        return self.name

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        before, after = {"state": str(source)}, {"state": str(self.state)}
        record(f"assessment.{step.name}_sheet", by=by, subject=self, before=before, after=after, reason=note)


class ScoreItem(models.Model):
    """What is looked at, and how many marks it is worth."""

    sheet = models.ForeignKey(ScoreSheet, models.CASCADE, related_name="items", verbose_name=_("考核标准"))
    section = models.CharField(_("栏目"), max_length=40)
    text = models.CharField(_("考核内容"), max_length=200)
    marks = models.PositiveSmallIntegerField(_("分值"))
    position = models.PositiveSmallIntegerField(_("次序"), default=1)

    class Meta:
        verbose_name = _("考核项目")
        verbose_name_plural = _("考核项目")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="score_item_marks",
                condition=Q(marks__gte=1, marks__lte=WHOLE),
                violation_error_message=_("每项分值在 1 到 100 之间。"),
            )
        ]

    def __str__(self):
        return f"{self.section}：{self.text}"


class RaterWeight(models.Model):
    """How much a kind of rater counts for, in percent."""

    sheet = models.ForeignKey(ScoreSheet, models.CASCADE, related_name="weights", verbose_name=_("考核标准"))
    rater = models.CharField(_("评分方"), max_length=10, choices=RaterKind)
    weight = models.PositiveSmallIntegerField(_("权重（%）"))

    class Meta:
        verbose_name = _("评分权重")
        verbose_name_plural = _("评分权重")
        ordering = ["-weight", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "rater"],
                name="rater_weight_once",
                violation_error_message=_("每个评分方只有一个权重。"),
            ),
            models.CheckConstraint(
                name="rater_weight_percent",
                condition=Q(weight__gte=1, weight__lte=WHOLE),
                violation_error_message=_("权重在 1 到 100 之间。"),
            ),
        ]

    def __str__(self):
        return f"{self.get_rater_display()} {self.weight}%"
