"""Walls as pages: the screen by its address, the list, the form."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from governance.kernel.days import today
from governance.statistics import registry, stocks
from governance.walls.enums import MOST_MAPPED
from governance.walls.models import Wall
from tests.factories.boundaries import NUMBER, make_map
from tests.factories.grids import make_grid
from tests.factories.people import make_user
from tests.factories.walls import MAPPED, TILES, make_wall


@pytest.fixture
def leader(country):
    return make_user("county_official", country["990101"])


@pytest.fixture
def wall(country):
    return make_wall(country["990101"], secret="the-address", name="三楼会议室")


SHOW, FIGURES = reverse("wall:show", args=["the-address"]), reverse("wall:figures", args=["the-address"])


def test_a_wall_opens_without_a_log_in_and_is_kept_nowhere(client, wall):
    for address in (SHOW, FIGURES):
        answer = client.get(address)

        assert answer.status_code == 200
        assert answer["Cache-Control"] == "no-store"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert answer.cookies == {}
        assert wall.area.name in answer.text


def test_a_wall_knows_no_other_page(client, wall):
    text = client.get(SHOW).text

    assert re.findall(r"<(?:a|form)\b[^>]*", text) == []
    addresses = set(re.findall(r'(?:href|src|data-figures)="([^"]+)"', text))
    assert {one for one in addresses if not one.startswith("/static/")} == {FIGURES}


def test_a_wall_shows_what_was_chosen_and_no_name_of_anybody(client, wall):
    text = client.get(SHOW).text

    names = [str(registry.indicators()[key].name) for key in TILES]
    assert re.findall(r'<h2 class="tile-name">(.*?)</h2>', text) == names
    assert wall.created_by.name not in text


def test_a_wall_leaves_out_what_is_no_longer_published(client, country):
    make_wall(country["990101"], secret="old", tiles=["gone.with_the_wind", *TILES], mapped=["gone.too"])

    answer = client.get(reverse("wall:show", args=["old"]))

    assert answer.status_code == 200
    assert answer.text.count('class="tile-name"') == len(TILES)
    assert "map-cell" not in answer.text


def test_the_map_takes_turns(client, country):
    keys = ["grids.count", "visits.count"]
    make_wall(country["990101"], secret="turns", mapped=keys)

    found = [
        client.get(reverse("wall:figures", args=["turns"]), {"turn": turn}).context["screen"].map.title
        for turn in (0, 1, 2)
    ]
    assert found[0] == found[2] != found[1]
    assert str(registry.indicators()["visits.count"].name) in found[1]


@pytest.mark.parametrize("query", [{"turn": "x"}, {"turn": "-1"}, {"turn": "9" * 11}, {"area": "9901"}])
def test_nonsense_is_refused(client, wall, query):
    assert client.get(FIGURES, query).status_code == 400


@pytest.mark.parametrize(
    ("changes", "status", "words"),
    [
        ({"revoked_at": timezone.now()}, 410, "这块大屏已停用"),
        ({"expires_at": timezone.now() - timedelta(days=1)}, 410, "这块大屏已到期"),
    ],
)
def test_an_ended_wall_says_so_calmly(client, wall, changes, status, words):
    Wall.objects.update(**changes)
    for address in (SHOW, FIGURES):
        answer = client.get(address)

        assert (answer.status_code, answer["Cache-Control"]) == (status, "no-store")
        assert words in answer.text
        assert "tile" not in answer.text


def test_an_unknown_address_says_so(client, wall):
    answer = client.get(reverse("wall:show", args=["another"]))

    assert answer.status_code == 404
    assert "没有这块大屏" in answer.text
    assert wall.name not in answer.text


def test_the_outlines_of_a_wall_are_its_areas(client, wall, country):
    outlines = reverse("wall:outlines", args=["the-address"])
    assert client.get(outlines).status_code == 404

    make_map(country["990101"])
    answer = client.get(outlines)
    assert [one["properties"]["code"] for one in answer.json()["features"]] == ["990101001", "990101002"]
    assert client.get(outlines, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert client.get(SHOW).context["screen"].map.approval_number == NUMBER
    Wall.objects.update(revoked_at=timezone.now())
    assert client.get(outlines).status_code == 410


def test_small_counts_are_hidden_on_tiles_and_map(client, country):
    make_grid(country["990101001001001"])
    make_grid(country["990101002001001"])
    make_wall(country["990101"], secret="few", tiles=["grids.count"], mapped=["grids.count"])

    screen = client.get(reverse("wall:show", args=["few"])).context["screen"]

    assert [tile.is_small for tile in screen.left] == [True]
    assert [cell.value for cell in screen.map.cells] == ["＜5", "＜5"]
    assert screen.map.legend == []


def test_a_wall_only_looks(client, wall):
    assert client.post(SHOW).status_code == 405


@pytest.mark.parametrize("counties", [1, 3])
def test_a_wall_takes_as_many_statements_for_more_areas(client, country, counties, django_assert_num_queries):
    make_wall(country["9901"] if counties == 3 else country["990101"], secret=f"of{counties}")
    address = reverse("wall:show", args=[f"of{counties}"])
    stocks.rebuild(list(registry.stocks().values()))
    client.get(address)
    with django_assert_num_queries(8):
        client.get(address)


def test_the_form_gives_the_address_once(client, country, leader):
    client.force_login(leader)
    assert client.get(reverse("walls:wall_open"), {"area": "990101"}).status_code == 200
    said = {
        "name": "三楼会议室",
        "area": "990101",
        "expires_on": today().isoformat(),
        "tiles": TILES,
        "mapped": MAPPED,
    }
    answer = client.post(reverse("walls:wall_open"), said)

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    path = answer.context["address"].removeprefix("http://testserver")
    assert client.get(path).status_code == 200
    assert path not in client.get(reverse("walls:wall_list")).text


def test_the_form_asks_for_the_map_one_by_one_and_keeps_the_order(client, country, leader):
    client.force_login(leader)
    form = client.get(reverse("walls:wall_open")).text
    assert form.count('name="mapped"') == MOST_MAPPED
    assert form.count('value="grids.count"') == MOST_MAPPED + 1

    mapped = ["", "visits.count", "", "grids.count"]
    said = {
        "name": "三楼",
        "area": "990101",
        "expires_on": today().isoformat(),
        "tiles": TILES,
        "mapped": mapped,
    }
    client.post(reverse("walls:wall_open"), said)
    assert Wall.objects.get().mapped == ["visits.count", "grids.count"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"area": "990102"},
        {"area": "990101001001001"},
        {"area": "无此区"},
        {"tiles": []},
        {"tiles": ["no.such"]},
        {"mapped": ["", "", "", ""]},
        {"mapped": ["no.such", ""]},
        {"mapped": ["grids.count", "visits.count", "events.count", "workers.count", "errands.count"]},
        {"expires_on": "soon"},
        {"expires_on": "2020-01-01"},
        {"name": "三楼\0"},
    ],
)
def test_the_form_says_what_is_wrong_and_writes_nothing(client, country, leader, wrong):
    client.force_login(leader)
    said = {
        "name": "三楼会议室",
        "area": "990101",
        "expires_on": today().isoformat(),
        "tiles": TILES,
        "mapped": MAPPED,
    }
    answer = client.post(reverse("walls:wall_open"), said | wrong)

    assert answer.status_code in (400, 409)
    assert answer.context["form"].errors
    assert not Wall.objects.exists()


def test_the_list_shows_the_walls_of_the_scope_and_ends_one(client, country, leader, wall):
    make_wall(country["990102"], name="别处的大屏")
    client.force_login(leader)
    page = client.get(reverse("walls:wall_list"))
    assert [row.name for row in page.context["page"]] == [wall.name]

    answer = client.post(reverse("walls:wall_revoke", args=[wall.pk]))
    assert answer.url == reverse("walls:wall_list")
    assert client.get(SHOW).status_code == 410
    assert client.post(reverse("walls:wall_revoke", args=[wall.pk])).status_code == 409
    assert [*client.get(reverse("walls:wall_list"), {"live": "true"}).context["page"]] == []
    assert len(client.get(reverse("walls:wall_list"), {"live": "false"}).context["page"]) == 1


@pytest.mark.parametrize("walls", [1, 3])
def test_the_list_takes_as_many_statements_for_three_as_for_one(
    client, country, leader, walls, django_assert_num_queries
):
    for _wall in range(walls):
        make_wall(country["990101"])
    client.force_login(leader)
    client.get(reverse("walls:wall_list"))
    with django_assert_num_queries(5):
        client.get(reverse("walls:wall_list"))


def test_the_live_wall_shows_ones_own_area_and_no_other(client, country, leader):
    client.force_login(leader)
    live = reverse("walls:live")

    assert client.get(live).context["screen"].area.code == "990101"
    assert client.get(live, {"area": "990101001"}).context["screen"].area.code == "990101001"
    assert client.get(live, {"area": "990102"}).status_code == 404
    assert client.get(live, {"area": "990101001001001"}).status_code == 409
    assert client.get(live, {"indicator": "no.such"}).status_code == 400
    assert client.get(reverse("walls:live_figures"), {"turn": "2"}).status_code == 200


def test_the_old_address_of_the_wall_leads_to_it(client, country, leader):
    client.force_login(leader)

    answer = client.get(reverse("statistics:board"), {"wall": "1", "area": "990101001"})

    assert answer.url == f"{reverse('walls:live')}?area=990101001"


def test_a_live_wall_left_running_keeps_nobody_logged_in(client, leader):
    figures = reverse("walls:live_figures")
    with time_machine.travel("2026-03-02T09:00:00+08:00", tick=False) as clock:
        client.force_login(leader)
        assert client.get(reverse("walls:live")).status_code == 200
        for _turn in range(2):
            clock.shift(timedelta(minutes=14))
            assert client.get(figures, headers={"X-Unattended": "1"}).status_code == 200
        clock.shift(timedelta(minutes=3))
        assert client.get(figures, headers={"X-Unattended": "1"}).status_code == 302
