"""After the end: call back, close, file, or take up again."""

from django.db import transaction
from django.utils.translation import gettext as _

from disputes.enums.mediation import LASTING, FollowUpMethod
from disputes.models import Dispute, FollowUp
from governance.casework.actions.cases import begin_step, owner_changes, take_step
from governance.casework.actions.clocks import start_limit
from governance.casework.enums import Limit
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.models import Post, User


@transaction.atomic
def follow_up_dispute(
    dispute: Dispute,
    *,
    by: User,
    satisfaction: str,
    method: str = FollowUpMethod.PHONE,
    rekindled: bool = False,
    note: str = "",
    version: int | None = None,
) -> FollowUp:
    """回访: are the parties content, did it flare up again."""
    case = begin_step(dispute.case, "follow_up", by=by, version=version)
    follow_up = FollowUp(
        dispute=dispute, satisfaction=satisfaction, method=method, rekindled=rekindled, note=note[:500], by=by
    )
    follow_up.full_clean()
    follow_up.save()
    heard = {"followed_up_on": today(), "satisfaction": satisfaction, **(_relapse(case) if rekindled else {})}
    take_step(case, "follow_up", by=by, note=note, due_at=None, **heard)
    return follow_up


@transaction.atomic
def close_dispute(dispute: Dispute, *, by: User, note: str = "", version: int | None = None) -> None:
    """结案. What came of it was said before: closed is not the same as solved."""
    case = begin_step(dispute.case, "close", by=by, version=version)
    take_step(case, "close", by=by, note=note, closed_on=today(), due_at=None)


@transaction.atomic
def archive_dispute(dispute: Dispute, *, by: User, note: str = "", version: int | None = None) -> None:
    """归档: a reviewer found the dossier complete."""
    case = begin_step(dispute.case, "archive", by=by, version=version)
    take_step(case, "archive", by=by, note=note)


@transaction.atomic
def reopen_dispute(
    dispute: Dispute, *, by: User, note: str, post: Post | None = None, version: int | None = None
) -> None:
    """重新办理: the earlier end no longer counts, the limit begins anew, the count of reopenings stays.

    It goes back to the seat that had it, or to another `post`.
    """
    case = begin_step(dispute.case, "reopen", by=by, version=version)
    if case.accepted_on is None:
        raise Refused("never_accepted", _("不予受理的纠纷没有办理过，请另行登记。"))
    take_step(
        case,
        "reopen",
        by=by,
        note=note,
        outcome="",
        resolved_on=None,
        closed_on=None,
        reopened_count=case.reopened_count + 1,
        **(owner_changes(case, post) if post else {}),
        followed_up_on=None,
        satisfaction="",
        **_relapse(case),
        **start_limit(case, Limit.HANDLE, complexity=dispute.complexity),
    )


def _relapse(case) -> dict:
    """The day a settled dispute came back, if it came back so soon that it never was settled."""
    if case.relapsed_on or case.resolved_on is None or today() > case.resolved_on + LASTING:
        return {}
    return {"relapsed_on": today()}
