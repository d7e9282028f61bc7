"""A quarter under a frozen clock, both presets, make-up days included: every case at the level, card and notice
the rules say; a run whose sweeps stood still for three days and were killed half-way ends identical.

`CASES=1000 ./run test tests/casework/test_quarter.py` is the full one.
"""

import contextlib
import os
from datetime import date, datetime, time

import pytest
import time_machine

from disputes.actions.ending import refuse_mediation
from disputes.actions.intake import accept_dispute, assign_dispute
from disputes.actions.mediation import resume_dispute, start_mediation, suspend_dispute
from disputes.actions.registering import register_dispute
from disputes.models import Dispute
from governance.casework.actions import ticking
from governance.casework.models import Case, Supervision
from governance.dispatch import actions as dispatch
from governance.dispatch.models import Notice
from governance.kernel.errors import Refused
from governance.people.models import Post
from tests.casework.quarter import (
    CHINA,
    FIRST,
    FOUR_LEVEL_COUNTY,
    LAST,
    ONE_DAY,
    STANDING_STILL,
    SWITCHED_ON,
    SWITCHING_COUNTY,
    Book,
    plans,
)
from tests.factories.casework import make_rules
from tests.factories.disputes import make_category
from tests.factories.people import hold, make_user
from tests.factories.supervision import put_rules

CASES = int(os.environ.get("CASES", "60"))
PLACES = ["990101001001", "990101002001", "990102001001"]
SEATS = {"community": "community_secretary", "township": "mediator", "county": "department_handler"}
PARTIES = [{"name": "张三"}, {"name": "李小四", "role": "respondent"}]


class Killed(BaseException):
    """The worker went away in the middle of a batch."""


batches_to_live: list[int] = []


def send_or_die(messages):
    """The real hook of notices, which now and then takes the worker with it, its batch written and not committed."""
    dispatch.send_notices(messages)
    if batches_to_live:
        batches_to_live[0] -= 1
        if batches_to_live[0] < 0:
            raise Killed


@pytest.fixture
def city(country):
    """Seats of every level, both presets in force, and an officer who may do everything everywhere."""
    make_rules()
    make_category()
    put_rules("dispute-1-7-20", country["9901"], date(2026, 1, 1))
    put_rules("dispute-four-levels", country[FOUR_LEVEL_COUNTY], date(2026, 1, 1))
    put_rules("dispute-four-levels", country[SWITCHING_COUNTY], SWITCHED_ON)
    for code in ("990101001", "990101002", "990102001"):
        make_user("street_deputy", country[code])
        make_user("mediator", country[code])
    for code in (FOUR_LEVEL_COUNTY, SWITCHING_COUNTY):
        make_user("centre_supervisor", country[code])
        make_user("department_handler", country[code])
    for code in PLACES:
        make_user("community_secretary", country[code])
    make_user("city_official", country["9901"])
    officer = make_user()
    for role in ("street_deputy", "mediator"):
        hold(officer, role, country["9901"])
    Post.objects.filter(area=country["9901"], role__code="street_deputy").update(opened_on=date(2031, 1, 1))
    return country, officer


def seats_of(place: str) -> dict[str, int]:
    found = {}
    for width, level in ((12, "community"), (9, "township"), (6, "county")):
        post = Post.objects.get(area__code=place[:width], role__code=SEATS[level])
        found[level] = post.pk
    return found


def supervisors() -> dict[str, int]:
    roles = ["street_deputy", "centre_supervisor", "city_official"]
    rows = Post.objects.filter(role__code__in=roles, opened_on__lt=date(2031, 1, 1))
    return dict(rows.values_list("area_code", "pk"))


def do(dispute: Dispute, verb: str, by) -> None:
    """One deed; what is at the wrong moment by then is refused and left."""
    case = Case.objects.get(pk=dispute.pk)
    dispute = Dispute.objects.select_related("case").get(pk=dispute.pk)
    try:
        if verb == "assign":
            ticking.catch_up(Case.objects.get(pk=case.pk))
            case.refresh_from_db()
            seat = seats_of(case.area_code).get(case.level_id)
            if seat:
                assign_dispute(dispute, by=by, post=Post.objects.get(pk=seat))
        elif verb == "suspend":
            suspend_dispute(dispute, by=by, note="等待鉴定")
        elif verb == "refuse":
            refuse_mediation(dispute, by=by, note="一方不愿意")
        else:
            {"start": start_mediation, "resume": resume_dispute}[verb](dispute, by=by)
    except Refused:
        pass


