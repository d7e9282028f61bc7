"""The house of a centre: windows, units, and a plan that names units and never persons."""

import json
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from disputes.actions.centres import add_room, add_unit, add_window, end_part, plan_roster, set_contact
from disputes.actions.receipts import receipt_key
from disputes.enums.centres import Half
from disputes.models import CentreUnit, RosterEntry
from disputes.presenting.centres import centre_of, plan_of
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.counter import make_unit, make_window
from tests.factories.disputes import make_centre, make_dispute
from tests.factories.people import make_user
from tests.factories.safety import make_restricted

MONDAY = date(2026, 3, 2)


@pytest.fixture
def deputy(country):
    return make_user("street_deputy", country["990101001"])


@pytest.fixture
def centre(country):
    return make_centre(country["990101001"], name="街道综治中心")


def refused(call, *args, **kwargs) -> str:
    with pytest.raises(Refused) as found:
        call(*args, **kwargs)
    return found.value.code


def plan(centre, deputy, **more):
    given = {
        "window": centre.windows.first(), "unit": centre.units.first(), "from_on": MONDAY,
        "until_on": MONDAY + timedelta(days=6), "weekdays": [0, 2], "halves": ["am", "pm"],
    } | more  # fmt: skip
    return plan_roster(centre, by=deputy, **given)


@pytest.mark.parametrize("level", ["9901", "990101", "990101001", "990101001001"])
def test_centre_stands_at_each_of_four_levels(level, country):
    assert make_centre(country[level]).level_id == country[level].level_id


def test_plan_names_the_unit_on_the_chosen_weekdays(centre, deputy):
    make_window(centre)
    make_unit(centre, presence="rotating")

    rows = plan(centre, deputy)

    assert sorted({(row.day.weekday(), row.half) for row in rows}) == [
        (0, "am"), (0, "pm"), (2, "am"), (2, "pm"),
    ]  # fmt: skip


def test_later_plan_takes_the_place_of_an_earlier_one(centre, deputy):
    make_window(centre)
    make_unit(centre)
    court = make_unit(centre, "法院")
    plan(centre, deputy)

    plan(centre, deputy, unit=court, weekdays=[0], halves=["am"])

    monday = {row.half: row.unit.name for row in RosterEntry.objects.filter(day=MONDAY)}
    assert monday == {"am": "法院", "pm": "司法所"}


def test_resident_unit_is_there_where_nothing_else_is_planned(centre, deputy):
    window = make_window(centre)
    make_unit(centre, window=window)
    court = make_unit(centre, "法院", presence="rotating")
    plan(centre, deputy, unit=court, weekdays=[0], halves=["pm"])

    [line] = plan_of(centre, MONDAY)

    assert [(half["half"], half["units"]) for half in line["halves"]] == [
        (Half.MORNING, ["司法所"]),
        (Half.AFTERNOON, ["法院"]),
    ]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"until_on": MONDAY - timedelta(days=1)}, "roster_backwards"),
        ({"until_on": MONDAY + timedelta(days=92)}, "roster_too_long"),
        ({"until_on": MONDAY, "weekdays": [5]}, "roster_empty"),
    ],
)
def test_plan_that_cannot_be_is_refused(more, code, centre, deputy):
    make_window(centre)
    make_unit(centre)

    assert refused(plan, centre, deputy, **more) == code
    assert RosterEntry.objects.count() == 0


def test_window_and_unit_of_another_centre_are_refused(centre, country, deputy):
    make_window(centre)
    make_unit(centre)
    other = make_centre(country["990101002"])

    assert refused(plan, centre, deputy, window=make_window(other)) == "window_elsewhere"
    assert refused(plan, centre, deputy, unit=make_unit(other)) == "unit_elsewhere"
    assert (
        refused(add_unit, centre, by=deputy, name="法院", window=make_window(other, 2)) == "window_elsewhere"
    )


def test_same_window_number_and_same_unit_are_refused_in_words(centre, deputy):
    add_window(centre, by=deputy, number=1, purpose="综合受理")
    add_unit(centre, by=deputy, name="司法所")

    with pytest.raises(ValidationError, match="已有同号的窗口"):
        add_window(centre, by=deputy, number=1, purpose="信访")
    with pytest.raises(ValidationError, match="已经入驻"):
        add_unit(centre, by=deputy, name="司法所")


def test_window_given_up_is_on_no_later_plan_and_its_number_is_free(centre, deputy):
    window = make_window(centre)
    make_unit(centre)
    plan(centre, deputy, from_on=today() + timedelta(days=1), until_on=today() + timedelta(days=7))

    end_part(window, by=deputy)

    assert RosterEntry.objects.count() == 0
    assert add_window(centre, by=deputy, number=1, purpose="信访").number == 1
    assert refused(end_part, window, by=deputy) == "already_ended"


