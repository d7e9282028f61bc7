from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.enums.mediation import AttendanceRole, FollowUpMethod, Satisfaction
from disputes.models.dispute import Dispute
from disputes.models.party import Party
from governance.kernel.days import today
from governance.kernel.masking import mask_name
from governance.people.models import Post, User


class MediationSession(models.Model):
    """One sitting. Two who write its record at once are told so: `version` counts what was saved."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="sessions", verbose_name=_("纠纷"))
    held_on = models.DateField(_("日期"), default=today)
    place = models.CharField(_("地点"), max_length=100, blank=True)
    is_open = models.BooleanField(_("公开调解"), default=False, db_default=False)
    record = models.TextField(_("调解记录"), max_length=4000, blank=True)
    mediator = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("调解员")
    )
    version = models.PositiveIntegerField(_("版本"), default=1, db_default=1)

    class Meta:
        verbose_name = _("调解")
        verbose_name_plural = _("调解")
        ordering = ["id"]

    def __str__(self):
        return f"{self.held_on} {self.place}"


class SessionAttendance(models.Model):
    """Who sat at the table: a party, the seat of an organ, or somebody by name.

    Whom the mediator invites (kin, neighbours, experts) comes with the parties' consent (人民调解法 第20条).
    """

    session = models.ForeignKey(
        MediationSession, models.CASCADE, related_name="attendance", verbose_name=_("调解")
    )
    party = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("当事人")
    )
    post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("岗位")
    )
    name = models.CharField(_("姓名或名称"), max_length=80, blank=True, default="")
    role = models.CharField(_("身份"), max_length=10, choices=AttendanceRole)
    consent = models.BooleanField(_("当事人同意其参加"), default=False)

    class Meta:
        verbose_name = _("到场人")
        verbose_name_plural = _("到场人")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="attendance_is_somebody",
                condition=Q(party__isnull=False, post__isnull=True, name="")
                | Q(party__isnull=True, post__isnull=False, name="")
                | (Q(party__isnull=True, post__isnull=True) & ~Q(name="")),
                violation_error_message=_("到场人填当事人、岗位或者姓名中的一项。"),
            ),
            models.CheckConstraint(
                name="attendance_invited_with_consent",
                condition=~Q(role=AttendanceRole.INVITED) | Q(consent=True),
                violation_error_message=_("受邀参加人要先征得双方当事人同意。"),
            ),
            models.UniqueConstraint(
                fields=["session", "party"],
                name="attendance_party_once",
                violation_error_message=_("同一当事人只列一次。"),
            ),
            models.UniqueConstraint(
                fields=["session", "post"],
                name="attendance_post_once",
                violation_error_message=_("同一岗位只列一次。"),
            ),
        ]

    def __str__(self):
        return str(self.party or self.post or mask_name(self.name))


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
