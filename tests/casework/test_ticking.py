"""What the clock does by itself: reminders, lateness, cards, going up; once, and dated by the rule."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from disputes.actions.intake import accept_dispute
from disputes.actions.mediation import start_mediation
from governance.casework.actions.clocks import start_limit
from governance.casework.actions.ticking import run_clocks
from governance.casework.clock import forget_calendar
from governance.casework.models import Case, CaseAction, Supervision
from governance.dispatch.models import Notice
from governance.kernel.errors import Refused
from tests.factories.casework import make_rules
from tests.factories.disputes import make_dispute
from tests.factories.people import hold, make_user
from tests.factories.supervision import put_rules

CHINA = ZoneInfo("Asia/Shanghai")
COMMUNITY, TOWNSHIP, COUNTY = "990101001001", "990101001", "990101"


def at(*parts):
    return datetime(*parts, tzinfo=CHINA)


@pytest.fixture(autouse=True)
def calendar(country):
    make_rules()
    forget_calendar()


@pytest.fixture
def secretary(country):
    return make_user("community_secretary", country[COMMUNITY])


@pytest.fixture
def supervisor(country):
    return make_user("centre_supervisor", country[COUNTY])


def accepted(country, by, *, when, complexity="ordinary", **fields):
    """A dispute of the community accepted at `when`, in a state of its own, seen to by its office."""
    with time_machine.travel(when, tick=False):
        dispute = make_dispute(country[COMMUNITY], **fields)
        accept_dispute(dispute, by=by, complexity=complexity)
    return dispute.case


def facts_of(case):
    case = Case.objects.get(pk=case.pk)
    return case.state, case.level_id, case.late_on, case.grade


def told(kind):
    return sorted(Notice.objects.filter(kind=kind).values_list("area__code", flat=True))


def test_limit_of_each_difficulty_gives_cards_by_the_rule_and_not_by_the_hour_of_the_sweep(
    country, secretary
):
    case = accepted(country, secretary, when=at(2026, 9, 28, 9), complexity="simple")  # due 9-29

    run_clocks(at(2026, 10, 25, 4))

    assert facts_of(case) == ("accepted", "community", date(2026, 9, 30), 2)
    # 9-30 is the first working day past the limit; then 国庆, 10-08, 10-09 and the Saturday 10-10, which is worked
    cards = Supervision.objects.order_by("grade").values_list("grade", "given_on", "area__code", "limit")
    assert list(cards) == [
        (1, date(2026, 10, 13), COMMUNITY, "handle"),
        (2, date(2026, 10, 20), COMMUNITY, "handle"),
    ]


def test_case_not_accepted_gets_a_yellow_card_after_one_working_day_and_a_red_one_after_two(country, worker):
    with time_machine.travel(at(2026, 11, 20, 10), tick=False):  # a Friday
        case = make_dispute(country[COMMUNITY]).case
        Case.objects.filter(pk=case.pk).update(**_accept_limit(case))

    run_clocks(at(2026, 11, 24, 12))
    assert facts_of(case)[3] == 1
    run_clocks(at(2026, 11, 25, 12))

    assert list(Supervision.objects.order_by("id").values_list("grade", "given_on")) == [
        (1, date(2026, 11, 24)),
        (2, date(2026, 11, 25)),
    ]
    assert facts_of(case) == ("registered", "community", None, 2)


def _accept_limit(case):
    return start_limit(case, "accept") | {"tick_at": at(2026, 11, 20, 10)}


def test_four_levels_hand_the_case_up_with_its_file_and_leave_the_call_back_below(
    country, secretary, supervisor
):
    put_rules("dispute-four-levels", country[COUNTY], date(2026, 1, 1))
    case = accepted(country, secretary, when=at(2026, 11, 2, 9))  # due 11-11

    run_clocks(at(2026, 11, 12, 0, 0, 0))

    case.refresh_from_db()
    assert (case.state, case.owner_area.code, case.level_id) == ("accepted", TOWNSHIP, "township")
    assert (case.owner_post, case.follow_up_area.code, case.late_on) == (None, COMMUNITY, None)
    assert case.due_at == at(2026, 11, 20, 23, 59, 59)
    line = CaseAction.objects.get(case=case, kind="escalate")
    assert (line.actor, line.to_state) == (None, "accepted")
    assert told("case.escalated") == [TOWNSHIP]


def test_sweep_that_stood_still_catches_up_level_by_level(country, secretary):
    put_rules("dispute-four-levels", country["9901"], date(2026, 1, 1))
    case = accepted(country, secretary, when=at(2026, 11, 2, 9))

    run_clocks(at(2026, 12, 8, 3))

    case.refresh_from_db()
    # 11-11, 11-20, 12-01: three ends of seven working days, each from the end before
    assert (case.level_id, case.due_at) == ("city", at(2026, 12, 10, 23, 59, 59))
    assert case.follow_up_area.code == COMMUNITY
    assert case.actions.filter(kind="escalate").count() == 3


def test_city_has_nobody_above_and_gets_cards(country, secretary):
    put_rules("dispute-four-levels", country["9901"], date(2026, 1, 1))
    case = accepted(country, secretary, when=at(2026, 11, 2, 9))

    run_clocks(at(2027, 1, 5))

    assert facts_of(case) == ("accepted", "city", date(2026, 12, 11), 2)
    assert set(Supervision.objects.values_list("area__code", flat=True)) == {"9901"}


def test_rules_of_the_day_the_limit_began_hold_to_its_end(country, secretary):
    case = accepted(country, secretary, when=at(2026, 11, 2, 9))
    put_rules("dispute-four-levels", country[COUNTY], date(2026, 11, 3))

    run_clocks(at(2026, 11, 12))

    assert facts_of(case) == ("accepted", "community", date(2026, 11, 12), 0)


def test_owner_is_reminded_before_the_end_and_supervisor_told_after_it_once(country, secretary, supervisor):
    deputy = make_user("street_deputy", country[TOWNSHIP])
    case = accepted(country, secretary, when=at(2026, 11, 2, 9))

    for moment in (
        at(2026, 11, 10, 23),
        at(2026, 11, 11, 0),
        at(2026, 11, 11, 1),
        at(2026, 11, 12),
        at(2026, 11, 13),
    ):
        run_clocks(moment)

    assert told("case.near") == [COMMUNITY]
    assert told("case.over") == [TOWNSHIP, COMMUNITY]
    seat = deputy.live_holdings[0].post
    assert Notice.objects.get(kind="case.over", post=seat).case_id == case.pk


def test_verb_lets_the_clock_catch_up_first(country, secretary):
    put_rules("dispute-four-levels", country[COUNTY], date(2026, 1, 1))
    case = accepted(country, secretary, when=at(2026, 11, 2, 9), state="registered")
    hold(secretary, "community_secretary", country["990101001002"])

    with time_machine.travel(at(2026, 11, 12, 8), tick=False), pytest.raises(Refused) as refused:
        start_mediation(case.dispute, by=secretary)

    assert refused.value.code == "wrong_state"


def test_sweep_leaves_paused_and_closed_cases_alone(country, secretary):
    paused = accepted(country, secretary, when=at(2026, 11, 2, 9))
    closed = accepted(country, secretary, when=at(2026, 11, 2, 9))
    Case.objects.filter(pk=paused.pk).update(paused_at=at(2026, 11, 3), remaining=6)
    Case.objects.filter(pk=closed.pk).update(closed_on=date(2026, 11, 3), outcome="failed")

    assert run_clocks(at(2026, 12, 30)) == 0
    assert not Supervision.objects.exists()
