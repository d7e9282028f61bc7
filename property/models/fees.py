from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.scope import ScopedQuerySet
from property.enums import Right
from property.models.contracts import PropertyContract

QUARTER_MONTHS = (1, 4, 7, 10)


class ProjectFeeQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(
            area_name=F("area__name"),
            compound_name=F("contract__compound__name"),
            company_name=F("contract__company__name"),
        )


class ProjectFee(AreaBound):
    """What a project had to collect for a quarter and what came in, in whole yuan."""

    contract = models.ForeignKey(
        PropertyContract, models.PROTECT, related_name="fees", verbose_name=_("物业项目")
    )
    quarter_on = models.DateField(_("季度"), help_text=_("季度的第一天"))
    due_yuan = models.PositiveBigIntegerField(_("应收物业费（元）"))
    received_yuan = models.PositiveBigIntegerField(_("实收物业费（元）"))

    objects = ProjectFeeQuerySet.as_manager()

    class Meta:
        verbose_name = _("物业费收缴")
        verbose_name_plural = _("物业费收缴")
        indexes = [models.Index(fields=["area_code", "quarter_on"], name="project_fee_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "quarter_on"],
                name="project_fee_once",
                violation_error_message=_("这个项目本季度的物业费已经登记，请直接修改。"),
            ),
            models.CheckConstraint(
                name="project_fee_not_above_due",
                condition=Q(received_yuan__lte=F("due_yuan")),
                violation_error_message=_("实收不能超过应收，请核对；预收的物业费计入以后的季度。"),
            ),
            models.CheckConstraint(
                name="project_fee_quarter",
                condition=Q(quarter_on__day=1, quarter_on__month__in=QUARTER_MONTHS),
                violation_error_message=_("季度要写它的第一天，如 2026-07-01。"),
            ),
        ]

    def __str__(self):
        return f"{self.contract} {self.quarter_label}"

    @property
    def quarter_label(self) -> str:
        return quarter_label(self.quarter_on)

    @property
    def percent(self) -> float | None:
        return self.received_yuan * 100 / self.due_yuan if self.due_yuan else None


def quarter_label(quarter_on: date) -> str:
    """2026-07-01 → 2026-Q3, the name that files and pages give a quarter."""
    return f"{quarter_on.year}-Q{(quarter_on.month + 2) // 3}"


def quarters_back(quarter_on: date, count: int) -> list[date]:
    """A quarter and those before it, the latest first."""
    found = [quarter_on]
    while len(found) < count:
        last = found[-1] - timedelta(days=1)
        found.append(last.replace(month=last.month - 2, day=1))
    return found
