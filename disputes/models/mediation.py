from django.db import models
from django.utils.translation import gettext_lazy as _

from disputes.enums.mediation import AgreementForm, FollowUpMethod, Satisfaction
from disputes.models.dispute import Dispute
from disputes.models.party import Party
from governance.kernel.days import today
from governance.people.models import User


class MediationSession(models.Model):
    """One sitting."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="sessions", verbose_name=_("纠纷"))
    held_on = models.DateField(_("日期"), default=today)
    place = models.CharField(_("地点"), max_length=100, blank=True)
    record = models.TextField(_("调解记录"), max_length=4000, blank=True)
    mediator = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("调解员")
    )

    class Meta:
        verbose_name = _("调解")
        verbose_name_plural = _("调解")
        ordering = ["id"]

    def __str__(self):
        return f"{self.held_on} {self.place}"


class Agreement(models.Model):
    """What the parties agreed. An oral agreement takes effect the day it is reached (人民调解法 第30条)."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="agreements", verbose_name=_("纠纷"))
    form = models.CharField(_("形式"), max_length=10, choices=AgreementForm)
    content = models.TextField(_("协议内容"), max_length=4000)
    effective_on = models.DateField(_("生效日期"), default=today)
    amount_cents = models.BigIntegerField(_("金额（分）"), null=True, blank=True)

    class Meta:
        verbose_name = _("调解协议")
        verbose_name_plural = _("调解协议")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="agreement_amount_not_negative",
                condition=models.Q(amount_cents__isnull=True) | models.Q(amount_cents__gte=0),
                violation_error_message=_("金额不能为负数。"),
            )
        ]

    def __str__(self):
        return f"{self.get_form_display()} {self.effective_on}"


class AgreementParty(models.Model):
    """A party that agreed."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="parties", verbose_name=_("协议"))
    party = models.ForeignKey(Party, models.PROTECT, related_name="agreements", verbose_name=_("当事人"))

    class Meta:
        verbose_name = _("协议当事人")
        verbose_name_plural = _("协议当事人")
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "party"],
                name="agreement_party_once",
                violation_error_message=_("同一当事人在协议上只列一次。"),
            )
        ]

    def __str__(self):
        return str(self.party)


class FollowUp(models.Model):
    """A call back to the parties after the end: are they content, did it flare up again."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="follow_ups", verbose_name=_("纠纷"))
    followed_on = models.DateField(_("回访日期"), default=today)
    method = models.CharField(_("方式"), max_length=10, choices=FollowUpMethod, default=FollowUpMethod.PHONE)
    satisfaction = models.CharField(_("满意度"), max_length=20, choices=Satisfaction)
    rekindled = models.BooleanField(_("有反复"), default=False)
    note = models.CharField(_("说明"), max_length=500, blank=True)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("回访人")
    )

    class Meta:
        verbose_name = _("回访")
        verbose_name_plural = _("回访")
        ordering = ["id"]

    def __str__(self):
        return f"{self.followed_on} {self.get_satisfaction_display()}"
