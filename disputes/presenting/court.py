"""What a case's page shows of the court, and what a judge is shown of a case."""

from django.utils.translation import gettext_lazy as _

from disputes.enums.rights import Right
from disputes.models import CourtCollaboration, CourtDelegation, Dispute
from governance.people.models import User

COURT_LABELS = {"court_ask": _("邀请法官"), "court_answer": _("法律意见"), "court_return": _("交回法院")}


def court_of(dispute: Dispute, user: User) -> dict:
    """The delegation with its countdown, and the judges asked."""
    collaborations = dispute.collaborations.select_related("judge_post__role", "judge_post__area")
    return {
        "delegation": CourtDelegation.objects.filter(pk=dispute.pk).first(),
        "collaborations": list(collaborations),
        "may_handle": user.may(Right.MEDIATE, dispute.area_code),
    }


def file_for_judge(asked: CourtCollaboration) -> dict:
    """The file of one dispute, masked: facts, parties by their shown names, sittings, what was agreed."""
    dispute = asked.dispute
    return {
        "asked": asked,
        "dispute": dispute,
        "case": dispute.case,
        "parties": dispute.parties.all(),
        "sessions": dispute.sessions.all(),
        "agreements": dispute.agreements.effective(),
        "attended": set(
            dispute.sessions.filter(attendance__post=asked.judge_post).values_list("pk", flat=True)
        ),
    }
