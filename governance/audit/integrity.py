"""Whether the trail is whole and sealed in time."""

from datetime import date, timedelta

from django.db.models import Max
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.audit.models import AuditEvent, AuditSeal
from governance.audit.sealing import verify
from governance.kernel.checking import Check, Found, Severity

CHECKED_NIGHTLY = timedelta(days=2)  # of the chain; the whole of it when somebody asks
SEALED_WITHIN = timedelta(days=1)


def _flaws(after: AuditSeal | None) -> list[Found]:
    return [Found(f"{flaw.seal_id}", f"{flaw.seal_id}") for flaw in verify(after=after)]


def _recent_flaws(day: date) -> list[Found]:
    older = AuditSeal.objects.filter(sealed_at__lt=timezone.now() - CHECKED_NIGHTLY)
    return _flaws(older.order_by("-id").first())


def _unsealed(day: date):
    reached = AuditSeal.objects.aggregate(last=Coalesce(Max("last_id"), 0))["last"]
    return AuditEvent.objects.filter(pk__gt=reached, at__lt=timezone.now() - SEALED_WITHIN)


CHECKS = (
    Check(
        code="audit-chain",
        title=_("审计记录的封存链不完整"),
        explains=_(
            "审计记录按批封存，前后相接。不相接的那一批被改动、删除或者添加过。每夜查两天内的，立即体检查全部。"
        ),
        mend=_("保护现场，请安全管理员运行 verify_audit，与导出的封存值比对。"),
        severity=Severity.SERIOUS,
        rows=_recent_flaws,
        thorough=lambda day: _flaws(None),
        noun=_("封存批次"),
    ),
    Check(
        code="audit-unsealed",
        title=_("审计记录超过一天没有封存"),
        explains=_("封存每分钟一次。超过一天没有封存，说明封存任务停了，这段记录没有防改保护。"),
        mend=_("请系统管理员检查后台任务是否在运行。"),
        severity=Severity.SERIOUS,
        rows=_unsealed,
        noun=_("审计记录"),
        area="",
    ),
)
