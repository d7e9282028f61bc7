import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.dispatch.enums import Channel, DeliveryState, Right
from governance.dispatch.models.notices import Notice
from governance.dispatch.models.preferences import NoticeKind
from governance.dispatch.states import DELIVERY_STEPS, ON_ITS_WAY, UNSENT
from governance.kernel.lifecycle import Staged
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import User

ERROR = 120


class DeliveryQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.DELIVERIES

    def due(self, channel: str, now):
        """What is to be sent by a way now, oldest first; what waits for a digest goes with it."""
        rows = self.filter(channel=channel, state__in=ON_ITS_WAY, next_at__lte=now, is_for_digest=False)
        return rows.order_by("next_at", "pk")

    def for_digest(self, now):
        """What the digest of this moment takes in."""
        return self.filter(state=DeliveryState.HELD, is_for_digest=True, next_at__lte=now)

    def unsent(self):
        return self.filter(state__in=UNSENT)

    def for_list(self):
        rows = self.select_related("kind", "person", "notice__case", "notice__cycle")
        return rows.annotate(kind_code=F("kind__code"), person_name=F("person__name"))


class Delivery(AreaBound, Staged):
    """One notice on its way to one person by one way, or the digest of a day; `key` stays the same over all tries."""

    STEPS = DELIVERY_STEPS

    notice = models.ForeignKey(
        Notice, models.PROTECT, null=True, blank=True, related_name="deliveries", verbose_name=_("通知")
    )
    kind = models.ForeignKey(
        NoticeKind, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("提醒种类")
    )
    person = models.ForeignKey(User, models.PROTECT, related_name="deliveries", verbose_name=_("收件人"))
    channel = models.CharField(_("发送方式"), max_length=10, choices=Channel)
    state = models.CharField(
        _("状态"), max_length=10, choices=DeliveryState, default=DeliveryState.WAITING, editable=False
    )
    key = models.UUIDField(_("唯一编号"), default=uuid.uuid4, unique=True, editable=False)
    is_for_digest = models.BooleanField(_("等每日汇总"), default=False)
    digest_on = models.DateField(_("汇总日期"), null=True, blank=True)
    digest = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="gathered", verbose_name=_("并入的汇总")
    )
    created_at = models.DateTimeField(_("生成时间"), default=timezone.now)
    asked_at = models.DateTimeField(_("要求发送的时间"), default=timezone.now)
    next_at = models.DateTimeField(_("下次发送"), default=timezone.now)
    # Set before a try and kept until the outcome is known: what finds it set may have been sent already.
    begun_at = models.DateTimeField(_("开始发送"), null=True, blank=True, editable=False)
    tries = models.PositiveSmallIntegerField(_("试过次数"), default=0)
    sent_at = models.DateTimeField(_("发出时间"), null=True, blank=True)
    reference = models.CharField(_("对方回执"), max_length=120, blank=True)
    error = models.CharField(_("没有发出的原因"), max_length=ERROR, blank=True)
    address_masked = models.CharField(_("接收地址"), max_length=120, blank=True, editable=False)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("通知发送")
        verbose_name_plural = _("通知发送")
        indexes = [
            models.Index(fields=["area_code", "created_at"], name="delivery_area"),
            models.Index(fields=["created_at", "id"], name="delivery_latest"),
            models.Index(fields=["person", "channel"], name="delivery_person"),
            models.Index(
                fields=["channel", "next_at"], condition=Q(state__in=["waiting", "held"]), name="delivery_due"
            ),
            models.Index(
                fields=["channel", "created_at"],
                condition=Q(state__in=["failed", "given_up"]),
                name="delivery_unsent",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "person", "channel"],
                name="delivery_once",
                violation_error_message=_("这条通知已经按这种方式发给此人。"),
            ),
            models.UniqueConstraint(
                fields=["person", "channel", "digest_on"],
                condition=Q(digest_on__isnull=False),
                name="digest_once_a_day",
                violation_error_message=_("当天的汇总已经有了。"),
            ),
            models.CheckConstraint(
                name="delivery_notice_or_digest",
                condition=Q(notice__isnull=False, digest_on__isnull=True)
                | Q(notice__isnull=True, digest_on__isnull=False),
                violation_error_message=_("要么是一条通知，要么是一天的汇总。"),
            ),
        ]

    def __str__(self):
        return f"{self.get_channel_display()} {self.notice_id or self.digest_on}"

    @property
    def number(self) -> str:
        """By number and kind alone: a message outside the portal says no more of a matter."""
        if self.notice is None:
            return ""
        return (
            self.notice.case.number
            if self.notice.case
            else self.notice.cycle.period
            if self.notice.cycle
            else ""
        )

    @property
    def may_be_resent(self) -> bool:
        return self.state in UNSENT

    @property
    def tone(self) -> str:
        """How the state is shown."""
        return {DeliveryState.SENT: "ok", DeliveryState.WAITING: "near"}.get(
            self.state, "late" if self.may_be_resent else "paused"
        )

    def record_move(self, *, step, source, by, note):
        """Only what a person does goes to the trail; the row itself says what the system did."""
        if by is not None:
            record(
                "dispatch.resend", by=by, subject=self, before={"state": source}, after={"state": self.state}
            )


class ChannelStop(models.Model):
    """A way out that is shut for the time being: no message is tried by it until then; the others go on."""

    channel = models.CharField(_("发送方式"), max_length=10, choices=Channel, unique=True)
    until = models.DateTimeField(_("暂停到"))
    since = models.DateTimeField(_("从什么时候起"), default=timezone.now)
    faults = models.PositiveSmallIntegerField(_("连续次数"), default=0)
    error = models.CharField(_("原因"), max_length=ERROR, blank=True)

    class Meta:
        verbose_name = _("发送方式暂停")
        verbose_name_plural = _("发送方式暂停")

    def __str__(self):
        return self.get_channel_display()
