from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from governance.areas.models import AreaBound, AreaLevel
from governance.casework.enums import ONLY_REMINDED, Expiry, Kind, Limit, LimitUnit, Right
from governance.casework.kinds import kinds
from governance.kernel.scope import ScopedQuerySet


class CalendarDay(models.Model):
    """A day that differs from its weekday: a holiday (休) or a weekend day worked to make up for one (班).

    A year with no row here is a year whose days off are not published.
    """

    day = models.DateField(_("日期"), primary_key=True)
    is_worked = models.BooleanField(_("上班"))
    name = models.CharField(_("节日"), max_length=40, blank=True)
    source = models.CharField(_("依据"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("工作日历")
        verbose_name_plural = _("工作日历")
        ordering = ["day"]

    def __str__(self):
        return f"{self.day} {self.name}"


class RuleSet(models.Model):
    """Rules of one kind of case that belong together: what is in force somewhere from a day on, as a whole.

    The standard set of a kind holds wherever nothing else was put in force.
    """

    code = models.SlugField(_("代码"), max_length=40, unique=True)
    name = models.CharField(_("名称"), max_length=40)
    kind = models.CharField(_("类别"), max_length=10, choices=Kind)
    basis = models.CharField(_("依据"), max_length=300, blank=True)
    is_standard = models.BooleanField(_("默认规则"), default=False)

    class Meta:
        verbose_name = _("时限规则集")
        verbose_name_plural = _("时限规则集")
        ordering = ["kind", "-is_standard", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(is_standard=True),
                name="rule_set_one_standard",
                violation_error_message=_("每个类别只有一套默认规则。"),
            )
        ]

    def __str__(self):
        return self.name


class DeadlineRule(models.Model):
    """How long a stage may take and what happens then. The most specific rule of a set wins.

    An empty difficulty stands for any; a level stands for itself and the levels below that have no rule of
    their own, an empty one for all. `decider` is the level such a case belongs to. Cards are given once more
    than so many working days have passed since the limit ended; 0 is the next day.
    """

    rule_set = models.ForeignKey(RuleSet, models.CASCADE, related_name="rules", verbose_name=_("规则集"))
    limit = models.CharField(_("环节"), max_length=10, choices=Limit)
    complexity = models.CharField(_("难易"), max_length=10, blank=True)
    level = models.ForeignKey(
        AreaLevel, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("层级")
    )
    amount = models.PositiveSmallIntegerField(_("时限"))
    unit = models.CharField(_("单位"), max_length=4, choices=LimitUnit, default=LimitUnit.DAY)
    decider = models.ForeignKey(
        AreaLevel, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("由哪级办")
    )
    on_expiry = models.CharField(_("到期后"), max_length=10, choices=Expiry, default=Expiry.NOTIFY)
    yellow_after = models.PositiveSmallIntegerField(_("超过几个工作日记黄牌"), null=True, blank=True)
    red_after = models.PositiveSmallIntegerField(_("超过几个工作日记红牌"), null=True, blank=True)
    basis = models.CharField(_("依据"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("时限规则")
        verbose_name_plural = _("时限规则")
        ordering = ["rule_set", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["rule_set", "limit", "complexity", "level"],
                name="deadline_rule_once",
                nulls_distinct=False,
                violation_error_message=_("同一环节、难易和层级只能有一条时限规则。"),
            ),
            models.CheckConstraint(
                name="deadline_rule_takes_time",
                condition=Q(amount__gte=1),
                violation_error_message=_("时限至少是 1。"),
            ),
            models.CheckConstraint(
                name="deadline_rule_cards_named",
                condition=~Q(on_expiry=Expiry.CARD) | Q(yellow_after__isnull=False),
                violation_error_message=_("到期记牌的规则要写明超过几个工作日记黄牌。"),
            ),
            models.CheckConstraint(
                name="deadline_rule_red_after_yellow",
                condition=Q(red_after__isnull=True) | Q(red_after__gt=F("yellow_after")),
                violation_error_message=_("红牌要晚于黄牌。"),
            ),
        ]

    def __str__(self):
        return f"{self.rule_set}{self.get_limit_display()}：{self.length}"

    def clean(self):
        if self.limit in ONLY_REMINDED and self.on_expiry != Expiry.NOTIFY:
            words = _("{limit}到期只提醒，不记牌也不升级。请选“提醒”。").format(
                limit=self.get_limit_display()
            )
            raise ValidationError({"on_expiry": words})

    @property
    def length(self) -> str:
        """How long it is, in words."""
        n = self.amount
        if self.unit == LimitUnit.HOUR:
            return ngettext("{n} 工作时", "{n} 工作时", n).format(n=n)
        return ngettext("{n} 工作日", "{n} 工作日", n).format(n=n)

    @property
    def complexity_words(self) -> str:
        """How hard the cases of the rule are, in the words of their kind."""
        known = kinds().get(self.rule_set.kind)
        return (
            dict(known.complexities).get(self.complexity, "") if known and self.complexity else _("不分难易")
        )


class RuleSetInForceQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.RULES

    def on(self, day: date):
        return self.filter(valid__contains=day)

    def for_list(self):
        return self.select_related("area", "rule_set").annotate(
            area_name=F("area__name"),
            rule_set_code=F("rule_set__code"),
            rule_set_name=F("rule_set__name"),
            from_day=F("valid__startswith"),
            until=F("valid__endswith"),
        )


class RuleSetInForce(AreaBound):
    """Which set holds in an area, and below it where nothing else was chosen, from a day on."""

    STAYS_WITH_AREA = True

    kind = models.CharField(_("类别"), max_length=10, choices=Kind, editable=False)
    rule_set = models.ForeignKey(RuleSet, models.PROTECT, related_name="placed", verbose_name=_("规则集"))
    valid = DateRangeField(_("执行期间"))

    objects = RuleSetInForceQuerySet.as_manager()

    class Meta:
        verbose_name = _("规则集的执行")
        verbose_name_plural = _("规则集的执行")
        ordering = ["area_code", "valid"]
        indexes = [models.Index(fields=["area_code", "kind"], name="rule_set_in_force_area")]
        constraints = [
            ExclusionConstraint(
                name="rule_set_in_force_once",
                expressions=[
                    ("area", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("这里在此期间已有一套规则在执行。"),
            ),
        ]

    def __str__(self):
        return f"{self.area} {self.rule_set}"
