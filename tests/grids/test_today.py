"""今日: who is proposed and why, what waits and what came back; and how much work it is for the database."""

import datetime as dt
import uuid
from datetime import timedelta
from itertools import pairwise

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.kernel.days import local_date, today
from grids.actions.needs import reopen_need, solve_need
from grids.actions.visits import log_visit
from grids.enums.rhythms import LEAD, Tier
from grids.enums.visits import TODAY_LIMIT
from grids.models import Household, Visit
from grids.presenting.today import open_items, suggestions
from tests.factories.disputes import make_dispute
from tests.factories.events import make_event_category
from tests.factories.grids import (
    make_building,
    make_compound,
    make_household,
    make_need,
    make_resident,
    make_tag,
    make_visit,
)
from tests.factories.rhythms import make_campaign, make_rhythms, switch_on

MOST_QUERIES = 8
URL = "grids:today"


@pytest.fixture
def community(country):
    return country["990101001001"]


@pytest.fixture
def phone(client, worker):
    client.force_login(worker)
    return client


def proposed(worker) -> dict:
    """The reasons of today by household."""
    return {found.household.pk: found.reason for found in suggestions(worker, today())}


def tiers(worker) -> list:
    return [found.tier for found in suggestions(worker, today())]


def date_of(ago: int) -> str:
    day = today() - timedelta(days=ago)
    return f"{day.month}月{day.day}日"


def test_rules_of_the_preset_are_off_until_somebody_takes_them_up(worker, household):
    make_rhythms()
    make_tag(household)
    make_visit(household, ago=400)

    assert tiers(worker) == [Tier.LONGEST]


def test_a_rhythm_says_whom_how_often_and_when_last(worker, community, household):
    switch_on(community, "elders_children")
    make_tag(household)
    make_visit(household, ago=40)

    reason = proposed(worker)[household.pk]
    assert reason == f"独居老人，30 天内看望一次，上次 {date_of(40)}"


def test_a_rhythm_proposes_two_days_before_it_runs_out(worker, community, household):
    switch_on(community, "elders_children")
    make_tag(household)
    met = make_visit(household, ago=30 - LEAD)
    assert tiers(worker) == [Tier.RHYTHM]

    Visit.objects.filter(pk=met.pk).update(visited_on=today() - timedelta(days=30 - LEAD - 1))
    assert tiers(worker) == [Tier.LONGEST]


def test_of_those_never_met_the_stricter_rhythm_comes_first(worker, community, building):
    switch_on(community, "elders_children", "arrived_let")
    for _ in range(TODAY_LIMIT):
        make_household(building, occupancy="let", route=1)
    tagged = make_household(building, route=9)
    make_tag(tagged)
    assert tagged.pk in proposed(worker)


@pytest.mark.parametrize("way", ["door", "phone", "street"])
def test_any_contact_resets_the_rhythm(worker, community, household, way):
    switch_on(community, "elders_children")
    make_tag(household)
    make_visit(household, ago=60)
    make_visit(household, ago=3, way=way)
    assert tiers(worker) == [Tier.LONGEST]


def test_a_request_dealt_with_is_a_contact_and_a_closed_door_is_none(worker, community, household):
    switch_on(community, "elders_children")
    make_tag(household)
    make_visit(household, ago=60)
    make_visit(household, ago=3, outcome="not_met")
    assert tiers(worker) == [Tier.RHYTHM]

    make_need(household, state="solved", on=today() - timedelta(days=2))
    assert tiers(worker) == [Tier.LONGEST]


def test_whoever_was_tried_today_is_left_for_another_day(worker, community, household):
    switch_on(community, "elders_children")
    make_tag(household)
    make_visit(household, outcome="not_met")
    assert proposed(worker) == {}


def test_the_stricter_of_two_rhythms_holds_and_age_is_asked(worker, community, building):
    switch_on(community, "alone_80", "elders_children")
    old, young = make_household(building), make_household(building)
    for household, born in ((old, today().year - 81), (young, today().year - 79)):
        make_tag(household, resident=make_resident(household, birth_year=born))
        make_visit(household, ago=10)

    assert tiers(worker) == [Tier.RHYTHM, Tier.LONGEST]
    assert proposed(worker)[old.pk].startswith("80 岁以上独居老人，7 天内看望一次")


def test_a_rhythm_reaches_by_occupancy_and_by_residence(worker, community, building):
    switch_on(community, "arrived_let")
    let, arrived, own = (make_household(building, occupancy=kind) for kind in ("let", "own", "own"))
    make_resident(arrived, residence="arrived")
    make_resident(own, residence="arrived", left_on=today())
    for household in (let, arrived, own):
        make_visit(household, ago=100)

    reasons = proposed(worker)
    assert {pk for pk, reason in reasons.items() if "流动人口和出租房" in reason} == {let.pk, arrived.pk}


