"""The Python client of the docs: the present one, and good for what its guide says, against a server that listens."""

import importlib.util
import subprocess
import sys
from uuid import uuid4

import pytest
from drf_spectacular.generators import SchemaGenerator

from config.client import draw_client
from config.management.commands.make_client import CLIENT
from governance.people.actions import issue_token
from grids.models import Visit
from tests.factories.areas import make_country
from tests.factories.city import make_small_city


@pytest.fixture(scope="module")
def client_file():
    spec = importlib.util.spec_from_file_location("shanzhi", CLIENT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def city(transactional_db):
    return make_small_city()


@pytest.fixture
def portal_of(client_file, live_server, city):
    def _portal(role: str, *rights: str, **options):
        user = city.people[role]
        _token, secret = issue_token(user, by=user, name="程序", rights=list(rights))
        return client_file.Portal(live_server.url, secret, **options)

    return _portal


def test_client_on_file_is_the_present_one():
    drawn = draw_client(SchemaGenerator().get_schema(request=None, public=True))
    assert CLIENT.read_text() == drawn, "./run manage make_client"


def test_client_needs_nothing_but_python():
    alone = [sys.executable, "-I", "-S", "-W", "error", str(CLIENT)]
    assert subprocess.run(alone, capture_output=True, check=False).returncode == 0


def test_list_goes_through_all_its_pages(portal_of, city):
    portal = portal_of("city_official", "areas.view")
    codes = [area["code"] for area in portal.areas_list(size="3")]
    assert codes == sorted(city.areas)
    assert [area["code"] for area in portal.areas_list(level="city")] == ["9901"]


def test_same_list_as_lines(portal_of):
    portal = portal_of("city_official", "areas.view")
    assert list(portal.lines("/api/v1/areas/")) == list(portal.areas_list())


def test_one_figure_and_several(portal_of):
    portal = portal_of("city_official", "statistics.view")
    one = portal.statistics_values(indicator="visits.count", area="9901", by="area", from_="2026-01-01")
    several = portal.statistics_matrix(
        indicator=["visits.count", "grids.staffed_share"], area=["9901", "990101"]
    )
    assert (one["indicator"], one["from"], len(one["rows"])) == ("visits.count", "2026-01-01", 2)
    assert several["count"] == 4
    assert several["results"][0]["numerator"] == one["numerator"] > 0


def test_visit_is_logged_once_however_often_it_is_sent(portal_of, city):
    portal = portal_of("grid_worker", "areas.view", "grids.visit", "grids.view")
    before, said = Visit.objects.count(), {
        "client_uuid": str(uuid4()), "area": city.own["grid"].code, "place": "小区东门", "way": "street",
        "outcome": "normal",
    }  # fmt: skip
    first, again = portal.visits_create(**said), portal.visits_create(**said)
    assert first == again
    assert Visit.objects.count() == before + 1


def test_refusal_says_what_is_wrong(portal_of, client_file, city):
    portal = portal_of("grid_worker", "areas.view", "grids.visit")
    with pytest.raises(client_file.ApiError) as wrong:
        portal.visits_create(client_uuid="no uuid", area=city.own["grid"].code, outcome="normal")
    assert (wrong.value.status, wrong.value.code) == (400, "invalid")
    assert wrong.value.errors["client_uuid"] and wrong.value.detail
    with pytest.raises(client_file.ApiError) as missing:
        portal.areas_retrieve("../..")
    assert missing.value.status == 404


def test_wrong_token_is_an_error(client_file, live_server):
    make_country()
    with pytest.raises(client_file.ApiError) as wrong:
        list(client_file.Portal(live_server.url, "szt_wrong").areas_list())
    assert wrong.value.status == 401


def test_client_waits_when_told_to_and_gives_up_when_it_must(portal_of, client_file, settings):
    portal = portal_of("city_official", "areas.view", patience=0)
    settings.HEAVY_CALLS_AT_ONCE = 0
    with pytest.raises(client_file.ApiError) as held_up:
        list(portal.lines("/api/v1/areas/"))
    assert (held_up.value.status, held_up.value.retry_after) == (429, 3)


def test_file_is_sent_and_fetched(portal_of):
    portal = portal_of("city_official", "areas.view")
    assert portal.call("GET", "/api/v1/areas/", {"format": "csv"}).startswith("\ufeff".encode())
