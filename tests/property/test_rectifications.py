from datetime import date

import pytest
import time_machine

from governance.casework.actions.ticking import run_clocks
from governance.casework.models import Case
from governance.kernel.errors import Refused
from property.actions import cards, rectifications, rounds
from property.enums.assessment import CardGrade
from property.models import CompanyCard, Rectification
from property.states.assessment import RectificationState as State
from tests.factories import assessment as made
from tests.factories.casework import make_rules
from tests.factories.people import make_user
from tests.factories.property import make_company

NOON = "2026-03-10 12:00+08:00"
AFTER = "2026-04-02 09:00+08:00"


@pytest.fixture(autouse=True)
def _in_march():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def officer(country):
    return make_user("property_officer", country["990101"])


@pytest.fixture
def dispatcher(country):
    return make_user("street_dispatcher", country["990101001"])


@pytest.fixture
def company(country):
    return make_company(country["990101"])


@pytest.fixture
def heard(country, company, officer):
    """A project of the company with deductions in both items, its round open to appeals."""
    make_rules()
    round_ = made.make_round(country["990101"])
    assessment = made.make_assessment(country["990101001001"], round_, company=company)
    made.rate(assessment, lost=(6, 4))
    made.rate(assessment, "housing", lost=(2,))
    rounds.hear_round(round_, by=officer)
    return assessment


def refused(verb, *args, **kwargs) -> Refused:
    with pytest.raises(Refused) as caught:
        verb(*args, **kwargs)
    return caught.value


def test_every_deduction_becomes_a_ticket_with_a_limit_by_one_press(heard, officer):
    tickets = rectifications.issue_rectifications(heard, by=officer)
    assert [ticket.item.section for ticket in tickets] == ["保洁", "消防"]
    case = tickets[0].case
    assert (case.kind, case.state, case.due_at.date(), case.number[6]) == (
        "property", State.ISSUED, date(2026, 3, 31), "W",
    )  # fmt: skip
    assert tickets[0].demand == "楼道每日清扫。社区：楼道有堆物；住建部门：楼道有堆物"
    assert refused(rectifications.issue_rectifications, heard, by=officer).code == "nothing_to_issue"


def test_tickets_are_not_issued_before_the_result_is_shown(country, officer):
    assessment = made.make_assessment(country["990101001001"])
    made.rate(assessment, lost=(3,))
    assert refused(rectifications.issue_rectifications, assessment, by=officer).message == (
        "初评公示以后才能下达整改通知。"
    )


def test_a_ticket_is_answered_sent_back_answered_and_accepted(heard, officer, dispatcher):
    ticket = rectifications.issue_rectifications(heard, by=officer)[0]
    rectifications.answer_rectification(ticket, by=dispatcher, note="堆物已清")
    assert (ticket.case.state, ticket.case.due_at, ticket.case.handle_due_at) == (State.ANSWERED, None, None)
    with time_machine.travel("2026-03-20 12:00+08:00", tick=False):
        rectifications.send_back_rectification(ticket, by=officer, note="三单元还有")
        assert ticket.case.due_at.date() == date(2026, 4, 13)  # Qingming is a day off
        rectifications.answer_rectification(ticket, by=dispatcher, note="都清了")
        rectifications.accept_rectification(ticket, by=officer)
    assert (ticket.case.state, ticket.case.outcome, ticket.case.late_on) == (State.CLOSED, "resolved", None)
    assert list(Rectification.objects.in_time_on(date(2026, 3, 20))) == [ticket]
    assert not CompanyCard.objects.exists()


def test_a_ticket_that_failed_brings_a_yellow_card(heard, officer, company):
    ticket = rectifications.issue_rectifications(heard, by=officer)[0]
    rectifications.fail_rectification(ticket, by=officer, note="拒不整改")
    card = CompanyCard.objects.get()
    assert (card.company, card.grade, card.given_on, card.expires_on) == (
        company, CardGrade.YELLOW, date(2026, 3, 10), date(2027, 3, 10),
    )  # fmt: skip
    assert card.reason == f"物业整改：{heard} 保洁（{ticket.case.number}）整改不到位"
    assert cards.give_yellow(ticket, by=officer) is None


def test_a_late_ticket_brings_one_card_however_often_the_sweep_runs(heard, officer):
    rectifications.issue_rectifications(heard, by=officer)
    with time_machine.travel(AFTER, tick=False):
        run_clocks()
        assert Case.objects.exclude(late_on=None).count() == 2
        assert (cards.give_late_cards(), cards.give_late_cards()) == (2, 0)
    assert set(CompanyCard.objects.values_list("grade", flat=True)) == {CardGrade.YELLOW}


def test_an_answer_in_time_that_waits_for_the_check_is_never_late(heard, officer, dispatcher):
    for ticket in rectifications.issue_rectifications(heard, by=officer):
        rectifications.answer_rectification(ticket, by=dispatcher, note="已清")
    with time_machine.travel(AFTER, tick=False):
        run_clocks()
        assert cards.give_late_cards() == 0


def test_three_live_yellow_cards_make_a_red_one_and_a_fourth_does_not(company, heard, officer):
    made.make_card(company, expires_on=date(2026, 3, 11))
    made.make_card(company, given_on=date(2025, 1, 1), expires_on=date(2026, 1, 1))
    made.make_card(company, lifted_on=date(2026, 3, 1), given_on=date(2026, 2, 1), lift_reason="已整改")
    first, second = rectifications.issue_rectifications(heard, by=officer)
    rectifications.fail_rectification(first, by=officer, note="拒不整改")
    assert not CompanyCard.objects.filter(grade=CardGrade.RED).exists()
    rectifications.fail_rectification(second, by=officer, note="拒不整改")
    red = CompanyCard.objects.get(grade=CardGrade.RED)
    assert (red.yellows.count(), red.reason) == (3, "有效期内累计 3 张黄牌")
    made.make_card(company)
    cards._give_red(company, heard.round.sheet, officer)
    assert CompanyCard.objects.filter(grade=CardGrade.RED).count() == 1


def test_a_card_is_lifted_once_with_a_reason(company, officer):
    card = made.make_card(company)
    cards.lift_card(card, by=officer, reason="整改复查合格")
    assert not CompanyCard.objects.live_on(date(2026, 3, 10)).exists()
    assert refused(cards.lift_card, card, by=officer, reason="再来").message == (
        "这张牌已于 2026-03-10 解除，不用再办理。"
    )
    old = made.make_card(company, given_on=date(2025, 1, 1), expires_on=date(2026, 1, 1))
    assert refused(cards.lift_card, old, by=officer, reason="再来").code == "expired"
