from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet
from governance.people.enums import Right
from governance.people.models.people import Post, User
from governance.people.states import HANDOVER_STEPS, HandoverState

NOTE_LENGTH = 1000


class HandoverQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_user(self, user):
        """Those in sight of whoever may see people there, and one's own to sign, with or without a post."""
        if not user.is_authenticated:
            return self.none()
        in_sight = super().for_user(user).order_by().values("pk")
        return self.filter(Q(pk__in=in_sight) | Q(from_user=user) | Q(to_user=user))

    def open(self):
        return self.filter(state=HandoverState.OPEN)

    def waiting_for(self, user):
        """Open ones that this very person has not signed yet."""
        giving = Q(from_user=user, giver_signed_at__isnull=True)
        return self.open().filter(giving | Q(to_user=user, taker_signed_at__isnull=True))

    def for_list(self):
        return self.annotate(
            area_name=F("area__name"),
            role_name=F("post__role__name"),
            from_name=F("from_user__name"),
            to_name=F("to_user__name"),
            items_count=models.Count("items"),
        )


class Handover(Staged, AreaBound):
    """What somebody who leaves a seat hands to whoever goes on: a checklist that both sign.

    When the giver is gone (dismissed, ill) a superior signs in his place and says why.
    """

    STAYS_WITH_AREA = True
    STEPS = HANDOVER_STEPS

    post = models.ForeignKey(Post, models.PROTECT, related_name="handovers", verbose_name=_("岗位"))
    from_user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("移交人"))
    to_user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("接交人"))
    state = models.CharField(
        _("状态"), max_length=10, choices=HandoverState, default=HandoverState.OPEN, editable=False
    )
    note = models.TextField(
        _("随交物品与说明"),
        max_length=NOTE_LENGTH,
        blank=True,
        help_text=_("如：钥匙、工作手机、纸质台账；不写居民个人信息"),
    )
    begun_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("发起人")
    )
    begun_at = models.DateTimeField(_("发起时间"), auto_now_add=True)
    giver_signed_at = models.DateTimeField(_("移交签字时间"), null=True, blank=True)
    giver_signed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("移交签字人")
    )
    giver_absence = models.CharField(_("代签原因"), max_length=200, blank=True)
    taker_signed_at = models.DateTimeField(_("接交签字时间"), null=True, blank=True)
    ended_at = models.DateTimeField(_("办结时间"), null=True, blank=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = _("工作交接")
        verbose_name_plural = _("工作交接")
        indexes = [models.Index(fields=["area_code", "begun_at"], name="handover_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["post", "from_user"],
                condition=Q(state=HandoverState.OPEN),
                name="handover_open_once",
                violation_error_message=_("这个岗位的交接正在办理，不用再发起。"),
            ),
            models.CheckConstraint(
                name="handover_two_people",
                condition=~Q(from_user=F("to_user")),
                violation_error_message=_("移交人和接交人不能是同一个人。"),
            ),
            models.CheckConstraint(
                name="handover_two_signatures",
                condition=Q(giver_signed_by__isnull=True) | ~Q(giver_signed_by=F("to_user")),
                violation_error_message=_("两边的签字须是不同的人。"),
            ),
            models.CheckConstraint(
                name="handover_done_is_signed",
                condition=~Q(state=HandoverState.DONE)
                | Q(giver_signed_at__isnull=False, taker_signed_at__isnull=False),
                violation_error_message=_("两边都签字后才算完成交接。"),
            ),
        ]

    def __str__(self):
        return f"{self.post} {self.from_user} → {self.to_user}"

    def missing_to_close(self) -> list[str]:
        signatures = (
            (self.giver_signed_at, gettext("移交人签字")),
            (self.taker_signed_at, gettext("接交人签字")),
        )
        return [words for signed, words in signatures if signed is None]

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        record(
            f"people.{step.name}_handover",
            by=by,
            subject=self,
            before={"state": source},
            after={"state": self.state},
            reason=note,
        )


class HandoverItem(models.Model):
    """One thing on the checklist as it stood: which duty, which row, what it was called."""

    handover = models.ForeignKey(Handover, models.CASCADE, related_name="items", verbose_name=_("工作交接"))
    duty = models.SlugField(_("事项类别"), max_length=30)
    row_id = models.BigIntegerField(_("记录编号"))
    title = models.CharField(_("事项"), max_length=120)
    url = models.CharField(_("页面"), max_length=200, blank=True)
    held_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("暂管人")
    )
    handed_at = models.DateTimeField(_("移交时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("交接事项")
        verbose_name_plural = _("交接事项")
        ordering = ["duty", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["handover", "duty", "row_id"], name="handover_item_once")
        ]

    def __str__(self):
        return self.title
