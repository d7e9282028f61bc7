"""What the dictionary keeps of the definitions: their versions, and what a city says of them."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.statistics.definitions import Indicator, ValidRange
from governance.statistics.models.facts import KEY_LENGTH

OWNER_LENGTH = 40


def _key(label: str, **options):
    return models.CharField(label, max_length=KEY_LENGTH, db_collation="C", **options)


class IndicatorVersion(models.Model):
    """A definition as it stood from a moment on, in the words of the office. Written by `migrate`; never changed.

    `wording` is the hash of how the rows are counted: it differs where the words stayed and the counting did not.
    """

    indicator = _key(_("指标"))
    number = models.PositiveSmallIntegerField(_("版本"))
    since = models.DateTimeField(_("起用时刻"))
    wording = models.CharField(_("取数摘要"), max_length=64)
    name = models.TextField(_("名称"))
    unit = models.TextField(_("单位"))
    formula = models.TextField(_("公式"))
    numerator = models.TextField(_("分子"))
    denominator = models.TextField(_("分母"), blank=True)

    class Meta:
        verbose_name = _("指标口径版本")
        verbose_name_plural = _("指标口径版本")
        ordering = ["indicator", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "number"],
                name="indicator_version_once",
                violation_error_message=_("这个指标已经有这一版。"),
            )
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return f"{self.indicator} {self.number}"


class IndicatorSetting(models.Model):
    """What a city says of an indicator; what it leaves out stays as defined. Data: a preset brings it."""

    indicator = _key(_("指标"), unique=True)
    owner = models.CharField(_("责任部门"), max_length=OWNER_LENGTH, blank=True)
    has_range = models.BooleanField(_("另定有效范围"), default=False)
    lowest = models.FloatField(_("最小值"), null=True, blank=True)
    highest = models.FloatField(_("最大值"), null=True, blank=True)
    on_board = models.BooleanField(_("看板上通用"), null=True, blank=True)
    published_as = _key(_("作为哪个指标公布"), blank=True)

    class Meta:
        verbose_name = _("指标设定")
        verbose_name_plural = _("指标设定")
        constraints = [
            models.UniqueConstraint(
                fields=["published_as"],
                condition=~Q(published_as=""),
                name="indicator_published_once",
                violation_error_message=_("同一个指标只能按一种口径公布。"),
            ),
            models.CheckConstraint(
                condition=Q(lowest__isnull=True) | Q(highest__isnull=True) | Q(lowest__lte=F("highest")),
                name="indicator_range_in_order",
                violation_error_message=_("有效范围的最小值不能大于最大值。"),
            ),
        ]

    def __str__(self):
        return self.indicator

    def valid_range(self, indicator: Indicator) -> ValidRange:
        return ValidRange(self.lowest, self.highest) if self.has_range else indicator.valid_range
