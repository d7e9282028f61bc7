from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command

from governance.audit.models import AuditEvent
from governance.casework.models import Case
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people import actions
from governance.people.actions.leaving import orphans
from governance.people.duties import keeper_of
from governance.people.models import Handover, HandoverItem
from governance.people.tasks import settle_what_leavers_owe
from tests.factories.disputes import make_accepted
from tests.factories.errands import make_errand
from tests.factories.grids import make_household, make_need, make_visit
from tests.factories.people import hold, make_user

COMMUNITY = "990101001001"


@pytest.fixture
def secretary(country):
    return make_user("community_secretary", country[COMMUNITY])


@pytest.fixture
def leader(grid):
    return make_user("grid_leader", grid)


@pytest.fixture
def seat(worker):
    return worker.live_holdings[0]


@pytest.fixture
def need(country, worker):
    return make_need(make_household(country["990101001001001001"]), worker=worker)


def own_case(seat, grid) -> Case:
    case = make_accepted(grid, "assigned").case
    case.owner_post = seat.post
    case.save()
    return case


def owner_of(need):
    need.refresh_from_db()
    return need.worker


def test_end_holding_leaves_cases_with_the_seat_and_gives_needs_to_the_leader(
    seat, grid, need, secretary, leader
):
    case = own_case(seat, grid)

    actions.end_holding(seat, by=secretary, reason="调离")

    case.refresh_from_db()
    assert case.owner_post == seat.post
    assert owner_of(need) == leader
    assert set(orphans().values()) == {0}
    assert keeper_of(seat.post, day=today()).user == leader


def test_end_holding_gives_needs_to_the_cover_before_the_leader(seat, need, secretary, leader):
    cover = make_user()
    actions.hold_post(seat.post, by=secretary, user=cover, is_cover=True)
    actions.end_holding(seat, by=secretary)
    assert owner_of(need) == cover


def test_end_holding_gives_needs_to_the_secretary_when_the_grid_has_nobody(seat, need, secretary):
    actions.end_holding(seat, by=secretary)
    assert owner_of(need) == secretary


def test_end_holding_without_any_keeper_leaves_an_orphan_that_the_check_names(country, seat, need):
    deputy = make_user("street_deputy", country["990101001"])  # keeps seats, may not see to needs
    actions.end_holding(seat, by=deputy)

    assert orphans()["need"] == 1
    with pytest.raises(CommandError, match="need 1"):
        call_command("check_duties")
    keeper = make_user("community_secretary", country[COMMUNITY])
    settle_what_leavers_owe()
    assert owner_of(need) == keeper
    call_command("check_duties")


def test_a_worker_of_several_grids_keeps_what_lies_in_the_others(country, seat, worker, secretary, leader):
    beside = country["990101001001002"]
    hold(worker, "grid_worker", beside)
    kept = make_need(make_household(country["990101001001002001"]), worker=worker)
    actions.end_holding(seat, by=secretary)
    assert owner_of(kept) == worker


def test_a_post_that_ends_on_a_day_hands_its_things_over_on_that_day(country, grid, worker, seat, leader):
    """The clock of the office: still his on the last evening, the leader's on the first morning without him."""
    secretary = make_user("community_secretary", country[COMMUNITY])
    zone, ends = ZoneInfo("Asia/Shanghai"), date(2026, 12, 1)
    with time_machine.travel(datetime(2026, 11, 25, 10, tzinfo=zone), tick=False):
        need = make_need(make_household(country["990101001001001001"]), worker=worker)
        actions.end_holding(seat, by=secretary, on=ends, reason="年底离任")
        assert owner_of(need) == worker
    with time_machine.travel(datetime(2026, 11, 30, 23, 59, tzinfo=zone), tick=False):
        settle_what_leavers_owe()
        assert owner_of(need) == worker
    with time_machine.travel(datetime(2026, 12, 1, 0, 5, tzinfo=zone), tick=False):
        settle_what_leavers_owe()
        assert owner_of(need) == leader
        moved = AuditEvent.objects.filter(action="grids.hand_need").count()
        settle_what_leavers_owe()
        assert AuditEvent.objects.filter(action="grids.hand_need").count() == moved == 1


