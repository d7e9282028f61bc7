from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.enums.agreements import ConfirmationPaper
from disputes.models.agreement import Agreement


class JudicialConfirmation(models.Model):
    """司法确认: the court confirms what both parties ask it to (人民调解法 第33条; 民事诉讼法 第205、206条)."""

    agreement = models.OneToOneField(
        Agreement, models.CASCADE, related_name="confirmation", verbose_name=_("协议")
    )
    court = models.CharField(_("法院"), max_length=100)
    applied_on = models.DateField(_("申请日期"))
    external_number = models.CharField(_("案号"), max_length=60, blank=True, default="")
    papers = ArrayField(
        models.CharField(max_length=20, choices=ConfirmationPaper), verbose_name=_("提交的材料"), default=list
    )
    decided_on = models.DateField(_("裁定日期"), null=True, blank=True)
    is_confirmed = models.BooleanField(_("确认有效"), null=True, blank=True)
    ruling_note = models.TextField(_("裁定说明"), max_length=2000, blank=True, default="")

    class Meta:
        verbose_name = _("司法确认")
        verbose_name_plural = _("司法确认")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="confirmation_decided_has_day",
                condition=Q(decided_on__isnull=True, is_confirmed__isnull=True)
                | Q(decided_on__isnull=False, is_confirmed__isnull=False),
                violation_error_message=_("裁定要有日期和结果。"),
            ),
            models.CheckConstraint(
                name="confirmation_decided_after_applied",
                condition=Q(decided_on__isnull=True) | Q(decided_on__gte=models.F("applied_on")),
                violation_error_message=_("裁定日期不能早于申请日期。"),
            ),
        ]

    def __str__(self):
        return f"{self.court} {self.external_number}".strip()
