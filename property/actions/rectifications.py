"""What was deducted is put right: tickets in the one queue, and cards for companies that do not."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.casework.actions.cases import begin_step, open_case, take_step
from governance.casework.actions.clocks import start_limit, until
from governance.casework.clock import next_tick
from governance.casework.enums import Kind, Limit, Outcome, Source
from governance.files.actions import keep_picture
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import demand_source
from governance.kernel.scope import demand
from governance.kernel.wording import office_language, plain
from property.actions.cards import give_yellow
from property.enums.assessment import TEXT_LENGTH, AssessmentRight
from property.models import Assessment, Rectification
from property.rules.results import ItemResult, items_of
from property.states.assessment import RectificationState, RoundState

_OPEN_IN = (RoundState.APPEAL, RoundState.PUBLISHED)


@transaction.atomic
def issue_rectifications(assessment: Assessment, *, by) -> list[Rectification]:
    """One ticket for every item with a deduction that has none yet, due by the rule in force."""
    demand(by, AssessmentRight.RUN, assessment.area_code)
    held = Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
    round_ = held.round
    if round_.state not in _OPEN_IN:
        raise Refused("not_heard", _("初评公示以后才能下达整改通知。"))
    taken = set(held.rectifications.values_list("item", flat=True))
    rows = [row for row in items_of(held, round_.sheet.items.all()) if row.deductions]
    fresh = [row for row in rows if row.item.pk not in taken]
    if not fresh:
        raise Refused("nothing_to_issue", _("没有扣分项，或者扣分项都已下达整改通知。"))
    return [_issue(held, row, by) for row in fresh]


def _issue(assessment: Assessment, row: ItemResult, by) -> Rectification:
    with office_language():
        words = _("；").join(
            f"{score.get_rater_display()}：{score.reason}" for score in row.deductions if score.reason
        )
        asked = {
            "title": _("物业整改：{} {}").format(assessment, row.item.section)[:100],
            "summary": f"{row.item.text}。{words}"[:TEXT_LENGTH],
            "place": assessment.compound.name[:100],
            "source": Source.SUPERIOR,
        }
    content = {"assessment": assessment.pk, "item": row.item.pk}
    case = open_case(
        kind=Kind.PROPERTY,
        area=assessment.area,
        by=by,
        state=RectificationState.ISSUED,
        content=content,
        **asked,
    )
    for name, value in (start_limit(case, Limit.HANDLE) | {"accepted_on": today()}).items():
        setattr(case, name, value)
    case.tick_at = next_tick(case, after=timezone.now())
    case.save()
    ticket = Rectification(case=case, assessment=assessment, item=row.item, demand=asked["summary"])
    ticket.place_in(assessment.area)
    ticket.full_clean(exclude=["area_code", "case"])
    ticket.save(force_insert=True)
    return ticket


@transaction.atomic
def answer_rectification(
    ticket: Rectification,
    *,
    by,
    note: str,
    answered_on: date | None = None,
    photos: Iterable = (),
    version: int | None = None,
) -> None:
    """Record what the company says it did; from then on the clock stands still until somebody has looked."""
    case = _begin(ticket, "answer", by=by, version=version)
    day = answered_on or today()
    if not ticket.issued_on <= day <= today():
        raise Refused("wrong_day", _("答复日期要在下达日期 {} 和今天之间，请核对。").format(ticket.issued_on))
    ticket.answer, ticket.answered_on = plain(note)[:TEXT_LENGTH], day
    keep = {"area": ticket.area, "by": by, "view_right": AssessmentRight.VIEW}
    ticket.photos.add(*(keep_picture(photo, **keep) for photo in photos))
    _take(ticket, case, "answer", by=by, note=ticket.answer, handle_due_at=None, **until(None))


@transaction.atomic
def accept_rectification(ticket: Rectification, *, by, note: str = "", version: int | None = None) -> None:
    """Somebody of the housing office looked: it is put right."""
    case = _begin(ticket, "accept", by=by, version=version)
    day = today()
    ended = {"outcome": Outcome.RESOLVED, "resolved_on": day, "closed_on": day}
    _take(ticket, case, "accept", by=by, note=note, **ended)


@transaction.atomic
def send_back_rectification(ticket: Rectification, *, by, note: str, version: int | None = None) -> None:
    """It is not put right; the same limit runs anew."""
    case = _begin(ticket, "send_back", by=by, version=version)
    again = start_limit(case, Limit.HANDLE)
    _take(ticket, case, "send_back", by=by, note=note, returned_count=case.returned_count + 1, **again)


@transaction.atomic
def fail_rectification(ticket: Rectification, *, by, note: str, version: int | None = None) -> None:
    """It will not be put right: the ticket ends, and the company is shown a yellow card."""
    case = _begin(ticket, "fail", by=by, version=version)
    _take(ticket, case, "fail", by=by, note=note, outcome=Outcome.UNSOLVED, closed_on=today(), due_at=None)
    give_yellow(ticket, by=by)


VERBS = {
    "answer": answer_rectification,
    "accept": accept_rectification,
    "send_back": send_back_rectification,
    "fail": fail_rectification,
}


def _begin(ticket: Rectification, step: str, *, by, version: int | None):
    """Lock the case and read both rows anew: what the page showed may be minutes old."""
    case = begin_step(ticket.case, step, by=by, version=version)
    demand_source(case, case.STEPS[step])
    ticket.refresh_from_db()
    ticket.case = case
    return case


def _take(ticket: Rectification, case, step: str, *, by, note: str, **changes) -> None:
    ticket.full_clean(validate_unique=False, exclude=["case", "area_code"])
    ticket.save()
    case.rectification = ticket
    take_step(case, step, by=by, note=plain(note), **changes)
    if step == "answer":
        record("assessment.answer_rectification", by=by, subject=ticket, after={"on": ticket.answered_on})
