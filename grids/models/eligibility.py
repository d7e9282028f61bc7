from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet
from grids.enums.errands import RuleKind
from grids.enums.rights import Right
from grids.enums.roster import CareKind
from grids.models.errands import Errand
from grids.models.roster import Household, Resident
from grids.models.service_items import ServiceItem
from grids.states.errands import HINT_STEPS, HintState


class EligibilityRule(models.Model):
    """When somebody comes to be entitled to an item, so that the worker goes and asks, not the resident."""

    code = models.CharField(_("规则代码"), max_length=20, primary_key=True)
    name = models.CharField(_("规则名称"), max_length=60)
    item = models.ForeignKey(ServiceItem, models.PROTECT, related_name="rules", verbose_name=_("代办事项"))
    kind = models.CharField(_("规则类型"), max_length=12, choices=RuleKind)
    age = models.PositiveSmallIntegerField(
        _("年龄"), null=True, blank=True, validators=[MaxValueValidator(130)]
    )
    care_kind = models.CharField(_("关爱类别"), max_length=20, choices=CareKind, blank=True)
    month = models.PositiveSmallIntegerField(
        _("月份"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    lead_days = models.PositiveSmallIntegerField(
        _("提前天数"), default=30, validators=[MaxValueValidator(366)]
    )
    is_enabled = models.BooleanField(_("启用"), default=False)
    basis = models.CharField(_("依据"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("资格提醒规则")
        verbose_name_plural = _("资格提醒规则")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="grids_rule_says_when",
                condition=Q(kind=RuleKind.TURNING_AGE, age__isnull=False)
                | Q(kind=RuleKind.TAG_EXPIRING)
                | Q(kind=RuleKind.YEARLY, month__isnull=False),
                violation_error_message=_("年满岁数要写年龄，每年认证要写月份。"),
            )
        ]

    def __str__(self):
        return self.name


class EligibilityHintQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.ROSTER  # it names residents and what is known of them

    def open_on(self, day: date):
        """Those nobody has followed up yet and whose time has not run out."""
        in_year = Q(due_on__isnull=True, period__gte=str(day.year))
        return self.filter(in_year | Q(due_on__gte=day), state=HintState.OPEN)

    def for_list(self):
        return self.annotate(
            area_name=F("area__name"),
            rule_name=F("rule__name"),
            item_name=F("rule__item__name"),
            person=F("resident__name_masked"),
        )


class EligibilityHint(Staged, AreaBound):
    """A household that may be entitled to something now: once for a rule, a person and a period."""

    STEPS = HINT_STEPS

    rule = models.ForeignKey(EligibilityRule, models.PROTECT, related_name="hints", verbose_name=_("规则"))
    household = models.ForeignKey(Household, models.CASCADE, related_name="+", verbose_name=_("住户"))
    resident = models.ForeignKey(
        Resident, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("居民")
    )
    period = models.CharField(_("期间"), max_length=10)
    due_on = models.DateField(_("最晚办理"), null=True, blank=True)
    state = models.CharField(
        _("状态"), max_length=10, choices=HintState, default=HintState.OPEN, editable=False
    )
    errand = models.OneToOneField(
        Errand, models.PROTECT, null=True, blank=True, related_name="hint", verbose_name=_("帮代办")
    )
    reason = models.CharField(_("不需要的理由"), max_length=200, blank=True)
    closed_on = models.DateField(_("处理日期"), null=True, blank=True)

    objects = EligibilityHintQuerySet.as_manager()

    class Meta:
        verbose_name = _("资格提醒")
        verbose_name_plural = _("资格提醒")
        indexes = [models.Index(fields=["area_code", "state", "due_on"], name="grids_hint_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "household", "resident", "period"],
                name="grids_hint_once",
                nulls_distinct=False,
                violation_error_message=_("这一期已经提醒过。"),
            ),
            models.CheckConstraint(
                name="grids_hint_taken_has_errand",
                condition=Q(state=HintState.TAKEN, errand__isnull=False)
                | (~Q(state=HintState.TAKEN) & Q(errand__isnull=True)),
                violation_error_message=_("已发起代办的提醒要有代办件。"),
            ),
        ]

    def __str__(self):
        return f"{self.rule} {self.period}"

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        record(
            f"grids.{step.name}_hint",
            by=by,
            subject=self,
            before={"state": source},
            after={"state": self.state},
            reason=note,
        )
