"""Who is told of a work order that is not answered in time."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.casework.actions.ordering import refer_case
from governance.casework.actions.reminding import remind_of_late_orders
from governance.casework.models import WorkOrder
from governance.casework.states import OrderState
from governance.dispatch.models import Notice
from tests.factories.casework import make_rules
from tests.factories.disputes import make_accepted
from tests.factories.orders import make_order, make_seat
from tests.factories.people import make_user

CHINA = ZoneInfo("Asia/Shanghai")
SENT = datetime(2026, 11, 16, 10, tzinfo=CHINA)  # a Monday; to be answered by the end of Tuesday
LATE = datetime(2026, 11, 18, 0, 5, tzinfo=CHINA)


@pytest.fixture
def mediator(country):
    return make_user("mediator", country["990101001"], name="周调解")


@pytest.fixture
def court(country):
    return make_user("department_handler", country["990101"], name="纳法官")


@pytest.fixture
def head(country):
    return make_user("county_official", country["990101"])


@pytest.fixture
def supervisor(country):
    return make_user("centre_supervisor", country["990101"])


@pytest.fixture
def case(grid, mediator):
    post = seat(mediator)
    return make_accepted(grid, "mediating", owner_post=post, owner_area=post.area).case


def seat(user):
    return user.live_holdings[0].post


def asked(case, mediator, court) -> WorkOrder:
    make_rules()
    with time_machine.travel(SENT, tick=False):
        [order] = refer_case(case, by=mediator, posts=[seat(court)], reason="请协助核实")
    return order


def told() -> list:
    return list(Notice.objects.filter(kind="order.late").order_by("id").values_list("post", flat=True))


def test_late_order_is_told_to_the_called_seat_and_the_head_of_its_office(case, mediator, court, head):
    order = asked(case, mediator, court)
    assert (remind_of_late_orders(LATE - timedelta(minutes=10)), told()) == (0, [])

    assert remind_of_late_orders(LATE) == 1

    assert told() == [seat(court).pk, seat(head).pk]
    assert Notice.objects.first().body == (
        f"纠纷 {case.number}：{order.from_post}发来的转请协办工单 2026年11月17日 前应当答复，期限已过。"
        "请尽快答复；办不了的，写明理由退回。"
    )


def test_late_order_is_told_once_however_often_and_late_the_sweep_comes(case, mediator, court, head):
    asked(case, mediator, court)

    for when in (LATE + timedelta(days=3), LATE + timedelta(days=3, hours=1), LATE + timedelta(days=9)):
        remind_of_late_orders(when)

    assert told() == [seat(court).pk, seat(head).pk]


def test_office_without_a_head_is_told_through_who_supervises_it(case, mediator, country, supervisor):
    community = make_seat(country["990101001001"], role="community_secretary")
    make_order(case, community, from_post=seat(mediator), respond_by=SENT)

    remind_of_late_orders(LATE)

    assert told() == [community.pk, seat(supervisor).pk]


def test_notice_leads_an_office_beyond_the_place_to_its_orders(client, case, mediator, country):
    outside = make_user("department_handler", country["990102"])
    make_order(case, seat(outside), from_post=seat(mediator), respond_by=SENT)
    remind_of_late_orders(LATE)
    notice = Notice.objects.get(kind="order.late", post=seat(outside))

    client.force_login(outside)

    opened = client.post(reverse("dispatch:notice_open", args=[notice.pk]))
    assert opened.headers["Location"] == reverse("casework:order_list")


@pytest.mark.parametrize("state", [OrderState.RETURNED, OrderState.WITHDRAWN, OrderState.CLOSED])
def test_order_that_waits_no_more_is_not_told_of(state, case, mediator, court):
    make_order(case, seat(court), from_post=seat(mediator), respond_by=SENT, state=state)

    assert (remind_of_late_orders(LATE), told()) == (0, [])


def test_reminders_cost_the_same_for_more_orders(case, mediator, court, head, country):
    asked(case, mediator, court)
    with CaptureQueriesContext(connection) as one:
        remind_of_late_orders(LATE)
    for number in range(3):
        make_order(case, make_seat(country["990101"], title=f"{number}科"), respond_by=SENT)
    with CaptureQueriesContext(connection) as four:
        assert remind_of_late_orders(LATE) == 4

    assert len(four) == len(one)
