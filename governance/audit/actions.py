from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.audit.enums import FORGOTTEN_AT_ONCE, REVEALS_PER_HOUR, SHORTEST_REASON, Outcome, Right
from governance.audit.models import AuditEvent
from governance.kernel.context import facts
from governance.kernel.errors import Refused
from governance.kernel.sealing import Sealed

WRITERS_LOCK = 0x5A4E  # shared by writers, exclusive for the sealing job


def record(
    action: str,
    *,
    by,
    subject: models.Model | None = None,
    area_code: str = "",
    before: dict | None = None,
    after: dict | None = None,
    reason: str = "",
    outcome: str = Outcome.DONE,
) -> AuditEvent:
    """Write one audit row in the caller's transaction. `by` None is the system itself.

    `before` and `after` hold non-personal fields only. The shared lock lets the sealing job know
    when every row below an id is in: ids are drawn under it.
    """
    known = facts.get()
    with transaction.atomic(savepoint=False):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [WRITERS_LOCK])
        return AuditEvent.objects.create(
            actor_id=getattr(by, "pk", None),
            actor=str(by) if by is not None else "system",
            post=getattr(by, "post_label", "")[:120],
            area_code=area_code or getattr(subject, "area_code", ""),
            action=action,
            object_type=subject._meta.label_lower if subject is not None else "",
            object_id=str(subject.pk) if subject is not None else "",
            object_label=str(subject)[:160] if subject is not None else "",
            before=before,
            after=after,
            reason=reason[:500],
            outcome=outcome,
            request_id=known.request_id,
            address=known.address,
        )


def forget(rows: models.QuerySet, **empty) -> int:
    """Empty personal values of rows whose time is over, some hundreds at once with a line in the trail; how many.

    `rows` are those that still hold something: an emptied one must no longer be among them.
    """
    total = 0
    while found := list(rows.order_by("pk").values_list("pk", flat=True)[:FORGOTTEN_AT_ONCE]):
        with transaction.atomic():
            rows.model._base_manager.filter(pk__in=found).update(**empty)
            after = {"model": rows.model._meta.label_lower, "rows": len(found)}
            record("personal.forget", by=None, after=after)
        total += len(found)
    return total


def demand_reveal(subject: models.Model, *, by, reason: str, after: dict) -> None:
    """Let somebody see personal values of a row in the clear: the right, a reason, not too often, and on record.

    Called inside the transaction that opens the values; `after` says which, and never what they are.
    """
    if not by.may(Right.REVEAL, subject.area_code):
        raise PermissionDenied
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refused(
            "reason_required", _("查看完整信息需要写明用途（至少 {} 个字）。").format(SHORTEST_REASON)
        )
    hour_ago = timezone.now() - timedelta(hours=1)
    looks = AuditEvent.objects.filter(actor_id=by.pk, action="personal.reveal", at__gte=hour_ago).count()
    if looks >= REVEALS_PER_HOUR:
        raise Refused(
            "too_many_reveals", _("一小时内最多查看 {} 次完整信息，请稍后再试。").format(REVEALS_PER_HOUR)
        )
    record("personal.reveal", by=by, subject=subject, after=after, reason=reason.strip())


def reveal(obj: Sealed, name: str, *, by, reason: str) -> str:
    """Open one sealed value of one row for a stated reason; the look is recorded before the value leaves."""
    with transaction.atomic():
        demand_reveal(obj, by=by, reason=reason, after={"field": name})
        return obj.open_value(name)
