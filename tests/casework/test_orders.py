"""Work orders between offices: who may send what to whom, what the called office answers, what stays with the owner."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from governance.audit.models import AuditEvent
from governance.casework.actions.ordering import refer_case, transfer_case, whistle
from governance.casework.actions.orders import ORDER_VERBS
from governance.casework.enums import OrderKind, OrderRating, WhistleNeed
from governance.casework.models import Case, WorkOrder
from governance.casework.states import STEPS_OF, OrderState
from governance.dispatch.models import Notice
from governance.kernel.errors import Refused
from tests.factories.casework import make_rules
from tests.factories.disputes import make_accepted
from tests.factories.orders import make_order, make_seat
from tests.factories.people import hold, make_user

REPORTED = {"outcome": "三家会商，明确付款方案", "attendee": "马建国", "need": WhistleNeed.NEEDED}


@pytest.fixture
def mediator(country):
    return make_user("mediator", country["990101001"], name="周调解")


@pytest.fixture
def court(country):
    """A handler of a department of the county."""
    return make_user("department_handler", country["990101"], name="纳法官")


@pytest.fixture
def case(grid, mediator):
    post = mediator.live_holdings[0].post
    return make_accepted(grid, "mediating", owner_post=post, owner_area=post.area).case


def seat(user):
    return user.live_holdings[0].post


def do(step: str, order: WorkOrder, user, **given):
    return ORDER_VERBS[step](WorkOrder.objects.get(pk=order.pk), by=user, **given)


def arrived(**more):
    return REPORTED | {"arrived_at": timezone.now() - timedelta(minutes=30)} | more


def test_refer_leaves_owner_clock_and_state(case, mediator, court):
    before = Case.objects.values("owner_post", "due_at", "state", "is_joint").get(pk=case.pk)

    [order] = refer_case(case, by=mediator, posts=[seat(court)], reason="请查用工备案")

    assert Case.objects.values("owner_post", "due_at", "state", "is_joint").get(pk=case.pk) == before
    assert (order.state, order.from_post, order.to_post) == ("offered", seat(mediator), seat(court))
    assert case.actions.last().kind == "refer"
    assert AuditEvent.objects.filter(action="order.send", object_id=str(order.pk)).exists()


@time_machine.travel("2026-11-25T09:00:00+08:00", tick=False)
def test_whistle_gives_one_working_day_by_rule(case, mediator, court, country):
    make_rules()
    union = make_seat(country["990101"], "总工会")

    orders = whistle(case, by=mediator, posts=[seat(court), union], reason="请到场联调")

    assert {order.respond_by.isoformat() for order in orders} == {"2026-11-26T23:59:59+08:00"}


def test_whistle_is_answered_by_arrival_and_judged_both_ways(case, mediator, court):
    [order] = whistle(case, by=mediator, posts=[seat(court)], reason="请到场联调")

    do("take", order, court)
    do("answer", order, court, **arrived())
    do("rate", order, mediator, rating=OrderRating.PROMPT)

    order.refresh_from_db()
    assert (order.state, order.rating, order.need) == ("closed", "prompt", "needed")
    assert (order.attendee, order.outcome) == ("马建国", REPORTED["outcome"])
    assert Case.objects.get(pk=case.pk).is_joint
    kinds = list(case.actions.values_list("kind", flat=True))
    assert kinds[-4:] == ["whistle", "order_take", "order_answer", "order_rate"]


def test_whistle_without_arrival_is_refused_with_all_that_lacks(case, mediator, court):
    [order] = whistle(case, by=mediator, posts=[seat(court)], reason="请到场联调")

    with pytest.raises(Refused) as refused:
        do("answer", order, court, outcome="已电话答复")

    assert refused.value.message == ("还不能办理，请先补齐：填写到场时间；填写到场人姓名；评价吹哨是否必要。")
    assert WorkOrder.objects.get(pk=order.pk).state == OrderState.OFFERED


def test_nobody_arrives_in_the_future(case, mediator, court):
    [order] = whistle(case, by=mediator, posts=[seat(court)], reason="请到场联调")

    with pytest.raises(Refused, match="到场时间不能晚于现在"):
        do("answer", order, court, **arrived(arrived_at=timezone.now() + timedelta(hours=1)))


def test_transfer_changes_the_owner_only_when_taken_over(case, mediator, court):
    due = case.due_at
    [order] = transfer_case(case, by=mediator, posts=[seat(court)], reason="属劳动仲裁")
    assert Case.objects.get(pk=case.pk).owner_post == seat(mediator)

    do("take_over", order, court)

    moved = Case.objects.get(pk=case.pk)
    assert (moved.owner_post, moved.owner_area, moved.level_id) == (seat(court), seat(court).area, "county")
    assert (moved.due_at, moved.state, moved.version) == (due, case.state, case.version + 1)
    assert WorkOrder.objects.get(pk=order.pk).state == OrderState.CLOSED
    assert AuditEvent.objects.filter(action="case.transfer").count() == 1


def test_returned_transfer_stays_with_the_giver_and_is_counted(case, mediator, court):
    [order] = transfer_case(case, by=mediator, posts=[seat(court)], reason="属劳动仲裁")

    do("return", order, court, note="不属仲裁受案范围")

    back = Case.objects.get(pk=case.pk)
    assert (back.owner_post, back.returned_count) == (seat(mediator), 1)
    assert WorkOrder.objects.get(pk=order.pk).ended_note == "不属仲裁受案范围"


@pytest.fixture
def supervisor(country):
    return make_user("centre_supervisor", country["990101"])


def returned_twice(case, mediator, court):
    for _time in range(2):
        [order] = transfer_case(case, by=mediator, posts=[seat(court)], reason="属劳动仲裁")
        do("return", order, court, note="不属仲裁受案范围")
    return Case.objects.get(pk=case.pk)


def test_second_return_of_a_transfer_goes_to_the_centre_that_supervises(case, mediator, court, supervisor):
    back = returned_twice(case, mediator, court)

    assert (back.state, back.owner_post, back.owner_area.code) == ("accepted", None, "990101")
    assert (back.returned_count, back.level_id) == (2, "county")
    assert back.actions.latest("id").note == f"移交被退回，交{back.owner_area}决定由谁承办。"
    assert list(Notice.objects.filter(kind="case.returned").values_list("post", flat=True)) == [
        seat(supervisor).pk
    ]


def test_second_return_before_mediation_is_a_return_like_any_other(case, mediator, court, supervisor):
    Case.objects.filter(pk=case.pk).update(state="assigned")

    back = returned_twice(case, mediator, court)

    assert (back.state, back.owner_post, back.owner_area.code) == ("returned", None, "990101")


def test_second_return_of_a_paused_case_leaves_it_with_the_giver_and_tells_the_centre(
    case, mediator, court, supervisor
):
    Case.objects.filter(pk=case.pk).update(state="suspended", paused_at=timezone.now(), remaining=3)

    back = returned_twice(case, mediator, court)

    assert (back.state, back.owner_post, back.returned_count) == ("suspended", seat(mediator), 2)
    assert Notice.objects.filter(kind="case.returned", post=seat(supervisor)).count() == 1


def test_return_needs_a_reason(case, mediator, court):
    [order] = refer_case(case, by=mediator, posts=[seat(court)], reason="请协助")

    with pytest.raises(Refused, match="退回需要写明理由"):
        do("return", order, court, note="  ")


def test_transfer_of_a_case_that_changed_hands_is_not_taken_over(case, mediator, court, country):
    [order] = transfer_case(case, by=mediator, posts=[seat(court)], reason="属劳动仲裁")
    other = make_seat(country["990101001"], "司法所", "mediator")
    Case.objects.filter(pk=case.pk).update(owner_post=other)

    with pytest.raises(Refused, match="已经换了承办岗位"):
        do("take_over", order, court)

    assert Case.objects.get(pk=case.pk).owner_post == other


def test_community_may_not_lead_what_is_off_its_list(grid, mediator, country):
    secretary = make_user("community_secretary", country["990101001001"])
    wages = make_accepted(grid, category="0701", owner_post=seat(mediator))
    wages.category.community_may_lead = False
    wages.category.save()

    with pytest.raises(Refused) as refused:
        transfer_case(wages.case, by=mediator, posts=[seat(secretary)], reason="请社区办")
    [helping] = refer_case(wages.case, by=mediator, posts=[seat(secretary)], reason="请社区协助找人")

    assert refused.value.code == "not_their_lead"
    assert "主责不能交给社区和网格" in refused.value.message and "清单由县区确定" in refused.value.message
    assert helping.state == OrderState.OFFERED


def test_community_leads_what_is_on_its_list(grid, mediator, country):
    secretary = make_user("community_secretary", country["990101001001"])
    quarrel = make_accepted(grid, owner_post=seat(mediator)).case

    [order] = transfer_case(quarrel, by=mediator, posts=[seat(secretary)], reason="邻里小事")
    do("take_over", order, secretary)

    assert Case.objects.get(pk=quarrel.pk).owner_post == seat(secretary)


def test_same_office_is_not_asked_twice_at_once(case, mediator, court):
    refer_case(case, by=mediator, posts=[seat(court)], reason="请协助")

    with pytest.raises(Refused, match="还有一张没有答复的工单"):
        whistle(case, by=mediator, posts=[seat(court)], reason="请到场")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_order(case, seat(court))

    assert case.orders.count() == 1


def test_whistle_to_one_office_that_cannot_come_calls_nobody(case, mediator, court, country):
    far = make_seat(country["990102"], "外县住建局")

    with pytest.raises(Refused, match="不能接这张工单"):
        whistle(case, by=mediator, posts=[seat(court), far], reason="请到场")

    assert case.orders.count() == 0


@pytest.mark.parametrize("posts", [0, 21])
def test_number_of_called_offices_has_its_bounds(case, mediator, country, posts):
    seats = [make_seat(country["990101"], f"部门{n}") for n in range(posts)]

    with pytest.raises(Refused, match="请选择 1 至 20 个单位"):
        whistle(case, by=mediator, posts=seats, reason="请到场")


def test_closed_case_sends_no_orders(case, mediator, court):
    done = {"state": "closed", "closed_on": timezone.localdate(), "outcome": "failed"}
    Case.objects.filter(pk=case.pk).update(**done)

    with pytest.raises(Refused, match="已经办结"):
        refer_case(case, by=mediator, posts=[seat(court)], reason="请协助")


def test_only_the_owner_or_a_dispatcher_sends(case, court, dispatcher, country):
    neighbour = make_user("mediator", country["990101001"])
    stranger = make_user("mediator", country["990102001"])

    with pytest.raises(Refused, match="请由承办岗位或者调度员发工单"):
        refer_case(case, by=neighbour, posts=[seat(court)], reason="请协助")
    with pytest.raises(PermissionDenied):
        refer_case(case, by=stranger, posts=[seat(court)], reason="请协助")

    assert refer_case(case, by=dispatcher, posts=[seat(court)], reason="请协助")


def test_a_second_officer_with_an_old_version_is_told(case, mediator, court):
    with pytest.raises(Refused) as refused:
        refer_case(case, by=mediator, posts=[seat(court)], reason="请协助", version=case.version - 1)

    assert refused.value.code == "stale"


@pytest.mark.parametrize("step", sorted(WorkOrder.STEPS))
def test_other_offices_take_no_step(case, mediator, court, step):
    [order] = refer_case(case, by=mediator, posts=[seat(court)], reason="请协助")
    beside = make_user("department_handler", case.area.parent_on(timezone.localdate()))
    needed = {"answer": {"outcome": "好"}, "rate": {"rating": OrderRating.FAIR}}.get(step, {"note": "理由"})

    with pytest.raises(Refused):
        do(step, order, beside, **needed)

    assert WorkOrder.objects.get(pk=order.pk).state == OrderState.OFFERED


@pytest.mark.parametrize("kind", OrderKind.values)
@pytest.mark.parametrize("state", OrderState.values)
@pytest.mark.parametrize("step", sorted(WorkOrder.STEPS))
def test_step_goes_through_exactly_where_the_table_says(case, mediator, court, kind, state, step):
    """Kind × state × step, taken by somebody who sits in both offices."""
    both = make_user("mediator", case.owner_post.area)
    hold(both, "department_handler", seat(court).area)
    order = make_order(
        case,
        both.live_holdings[1].post,
        kind=kind,
        state=state,
        from_post=both.live_holdings[0].post,
        answered_at=timezone.now(),
    )
    Case.objects.filter(pk=case.pk).update(owner_post=order.from_post)
    given = {"answer": arrived(), "rate": {"rating": OrderRating.FAIR}}.get(step, {"note": "理由充分"})
    lawful = state in WorkOrder.STEPS[step].sources and step in STEPS_OF[kind]

    if lawful:
        do(step, order, both, **given)
    else:
        with pytest.raises(Refused):
            do(step, order, both, **given)

    expected = WorkOrder.STEPS[step].target if lawful else state
    assert WorkOrder.objects.get(pk=order.pk).state == expected
