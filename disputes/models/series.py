from django.db import models
from django.utils.translation import gettext_lazy as _

from disputes.enums.rights import Right
from disputes.enums.series import HouseholdStatus
from disputes.models.dispute import Dispute
from governance.areas.models import AreaBound
from governance.casework.models.sight import SightQuerySet
from governance.kernel.days import today


class SeriesQuerySet(SightQuerySet):
    VIEW_RIGHT = Right.VIEW
    CASE = "lead__case__"


class Series(AreaBound):
    """Disputes alike, settled after one lead case (示范案): 办一案、解一片."""

    title = models.CharField(_("名称"), max_length=100)
    lead = models.ForeignKey(Dispute, models.PROTECT, related_name="leads", verbose_name=_("示范案"))
    opened_on = models.DateField(_("立项日期"), default=today)
    closed_on = models.DateField(_("办结日期"), null=True, blank=True)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("系列案")
        verbose_name_plural = _("系列案")
        indexes = [models.Index(fields=["area_code", "opened_on"], name="series_area")]

    def __str__(self):
        return self.title


class SeriesMember(models.Model):
    """One household of a series. It has a dispute of its own only when it needs one."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="members", verbose_name=_("系列案"))
    household = models.CharField(_("户"), max_length=80)
    dispute = models.OneToOneField(
        Dispute, models.PROTECT, null=True, blank=True, related_name="membership", verbose_name=_("纠纷")
    )
    status = models.CharField(
        _("情况"), max_length=10, choices=HouseholdStatus, default=HouseholdStatus.INFORMED
    )
    amount_cents = models.BigIntegerField(_("金额（分）"), null=True, blank=True)
    changed_on = models.DateField(_("更新日期"), default=today)

    class Meta:
        verbose_name = _("系列案户")
        verbose_name_plural = _("系列案户")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "household"],
                name="series_household_once",
                violation_error_message=_("同一户在系列案里只列一次。"),
            )
        ]

    def __str__(self):
        return self.household
