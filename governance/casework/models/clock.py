from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaLevel
from governance.casework.enums import Kind, Limit, LimitUnit


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


class DeadlineRule(models.Model):
    """How long a stage may take. The most specific rule wins; an empty grade or level stands for any."""

    kind = models.CharField(_("类别"), max_length=10, choices=Kind)
    limit = models.CharField(_("环节"), max_length=10, choices=Limit)
    complexity = models.CharField(_("难易"), max_length=10, blank=True)
    level = models.ForeignKey(
        AreaLevel, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("层级")
    )
    amount = models.PositiveSmallIntegerField(_("时限"))
    unit = models.CharField(_("单位"), max_length=4, choices=LimitUnit, default=LimitUnit.DAY)
    basis = models.CharField(_("依据"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("时限规则")
        verbose_name_plural = _("时限规则")
        ordering = ["kind", "limit", "complexity"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "limit", "complexity", "level"],
                name="deadline_rule_once",
                nulls_distinct=False,
                violation_error_message=_("同一环节、难易和层级只能有一条时限规则。"),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}{self.get_limit_display()}：{self.amount} {self.get_unit_display()}"
