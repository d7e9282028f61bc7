"""Sums kept beside the rows they count. Written by the triggers, by `facts`, `stocks` and `marks`; nobody else."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.areas.models.tree import CODE_LENGTH

KEY_LENGTH = 60


def _code(**options):
    return models.CharField(_("区划代码"), max_length=CODE_LENGTH, db_collation="C", **options)


def _measure():
    return models.CharField(_("计数项"), max_length=KEY_LENGTH, db_collation="C")


class Outbox(models.Model):
    """A difference not yet added to the facts, written in the transaction of the rows that changed."""

    measure = _measure()
    area_id = models.BigIntegerField(_("区划"), null=True)
    area_code = _code()
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
    code = _code()
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
    code = _code()
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


class StockState(models.Model):
    """Whether the kept sums of a stock can be read, and what its definition reads.

    `reads` are tables with their columns; `definition` the hash of the query they were found from. `is_stale`
    is set when the marks of a change are taken away; `width` is the deepest level that sums are kept for.
    """

    stock = models.CharField(_("存量"), max_length=KEY_LENGTH, db_collation="C", primary_key=True)
    day = models.DateField(_("日期"), null=True)
    is_stale = models.BooleanField(_("待重数"), default=True)
    width = models.PositiveSmallIntegerField(_("代码位数"), default=0)
    definition = models.CharField(_("定义指纹"), max_length=64)
    reads = models.JSONField(_("所读的表和列"), default=dict)
    counted_at = models.DateTimeField(_("清点时刻"), null=True)
    took = models.DurationField(_("清点用时"), null=True)

    class Meta:
        verbose_name = _("存量状态")
        verbose_name_plural = _("存量状态")


class StockFact(models.Model):
    """The kept sum of a stock in an area, for every area down to the community; `StockState` says whether it stands."""

    pk = models.CompositePrimaryKey("stock", "level", "code")
    stock = models.CharField(_("存量"), max_length=KEY_LENGTH, db_collation="C")
    level = models.PositiveSmallIntegerField(_("代码位数"))
    code = _code()
    value = models.BigIntegerField(_("合计"))

    class Meta:
        verbose_name = _("存量合计")
        verbose_name_plural = _("存量合计")


class Touched(models.Model):
    """A mark that a transaction changed what some stock reads of a table; written in that transaction."""

    table_name = models.CharField(_("表"), max_length=KEY_LENGTH, db_collation="C")

    class Meta:
        verbose_name = _("变动标记")
        verbose_name_plural = _("变动标记")


class CaughtUp(models.Model):
    """When a sweep last had nothing left to do: waiting rows keep no time of their own."""

    sweep = models.CharField(_("任务"), max_length=KEY_LENGTH, primary_key=True)
    at = models.DateTimeField(_("完成时刻"))

    class Meta:
        verbose_name = _("汇总赶上的时刻")
        verbose_name_plural = _("汇总赶上的时刻")


class Snapshot(models.Model):
    """What a stock indicator stood at on a day: the memory behind its trend."""

    pk = models.CompositePrimaryKey("indicator", "code", "day")
    indicator = models.CharField(_("指标"), max_length=KEY_LENGTH, db_collation="C")
    code = _code()
    day = models.DateField(_("日期"))
    numerator = models.BigIntegerField(_("分子"))
    denominator = models.BigIntegerField(_("分母"), null=True)

    class Meta:
        verbose_name = _("指标快照")
        verbose_name_plural = _("指标快照")