def test_the_nearest_decision_holds(worker, country, community, household):
    switch_on(country["990101001"], "elders_children")
    make_tag(household)
    make_visit(household, ago=60)
    assert tiers(worker) == [Tier.RHYTHM]
    switch_on(community, "elders_children", is_on=False)
    assert tiers(worker) == [Tier.LONGEST]


def test_an_expired_tag_proposes_nobody(worker, community, household):
    switch_on(community, "elders_children")
    make_tag(household, from_on=today() - timedelta(days=90), days=-1)
    make_visit(household, ago=60)
    assert tiers(worker) == [Tier.LONGEST]


def promise(household, *, made: int, due: int, **fields) -> Visit:
    """A promise made `made` days ago to return `due` days from today."""
    return make_visit(household, ago=made, return_on=today() + timedelta(days=due), **fields)


def test_a_promise_comes_first_on_its_day_and_not_before(worker, building):
    first, later = make_household(building), make_household(building)
    promise(first, made=9, due=0)
    promise(later, made=9, due=1)

    assert tiers(worker).count(Tier.PROMISE) == 1
    assert proposed(worker)[first.pk].startswith(f"答应 {date_of(0)} 回访")


@pytest.mark.parametrize(
    ("ago", "kind", "is_kept"), [(1, "routine", True), (5, "routine", False), (5, "return", True)]
)
def test_a_promise_is_kept_by_a_return_or_a_contact_about_its_day(worker, household, ago, kind, is_kept):
    promise(household, made=9, due=0)
    make_visit(household, ago=ago, kind=kind)
    assert (tiers(worker) == [Tier.LONGEST]) is is_kept


def test_a_new_promise_stands_for_the_old_one(worker, household):
    promise(household, made=20, due=-10)
    promise(household, made=15, due=5)
    assert tiers(worker) == [Tier.LONGEST]


def test_a_campaign_proposes_whom_nobody_met_in_its_time(worker, community, building):
    left, met, before = (make_household(building) for _ in range(3))
    make_campaign(community, name="冬季大走访", ago=3)
    make_visit(met, ago=2, way="phone")
    make_visit(before, ago=4)

    reasons = proposed(worker)
    assert reasons[left.pk] == "冬季大走访还没去，还没有联系过"
    assert reasons[before.pk].startswith("冬季大走访还没去，上次")
    assert reasons[met.pk].startswith("最久没有联系")


def test_a_campaign_elsewhere_or_over_proposes_nobody(worker, country, community, household):
    make_visit(household, ago=30)
    make_campaign(country["990101001002"])
    make_campaign(community, name="去年的", ago=40, ahead=-20)
    assert tiers(worker) == [Tier.LONGEST]


def test_seven_at_most_the_pressing_ones_and_in_the_order_of_the_doors(worker, country, community, grid):
    near = country["990101001001001001"]
    switch_on(community, "elders_children")
    make_building(near, compound=make_compound(grid))
    doors = [make_household(near, unit=1, floor=floor, room=f"{floor}01") for floor in range(1, 13)]
    for household in doors:
        make_visit(household, ago=200)
    for household in doors[:3]:
        make_tag(household)
    promise(doors[5], made=10, due=0)

    found = suggestions(worker, today())
    assert len(found) == TODAY_LIMIT
    assert {one.household for one in found if one.tier == Tier.RHYTHM} == set(doors[:3])
    assert [one.household.route for one in found] == sorted(one.household.route for one in found)


def test_a_simulated_month_lands_where_the_rules_say(worker, community, building):
    """A worker who follows the rhythms alone: each household is met in the last days of its term, none later."""
    switch_on(community, "alone_80", "elders_children")
    terms = {_tagged(building, today().year - 85): 7 for _ in range(3)}
    terms |= {_tagged(building, today().year - 70): 30 for _ in range(20)}
    plain = [make_household(building) for _ in range(30)]
    start = timezone.localtime().replace(hour=9)
    for place, household in enumerate(terms):
        _met_on(household, local_date(start) - timedelta(days=place % 5))
    _follow_rhythms(worker, start, days=35)

    for household, term in terms.items():
        met = sorted(household.visits.values_list("visited_on", flat=True))
        gaps = {(after - before).days for before, after in pairwise(met)}
        assert gaps, (household, met)
        assert gaps <= set(range(term - LEAD, term + 1)), (household, term, gaps)
    assert not any(household.visits.exists() for household in plain)


def _tagged(building, born: int) -> Household:
    household = make_household(building)
    make_tag(household, resident=make_resident(household, birth_year=born))
    return household


