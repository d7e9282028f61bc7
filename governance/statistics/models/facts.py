"""Sums kept beside the rows they count. Written by the triggers of datasets and by `facts`; nobody else."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.areas.models.tree import CODE_LENGTH

KEY_LENGTH = 60


def code_column(**options):
    return models.CharField(_("区划代码"), max_length=CODE_LENGTH, db_collation="C", **options)


def _measure():
    return models.CharField(_("计数项"), max_length=KEY_LENGTH, db_collation="C")


class Outbox(models.Model):
    """A difference not yet added to the facts, written in the transaction of the rows that changed."""

    measure = _measure()
    area_id = models.BigIntegerField(_("区划"), null=True)
    area_code = code_column()
    day = models.DateField(_("日期"))
    weight = models.BigIntegerField(_("差额"))

    class Meta:
        verbose_name = _("待汇总差额")
        verbose_name_plural = _("待汇总差额")
        indexes = [models.Index(fields=["measure", "area_code"], name="statistics_outbox_measure")]


class Fact(models.Model):
    """The sum of a measure on a day in an area, for every area on the path; `level` is the code's width."""

    pk = models.CompositePrimaryKey("measure", "level", "code", "day")
    measure = _measure()
    level = models.PositiveSmallIntegerField(_("代码位数"))
    code = code_column()
    day = models.DateField(_("日期"))
    value = models.BigIntegerField(_("合计"))

    class Meta:
        verbose_name = _("日合计")
        verbose_name_plural = _("日合计")


class MonthFact(models.Model):
    """As `Fact`, for the month beginning on `month`: long periods read twelve rows a year, not 365."""

    pk = models.CompositePrimaryKey("measure", "level", "code", "month")
    measure = _measure()
    level = models.PositiveSmallIntegerField(_("代码位数"))
    code = code_column()
    month = models.DateField(_("月份"))
    value = models.BigIntegerField(_("合计"))

    class Meta:
        verbose_name = _("月合计")
        verbose_name_plural = _("月合计")


class LeafFact(models.Model):
    """The sum on the area itself by its lasting id, for reading on the boundaries of a past day."""

    pk = models.CompositePrimaryKey("measure", "area_id", "day")
    measure = _measure()
    area_id = models.BigIntegerField(_("区划"))
    day = models.DateField(_("日期"))
    value = models.BigIntegerField(_("合计"))

    class Meta:
        verbose_name = _("末级合计")
        verbose_name_plural = _("末级合计")


class Snapshot(models.Model):
    """What a stock indicator stood at on a day: the memory behind its trend."""

    pk = models.CompositePrimaryKey("indicator", "code", "day")
    indicator = models.CharField(_("指标"), max_length=KEY_LENGTH, db_collation="C")
    code = code_column()
    day = models.DateField(_("日期"))
    numerator = models.BigIntegerField(_("分子"))
    denominator = models.BigIntegerField(_("分母"), null=True)

    class Meta:
        verbose_name = _("指标快照")
        verbose_name_plural = _("指标快照")
        indexes = [models.Index(fields=["day"], name="statistics_snapshot_night")]


class CaughtUp(models.Model):
    """When a sweep last had nothing left to do: waiting rows keep no time of their own."""

    sweep = models.CharField(_("任务"), max_length=KEY_LENGTH, primary_key=True)
    at = models.DateTimeField(_("完成时刻"))

    class Meta:
        verbose_name = _("汇总赶上的时刻")
        verbose_name_plural = _("汇总赶上的时刻")
