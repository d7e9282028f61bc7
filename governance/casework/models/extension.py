from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from governance.casework.enums import NOTE_LENGTH, LimitUnit
from governance.casework.models.case import Case
from governance.people.models import User


class Extension(models.Model):
    """延期: more time for the limit to settle, asked for by who handles the case, granted one level up, once a limit.

    `round` is how often the case had been reopened: a limit that begins anew may be extended anew.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="extensions", verbose_name=_("办件"))
    round = models.PositiveSmallIntegerField(_("第几轮"), default=0)
    amount = models.PositiveSmallIntegerField(_("延长"))
    unit = models.CharField(_("单位"), max_length=4, choices=LimitUnit)
    reason = models.TextField(_("理由"), max_length=NOTE_LENGTH)
    asked_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("申请人")
    )
    asked_at = models.DateTimeField(_("申请时间"), db_default=Now(), editable=False)
    is_granted = models.BooleanField(_("已批准"), null=True, blank=True)
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("批准人")
    )
    decided_at = models.DateTimeField(_("批复时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("延期")
        verbose_name_plural = _("延期")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "round"],
                condition=Q(is_granted__isnull=True) | Q(is_granted=True),
                name="case_extended_once",
                violation_error_message=_("每个办件只能延期一次，已经申请过或批准过延期。"),
            ),
            models.CheckConstraint(
                name="extension_decided_has_moment",
                condition=Q(is_granted__isnull=True, decided_at__isnull=True)
                | Q(is_granted__isnull=False, decided_at__isnull=False),
                violation_error_message=_("批复要有时间。"),
            ),
            models.CheckConstraint(
                name="extension_amount_positive",
                condition=Q(amount__gte=1),
                violation_error_message=_("延长的时间至少是 1。"),
            ),
        ]

    def __str__(self):
        return f"{self.amount} {self.get_unit_display()}"
