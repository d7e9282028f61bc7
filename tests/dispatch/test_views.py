import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.dispatch.models import Cycle
from tests.factories.dispatch import make_cycle, make_item, make_notice

LISTS = ["dispatch:cycle_list", "dispatch:notice_list", "dispatch-cycle-list"]


@pytest.mark.parametrize("route", LISTS)
def test_a_list_takes_as_many_queries_for_three_rows_as_for_one(client, country, official, route):
    client.force_login(official)
    counts, weeks = [], iter(range(10, 20))
    for number in (1, 2):
        for _ in range(number):
            period = f"2026-W{next(weeks)}"
            make_cycle(country["9901"], period=period)
            make_notice(country["9901"], period=period)
        client.get(reverse(route))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(route)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_cycle_of_a_stranger_is_not_found(client, country, dispatcher, stranger):
    cycle = make_cycle(country["990101001"])
    make_item(cycle, times=3)

    for url in (
        reverse("dispatch:cycle_detail", args=[cycle.pk]),
        reverse("dispatch-cycle-detail", args=[cycle.pk]),
        reverse("dispatch-cycle-items", args=[cycle.pk]),
    ):
        client.force_login(dispatcher)
        assert client.get(url).status_code == 200
        client.force_login(stranger)
        assert client.get(url).status_code == 404


def test_the_page_of_a_cycle_says_how_late_and_how_often(client, country, official):
    cycle = make_cycle(country["9901"])
    make_item(cycle, times=3)
    client.force_login(official)

    text = client.get(reverse("dispatch:cycle_detail", args=[cycle.pk])).content.decode()

    assert "超期 3 天" in text
    assert "连续第 3 次" in text


def test_items_over_rest(client, country, official):
    cycle = make_cycle(country["9901"])
    make_item(cycle)
    client.force_login(official)

    [item] = client.get(reverse("dispatch-cycle-items", args=[cycle.pk])).json()

    assert (item["lag"], item["times"]) == ("超期 3 天", 1)


def test_run_now_takes_the_right_and_the_area(client, country, official, dispatcher):
    url = reverse("dispatch:cycle_run", args=["990101"])

    client.force_login(official)
    assert client.get(url).status_code == 405
    assert client.post(url).status_code == 302
    client.force_login(dispatcher)
    assert client.post(url).status_code == 403


def test_opening_a_notice_reads_it_and_leads_to_its_cycle(client, country, official, dispatcher):
    cycle = make_cycle(country["9901"])
    notice = make_notice(country["9901"], cycle=cycle)
    url = reverse("dispatch:notice_open", args=[notice.pk])

    client.force_login(dispatcher)
    assert client.post(url).status_code == 404
    client.force_login(official)
    assert client.post(url).headers["Location"] == reverse("dispatch:cycle_detail", args=[cycle.pk])
    notice.refresh_from_db()
    assert notice.read_at


def test_page_api_and_csv_agree(client, country, official):
    for week in (10, 11, 12):
        make_cycle(country["990101"], period=f"2026-W{week}")
    client.force_login(official)

    page = client.get(reverse("dispatch:cycle_list"))
    api = client.get(reverse("dispatch-cycle-list"))
    lines = b"".join(
        client.get(reverse("dispatch:cycle_list"), {"format": "csv"}).streaming_content
    ).splitlines()

    assert page.context["page"].count == api.json()["count"] == len(lines) - 1 == Cycle.objects.count()
