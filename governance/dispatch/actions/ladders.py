"""Reminder ladders: who is told when, set by an administrator, and the sweep that tells."""

import logging
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.casework.clock import calendar_for
from governance.casework.offices import Offices
from governance.dispatch.actions.notices import NOTICE_COLUMNS
from governance.dispatch.enums import Recipient, Right
from governance.dispatch.ladders import Deadline, Ladder, ladders, period_of, words_above
from governance.dispatch.models import LadderChange, LadderStep, Notice
from governance.kernel.clock import add_workdays, workdays_between
from governance.kernel.copying import add_rows
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.kernel.wording import office_language

log = logging.getLogger(__name__)


def load_ladder_steps(rows: list[dict]) -> None:
    """Add the steps a preset brings; a kind that has steps keeps them as its administrators set them."""
    known = set(LadderStep.objects.values_list("kind", flat=True))
    LadderStep.objects.bulk_create(LadderStep(**row) for row in rows if row["kind"] not in known)


def add_step(*, by, kind: str, offset: int, recipient: str = Recipient.OFFICE) -> LadderStep:
    """Tell of a kind of thing once more: so many working days before (negative) or after its due day."""
    demand(by, Right.SCHEDULE, None)
    if kind not in {ladder.code for ladder in ladders()}:
        raise Refused("no_such_kind", _("“{}”不是可以提醒的事项，请重新选择。").format(kind))
    step = LadderStep(kind=kind, offset=offset, recipient=recipient)
    _keep(step, by, before=None)
    return step


def change_step(step: LadderStep, *, by, offset: int, recipient: str, is_active: bool) -> None:
    """Change when and whom a step tells, or switch it off. What was told stays told."""
    demand(by, Right.SCHEDULE, None)
    with transaction.atomic():
        steps = {row.pk: row for row in LadderStep.objects.select_for_update().filter(kind=step.kind)}
        held = steps[step.pk]
        before = _terms(held)
        held.offset, held.recipient, held.is_active = offset, recipient, is_active
        _demand_a_step_left(held, list(steps.values()))
        _keep(held, by, before=before)


def _demand_a_step_left(step: LadderStep, steps: list[LadderStep]) -> None:
    """Whoever a kind must be told to, its own office is among them."""
    must = any(ladder.code == step.kind and ladder.must for ladder in ladders())
    if must and not any(row.is_active and row.recipient == Recipient.OFFICE for row in steps):
        raise Refused("none_left", _("这类事项至少要留一步告知办理单位，请先增加一步再停用这一步。"))


def _keep(step: LadderStep, by, *, before: dict | None) -> None:
    step.full_clean()
    with transaction.atomic():
        step.save()
        LadderChange.objects.create(step=step, by=by, **_terms(step))
        action = "dispatch.change_ladder" if before else "dispatch.add_ladder"
        record(action, by=by, subject=step, before=before, after=_terms(step) | {"kind": step.kind})


def _terms(step: LadderStep) -> dict:
    return {name: getattr(step, name) for name in ("offset", "recipient", "is_active")}


def climb(day: date) -> None:
    """Tell the offices of everything due, at the highest step each thing has reached on a day.

    A step is told once for a thing and its due day, however often and late this runs; what an outage passed over is
    not told any more. A kind that fails is logged and does not hold up the others.
    """
    steps: dict[str, list[LadderStep]] = {}
    for step in LadderStep.objects.filter(is_active=True).order_by("offset"):
        steps.setdefault(step.kind, []).append(step)
    for ladder in ladders():
        try:
            with transaction.atomic(), office_language():
                add_rows(Notice, NOTICE_COLUMNS, _told(ladder, steps.get(ladder.code, []), day))
        except Exception:
            log.exception("the ladder of %s failed", ladder.code)


def _told(ladder: Ladder, steps: list[LadderStep], day: date) -> Iterator[tuple]:
    if not steps:
        return
    calendar, now = calendar_for(), timezone.now()
    farthest = max(-steps[0].offset, 0)
    until = add_workdays(calendar, day, farthest + 1) - timedelta(days=1)
    things = list(ladder.find(day, until))
    offices = Offices(thing.area_code for thing in things)
    for thing in things:
        stand = -workdays_between(calendar, day, thing.due_on)
        reached = {step.recipient: step for step in steps if step.offset <= stand}
        for step in reached.values():
            yield from _notice(ladder, thing, step, offices, day, now)


def _notice(
    ladder: Ladder, thing: Deadline, step: LadderStep, offices: Offices, day: date, now: datetime
) -> Iterator[tuple]:
    """The notice of one step; nothing where no office is above."""
    office, words = offices.office_of(thing.area_code), ladder.words(thing, day)
    to, post = office, thing.post_id
    if step.recipient == Recipient.ABOVE and office:
        # A seat answers to its own office, an office to the one above it.
        to, post = office if thing.post_id else offices.above(thing.area_code), None
        words = words_above(words, office.name)
    if to:
        kind, period = ladder.kind(step.recipient), period_of(thing, step.pk)
        yield to.pk, to.code, post, kind, period, None, words[:300], now
