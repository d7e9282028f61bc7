"""Sittings: when and where, who came, what was said. Two who write one record at once are told so."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from disputes.actions.parties import hold_open_case
from disputes.enums.mediation import AttendanceRole
from disputes.enums.rights import Right
from disputes.models import Dispute, MediationSession, SessionAttendance
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.models import User

MOST_INVITED = 30


@transaction.atomic
def hold_sitting(dispute: Dispute, *, by: User, held_on: date, **told) -> MediationSession:
    """登记一场调解 of which somebody sat in the chair: the mediator is who writes it down."""
    case = hold_open_case(dispute, by=by, right=Right.MEDIATE)
    sitting = MediationSession(dispute=dispute, mediator=by)
    _write(sitting, held_on=held_on, **told)
    case.note("sitting", by=by, note=told.get("place", ""))
    record("dispute.hold_sitting", by=by, subject=case, after={"sitting": sitting.pk})
    return sitting


@transaction.atomic
def rewrite_sitting(sitting: MediationSession, *, by: User, version: int, **told) -> None:
    """Change what a sitting's record says, as seen at `version`; a newer one is never written over."""
    case = hold_open_case(sitting.dispute, by=by, right=Right.MEDIATE)
    held = MediationSession.objects.select_for_update(of=("self",)).get(pk=sitting.pk)
    if held.version != version:
        raise Refused("stale", _("您打开以后，别人已经改过这份记录。两份内容并排列在下面，请核对后再保存。"))
    held.version += 1
    _write(held, **told)
    record(
        "dispute.rewrite_sitting", by=by, subject=case, after={"sitting": held.pk, "version": held.version}
    )


def _write(
    sitting: MediationSession,
    *,
    held_on: date,
    place: str = "",
    is_open: bool = False,
    text: str = "",
    parties=(),
    organs=(),
    invited: list[str] = (),
    consent: bool = False,
) -> None:
    if held_on > today():
        raise Refused("not_held_yet", _("调解日期不能晚于今天，请在开完以后登记。"))
    if invited and not consent:
        raise Refused(
            "consent_required",
            _("受邀参加人要先征得双方当事人同意（人民调解法第二十条）。同意的请勾选后再提交。"),
        )
    if len(invited) > MOST_INVITED:
        raise Refused("too_many_invited", _("一场调解最多邀请 {most} 人。").format(most=MOST_INVITED))
    sitting.held_on, sitting.place, sitting.is_open, sitting.record = held_on, place, is_open, text
    sitting.full_clean()
    sitting.save()
    sitting.attendance.all().delete()
    rows = [SessionAttendance(session=sitting, party=party, role=AttendanceRole.PARTY) for party in parties]
    rows += [SessionAttendance(session=sitting, post=post, role=AttendanceRole.ORGAN) for post in organs]
    rows += [
        SessionAttendance(session=sitting, name=name, role=AttendanceRole.INVITED, consent=consent)
        for name in invited
    ]
    SessionAttendance.objects.bulk_create(rows)
