"""Sittings at the table and who came (人民调解法 第20–22、27条)."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from disputes.enums.rights import Right
from disputes.models import Dispute, MediationSession, SessionAttendance
from disputes.states import DisputeState
from governance.audit.actions import record
from governance.casework.models import Case
from governance.kernel.errors import Refused, refuse_if_invalid
from governance.people.models import User

_AT_THE_TABLE = (DisputeState.MEDIATING, DisputeState.JOINT)


@transaction.atomic
def record_sitting(
    dispute: Dispute, *, by: User, attendance: Iterable[dict] = (), **fields
) -> MediationSession:
    """登记一次调解: where, when, who came and what was said."""
    case = _hold(dispute, by)
    if case.state not in _AT_THE_TABLE:
        words = _("现在是「{state}」，不能登记调解。请刷新页面查看最新进展。")
        raise Refused("wrong_state", words.format(state=case.get_state_display()))
    sitting = MediationSession(dispute=dispute, mediator=by, **fields)
    _write(sitting, attendance)
    case.note("sitting", by=by)
    record("sitting.record", by=by, subject=sitting)
    return sitting


@transaction.atomic
def change_sitting(
    sitting: MediationSession, *, by: User, version: int, attendance: Iterable[dict] = (), **fields
) -> MediationSession:
    """修改调解记录, as long as the case is open.

    Two who write at once: the second is told, and loses nothing of what was typed (`changed_meanwhile`).
    """
    case = _hold(sitting.dispute, by)
    if case.closed_on is not None:
        raise Refused("case_closed", _("已经结案的纠纷不能修改调解记录。需要补充的请先重新办理。"))
    held = MediationSession.objects.get(pk=sitting.pk)
    if version != held.version:
        raise Refused("changed_meanwhile", _("别人刚刚保存过这份记录。两个版本已并排列出，请合并后再保存。"))
    for name, value in fields.items():
        setattr(held, name, value)
    held.version += 1
    held.attendance.all().delete()
    _write(held, attendance)
    case.note("sitting_change", by=by)
    record("sitting.change", by=by, subject=held, after={"version": held.version})
    return held


def _hold(dispute: Dispute, by: User) -> Case:
    case = Case.objects.select_for_update(of=("self",)).get(pk=dispute.pk)
    if not by.may(Right.MEDIATE, case.area_code):
        raise PermissionDenied
    return case


def _write(sitting: MediationSession, attendance: Iterable[dict]) -> None:
    refuse_if_invalid(sitting)
    sitting.save()
    rows = [SessionAttendance(session=sitting, **row) for row in attendance]
    for row in rows:
        refuse_if_invalid(row)
    SessionAttendance.objects.bulk_create(rows)
