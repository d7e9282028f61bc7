"""The way of an errand, step by step; `VERBS` is the one table for pages and API."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from governance.casework.actions.cases import begin_step, take_step
from governance.casework.actions.clocks import pause_clock, resume_clock, start_limit
from governance.casework.enums import Limit, Outcome
from governance.casework.models import Case
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import demand_source
from governance.kernel.wording import office_language
from governance.people.models import User
from grids.actions.errand_papers import keep_photos_until, return_papers
from grids.actions.needs import decline_need, solve_need
from grids.enums.errands import NOTICE_VERSION, ConsentWay, Delivery, ErrandResult, Recipient
from grids.models import Errand, ErrandConsent
from grids.rules.visits import may_visit
from grids.states.needs import NeedState


@transaction.atomic
def give_consent(
    errand: Errand,
    *,
    by: User,
    way: str,
    giver: str = "",
    given_on: date | None = None,
    note: str = "",
    version: int | None = None,
) -> ErrandConsent:
    """登记授权: who agreed and how, with the version of the notice that was read out."""
    case = _begin(errand, "consent", by=by, version=version)
    if way != ConsentWay.GUARDIAN and errand.is_for_child:
        raise Refused("guardian_required", _("不满十四周岁的，要由监护人签字授权，请改选“监护人签字”。"))
    given_on = given_on or today()
    if given_on > today():
        raise Refused("in_future", _("授权日期不能晚于今天，请重新填写。"))
    consent = ErrandConsent(
        errand=errand, way=way, given_on=given_on, note=note.strip()[:200],
        notice_version=NOTICE_VERSION, recorded_by=by,
    )  # fmt: skip
    consent.seal_value("giver", giver.strip() if way == ConsentWay.GUARDIAN else "")
    consent.full_clean(validate_unique=False)
    consent.save()
    errand.consent = consent
    _take(errand, case, "consent", by=by, note=note, accepted_on=today())
    return consent


@transaction.atomic
def gather_papers(errand: Errand, *, by: User, note: str = "", version: int | None = None) -> None:
    """材料已齐: every compulsory paper is here."""
    case = _begin(errand, "gather", by=by, version=version)
    _take(errand, case, "gather", by=by, note=note)


@transaction.atomic
def submit_errand(
    errand: Errand,
    *,
    by: User,
    place: str,
    submitted_on: date | None = None,
    external_number: str = "",
    note: str = "",
    version: int | None = None,
) -> None:
    """递交: the limit of the item begins, or the common one where the item has none."""
    case = _begin(errand, "submit", by=by, version=version)
    errand.submitted_on = submitted_on or today()
    if errand.submitted_on > today():
        raise Refused("in_future", _("递交日期不能晚于今天，请重新填写。"))
    errand.place, errand.external_number = place.strip(), external_number.strip()
    own = errand.item if errand.item.amount else None
    _take(errand, case, "submit", by=by, note=note, **start_limit(case, Limit.HANDLE, own=own))


@transaction.atomic
def ask_for_more(errand: Errand, *, by: User, note: str, version: int | None = None) -> None:
    """要求补正: the department's limit stands still until the papers are completed."""
    case = _begin(errand, "supplement", by=by, version=version)
    _take(errand, case, "supplement", by=by, note=note, **pause_clock(case, resume_on=None))


@transaction.atomic
def resubmit_errand(errand: Errand, *, by: User, note: str = "", version: int | None = None) -> None:
    """补正后再递交: the limit runs on with what was left."""
    case = _begin(errand, "resubmit", by=by, version=version)
    _take(errand, case, "resubmit", by=by, note=note, **(resume_clock(case) if case.paused_at else {}))


@transaction.atomic
def grant_errand(errand: Errand, *, by: User, note: str = "", version: int | None = None) -> None:
    """办成: the department said yes."""
    _decide(errand, "grant", ErrandResult.DONE, by=by, note=note, version=version)


@transaction.atomic
def reject_errand(errand: Errand, *, by: User, note: str, version: int | None = None) -> None:
    """未办成: the department said no, for the reason given."""
    _decide(errand, "reject", ErrandResult.NOT_DONE, by=by, note=note, version=version)