def test_unit_that_leaves_may_come_back(centre, deputy):
    end_part(make_unit(centre), by=deputy)
    add_unit(centre, by=deputy, name="司法所")

    assert CentreUnit.objects.filter(until_on=None).count() == 1


def test_house_is_managed_by_those_with_the_right_where_it_stands(centre, country, dispatcher):
    elsewhere = make_user("street_deputy", country["990101002"])
    for person in (dispatcher, elsewhere):
        with pytest.raises(PermissionDenied):
            add_room(centre, by=person, name="调解室")


def test_plan_has_no_place_for_a_person():
    fields = {field.name for model in (CentreUnit, RosterEntry) for field in model._meta.fields}

    assert fields.isdisjoint({"user", "person", "signed_in_at", "score"})


def test_nearest_centre_with_a_telephone_is_on_the_receipt(centre, country, grid, deputy):
    make_centre(country["990101001001"])
    set_contact(centre, by=deputy, phone="0951-1234567")

    assert centre_of(grid.code) == centre


def test_receipt_says_number_code_and_telephone_and_not_what_it_is_about(
    client, centre, grid, deputy, dispatcher
):
    set_contact(centre, by=deputy, phone="0951-1234567", hours="工作日 9:00—17:00")
    dispute = make_dispute(grid, title="漏水赔偿")
    client.force_login(dispatcher)

    text = client.get(reverse("disputes:receipt", args=[receipt_key(dispute)])).content.decode()

    assert all(word in text for word in (dispute.case.number, dispute.case.public_code, "0951-1234567"))
    assert "漏水赔偿" not in text
    assert "张三" not in text


def test_receipt_of_a_restricted_dispute_leads_nowhere_for_who_may_not_see_it(client, grid, dispatcher):
    dispute = make_restricted(grid)
    client.force_login(dispatcher)

    text = client.get(reverse("disputes:receipt", args=[receipt_key(dispute)])).content.decode()

    assert dispute.case.number in text
    assert reverse("disputes:case_detail", args=[dispute.case.number]) not in text


def test_false_key_opens_no_receipt(client, dispatcher):
    client.force_login(dispatcher)

    assert client.get(reverse("disputes:receipt", args=["1:abc"])).status_code == 404


def test_page_adds_and_ends_and_gives_a_wrong_form_back(client, centre, deputy):
    client.force_login(deputy)
    add = reverse("disputes:centre_add", args=[centre.pk, "windows"])

    client.post(add, {"number": 1, "purpose": "综合受理"})
    twice = client.post(add, {"number": 1, "purpose": "信访"})
    bad = client.post(add, {"number": "一", "purpose": ""})
    client.post(reverse("disputes:centre_end", args=[centre.pk, "windows", centre.windows.get().pk]))

    assert (twice.status_code, bad.status_code) == (400, 400)
    assert "已有同号的窗口" in twice.content.decode()
    assert centre.windows.filter(closed_on=None).count() == 0


def test_page_of_a_nonsense_day_is_todays(client, centre, deputy):
    client.force_login(deputy)

    assert (
        client.get(reverse("disputes:centre_detail", args=[centre.pk]), {"day": "2026-02-31"}).context["day"]
        == today()
    )


def test_page_costs_the_same_for_one_row_and_three(client, centre, deputy, django_assert_num_queries):
    client.force_login(deputy)
    address = reverse("disputes:centre_detail", args=[centre.pk])

    def more(number):
        make_unit(centre, f"单位{number}", window=make_window(centre, number))

    more(1)
    client.get(address)
    with django_assert_num_queries(9):
        client.get(address)
    more(2)
    more(3)
    with django_assert_num_queries(9):
        client.get(address)


def test_api_manages_the_house_with_the_same_words(client, centre, deputy):
    client.force_login(deputy)

    def call(part, given):
        address = f"/api/v1/centres/{centre.pk}/{part}/"
        return client.post(address, json.dumps(given), content_type="application/json")

    window = call("windows", {"number": 1, "purpose": "综合受理"}).json()["windows"][0]["id"]
    unit = call("units", {"name": "司法所", "window": window}).json()["units"][0]["id"]
    planned = call("roster", {"window": window, "unit": unit, "from_on": "2026-03-02", "until_on": "2026-03-02",
                              "weekdays": [0]})  # fmt: skip
    twice = call("windows", {"number": 1, "purpose": "信访"})
    empty = call("roster", {"window": window, "unit": unit, "from_on": "2026-03-02", "until_on": "2026-03-02",
                            "weekdays": [6]})  # fmt: skip
    ended = call("end", {"part": "units", "row": unit})

    assert planned.status_code == 200
    assert planned.json()["plan"][0]["halves"][0]["units"] == ["司法所"]
    assert (twice.status_code, "已有同号的窗口" in twice.content.decode()) == (400, True)
    assert (empty.status_code, empty.json()["code"]) == (409, "roster_empty")
    assert ended.json()["units"] == []