def test_what_moved_stands_on_a_handover_to_be_signed(seat, need, worker, secretary, leader):
    actions.end_holding(seat, by=secretary)

    handover = Handover.objects.get()
    item = handover.items.get()
    assert (handover.from_user, handover.to_user, handover.state) == (worker, leader, "open")
    assert (item.duty, item.row_id, item.held_by) == ("need", need.pk, leader)
    assert item.handed_at is not None


def test_begin_handover_lists_everything_the_seat_and_the_person_owe(
    seat, grid, need, worker, secretary, leader
):
    case = own_case(seat, grid)
    make_need(need.household, worker=worker, state="solved")
    handover = actions.begin_handover(seat.post, by=secretary, giver=worker, note="钥匙 2 把")

    listed = set(handover.items.values_list("duty", "row_id"))
    assert listed == {("need", need.pk), ("case", case.pk)}
    assert handover.to_user == leader


def test_two_signatures_hand_over_and_close(seat, need, worker, secretary, country, grid):
    newcomer = make_user()
    handover = actions.begin_handover(seat.post, by=secretary, giver=worker, to=newcomer)
    late = make_need(need.household, worker=worker)
    actions.sign_as_giver(handover, by=worker)
    assert owner_of(need) == worker
    hold(newcomer, "grid_worker", country["990101001001002"])
    hold(newcomer, "unit_leader", country["990101001001001001"])

    actions.sign_as_taker(handover, by=newcomer)

    handover.refresh_from_db()
    assert (handover.state, owner_of(need), owner_of(late)) == ("done", newcomer, newcomer)
    assert handover.items.filter(held_by=newcomer).count() == 2


def test_sign_as_taker_without_a_post_there_is_refused_and_leaves_no_signature(seat, need, worker, secretary):
    handover = actions.begin_handover(seat.post, by=secretary, giver=worker, to=make_user())
    actions.sign_as_giver(handover, by=worker)
    with pytest.raises(Refused, match="请先安排到岗"):
        actions.sign_as_taker(handover, by=handover.to_user)

    handover.refresh_from_db()
    assert (handover.state, handover.taker_signed_at) == ("open", None)
    assert owner_of(need) == worker


def test_what_the_keeper_held_meanwhile_goes_to_the_taker(seat, need, worker, secretary, leader, grid):
    newcomer = make_user()
    handover = actions.begin_handover(seat.post, by=secretary, giver=worker, to=newcomer)
    actions.end_holding(seat, by=secretary)
    assert owner_of(need) == leader
    actions.hold_post(seat.post, by=secretary, user=newcomer)
    actions.sign_as_taker(handover, by=newcomer)
    actions.sign_as_giver(handover, by=worker)  # without a post by now
    assert owner_of(need) == newcomer


def test_a_superior_signs_for_a_giver_who_is_gone_with_a_reason(seat, need, worker, secretary, leader):
    handover = actions.begin_handover(seat.post, by=secretary, giver=worker)
    with pytest.raises(Refused, match="写明原因"):
        actions.sign_for_giver(handover, by=secretary, reason=" ")
    with pytest.raises(PermissionDenied):
        actions.sign_for_giver(handover, by=make_user(), reason="因病住院")
    actions.sign_for_giver(handover, by=secretary, reason="因病住院")
    with pytest.raises(Refused, match="已经签过字"):
        actions.sign_as_giver(handover, by=worker)
    actions.sign_as_taker(handover, by=leader)

    handover.refresh_from_db()
    assert (handover.giver_signed_by, handover.giver_absence, handover.state) == (
        secretary,
        "因病住院",
        "done",
    )


