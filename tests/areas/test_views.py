import datetime as dt

import pytest
from django.urls import reverse

from governance.areas.actions import move_area, rename_area
from governance.areas.models import Area
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db
DAY = dt.date(2024, 3, 1)


def page(name, code=None):
    return reverse(f"areas:{name}", args=[code] if code else [])


def test_area_list_shows_the_scope_and_no_more(client, grid, neighbour):
    client.force_login(make_user("grid_worker", grid))
    answer = client.get(page("area_list"))

    assert answer.status_code == 200
    assert [area.code for area in answer.context["page"]] == [grid.code]
    assert neighbour.name not in answer.text


def test_area_list_filters_and_exports(client, manager, community, neighbour):
    client.force_login(manager)

    assert [a.name for a in client.get(page("area_list"), {"q": "yxy"}).context["page"]] == ["银新苑南社区"]
    assert len(client.get(page("area_list"), {"level": "community"}).context["page"]) == 2
    assert client.get(page("area_list"), {"area": "999999"}).status_code == 404
    assert client.get(page("area_list"), {"levle": "grid"}).status_code == 400
    lines = client.get(page("area_list"), {"level": "community", "format": "csv"}).getvalue().decode().split()
    assert len(lines) == 3


def test_area_list_takes_as_many_queries_for_three_rows_as_for_one(
    client, city, grid, manager, django_assert_num_queries
):
    client.force_login(manager)
    for area in ({"area": grid.code}, {"area": city.code}):
        client.get(page("area_list"), area)
        with django_assert_num_queries(7):
            client.get(page("area_list"), area)


def test_area_search_finds_by_pinyin_within_the_scope(client, community, neighbour, street):
    client.force_login(make_user("community_secretary", community))
    found = client.get(page("area_search"), {"q": "shequ"}, headers={"HX-Request": "true"})

    assert community.name in found.text
    assert neighbour.name not in found.text
    assert "上海西路街道" in found.text
    assert client.get(page("area_search"), {"q": "shequ"}).url == f"{page('area_list')}?q=shequ"


def test_area_detail_reads_as_of_the_day(client, manager, community, neighbour, grid):
    rename_area(community, by=manager, on=DAY, name="银新苑社区")
    move_area(grid, by=manager, on=DAY, to=neighbour)
    client.force_login(manager)
    past = client.get(page("area_detail", community.code), {"on": "2024-02-29"}).context
    now = client.get(page("area_detail", community.code)).context

    assert (past["then"].name_then, [c.name for c, _ in past["children"]]) == ("银新苑南社区", [grid.name])
    assert (now["then"].name_then, now["children"]) == ("银新苑社区", [])
    assert client.get(page("area_detail", community.code), {"on": "2024-02-30"}).status_code == 404


def test_area_detail_counts_what_lies_below(client, manager, street, community, neighbour, grid):
    client.force_login(manager)
    children = client.get(page("area_detail", street.code)).context["children"]

    assert [(c.name, counts) for c, counts in children] == [
        ("银新苑南社区", [("网格", 1)]),
        ("福州南街社区", []),
    ]


def test_area_detail_leads_from_an_old_code_to_the_new(client, manager, neighbour, grid):
    old = grid.code
    move_area(grid, by=manager, on=DAY, to=neighbour)
    client.force_login(manager)

    assert client.get(page("area_detail", old)).url == page("area_detail", grid.code)
    assert client.get(page("area_detail", "999")).status_code == 404


def test_area_detail_outside_the_scope_is_not_there(client, community, neighbour):
    client.force_login(make_user("community_secretary", community))

    assert client.get(page("area_detail", neighbour.code)).status_code == 404


def test_area_open_opens(client, manager, community):
    client.force_login(manager)
    answer = client.post(page("area_open", community.code), {"name": "第1网格", "on": "2024-03-01"})

    area = Area.objects.get(name="第1网格")
    assert answer.url == page("area_detail", area.code)
    assert client.get(answer.url).status_code == 200


def test_area_rename_move_and_close_go_through_their_verbs(client, manager, neighbour, grid):
    client.force_login(manager)
    client.post(page("area_rename", grid.code), {"name": "新名网格", "on": "2024-03-01"})
    answer = client.post(page("area_move", grid.code), {"to": neighbour.name, "on": "2024-03-02"})
    grid.refresh_from_db()
    client.post(page("area_close", grid.code), {"on": "2024-03-03"})

    grid.refresh_from_db()
    assert answer.url == page("area_detail", grid.code)
    assert (grid.name, grid.code[:12], grid.closed_on) == ("新名网格", neighbour.code, dt.date(2024, 3, 3))


def test_change_pages_say_what_stands_in_the_way(client, manager, community, grid):
    client.force_login(manager)
    refused = client.post(page("area_close", community.code), {"on": "2024-03-01"})
    wrong = client.post(page("area_move", grid.code), {"to": "没有的社区", "on": "2024-03-01"})

    assert (refused.status_code, "请先移走或撤销" in refused.text) == (409, True)
    assert (wrong.status_code, "辖区内没有找到" in wrong.text) == (400, True)


@pytest.mark.parametrize("name", ["area_open", "area_rename", "area_move", "area_close"])
def test_change_pages_need_the_right(client, community, name):
    client.force_login(make_user("community_secretary", community))

    assert client.get(page(name, community.code)).status_code == 403
