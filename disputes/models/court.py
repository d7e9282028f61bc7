"""Courts and the centre: a judge invited to a dispute, a case a court delegates, the shared court of a township."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from disputes.enums.court import NEAR_RETURN, CourtRight, DelegationResult
from disputes.enums.rights import Right
from disputes.models.dispute import Dispute
from governance.areas.models import AreaBound
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import Post, User


class SharedCourtQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(area_name=F("area__name")).select_related("judge_post__role", "judge_post__area")


class SharedCourt(AreaBound):
    """共享法庭: where a judge can be met in a township, who, and when as a plan."""

    name = models.CharField(_("名称"), max_length=80)
    place = models.CharField(_("地点"), max_length=120)
    judge_post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("联系法官岗位")
    )
    schedule = models.CharField(_("开放安排"), max_length=200)
    closed_on = models.DateField(_("停用日期"), null=True, blank=True)

    objects = SharedCourtQuerySet.as_manager()

    class Meta:
        verbose_name = _("共享法庭")
        verbose_name_plural = _("共享法庭")
        indexes = [models.Index(fields=["area_code", "id"], name="shared_court_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "name"],
                name="shared_court_once",
                violation_error_message=_("这里已有同名的共享法庭。"),
            )
        ]

    def __str__(self):
        return self.name


class CollaborationQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    AREA_FIELD = "dispute__case__area_code"

    def for_list(self):
        return self.annotate(
            number=F("dispute__case__number"),
            title=F("dispute__case__title"),
            area_name=F("dispute__case__area__name"),
        )


class InvitationQuerySet(CollaborationQuerySet):
    """The same rows as the judge sees them: a seat's invitations until they end. Areas give nothing here."""

    VIEW_RIGHT = CourtRight.CONSULT

    def for_user(self, user):
        if not user.may(self.VIEW_RIGHT):
            return self.none()
        posts = [seat.post_id for seat in user.seats]
        return self.filter(judge_post__in=posts, ended_on=None, dispute__case__closed_on=None)


class CourtCollaboration(models.Model):
    """法官协作: a judge reads one dispute, says what the law says, sits in. The dispute stays the mediator's."""

    dispute = models.ForeignKey(
        Dispute, models.CASCADE, related_name="collaborations", verbose_name=_("纠纷")
    )
    judge_post = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name=_("法官岗位"))
    question = models.CharField(_("请教的问题"), max_length=1000)
    asked_on = models.DateField(_("邀请日期"), default=today)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("邀请人"))
    answer = models.TextField(_("法律意见"), max_length=4000, blank=True)
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)
    ended_on = models.DateField(_("协作结束日期"), null=True, blank=True)

    objects = CollaborationQuerySet.as_manager()
    invitations = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("法官协作")
        verbose_name_plural = _("法官协作")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dispute", "judge_post"],
                condition=Q(ended_on=None),
                name="collaboration_open_once",
                violation_error_message=_("这位法官正在协作这件纠纷，不用再邀请。"),
            ),
            models.CheckConstraint(
                name="collaboration_answer_has_day",
                condition=Q(answer="", answered_on=None) | (~Q(answer="") & Q(answered_on__isnull=False)),
                violation_error_message=_("法律意见要有答复日期。"),
            ),
        ]

    def __str__(self):
        return f"{self.dispute} {self.judge_post}"

    @property
    def area_code(self) -> str:
        return self.dispute.area_code


class DelegationQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    AREA_FIELD = "dispute__case__area_code"

    def open(self):
        return self.filter(returned_on=None)

    def for_list(self):
        return self.annotate(
            number=F("dispute__case__number"),
            title=F("dispute__case__title"),
            area_name=F("dispute__case__area__name"),
        )


class CourtDelegation(models.Model):
    """法院委派: a case lent by a court under its own number, to be given back with the result by a day."""

    dispute = models.OneToOneField(
        Dispute, models.CASCADE, primary_key=True, related_name="delegation", verbose_name=_("纠纷")
    )
    court = models.CharField(_("委派法院"), max_length=100)
    external_number = models.CharField(_("法院案号"), max_length=60)
    delegated_on = models.DateField(_("委派日期"), default=today)
    return_by = models.DateField(_("交回期限"))
    result = models.CharField(_("交回结果"), max_length=10, choices=DelegationResult, blank=True)
    result_note = models.CharField(_("结果说明"), max_length=500, blank=True)
    returned_on = models.DateField(_("交回日期"), null=True, blank=True)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = _("法院委派")
        verbose_name_plural = _("法院委派")
        constraints = [
            models.CheckConstraint(
                name="delegation_returned_with_result",
                condition=Q(returned_on=None, result="") | (Q(returned_on__isnull=False) & ~Q(result="")),
                violation_error_message=_("交回法院要写明结果。"),
            ),
            models.CheckConstraint(
                name="delegation_return_after_day",
                condition=Q(return_by__gte=F("delegated_on")),
                violation_error_message=_("交回期限不能早于委派日期。"),
            ),
            models.UniqueConstraint(
                fields=["court", "external_number"],
                name="delegation_number_once",
                violation_error_message=_("这个法院案号已经登记过，请核对。"),
            ),
        ]

    def __str__(self):
        return f"{self.court} {self.external_number}"

    @property
    def area_code(self) -> str:
        return self.dispute.area_code

    @property
    def days_left(self) -> int:
        """Days to the day it goes back; negative when that has passed."""
        return (self.return_by - today()).days

    @property
    def tone(self) -> str:
        if self.returned_on:
            return "ok"
        return "late" if self.days_left < 0 else "near" if self.days_left <= NEAR_RETURN.days else "primary"
