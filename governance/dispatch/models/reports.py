from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import CycleKind
from governance.statistics.models import KEY_LENGTH

SECTION = 20


class ReportFigure(models.Model):
    """A figure that the work reports of every office show, in its place; one of them ranks the units below, one is
    followed over time."""

    kind = models.CharField(_("用在"), max_length=10, choices=CycleKind)
    position = models.PositiveSmallIntegerField(_("序号"))
    section = models.CharField(_("板块"), max_length=SECTION)
    indicator = models.CharField(_("指标"), max_length=KEY_LENGTH, db_collation="C")
    is_ranked = models.BooleanField(_("用来比较下级单位"), default=False)
    is_followed = models.BooleanField(_("画走势图"), default=False)

    class Meta:
        verbose_name = _("工作报告的指标")
        verbose_name_plural = _("工作报告的指标")
        ordering = ["kind", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "position"],
                name="report_figure_place_once",
                violation_error_message=_("这个序号已经有指标。"),
            ),
            models.UniqueConstraint(
                fields=["kind", "indicator"],
                name="report_figure_once",
                violation_error_message=_("这个指标已经列入这种报告。"),
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(is_ranked=True),
                name="report_ranks_by_one",
                violation_error_message=_("一种报告只用一个指标比较下级单位。"),
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(is_followed=True),
                name="report_follows_one",
                violation_error_message=_("一种报告只画一个指标的走势。"),
            ),
        ]

    def __str__(self):
        return self.indicator