def _met_on(household, day: dt.date) -> None:
    visit = make_visit(household)
    Visit.objects.filter(pk=visit.pk).update(visited_on=day)


def _follow_rhythms(worker, start, *, days: int) -> None:
    """Call, day by day, on those whom a rhythm proposes."""
    for number in range(days):
        with time_machine.travel(start + timedelta(days=number), tick=False):
            worker.forget_posts()
            for found in suggestions(worker, today()):
                if found.tier == Tier.RHYTHM:
                    content = {"household": found.household, "outcome": "normal"}
                    log_visit(worker, by=worker, client_uuid=uuid.uuid4(), **content)


def test_what_came_back_stands_on_top(phone, worker, household):
    need = make_need(household, worker=worker, text="楼道灯又不亮了")
    solve_need(need, by=worker, note="换过灯泡")
    assert open_items(worker) == []
    reopen_need(need, by=worker, note="居民说还是不亮")

    page = phone.get(reverse(URL))
    assert [item.text for item in page.context["came_back"]] == ["楼道灯又不亮了"]
    assert page.context["needs"] == []
    assert "居民说没解决" in page.content.decode()


def test_a_dispute_waits_until_it_is_registered(phone, worker, household):
    visit = make_visit(household, worker=worker, outcome="dispute", note="楼上漏水")
    assert [item.url for item in phone.get(reverse(URL)).context["waiting"]] == [
        reverse("grids:visit_receipt", args=[visit.client_uuid])
    ]
    receipt = reverse("grids:visit_receipt", args=[visit.client_uuid])
    assert f"?visit={visit.client_uuid}" in phone.get(receipt).content.decode()
    dispute = make_dispute(household.area)
    dispute.visit = visit
    dispute.save()

    assert phone.get(reverse(URL)).context["waiting"] == []
    assert f"?visit={visit.client_uuid}" not in phone.get(receipt).content.decode()


def test_a_hazard_waits_unless_it_became_an_event(worker, household):
    event = {"category": make_event_category("E0103"), "text": "飞线充电"}
    for note, hazard in (("三楼飞线充电", event), ("二楼堆放杂物", None)):
        log_visit(
            worker, by=worker, client_uuid=uuid.uuid4(), household=household, outcome="hazard", note=note,
            hazard=hazard,
        )  # fmt: skip

    items = {item.what: item.text for item in open_items(worker)}
    assert items == {"visit": "二楼堆放杂物", "event": "电动车飞线充电：飞线充电"}


def test_nothing_of_another_grid_waits(worker, next_household):
    make_need(next_household)
    make_visit(next_household, outcome="dispute")
    assert open_items(worker) == []


def fill(building, number: int) -> None:
    for floor in range(number):
        household = make_household(building, floor=floor % 30)
        make_resident(household, is_contact=True)
        make_tag(household)
        make_visit(household, ago=40 + floor, return_on=today())
        make_visit(household, ago=2, outcome="dispute")
        make_need(household)
        make_need(household, reopened_count=1, reopened_on=today())


def test_today_takes_as_many_queries_for_three_as_for_one(phone, community, building, household):
    switch_on(community, "alone_80", "elders_children", "everyone")
    make_campaign(community)
    phone.get(reverse(URL))
    counts = []
    for number in (1, 2):
        fill(building, number)
        with CaptureQueriesContext(connection) as taken:
            assert phone.get(reverse(URL)).status_code == 200
        counts.append(len(taken))
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_a_grid_of_two_thousand_households_is_walked_by_its_indexes(phone, worker, community, building):
    switch_on(community, "alone_80", "elders_children", "arrived_let", "everyone")
    make_campaign(community)
    fill(building, 3)
    doors = Household.objects.bulk_create(
        Household(area=building, area_code=building.code, unit=1, floor=1, room=str(n), label=f"{n}", route=n)
        for n in range(10_000, 12_000)
    )
    at = timezone.now() - timedelta(days=50)
    Visit.objects.bulk_create(
        Visit(
            client_uuid=uuid.uuid4(), worker=worker, household=door, area=building, area_code=building.code,
            outcome="normal", visited_at=at, visited_on=local_date(at), captured_at=at,
        )
        for door in doors
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(
            "analyze grids_visit, grids_household, grids_caretag, grids_resident, grids_needrequest"
        )
    phone.get(reverse(URL))
    with CaptureQueriesContext(connection) as taken:
        page = phone.get(reverse(URL))

    assert len(page.context["suggestions"]) == TODAY_LIMIT
    assert len(taken) <= MOST_QUERIES
    walk = next(query["sql"] for query in taken if 'AS "tier"' in query["sql"])
    with connection.cursor() as cursor:
        cursor.execute(f"explain {walk}")
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "Seq Scan on grids_visit" not in plan, plan
