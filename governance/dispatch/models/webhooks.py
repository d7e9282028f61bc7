import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.dispatch.enums import HOOK_EVENTS, DeliveryState, HookEvent, Right
from governance.dispatch.models.briefs import Brief
from governance.dispatch.models.corrections import Correction
from governance.dispatch.models.deliveries import ERROR
from governance.dispatch.states import HOOK_STEPS
from governance.kernel.lifecycle import Staged
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.sealing import Sealed, SealedField
from governance.kernel.wording import listed
from governance.people.models import User


def mask_secret(secret: str) -> str:
    """The beginning, by which one key is told from another."""
    return f"{secret[:8]}…"


class WebhookQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def kept_by(self, user):
        """Those whose office the user issues papers for: the address itself may be a key to the other system."""
        return self.reached_by(user.reaches(Right.MANAGE), user)

    def live(self):
        return self.filter(stopped_at=None)

    def for_list(self):
        return self.select_related("area").annotate(area_name=F("area__name"))


class Webhook(Sealed, AreaBound):
    """An address outside that is told of papers issued in its area: kind, number and link, never of persons."""

    SEALED = {"secret": mask_secret}

    name = models.CharField(_("用途"), max_length=80)
    url = models.URLField(_("接收地址"), max_length=300)
    events = ArrayField(
        models.CharField(max_length=20, choices=[(event.value, event.label) for event in HOOK_EVENTS]),
        verbose_name=_("通知哪些事"),
    )
    secret_sealed = SealedField(_("签名密钥"))
    secret_masked = models.CharField(_("签名密钥"), max_length=16, blank=True, editable=False)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("登记人"))
    created_at = models.DateTimeField(_("登记时间"), default=timezone.now, editable=False)
    failing_since = models.DateTimeField(_("从什么时候起发不出"), null=True, blank=True, editable=False)
    stopped_at = models.DateTimeField(_("停用时间"), null=True, blank=True, editable=False)
    stopped_because = models.CharField(_("停用原因"), max_length=ERROR, blank=True, editable=False)

    objects = WebhookQuerySet.as_manager()

    class Meta:
        verbose_name = _("简报推送")
        verbose_name_plural = _("简报推送")
        indexes = [models.Index(fields=["area_code", "-id"], name="webhook_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "url"],
                name="webhook_once",
                violation_error_message=_("这个地址已经登记过，请直接使用。"),
            ),
            models.CheckConstraint(
                name="webhook_is_https",
                condition=Q(url__startswith="https://"),
                violation_error_message=_("接收地址要以 https:// 开头。"),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_live(self) -> bool:
        return self.stopped_at is None

    @property
    def tone(self) -> str:
        return "paused" if self.stopped_at else "late" if self.failing_since else "ok"

    @property
    def state_words(self) -> str:
        return _("已停用") if self.stopped_at else _("发不出") if self.failing_since else _("正常")

    @property
    def event_words(self) -> str:
        return listed(HookEvent(event).label for event in self.events)


class HookDeliveryQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def due(self, now):
        """What is to be sent now, oldest first; nothing to an address that is stopped."""
        waiting = self.filter(state=DeliveryState.WAITING, next_at__lte=now, webhook__stopped_at=None)
        return waiting.order_by("next_at", "pk")


class HookDelivery(AreaBound, Staged):
    """One event on its way to one address; `key` stays the same over all tries."""

    STEPS = HOOK_STEPS

    webhook = models.ForeignKey(
        Webhook, models.CASCADE, related_name="deliveries", db_index=False, verbose_name=_("简报推送")
    )
    event = models.CharField(_("事项"), max_length=20, choices=HookEvent)
    brief = models.ForeignKey(
        Brief, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("简报")
    )
    correction = models.ForeignKey(
        Correction, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("更正说明")
    )
    state = models.CharField(
        _("状态"), max_length=10, choices=DeliveryState, default=DeliveryState.WAITING, editable=False
    )
    key = models.UUIDField(_("唯一编号"), default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(_("生成时间"), default=timezone.now)
    next_at = models.DateTimeField(_("下次发送"), default=timezone.now)
    tries = models.PositiveSmallIntegerField(_("试过次数"), default=0)
    sent_at = models.DateTimeField(_("发出时间"), null=True, blank=True)
    status = models.PositiveSmallIntegerField(_("对方的答复码"), null=True, blank=True)
    error = models.CharField(_("没有发出的原因"), max_length=ERROR, blank=True)

    objects = HookDeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("简报推送记录")
        verbose_name_plural = _("简报推送记录")
        indexes = [
            models.Index(fields=["area_code", "-id"], name="hook_delivery_area"),
            models.Index(fields=["webhook", "-id"], name="hook_delivery_hook"),
            models.Index(fields=["next_at"], condition=Q(state="waiting"), name="hook_delivery_due"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["webhook", "brief"],
                condition=Q(brief__isnull=False),
                name="hook_brief_once",
                violation_error_message=_("这份简报已经通知过这个地址。"),
            ),
            models.UniqueConstraint(
                fields=["webhook", "correction"],
                condition=Q(correction__isnull=False),
                name="hook_correction_once",
                violation_error_message=_("这份更正说明已经通知过这个地址。"),
            ),
        ]

    def __str__(self):
        return f"{self.get_event_display()} {self.number}"

    @property
    def number(self) -> str:
        """What the paper is called, by number alone."""
        if self.correction:
            return self.correction.number
        return f"{self.brief.issue_year}-{self.brief.issue_no}" if self.brief else ""

    @property
    def may_be_resent(self) -> bool:
        return self.state == DeliveryState.GIVEN_UP

    @property
    def tone(self) -> str:
        return {DeliveryState.SENT: "ok", DeliveryState.WAITING: "near"}.get(self.state, "late")

    def record_move(self, *, step, source, by, note):
        """Only what a person does goes to the trail; the row itself says what the system did."""
        if by is not None:
            record("dispatch.webhook.resend", by=by, subject=self, before={"state": source})
