"""What passes between a mediator and a judge, and between the centre and a court."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from disputes.enums.court import CourtRight
from disputes.enums.mediation import AttendanceRole
from disputes.enums.rights import Right
from disputes.models import (
    CourtCollaboration,
    CourtDelegation,
    Dispute,
    MediationSession,
    SessionAttendance,
    SharedCourt,
)
from governance.audit.actions import record
from governance.casework.enums import Source
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import office_language
from governance.people.models import Post, User


@transaction.atomic
def ask_judge(dispute: Dispute, *, by: User, judge_post: Post, question: str) -> CourtCollaboration:
    """Invite a judge to one dispute while it is open."""
    if not by.may(Right.MEDIATE, dispute.area_code):
        raise PermissionDenied
    if dispute.case.closed_on:
        raise Refused("case_closed", _("这件纠纷已经结案，不能再邀请法官。"))
    if CourtRight.CONSULT not in judge_post.role.rights:
        raise Refused("no_judge", _("这个岗位不是法官，请从列表中选择。"))
    asked = CourtCollaboration(dispute=dispute, judge_post=judge_post, question=question, asked_by=by)
    asked.full_clean()
    asked.save()
    with office_language():
        words = _("邀请{judge}协作：{question}").format(judge=judge_post, question=question)
    dispute.case.note("court_ask", by=by, note=words[:2000])
    record("court.ask", by=by, subject=dispute.case, after={"post": judge_post.pk}, reason=question)
    return asked


def _of_judge(asked: CourtCollaboration, by: User) -> CourtCollaboration:
    """The collaboration, held, if this judge still has it."""
    held = (
        CourtCollaboration.invitations.for_user(by)
        .select_for_update(of=("self",))
        .filter(pk=asked.pk)
        .first()
    )
    if held is None:
        raise PermissionDenied
    return held


@transaction.atomic
def give_opinion(asked: CourtCollaboration, *, by: User, answer: str) -> None:
    """法律意见. It is on record from then on; a second opinion is a second question."""
    asked = _of_judge(asked, by)
    if asked.answered_on:
        raise Refused("answered", _("法律意见已经答复。需要补充的，请调解员重新邀请。"))
    asked.answer, asked.answered_on = answer, today()
    asked.full_clean()
    asked.save()
    asked.dispute.case.note("court_answer", by=by, note=answer[:2000])
    record("court.answer", by=by, subject=asked.dispute.case, after={"collaboration": asked.pk})


@transaction.atomic
def attend_sitting(asked: CourtCollaboration, *, by: User, session: MediationSession) -> None:
    """到场: the judge sat in at a sitting of this dispute."""
    asked = _of_judge(asked, by)
    if session.dispute_id != asked.dispute_id:
        raise Refused("other_dispute", _("这次调解不属于这件纠纷，请从列表中选择。"))
    _attendance, is_new = SessionAttendance.objects.get_or_create(
        session=session, post=asked.judge_post, defaults={"role": AttendanceRole.ORGAN}
    )
    if is_new:
        record("court.attend", by=by, subject=asked.dispute.case, after={"session": session.pk})


@transaction.atomic
def end_collaboration(asked: CourtCollaboration, *, by: User) -> None:
    """From then on the judge no longer sees the dispute."""
    if not by.may(Right.MEDIATE, asked.area_code):
        raise PermissionDenied
    asked = CourtCollaboration.objects.select_for_update().get(pk=asked.pk)
    if asked.ended_on:
        raise Refused("ended", _("这次协作已经结束。"))
    asked.ended_on = today()
    asked.save(update_fields=["ended_on"])
    record("court.end", by=by, subject=asked.dispute.case, after={"collaboration": asked.pk})


def delegate(dispute: Dispute, delegation: dict | None) -> None:
    """Note the court's number and day beside a case it sent. Called by registering, inside its transaction."""
    if dispute.case.source != Source.COURT:
        return
    if not delegation:
        raise Refused("no_delegation", _("法院委派的纠纷要填写委派法院、法院案号和交回期限。"))
    row = CourtDelegation(dispute=dispute, **delegation)
    row.full_clean()
    row.save()


@transaction.atomic
def return_to_court(
    delegation: CourtDelegation, *, by: User, result: str, note: str = "", returned_on: date | None = None
) -> None:
    """交回法院 with the result. The lifecycle of the dispute is its own."""
    if not by.may(Right.MEDIATE, delegation.area_code):
        raise PermissionDenied
    delegation = CourtDelegation.objects.select_for_update().get(pk=delegation.pk)
    if delegation.returned_on:
        raise Refused("returned", _("这件案件已经交回法院。"))
    delegation.result, delegation.result_note = result, note
    delegation.returned_on = returned_on or today()
    delegation.full_clean()
    delegation.save()
    with office_language():
        words = _("交回{court}：{result}").format(
            court=delegation.court, result=delegation.get_result_display()
        )
    delegation.dispute.case.note("court_return", by=by, note=f"{words} {note}".strip())
    record("court.return", by=by, subject=delegation.dispute.case, after={"result": result}, reason=note)


@transaction.atomic
def keep_shared_court(court: SharedCourt, *, by: User) -> None:
    """Open a shared court or change where, who and when."""
    if not by.may(Right.ASSIGN, court.area.code):
        raise PermissionDenied
    if court.area.level_id != "township":
        raise Refused("not_township", _("共享法庭设在镇街，请选择镇街。"))
    is_new = court.pk is None
    court.full_clean()
    court.save()
    after = {"place": court.place, "schedule": court.schedule, "post": court.judge_post_id}
    record("court.open" if is_new else "court.change", by=by, subject=court, after=after)