def _decide(errand: Errand, step: str, result: str, *, by: User, note: str, version: int | None) -> None:
    case = _begin(errand, step, by=by, version=version)
    errand.result, errand.decided_on = result, today()
    is_done = result == ErrandResult.DONE
    _take(
        errand,
        case,
        step,
        by=by,
        note=note,
        outcome=Outcome.RESOLVED if is_done else Outcome.UNSOLVED,
        resolved_on=today() if is_done else None,
        **_STANDING,
        **start_limit(case, Limit.FOLLOW_UP),
    )


@transaction.atomic
def deliver_errand(
    errand: Errand,
    *,
    by: User,
    delivery: str = Delivery.HOME,
    delivered_to: str = Recipient.SELF,
    returns_papers: bool = False,
    satisfaction: str = "",
    note: str = "",
    version: int | None = None,
) -> None:
    """送达: the resident has the result, the need it came from is closed, the photos go after the item's days."""
    case = _begin(errand, "deliver", by=by, version=version)
    errand.delivery, errand.delivered_to, errand.delivered_on = delivery, delivered_to, today()
    errand.satisfaction = satisfaction
    if returns_papers:
        return_papers(errand)
    keep_photos_until(errand, today() + timedelta(days=errand.item.keep_days))
    _close_need(errand, by=by)
    _take(errand, case, "deliver", by=by, note=note, due_at=None)


def _close_need(errand: Errand, *, by: User) -> None:
    """The need it came from ends with it. Whoever runs errands may close it, also without going on visits."""
    need = errand.need
    if need is None or need.state != NeedState.OPEN:
        return
    closer = by if may_visit(by, need.area_code) else None
    with office_language():
        words = _("帮代办 {number}：{result}").format(
            number=errand.case.number, result=errand.get_result_display()
        )
    verb = solve_need if errand.result == ErrandResult.DONE else decline_need
    verb(need, by=closer, note=words)


@transaction.atomic
def close_errand(
    errand: Errand, *, by: User, satisfaction: str = "", note: str = "", version: int | None = None
) -> None:
    """结案: every paper is back, the resident was asked."""
    case = _begin(errand, "close", by=by, version=version)
    errand.satisfaction = satisfaction or errand.satisfaction
    _take(errand, case, "close", by=by, note=note, closed_on=today(), due_at=None)


@transaction.atomic
def withdraw_errand(errand: Errand, *, by: User, note: str, version: int | None = None) -> None:
    """撤回授权, or none was ever given: the errand stops and the photos of papers go tonight."""
    case = _begin(errand, "withdraw", by=by, version=version)
    if consent := errand.live_consent:
        consent.withdrawn_on = today()
        consent.save(update_fields=["withdrawn_on"])
    keep_photos_until(errand, today())
    ended = {"outcome": Outcome.REFUSED, "resolved_on": None, "closed_on": today(), "due_at": None}
    _take(errand, case, "withdraw", by=by, note=note, **ended, **_STANDING)


_STANDING = {"paused_at": None, "remaining": None, "resume_on": None}


def _begin(errand: Errand, step: str, *, by: User, version: int | None) -> Case:
    """Lock the case and read both rows anew: what the page showed may be minutes old."""
    case = begin_step(errand.case, step, by=by, version=version)
    demand_source(case, case.STEPS[step])
    errand.refresh_from_db()
    errand.case = case
    return case


def _take(errand: Errand, case: Case, step: str, *, by: User, note: str, **changes) -> None:
    """Write the errand's own row and move its case, which asks it what is still lacking."""
    errand.full_clean(validate_unique=False, exclude=["case"])
    errand.save()
    case.errand = errand
    take_step(case, step, by=by, note=note, **changes)


VERBS = {
    "consent": give_consent,
    "gather": gather_papers,
    "submit": submit_errand,
    "supplement": ask_for_more,
    "resubmit": resubmit_errand,
    "grant": grant_errand,
    "reject": reject_errand,
    "deliver": deliver_errand,
    "close": close_errand,
    "withdraw": withdraw_errand,
}
