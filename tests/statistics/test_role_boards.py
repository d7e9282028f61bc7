"""What each role steers by: chosen by the administrator, kept through the next preset, taken back by one button."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.audit.models import AuditEvent
from governance.kernel.errors import Refused
from governance.statistics.actions import arrange_board, load_role_boards, reset_board
from governance.statistics.models import RoleBoard
from governance.statistics.registry import indicators
from tests.factories.boards import TILES
from tests.factories.people import make_role, make_user

PRESET = [
    {"role": "", "indicators": TILES, "shown": TILES[0]},
    {"role": "county_official", "indicators": ["visits.count", "grids.count"], "shown": "grids.count"},
]
LIST = reverse("statistics:role_board_list")
CHANGE = reverse("statistics:role_board_change", args=["county_official"])
RESET = reverse("statistics:role_board_reset", args=["county_official"])
API = "/api/v1/statistics/role-boards/"
CHOSEN = ["events.count", "visits.count", "disputes.handled_count"]


@pytest.fixture
def role(country):
    role, _deputy = make_role("county_official"), make_role("street_deputy")
    load_role_boards(PRESET)
    return role


@pytest.fixture
def admin(role, country):
    return make_user("system_admin", country["9901"])


@pytest.fixture
def office(admin):
    client = Client()
    client.force_login(admin)
    return client


def seen_by(role: str, area) -> tuple[list[str], str]:
    client = Client()
    client.force_login(make_user(role, area))
    showing = client.get(reverse("statistics:board")).context["showing"]
    return [one.key for one in showing.indicators], showing.indicator.key


def test_arrange_board_is_what_the_role_sees_first_and_nobody_else(office, role, country):
    sent = {"tile_1": CHOSEN[0], "tile_2": CHOSEN[1], "tile_5": CHOSEN[2], "shown": "visits.count"}
    answer = office.post(CHANGE, sent, follow=True)

    assert f"已保存“{role.name}”的看板" in answer.content.decode()
    assert seen_by("county_official", country["990101"]) == (CHOSEN, "visits.count")
    assert seen_by("street_deputy", country["990101001"])[0] == TILES
    kept = AuditEvent.objects.get(action="statistics.arrange_board")
    assert kept.before == {
        "indicators": ["visits.count", "grids.count"],
        "shown": "grids.count",
        "is_own": False,
    }
    assert kept.after == {"indicators": CHOSEN, "shown": "visits.count", "is_own": True}


def test_loading_the_preset_again_leaves_what_was_chosen(admin, role, country):
    arrange_board(role, by=admin, indicators=CHOSEN)

    load_role_boards(PRESET)

    assert seen_by("county_official", country["990101"]) == (CHOSEN, CHOSEN[0])


def test_reset_board_brings_back_the_preset_once(office, admin, role, country):
    arrange_board(role, by=admin, indicators=CHOSEN)

    answer = office.post(RESET, follow=True)

    assert "已恢复预置" in answer.content.decode()
    assert seen_by("county_official", country["990101"]) == (["visits.count", "grids.count"], "grids.count")
    assert AuditEvent.objects.get(action="statistics.reset_board").before["is_own"]
    assert office.post(RESET).status_code == 409


def test_a_role_the_preset_does_not_know_sees_after_a_reset_what_all_others_see(admin, role, country):
    deputy = make_role("street_deputy")
    arrange_board(deputy, by=admin, indicators=CHOSEN)
    assert seen_by("street_deputy", country["990101001"])[0] == CHOSEN

    reset_board(deputy, by=admin)

    assert seen_by("street_deputy", country["990101001"]) == (TILES, TILES[0])


def test_a_board_begins_with_what_the_role_sees_now(office, role):
    form = office.get(reverse("statistics:role_board_change", args=["street_deputy"])).context["form"]
    assert [form.initial[f"tile_{place}"] for place in (1, 2)] == TILES
    assert form.initial["shown"] == TILES[0]


def test_the_board_of_all_others_is_arranged_as_well(office, role, country):
    address = reverse("statistics:role_board_change", args=["others"])

    assert office.post(address, {"tile_1": "events.count"}).status_code == 302

    assert seen_by("street_deputy", country["990101001"]) == (["events.count"], "events.count")


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"shown": ""}, "请至少选一个指标"),
        ({"tile_1": "visits.count", "tile_3": "visits.count"}, "重复的指标：走访次数。每个指标只放一格"),
        ({"tile_1": "no.such"}, "no.such"),
        ({"tile_1": "visits.count", "shown": "no.such"}, "no.such"),
        ({"tile_1": "visits.count\x00"}, "visits.count"),
    ],
)
def test_a_board_without_sense_is_refused_and_writes_nothing(office, role, sent, sentence):
    answer = office.post(CHANGE, sent)

    assert answer.status_code == 400
    assert sentence in answer.content.decode()
    assert not RoleBoard.objects.exclude(own_indicators=[]).exists()
    assert not AuditEvent.objects.filter(action="statistics.arrange_board").exists()


def test_the_list_shows_every_role_that_looks_at_the_board(office, admin, role):
    arrange_board(role, by=admin, indicators=CHOSEN, shown="visits.count")

    shown = office.get(LIST)

    lines = {line.code: line for line in shown.context["lines"]}
    assert next(iter(lines)) == "others"
    assert {"county_official", "system_admin"} <= set(lines)
    assert lines["county_official"].is_own and not lines["others"].is_own
    names = "、".join(str(indicators()[key].name) for key in CHOSEN)
    assert names in shown.content.decode()
    assert "没有单独设置" in shown.content.decode()


def test_the_list_takes_as_many_statements_for_more_boards(office, role, admin, django_assert_num_queries):
    office.get(LIST)
    with CaptureQueriesContext(connection) as few:
        office.get(LIST)
    for code in ("street_deputy", "city_official", "deeds_officer"):
        arrange_board(make_role(code), by=admin, indicators=CHOSEN)

    with django_assert_num_queries(len(few)):
        office.get(LIST)


@pytest.mark.parametrize("code", ["nobody", "grid_worker_of_old"])
def test_a_role_that_looks_at_no_board_is_not_found(office, role, code):
    assert office.get(reverse("statistics:role_board_change", args=[code])).status_code == 404
    assert office.get(f"{API}{code}/").status_code == 404


def test_nobody_else_arranges_a_board(role, country):
    official = make_user("county_official", country["990101"])

    with pytest.raises(PermissionDenied):
        arrange_board(role, by=official, indicators=CHOSEN)
    with pytest.raises(PermissionDenied):
        reset_board(role, by=official)


def test_reset_of_what_was_never_changed_says_so(admin, role):
    with pytest.raises(Refused, match="没有改过"):
        reset_board(role, by=admin)


def test_api_arranges_and_resets_as_the_page_does(office, role):
    body = {"indicators": CHOSEN, "shown": "visits.count"}
    arranged = office.post(f"{API}county_official/arrange/", body, content_type="application/json")
    assert arranged.status_code == 200
    assert arranged.json() | {"name": ""} == {
        "code": "county_official", "name": "", "indicators": CHOSEN, "shown": "visits.count", "is_own": True
    }  # fmt: skip
    assert office.get(f"{API}county_official/").json() == arranged.json()
    assert arranged.json() in office.get(API).json()

    twice = {"indicators": ["visits.count", "visits.count"]}
    refused = office.post(f"{API}county_official/arrange/", twice, content_type="application/json")
    assert refused.status_code == 400
    assert "重复的指标：走访次数" in refused.content.decode()

    reset = office.post(f"{API}county_official/reset/")
    assert reset.json()["indicators"] == ["visits.count", "grids.count"]
    assert office.post(f"{API}county_official/reset/").status_code == 409
