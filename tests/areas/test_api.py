import datetime as dt

import pytest

from governance.areas.actions import close_area
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


def test_areas_lists_the_scope(client, community, neighbour, grid):
    client.force_login(make_user("community_secretary", community))
    answer = client.get("/api/v1/areas/").json()

    assert answer["count"] == 2
    assert [row["code"] for row in answer["results"]] == [community.code, grid.code]
    assert answer["results"][1] == {
        "code": grid.code,
        "name": "银新苑南第1网格",
        "level": "grid",
        "level_name": "网格",
        "kind": "urban",
        "opened_on": "2020-01-01",
        "closed_on": None,
        "successor_code": None,
    }


def test_areas_are_those_of_the_day(client, manager, community, grid):
    close_area(grid, by=manager, on=dt.date(2024, 3, 1))
    client.force_login(manager)

    assert client.get("/api/v1/areas/", {"area": community.code}).json()["count"] == 1
    assert client.get("/api/v1/areas/", {"area": community.code, "on": "2024-02-29"}).json()["count"] == 2
    assert client.get("/api/v1/areas/", {"on": "gestern"}).status_code == 400


def test_area_outside_the_scope_is_not_there(client, community, neighbour):
    client.force_login(make_user("community_secretary", community))

    assert client.get(f"/api/v1/areas/{community.code}/").json()["name"] == "银新苑南社区"
    assert client.get(f"/api/v1/areas/{neighbour.code}/").status_code == 404