def play(all_plans, country, officer, *, stands_still: bool) -> list[Case]:
    """Live through the quarter: people act in the daytime, the sweep comes at night and at noon."""
    opened: list[Dispute | None] = [None] * len(all_plans)
    agenda = sorted(
        (moment, number, verb) for number, plan in enumerate(all_plans) for moment, verb in plan.deeds
    )
    agenda = [(moment, "deed", number, verb) for moment, number, verb in agenda]
    day = FIRST
    while day <= LAST + ONE_DAY:
        if not (stands_still and STANDING_STILL[0] < day <= STANDING_STILL[1]):
            agenda += [(datetime.combine(day, time(hour), CHINA), "sweep", -1, "") for hour in (0, 12)]
        day += ONE_DAY
    for moment, what, number, verb in sorted(agenda, key=lambda entry: entry[:3]):
        with time_machine.travel(moment, tick=False):
            if what == "sweep":
                sweep(moment, is_killed=stands_still and moment.hour == 0 and moment.day % 3 == 0)
            elif verb == "register":
                opened[number] = register(all_plans[number], number, country, officer)
            elif verb == "accept":
                plan = all_plans[number]
                accept_dispute(opened[number], by=officer, complexity=plan.complexity)
            else:
                do(opened[number], verb, officer)
    return [Case.objects.get(pk=dispute.pk) for dispute in opened]


def sweep(moment, *, is_killed: bool) -> None:
    if is_killed:
        batches_to_live.append(1)
    with contextlib.suppress(Killed):
        ticking.run_clocks(moment)
    batches_to_live.clear()


def register(plan, number, country, officer) -> Dispute:
    dispute, _created = register_dispute(
        by=officer,
        area=country[plan.place],
        category=make_category(),
        title=f"纠纷{number}",
        parties=PARTIES,
        complexity=plan.complexity,
    )
    return dispute


def facts(cases: list[Case]) -> list[tuple]:
    """What came of every case, in words that do not hold the moment of any sweep."""
    cards, notices, risen = {}, {}, {}
    for card in Supervision.objects.values_list(
        "case_id", "grade", "area_code", "limit", "limit_ended_on", "given_on"
    ):
        cards.setdefault(card[0], set()).add(card[1:])
    for row in Notice.objects.exclude(case=None).values_list(
        "case_id", "kind", "area_code", "post", "period"
    ):
        notices.setdefault(row[0], []).append(row[1:])
    for pk, note in Case.objects.filter(actions__kind="escalate").values_list("pk", "actions__note"):
        risen[pk] = risen.get(pk, 0) + bool(note)
    assert all(len(set(told)) == len(told) for told in notices.values()), "told once"
    return [
        (
            case.number, case.state, case.level_id, case.grade, case.late_on,
            case.due_at and case.due_at.astimezone(CHINA).date(), case.owner_post_id,
            cards.get(case.pk, set()), set(notices.get(case.pk, [])), risen.get(case.pk, 0),
        )
        for case in cases
    ]  # fmt: skip


def on_paper(plan, number: str) -> tuple:
    book = Book(plan, number, seats_of(plan.place), supervisors()).run()
    due = book.due
    return (
        number, book.state, book.level, book.grade, book.late_on, due, book.owner_seat, book.cards, book.notices,
        len(book.risen),
    )  # fmt: skip


@pytest.mark.parametrize("stands_still", [False, True], ids=["punctual", "stood still"])
def test_every_case_is_where_the_rules_say(city, settings, monkeypatch, stands_still):
    settings.NOTICES = "tests.casework.test_quarter.send_or_die"
    monkeypatch.setattr(ticking, "BATCH", 3 if stands_still else 2000)
    all_plans = plans(CASES, PLACES)

    cases = play(all_plans, *city, stands_still=stands_still)

    found = facts(cases)
    expected = [on_paper(plan, case.number) for plan, case in zip(all_plans, cases, strict=True)]
    assert found == expected
    reached = {(fact[2], fact[3]) for fact in found}
    assert {level for level, _grade in reached} >= {"community", "township", "county"}
    assert {grade for _level, grade in reached} == {0, 1, 2}
