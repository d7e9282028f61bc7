"""Walls over REST."""

import pytest
from django.urls import reverse

from governance.kernel.days import today
from governance.walls.choices import usual_tiles
from governance.walls.models import Wall
from tests.factories.people import make_user
from tests.factories.walls import make_wall


@pytest.fixture
def leader(client, country):
    user = make_user("county_official", country["990101"])
    client.force_login(user)
    return user


def said(**changes):
    return {"area": "990101", "name": "三楼会议室", "expires_on": today().isoformat()} | changes


def post(client, body):
    return client.post(reverse("wall-list"), body, content_type="application/json")


def test_a_wall_is_put_up_with_the_usual_figures(client, leader):
    answer = post(client, said())

    assert answer.status_code == 201
    wall = Wall.objects.get(pk=answer.json()["id"])
    assert wall.tiles == usual_tiles()
    assert client.get(answer.json()["address"]).status_code == 200


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"area": "990102"}, 404, "not_found"),
        ({"area": "990101001001001"}, 404, "not_found"),
        ({"tiles": ["no.such"]}, 409, "unknown_indicator"),
        ({"tiles": []}, 400, "invalid"),
        ({"expires_on": "2020-01-01"}, 409, "bad_expiry"),
        ({"name": ""}, 400, "invalid"),
    ],
)
def test_what_will_not_do_is_refused(client, leader, changes, status, code):
    answer = post(client, said(**changes))

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not Wall.objects.exists()


def test_walls_are_listed_without_their_addresses_and_ended(client, leader, country):
    wall = make_wall(country["990101"], secret="kept-secret")
    make_wall(country["990102"])
    answer = client.get(reverse("wall-list")).json()
    assert [row["id"] for row in answer["results"]] == [wall.pk]
    assert {"digest", "address", "created_by"} & set(answer["results"][0]) == set()

    ended = client.post(reverse("wall-revoke", args=[wall.pk]))
    assert ended.json()["revoked_at"]
    again = client.post(reverse("wall-revoke", args=[wall.pk]))
    assert (again.status_code, again.json()["code"]) == (409, "already_revoked")
    csv = client.get(reverse("wall-list"), {"format": "csv", "live": "false"}).getvalue().decode()
    assert wall.name in csv


def test_a_wall_of_somebody_elses_area_is_not_found(client, leader, country):
    wall = make_wall(country["990102"])

    assert client.get(reverse("wall-detail", args=[wall.pk])).status_code == 404
    assert client.post(reverse("wall-revoke", args=[wall.pk])).status_code == 404
