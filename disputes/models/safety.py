from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.enums.safety import ReportWay
from disputes.models.dispute import Dispute
from governance.people.models import User


class PoliceReport(models.Model):
    """报告公安机关: what points to a crime or to violence is told at once, and when is on record (第25条)."""

    dispute = models.ForeignKey(
        Dispute, models.CASCADE, related_name="police_reports", verbose_name=_("纠纷")
    )
    reported_at = models.DateTimeField(_("报告时间"), default=timezone.now)
    reported_to = models.CharField(_("报告给"), max_length=80)
    way = models.CharField(_("报告方式"), max_length=10, choices=ReportWay, default=ReportWay.EMERGENCY)
    content = models.CharField(_("报告内容"), max_length=1000)
    reported_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("报告人")
    )
    post_label = models.CharField(_("报告岗位"), max_length=120, blank=True, editable=False)
    external_number = models.CharField(_("接警或受案编号"), max_length=60, blank=True, default="")
    recorded_at = models.DateTimeField(_("记录时间"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("报告公安机关")
        verbose_name_plural = _("报告公安机关")
        ordering = ["id"]

    def __str__(self):
        return f"{self.reported_to} {self.reported_at:%Y-%m-%d}"

    @property
    def area_code(self) -> str:
        return self.dispute.area_code
