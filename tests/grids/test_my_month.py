"""我的本月小结: for oneself and one's direct leader; what was done, in words; no score of any kind."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.casework.enums import Kind
from governance.kernel.days import today
from grids.models import TeamMember, Visit
from grids.presenting.month import draft_of, month_of
from tests.factories.casework import make_case
from tests.factories.grids import make_household, make_need, make_visit
from tests.factories.people import hold, make_user

NOON = "2026-11-20 12:00+08:00"
MY_MONTH = "grids:my_month"


@pytest.fixture
def phone(client, worker):
    client.force_login(worker)
    return client


def member_url(person) -> str:
    return reverse("grids:member_month", args=[person.live_holdings[0].pk])


def status_for(client, reader, person) -> int:
    client.force_login(reader)
    return client.get(member_url(person)).status_code


def november(worker, household) -> None:
    second = make_household(household.area)
    for target, fields in (
        (household, {"ago": 1}),
        (household, {"ago": 2, "way": "phone", "kind": "care"}),
        (second, {"ago": 3, "kind": "care"}),
        (second, {"ago": 4, "outcome": "not_met"}),
        (second, {"ago": 25}),
    ):
        make_visit(target, worker=worker, **fields)
    make_visit(household, ago=1)
    make_need(household, worker=worker, state="solved", opened_on=today() - timedelta(days=40))
    make_need(household, worker=worker, opened_on=today())
    make_case(household.area, kind=Kind.EVENT, state="reported", registered_by=worker)


def test_a_month_counts_ones_own_contacts_of_the_month(worker, household):
    with time_machine.travel(NOON, tick=False):
        november(worker, household)
        month = month_of(worker, date(2026, 11, 1))

    assert (month.contacts, month.households, month.in_vain) == (3, 2, 1)
    assert month.ways == [("入户", 2), ("电话", 1)]
    assert month.kinds == [("例行走访", 1), ("探访关爱", 2)]
    assert (month.needs_opened, month.needs_solved) == (1, 1)
    assert (month.events_reported, month.events_closed) == (1, 0)
    assert (month.key, month.before, month.after) == ("2026-11", "2026-10", "2026-12")


def test_the_draft_says_it_in_sentences(worker, household):
    with time_machine.travel(NOON, tick=False):
        november(worker, household)
        draft = draft_of(month_of(worker, date(2026, 11, 1)), place="凤凰北街第三网格")

    assert draft.splitlines()[:4] == [
        "2026 年 11 月，在凤凰北街第三网格联系居民 2 户 3 次。",
        "按方式：入户 2 次、电话 1 次。",
        "按类型：例行走访 1 次、探访关爱 2 次。",
        "登记居民诉求 1 件，解决 1 件。",
    ]


def test_months_roll_over_the_year(worker):
    month = month_of(worker, date(2026, 1, 1))
    assert (month.before, month.after) == ("2025-12", "2026-02")
    assert month_of(worker, date(2025, 12, 1)).after == "2026-01"


def test_my_month_shows_the_draft_and_says_who_reads_it(phone, worker, household):
    make_visit(household, worker=worker)
    page = phone.get(reverse(MY_MONTH)).content.decode()

    assert "不打分、不排名、不比较" in page
    assert re.search(r"<textarea[^>]*>[^<]*联系居民 1 户 1 次", page)
    assert "下个月" not in page
    assert "下个月" in phone.get(reverse(MY_MONTH), {"month": "2026-01"}).content.decode()


@pytest.mark.parametrize("month", ["2026-13", "2026-1", "1999-12", "2999-01", "x", "2026-1１x", "202611"])
def test_a_month_that_is_none_is_a_bad_request(phone, month):
    answer = phone.get(reverse(MY_MONTH), {"month": month})
    assert answer.status_code == 400


def test_the_leader_of_the_grid_reads_it_and_nobody_else(client, country, grid, worker, secretary, official):
    leader = make_user("grid_leader", grid)
    colleague = make_user("grid_worker", grid)
    elsewhere = make_user("grid_leader", country["990101001001002"])
    dispatcher = make_user("street_deputy", country["990101001"])
    found = {person: status_for(client, person, worker) for person in (leader, secretary, elsewhere)}

    assert found == {leader: 200, secretary: 404, elsewhere: 404}
    assert {status_for(client, person, worker) for person in (colleague, official, dispatcher)} == {403}


def test_the_secretary_reads_the_leaders_and_those_without_one(client, grid, worker, secretary):
    assert status_for(client, secretary, worker) == 200
    leader = make_user("grid_leader", grid)
    assert status_for(client, secretary, worker) == 404
    assert status_for(client, secretary, leader) == 200
    assert status_for(client, leader, leader) == 404


def test_a_worker_who_is_the_leader_is_led_by_the_secretary(client, grid, secretary):
    both = make_user("grid_worker", grid)
    hold(both, "grid_leader", grid)
    assert status_for(client, secretary, both) == 200


def test_a_leader_who_has_left_reads_nothing(client, grid, worker):
    former = make_user("grid_leader", grid, until=today())
    assert status_for(client, former, worker) == 403


def test_a_leader_reads_what_was_done_in_the_own_grid_alone(client, grid, worker, household, next_household):
    leader = make_user("grid_leader", grid)
    make_visit(household, worker=worker)
    make_visit(next_household, worker=worker)
    client.force_login(leader)

    assert client.get(member_url(worker)).context["month"].contacts == 1
    assert month_of(worker, today().replace(day=1)).contacts == 2


def test_leaders_find_their_members_on_their_pages(client, grid, worker, secretary, household):
    leader = make_user("grid_leader", grid)
    client.force_login(leader)
    assert member_url(worker) in client.get(reverse("grids:my")).content.decode()
    client.force_login(secretary)
    page = client.get(reverse("grids:grid_detail", args=[grid.grid.pk])).content.decode()

    assert member_url(leader) in page
    assert member_url(worker) not in page


def test_a_building_leader_is_led_by_the_leader_of_the_grid(building, grid):
    leader, below = make_user("grid_leader", grid), make_user("building_leader", building)
    led = TeamMember.objects.for_user(leader).led_by(leader, today())
    assert list(led) == [TeamMember.objects.get(user=below)]


def test_my_month_takes_as_many_queries_for_three_visits_as_for_one(phone, worker, household):
    phone.get(reverse(MY_MONTH))
    counts = []
    for number in (1, 2):
        for _ in range(number):
            make_visit(household, worker=worker)
        with CaptureQueriesContext(connection) as taken:
            assert phone.get(reverse(MY_MONTH)).status_code == 200
        counts.append(len(taken))
    assert counts[0] == counts[1] <= 8
    assert Visit.objects.count() == 3
