from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.enums.disputes import Track
from disputes.models.dispute import Dispute
from governance.kernel.days import today


class TrackLimit(models.Model):
    """How long another track may take for one of its stages, in calendar days; the last stage is the one with a result.

    The row with the longest `category_prefix` that begins the dispute's category counts.
    """

    track = models.CharField(_("渠道"), max_length=20, choices=Track)
    category_prefix = models.CharField(_("类别代码开头"), max_length=4, blank=True, default="")
    name = models.CharField(_("名称"), max_length=40)
    accept_days = models.PositiveSmallIntegerField(_("受理期限（天）"), null=True, blank=True)
    result_days = models.PositiveSmallIntegerField(_("办结期限（天）"), null=True, blank=True)
    more_days = models.PositiveSmallIntegerField(_("可延长（天）"), default=0)
    basis = models.CharField(_("依据"), max_length=200)

    class Meta:
        verbose_name = _("其他渠道时限")
        verbose_name_plural = _("其他渠道时限")
        ordering = ["track", "category_prefix"]
        constraints = [
            models.UniqueConstraint(
                fields=["track", "category_prefix"],
                name="track_limit_once",
                violation_error_message=_("同一渠道和类别只能有一条时限。"),
            )
        ]

    def __str__(self):
        return self.name


class TrackReferral(models.Model):
    """A dispute handed to another track, which goes on under its own number and its own clock."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="referrals", verbose_name=_("纠纷"))
    track = models.CharField(_("渠道"), max_length=20, choices=Track)
    body = models.CharField(_("受理机关"), max_length=100, blank=True, default="")
    external_number = models.CharField(_("对方编号"), max_length=60, blank=True, default="")
    sent_on = models.DateField(_("导入日期"), default=today)
    limit = models.ForeignKey(
        TrackLimit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("时限")
    )
    due_on = models.DateField(_("对方办结期限"), null=True, blank=True)
    result = models.TextField(_("结果"), max_length=2000, blank=True, default="")
    result_on = models.DateField(_("结果日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("导入其他渠道")
        verbose_name_plural = _("导入其他渠道")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="referral_result_has_day",
                condition=Q(result="", result_on__isnull=True) | (~Q(result="") & Q(result_on__isnull=False)),
                violation_error_message=_("结果和结果日期要一起填写。"),
            ),
            models.CheckConstraint(
                name="referral_result_after_sent",
                condition=Q(result_on__isnull=True) | Q(result_on__gte=models.F("sent_on")),
                violation_error_message=_("结果日期不能早于导入日期。"),
            ),
        ]

    def __str__(self):
        return f"{self.get_track_display()} {self.external_number}".strip()

    @property
    def accept_due_on(self):
        """Until when the other side says whether it takes the matter."""
        days = self.limit and self.limit.accept_days
        return self.sent_on + timedelta(days=days) if days else None
