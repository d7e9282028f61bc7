"""The sums of stocks and whether they stand. Written by the triggers of `marks` and by `stocks`; nobody else."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.statistics.models.facts import KEY_LENGTH, code_column


class StockState(models.Model):
    """Whether the kept sums of a stock can be read, and what its definition reads.

    `reads` are tables with their columns; `definition` the hash of the query they were found from. `is_stale`
    is set when the marks of a change are taken away; `width` is the deepest level that sums are kept for.
    """

    stock = models.CharField(_("存量"), max_length=KEY_LENGTH, db_collation="C", primary_key=True)
    day = models.DateField(_("日期"), null=True)
    is_stale = models.BooleanField(_("待重数"), default=True)
    width = models.PositiveSmallIntegerField(_("代码位数"), default=0)
    definition = models.CharField(_("定义摘要"), max_length=64)
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
    code = code_column()
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
