"""延期: asked for by who handles the case before the limit is over, granted one level up, once, half the limit at most.

A kind that knows extensions has the steps `ask_extension`, `grant_extension` and `refuse_extension`.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.casework.actions.cases import begin_step, take_step
from governance.casework.clock import moment_after
from governance.casework.models import Case, Extension
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import demand_reason
from governance.kernel.wording import office_language
from governance.people.models import User


def longest_extension(case: Case) -> int:
    """How many working days or hours (the limit's own unit) the limit may be extended by: half of it, rounded down."""
    return (case.limit_amount or 0) // 2


def extension_asked(case: Case) -> Extension | None:
    """The extension that waits for a decision."""
    return case.extensions.filter(is_granted__isnull=True).first()


@transaction.atomic
def ask_extension(case: Case, *, by: User, amount: int, note: str, version: int | None = None) -> Extension:
    """申请延期 by `amount` of the unit the limit is counted in. The clock runs on until it is granted."""
    case = begin_step(case, "ask_extension", by=by, version=version)
    demand_reason(case.STEPS["ask_extension"], note)
    most = longest_extension(case)
    if case.due_at is None or case.due_at < timezone.now():
        raise Refused("limit_over", _("限期已过，不能再申请延期，请尽快办理并说明情况。"))
    if case.extensions.filter(round=case.reopened_count).exclude(is_granted=False).exists():
        raise Refused("extended_once", _("每个办件只能延期一次，已经申请过或批准过延期。"))
    if most == 0:
        raise Refused("limit_too_short", _("限期太短，不能延期。办不成的请退回或者升级。"))
    if not 1 <= amount <= most:
        words = _("最多延长原限期的一半，即 {amount} 个{unit}，请改小后再提交。")
        raise Refused("too_long", words.format(amount=most, unit=case.get_limit_unit_display()))
    extension = Extension(
        case=case, round=case.reopened_count, amount=amount, unit=case.limit_unit, reason=note, asked_by=by
    )
    extension.full_clean()
    extension.save()
    take_step(case, "ask_extension", by=by, note=_with_amount(extension, note))
    return extension


@transaction.atomic
def grant_extension(case: Case, *, by: User, note: str = "", version: int | None = None) -> Extension:
    """批准延期. Time that ran out while the request waited does not count against who asked in time."""
    case = begin_step(case, "grant_extension", by=by, version=version)
    extension = _decide(case, by=by, granted=True)
    due = moment_after(timezone.localtime(case.due_at), extension.amount, extension.unit)
    late = {} if due < timezone.now() else {"late_on": None}
    note = _with_amount(extension, note)
    take_step(case, "grant_extension", by=by, note=note, due_at=due, handle_due_at=due, **late)
    return extension


@transaction.atomic
def refuse_extension(case: Case, *, by: User, note: str, version: int | None = None) -> Extension:
    """不同意延期, with the reason; the limit stays."""
    case = begin_step(case, "refuse_extension", by=by, version=version)
    extension = _decide(case, by=by, granted=False)
    take_step(case, "refuse_extension", by=by, note=note)
    return extension


def _decide(case: Case, *, by: User, granted: bool) -> Extension:
    extension = extension_asked(case)
    if extension is None:
        raise Refused("nothing_asked", _("没有等待批复的延期申请。请刷新页面查看最新进展。"))
    if extension.asked_by_id == by.pk:
        raise Refused("own_request", _("自己申请的延期不能自己批复，请交上级办理。"))
    extension.is_granted, extension.decided_by, extension.decided_at = granted, by, timezone.now()
    extension.save(update_fields=["is_granted", "decided_by", "decided_at"])
    return extension


def _with_amount(extension: Extension, note: str) -> str:
    with office_language():
        return (
            _("延长 {amount} 个{unit}。").format(amount=extension.amount, unit=extension.get_unit_display())
            + note
        )
