"""研判: how hard a dispute is and how great the risk. While it is open both may be judged anew, with a reason."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.enums.disputes import Complexity, Risk
from disputes.enums.rights import Right
from disputes.models import Dispute
from governance.audit.actions import record
from governance.casework.actions.cases import check_version
from governance.casework.actions.clocks import limit_judged_anew
from governance.casework.actions.supervision import send_warning
from governance.casework.models import Case
from governance.kernel.errors import Refused
from governance.kernel.wording import office_language
from governance.people.models import User


@transaction.atomic
def judge_dispute(
    dispute: Dispute, *, by: User, risk: str, complexity: str, note: str, version: int | None = None
) -> None:
    """Set risk and difficulty. A new difficulty moves the limit to settle; high risk sends a letter of warning."""
    case = dispute.case
    case.refresh_from_db(
        from_queryset=Case.objects.select_for_update(of=("self",)).select_related(
            "area", "owner_area", "rule"
        )
    )
    if not by.may(Right.MEDIATE, case.area_code):
        raise PermissionDenied
    check_version(case, version)
    _demand_sense(case, note)
    was = {"risk": dispute.risk, "complexity": dispute.complexity}
    dispute.risk, dispute.complexity = risk, complexity
    dispute.full_clean(exclude=["case"], validate_unique=False)
    dispute.save(update_fields=["risk", "complexity"])
    changes = limit_judged_anew(case, complexity=complexity) if complexity != was["complexity"] else {}
    for name, value in (changes | {"version": case.version + 1}).items():
        setattr(case, name, value)
    case.save(update_fields=[*changes, "version"])
    case.note("judge", by=by, note=_judged(dispute) + note)
    after = {"risk": risk, "complexity": complexity}
    record("dispute.judge", by=by, subject=case, before=was, after=after, reason=note)
    if risk == Risk.HIGH != was["risk"]:
        send_warning(case, by=by, text=_warning(case, note))


def _demand_sense(case: Case, note: str) -> None:
    if case.outcome or case.closed_on:
        raise Refused("ended", _("这件纠纷已经有了结果，不能再改难易和风险。"))
    if not note.strip():
        raise Refused("reason_required", _("研判需要写明理由，请补充后再提交。"))


def _judged(dispute: Dispute) -> str:
    with office_language():
        return _("难易：{complexity}；风险：{risk}。").format(
            complexity=Complexity(dispute.complexity).label, risk=Risk(dispute.risk).label
        )


def _warning(case: Case, note: str) -> str:
    with office_language():
        words = _("{number}「{title}」于 {day} 判定为高风险。理由：{note}")
        ask = _("请立即研判，落实包案领导和稳控措施，三个工作日内书面答复。")
    day = timezone.localdate()
    return words.format(number=case.number, title=case.title, day=day, note=note)[:3900] + "\n" + ask
