import pgtrigger
from django.contrib.postgres.indexes import BrinIndex
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from governance.audit.enums import Outcome, Right
from governance.kernel.scope import ScopedQuerySet

_FROZEN = [
    pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
    pgtrigger.Trigger(
        name="no_truncate",
        operation=pgtrigger.Truncate,
        when=pgtrigger.Before,
        level=pgtrigger.Statement,
        func="RAISE EXCEPTION 'the audit trail is append-only';",
    ),
]


class AuditEventQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.order_by("-id")


class AuditEvent(models.Model):
    """Who did what to which object, in which post, and why. Written once, never changed.

    The actor and the object are kept as plain values, not foreign keys: the trail outlives both.
    """

    at = models.DateTimeField(_("时间"), db_default=Now(), editable=False)
    actor_id = models.BigIntegerField(_("操作人编号"), null=True)
    actor = models.CharField(_("操作人"), max_length=80)
    post = models.CharField(_("岗位"), max_length=120, blank=True)
    area_code = models.CharField(_("区划代码"), max_length=18, blank=True, db_collation="C")
    action = models.CharField(_("动作"), max_length=60)
    object_type = models.CharField(_("对象类型"), max_length=60, blank=True)
    object_id = models.CharField(_("对象编号"), max_length=60, blank=True)
    object_label = models.CharField(_("对象"), max_length=160, blank=True)
    before = models.JSONField(_("变更前"), encoder=DjangoJSONEncoder, null=True)
    after = models.JSONField(_("变更后"), encoder=DjangoJSONEncoder, null=True)
    reason = models.CharField(_("理由"), max_length=500, blank=True)
    outcome = models.CharField(_("结果"), max_length=10, choices=Outcome, default=Outcome.DONE)
    request_id = models.CharField(_("请求编号"), max_length=64, blank=True)
    address = models.CharField(_("来源地址"), max_length=45, blank=True)

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("审计记录")
        verbose_name_plural = _("审计记录")
        indexes = [
            models.Index(fields=["object_type", "object_id", "-id"], name="audit_object"),
            models.Index(fields=["actor_id", "-id"], name="audit_actor"),
            models.Index(fields=["area_code", "-id"], name="audit_area"),
            BrinIndex(fields=["at"], name="audit_at"),
        ]
        triggers = _FROZEN

    def __str__(self):
        return f"{self.action} {self.object_label}"


class AuditSeal(models.Model):
    """One link of the chain: the hash over a batch of events and the hash before it."""

    sealed_at = models.DateTimeField(_("封存时间"), db_default=Now())
    first_id = models.BigIntegerField(_("首条编号"))
    last_id = models.BigIntegerField(_("末条编号"), unique=True)
    count = models.PositiveIntegerField(_("条数"))
    previous_hash = models.CharField(_("上一环"), max_length=64, blank=True)
    hash = models.CharField(_("本环"), max_length=64)

    class Meta:
        verbose_name = _("审计封存")
        verbose_name_plural = _("审计封存")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_id__lte=models.F("last_id")), name="audit_seal_range"
            )
        ]
        triggers = _FROZEN

    def __str__(self):
        return f"{self.first_id}–{self.last_id}"
