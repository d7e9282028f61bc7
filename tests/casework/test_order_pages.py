"""Pages and API of work orders: the inbox, one order, what an office outside the area sees through it alone."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from disputes.enums.rights import Right
from governance.casework.choices import seats_to_call
from governance.casework.models import Case, WorkOrder
from tests.factories.disputes import make_accepted
from tests.factories.orders import make_order, make_seat
from tests.factories.people import make_user


@pytest.fixture
def mediator(country):
    return make_user("mediator", country["990101001"])


@pytest.fixture
def case(grid, mediator):
    post = mediator.live_holdings[0].post
    return make_accepted(grid, "mediating", title="追索工资", owner_post=post, owner_area=post.area).case


@pytest.fixture
def court(country):
    return make_user("department_handler", country["990101"])


@pytest.fixture
def beside(country):
    """The mediator of the next township, whose area does not cover the case."""
    return make_user("mediator", country["990101002"])


def seat(user):
    return user.live_holdings[0].post


def entered(client, user):
    client.force_login(user)
    return client


def post_json(client, address, **data):
    return client.post(address, json.dumps(data), content_type="application/json")


def test_list_costs_the_same_for_one_row_and_three(client, case, court, country, django_assert_num_queries):
    entered(client, court)
    page = f"{reverse('casework:order_list')}?box=in"
    make_order(case, seat(court), from_post=case.owner_post)
    client.get(page)
    with django_assert_num_queries(5):
        client.get(page)
    for _more in range(2):
        other = make_accepted(case.area).case
        make_order(other, seat(court), from_post=case.owner_post)
    with django_assert_num_queries(5):
        assert client.get(page).context["page"].count == 3


def test_inbox_has_what_is_asked_of_the_office_late_ones_first(client, case, court, mediator):
    soon = make_order(make_accepted(case.area).case, seat(court))
    late = make_order(case, seat(court), respond_by=timezone.now() - timedelta(days=2))
    make_order(make_accepted(case.area).case, seat(mediator), from_post=seat(court))

    answer = entered(client, court).get(f"{reverse('casework:order_list')}?box=in&waiting=true")

    assert [row["order"].pk for row in answer.context["rows"]] == [late.pk, soon.pk]
    assert "超期" in answer.content.decode()


def test_filters_by_box_lateness_and_words(client, case, court, mediator):
    late = make_order(
        case, seat(court), from_post=seat(mediator), respond_by=timezone.now() - timedelta(days=1)
    )
    make_order(make_accepted(case.area).case, seat(court))
    entered(client, mediator)

    def found(query):
        return [
            row["order"].pk for row in client.get(f"{reverse('casework:order_list')}?{query}").context["rows"]
        ]

    assert found("box=out") == found("late=true") == found("q=追索") == [late.pk]
    assert late.pk not in found("late=false") and late.pk in found("waiting=true")
    assert client.get(f"{reverse('casework:order_list')}?box=all").status_code == 400


def test_case_page_offers_the_ways_and_shows_what_was_asked(client, case, mediator, court):
    make_order(case, seat(court), kind="whistle", from_post=seat(mediator), reason="请到场释法")

    words = (
        entered(client, mediator).get(reverse("disputes:case_detail", args=[case.number])).content.decode()
    )

    assert "请到场释法" in words
    for kind in ("refer", "transfer", "whistle"):
        assert reverse("casework:order_send", args=[case.number, kind]) in words


def test_whistle_is_sent_from_its_page(client, case, mediator, court, country):
    union = make_seat(country["990101"], "总工会")
    address = reverse("casework:order_send", args=[case.number, "whistle"])

    given = {"posts": [seat(court).pk, union.pk], "reason": "请到场联调", "version": case.version}
    answer = entered(client, mediator).post(address, given, follow=True)

    assert [order.to_post for order in case.orders.order_by("to_post")] == [seat(court), union]
    assert "已发给" in answer.content.decode() and "总工会" in answer.content.decode()


def test_empty_form_comes_back_with_what_lacks(client, case, mediator):
    answer = entered(client, mediator).post(reverse("casework:order_send", args=[case.number, "whistle"]))

    assert answer.status_code == 400
    assert set(answer.context["form"].errors) == {"posts", "reason"}


def test_called_office_reports_on_one_page(client, case, court, mediator):
    order = make_order(case, seat(court), kind="whistle", from_post=seat(mediator))
    entered(client, court)
    page = reverse("casework:order_detail", args=[order.pk])
    assert "到场报到" in client.get(page).content.decode()

    given = {"arrived_at": "2026-11-20T09:30", "attendee": "马建国", "outcome": "已释法", "need": "needed"}
    answer = client.post(reverse("casework:order_step", args=[order.pk, "answer"]), given, follow=True)

    assert answer.status_code == 200 and "马建国" in answer.content.decode()
    assert WorkOrder.objects.get(pk=order.pk).state == "answered"


def test_return_without_a_reason_comes_back_open(client, case, court):
    order = make_order(case, seat(court))

    answer = entered(client, court).post(
        reverse("casework:order_step", args=[order.pk, "return"]), {"note": ""}
    )

    assert answer.status_code == 400
    assert [entry["open"] for entry in answer.context["steps"] if entry["step"].name == "return"] == [True]


def test_wrong_moment_is_409_with_the_sentence(client, case, court, mediator):
    order = make_order(case, seat(court), from_post=seat(mediator))
    entered(client, mediator)

    answer = client.post(reverse("casework:order_step", args=[order.pk, "rate"]), {"rating": "prompt"})

    assert answer.status_code == 409
    assert "现在是「待接收」，不能评价办结" in answer.content.decode()


def test_office_outside_the_area_sees_the_order_and_nothing_else(client, case, beside, mediator):
    order = make_order(case, seat(beside), from_post=seat(mediator), reason="工人住在贵辖区，请协助联系")
    entered(client, beside)
    number = case.number

    seen = client.get(reverse("casework:order_detail", args=[order.pk])).content.decode()

    assert "追索工资" in seen and "您通过工单查看以上内容" in seen
    assert reverse("disputes:case_detail", args=[number]) not in seen
    assert "13800138000" not in seen and "张三" not in seen
    closed = [
        reverse("disputes:case_detail", args=[number]),
        reverse("casework:order_send", args=[number, "refer"]),
        reverse("case-detail", args=[number]),
        reverse("dispute-detail", args=[number]),
    ]
    assert [client.get(address).status_code for address in closed] == [404] * 4
    assert not Case.objects.for_user(beside).filter(pk=case.pk).exists()
    assert number not in client.get(reverse("casework:queue")).content.decode()


def test_other_orders_of_the_same_case_stay_closed_to_it(client, case, beside, mediator, court):
    make_order(case, seat(beside), from_post=seat(mediator))
    other = make_order(case, seat(court), from_post=seat(mediator))
    entered(client, beside)

    assert client.get(reverse("casework:order_detail", args=[other.pk])).status_code == 404
    assert client.get(reverse("work-order-detail", args=[other.pk])).status_code == 404


def test_office_outside_the_area_answers_through_the_order(client, case, beside, mediator):
    order = make_order(case, seat(beside), from_post=seat(mediator))
    address = reverse("work-order-answer", args=[order.pk])

    answer = post_json(entered(client, beside), address, outcome="已联系上两人")

    assert (answer.status_code, answer.json()["state"]) == (200, "answered")


def test_whoever_left_the_seat_sees_the_order_no_more(client, case, beside, mediator):
    order = make_order(case, seat(beside), from_post=seat(mediator))
    beside.live_holdings[0].delete()

    assert entered(client, beside).get(reverse("casework:order_detail", args=[order.pk])).status_code == 403


def test_whistle_to_its_end_over_the_api(client, case, mediator, court):
    entered(client, mediator)
    sent = post_json(client, f"/api/v1/cases/{case.number}/whistle/", posts=[seat(court).pk], reason="请到场")
    [order] = sent.json()
    entered(client, court)
    report = {"arrived_at": "2026-11-20T09:30:00+08:00", "attendee": "马建国", "outcome": "已释法"}

    lacking = post_json(client, f"/api/v1/work-orders/{order['id']}/answer/", **report)
    answered = post_json(client, f"/api/v1/work-orders/{order['id']}/answer/", **report, need="needed")
    entered(client, mediator)
    rated = post_json(client, f"/api/v1/work-orders/{order['id']}/rate/", rating="prompt")

    assert (sent.status_code, lacking.status_code, answered.status_code, rated.status_code) == (
        201,
        409,
        200,
        200,
    )
    assert lacking.json()["detail"] == "还不能办理，请先补齐：评价吹哨是否必要。"
    assert (rated.json()["state"], rated.json()["need"], rated.json()["rating"]) == (
        "closed",
        "needed",
        "prompt",
    )
    assert rated.json()["to_office"] == str(seat(court))


def test_api_refuses_an_office_that_is_not_on_the_list(client, case, mediator, country):
    far = make_seat(country["990102"])

    answer = post_json(
        entered(client, mediator), f"/api/v1/cases/{case.number}/refer/", posts=[far.pk], reason="请协助"
    )

    assert answer.status_code == 400 and "posts" in answer.json()["errors"]
    assert not case.orders.exists()


def test_file_of_the_list_has_the_words_of_the_page(client, case, court):
    make_order(case, seat(court), kind="whistle")

    lines = b"".join(
        entered(client, court).get(f"{reverse('casework:order_list')}?format=csv").streaming_content
    ).decode()

    assert "吹哨" in lines and "待接收" in lines and str(seat(court)) in lines


def test_restricted_case_is_asked_of_nobody_who_may_not_see_such_cases(case, court, mediator):
    order = make_order(case, seat(court), from_post=seat(mediator))
    Case.objects.filter(pk=case.pk).update(is_restricted=True)
    case.refresh_from_db()

    callable_seats = seats_to_call(case, "whistle")

    assert Right.RESTRICTED not in court.live_holdings[0].post.role.rights
    assert not callable_seats.filter(pk=seat(court).pk).exists()
    assert not WorkOrder.objects.for_user(court).filter(pk=order.pk).exists()
