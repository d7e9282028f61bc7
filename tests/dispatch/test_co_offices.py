"""Offices that help with a task: they are named from a list, see the task, and leave the report to its owner."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.dispatch import actions
from governance.dispatch.models import ActionItem, CoOffice
from governance.dispatch.papers.minutes import minutes_of
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.dispatch.test_cycles import at as moment
from tests.factories.dispatch import make_rule
from tests.factories.dispatch_meetings import make_meeting, make_task
from tests.factories.people import make_user

OWNER, HELPER = "990101001", "990101002"
LIST = reverse("dispatch:action_list")


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def chair(county):
    return make_user("county_official", county)


@pytest.fixture
def helper(country):
    """Somebody at the street that helps; the owner is another street."""
    return make_user("street_dispatcher", country[HELPER])


@pytest.fixture
def cycle(county, chair):
    return make_meeting(county, by=chair)


@pytest.fixture
def task(cycle, country, chair):
    return make_task(cycle, country[OWNER], by=chair, co_offices=[HELPER])


def shown(client, **query) -> list[tuple[int, bool]]:
    return [(row["task"].pk, row["helps"]) for row in client.get(LIST, query).context["rows"]]


def test_an_office_that_helps_has_the_task_on_its_list(client, task, helper, country):
    client.force_login(helper)

    assert shown(client, mine="true") == shown(client, helping="true") == [(task.pk, True)]
    assert "本单位协办" in client.get(LIST).content.decode()
    page = client.get(reverse("dispatch:action_detail", args=[task.pk])).content.decode()
    assert country[HELPER].name in page
    client.force_login(make_user("street_dispatcher", country[OWNER]))
    assert shown(client, mine="true") == [(task.pk, False)]
    assert shown(client, helping="true") == []


def test_an_office_that_helps_does_not_report(client, task, helper):
    with pytest.raises(PermissionDenied):
        actions.report_action(task, by=helper, evidence="已办")
    client.force_login(helper)
    page = reverse("dispatch:action_step", args=[task.pk, "report"])
    assert client.post(page, {"evidence": "已办"}).status_code == 403
    assert ActionItem.objects.get().evidence == ""


def test_an_office_beside_sees_nothing(client, task, country):
    client.force_login(make_user("street_dispatcher", country["990102001"]))

    assert shown(client) == []
    assert client.get(reverse("dispatch:action_detail", args=[task.pk])).status_code == 404


def test_a_seat_helps_for_itself_alone(client, cycle, country, county, chair):
    user = make_user("department_handler", county)
    seat = user.live_holdings[0].post
    other = make_user("department_handler", county)
    task = make_task(cycle, country[OWNER], by=chair, co_offices=[f"990101.{seat.pk}", HELPER, HELPER])

    assert task.helpers == f"{seat}、{country[HELPER].name}"
    for person, found in ((user, [(task.pk, True)]), (other, [])):
        client.force_login(person)
        assert shown(client, helping="true") == found


def test_offices_that_help_stay_with_a_task_that_is_carried_over(
    client, task, helper, county, chair, settings, time_machine
):
    settings.REMINDERS = []
    make_rule(area=county, on_day=1, starts_on=today())
    late = task.due_on + timedelta(days=14)
    time_machine.move_to(moment(late, 10))
    [made] = [row for row in actions.make_due_cycles(moment(late, 10)) if row.items.exists()][:1]

    assert made.items.get().action == task
    client.force_login(helper)
    assert shown(client, helping="true", carried="true") == [(task.pk, True)]


def test_the_owner_and_a_stranger_are_refused_and_nothing_is_set(cycle, country, chair):
    with pytest.raises(Refused, match="不用再选成配合单位"):
        make_task(cycle, country[OWNER], by=chair, co_offices=[OWNER])
    with pytest.raises(Refused, match="配合单位“990102”不是"):
        make_task(cycle, country[OWNER], by=chair, co_offices=[HELPER, "990102"])
    assert not ActionItem.objects.exists()
    assert not CoOffice.objects.exists()


def test_what_was_written_by_hand_stays_readable(client, task, chair):
    CoOffice.objects.all().delete()
    ActionItem.objects.update(co_offices="供电公司")
    client.force_login(chair)

    page = client.get(reverse("dispatch:action_detail", args=[task.pk])).content.decode()
    assert "供电公司" in page
    assert "供电公司" in b"".join(client.get(LIST, {"format": "csv"}).streaming_content).decode()


def test_the_minutes_name_the_offices_that_help(cycle, task, country):
    [row] = minutes_of(cycle)["actions"]

    assert row["co_offices"] == country[HELPER].name


def test_offices_that_help_are_ticked_on_the_page(client, cycle, country, chair):
    client.force_login(chair)
    form = {"text": "查清欠费", "office": OWNER, "due_on": today().isoformat()}
    page = reverse("dispatch:task_decide", args=[cycle.pk])

    assert client.post(page, {**form, "co_offices": [OWNER]}).status_code == 409
    assert client.post(page, {**form, "co_offices": ["990102"]}).status_code == 400
    assert client.post(page, {**form, "co_offices": [HELPER]}).status_code == 302
    assert list(CoOffice.objects.values_list("area_code", "name")) == [(HELPER, country[HELPER].name)]


def test_offices_that_help_over_rest(client, cycle, country, chair):
    client.force_login(chair)
    body = {"text": "查清欠费", "office": OWNER, "due_on": today().isoformat(), "co_offices": [HELPER]}
    page = reverse("dispatch-cycle-decide", args=[cycle.pk])

    minutes = client.post(page, body, content_type="application/json").json()
    assert minutes["actions"][0]["co_offices"] == country[HELPER].name
    [row] = client.get(reverse("dispatch-action-list")).json()["results"]
    assert row["co_names"] == country[HELPER].name
    refused = client.post(page, {**body, "co_offices": [OWNER]}, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (409, "owner_helps")


@pytest.mark.parametrize("route", ["dispatch:action_list", "dispatch-action-list"])
def test_the_list_costs_the_same_for_many_that_help(client, cycle, country, chair, helper, route):
    counts = []
    client.force_login(helper)
    for number in (1, 3):
        for _row in range(number):
            make_task(cycle, country[OWNER], by=chair, co_offices=[HELPER, "990101"])
        client.get(reverse(route))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(route)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 13