def test_the_taker_may_not_sign_for_the_giver(seat, worker, secretary):
    handover = actions.begin_handover(seat.post, by=secretary, giver=worker, to=secretary)
    with pytest.raises(Refused, match="接交人不能代"):
        actions.sign_for_giver(handover, by=secretary, reason="联系不上")


@pytest.mark.parametrize("sign", [actions.sign_as_giver, actions.sign_as_taker])
def test_nobody_else_signs(seat, worker, secretary, leader, stranger, sign):
    handover = actions.begin_handover(seat.post, by=secretary, giver=worker)
    with pytest.raises(PermissionDenied):
        sign(handover, by=stranger)


def test_begin_handover_twice_is_refused_with_a_sentence(seat, worker, secretary, leader):
    actions.begin_handover(seat.post, by=secretary, giver=worker)
    with pytest.raises(ValidationError, match="不用再发起"):
        actions.begin_handover(seat.post, by=secretary, giver=worker)


def test_begin_handover_checks_giver_taker_and_right(seat, worker, secretary, stranger):
    with pytest.raises(Refused, match="没有担任过"):
        actions.begin_handover(seat.post, by=secretary, giver=secretary)
    with pytest.raises(ValidationError, match="不能是同一个人"):
        actions.begin_handover(seat.post, by=secretary, giver=worker, to=worker)
    with pytest.raises(PermissionDenied):
        actions.begin_handover(seat.post, by=stranger, giver=worker)
    seated = actions.begin_handover(seat.post, by=secretary, giver=worker)
    assert seated.to_user == secretary


def test_a_cancelled_handover_takes_no_signature(seat, worker, secretary, leader):
    handover = actions.begin_handover(seat.post, by=secretary, giver=worker)
    with pytest.raises(Refused, match="理由"):
        actions.cancel_handover(handover, by=secretary, note="")
    actions.cancel_handover(handover, by=secretary, note="不走了")
    with pytest.raises(Refused, match="已经办结"):
        actions.sign_as_taker(handover, by=leader)


def test_close_post_gives_its_cases_to_the_seat_of_the_keeper(seat, grid, secretary, leader):
    case = own_case(seat, grid)
    actions.close_post(seat.post, by=secretary)

    case.refresh_from_db()
    assert case.owner_post == leader.live_holdings[0].post
    assert case.actions.get(kind="rehome").note == f"{seat.post}已离岗或撤销，转由接管人办理。"
    assert set(orphans().values()) == {0}


def test_the_sweep_finds_a_person_who_may_no_longer_log_in(need, worker, leader):
    worker.is_active = False
    worker.save()
    assert orphans()["need"] == 1
    settle_what_leavers_owe()
    assert owner_of(need) == leader
    assert HandoverItem.objects.count() == 0  # the seat is still his: nothing to sign until it ends


def test_waiting_for_lists_what_this_person_has_not_signed(seat, worker, secretary, leader):
    handover = actions.begin_handover(seat.post, by=secretary, giver=worker)
    actions.sign_as_giver(handover, by=worker)
    waiting = Handover.objects.waiting_for
    assert not waiting(worker).exists()
    assert waiting(leader).get() == handover


def test_errands_go_with_the_needs_and_promises_stand_on_the_list(
    country, seat, worker, secretary, leader, need
):
    errand = make_errand(country["990101001001001001"], worker=worker)
    promise = make_visit(need.household, worker=worker, return_on=today() + timedelta(days=5))
    handover = actions.begin_handover(seat.post, by=secretary, giver=worker)
    listed = {("errand", errand.pk), ("need", need.pk), ("promise", promise.pk)}
    assert set(handover.items.exclude(duty="case").values_list("duty", "row_id")) == listed

    actions.end_holding(seat, by=secretary)

    errand.refresh_from_db()
    assert (errand.worker, errand.case.actions.last().kind) == (leader, "rehome")
    assert handover.items.get(duty="promise").handed_at is None
