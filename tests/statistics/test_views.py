"""Boards a person keeps: opened, changed, dropped, by nobody else."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.statistics.actions import drop_view, save_view
from governance.statistics.enums import MOST_VIEWS
from governance.statistics.models import BoardView, RoleBoard
from tests.factories.boards import TILES, make_view
from tests.factories.people import make_user

BOARD, NEW = reverse("statistics:board"), reverse("statistics:view_new")
API = "/api/v1/statistics/views/"


@pytest.fixture
def person(country):
    return make_user("county_official", country["990101"])


@pytest.fixture
def mine(person):
    client = Client()
    client.force_login(person)
    return client


def keys(page) -> list[str]:
    return [one.key for one in page.context["showing"].indicators]


def said(**more) -> dict:
    return {
        "area": "990101",
        "name": "每周看",
        "period": "month",
        "tile_1": "events.count",
        "tile_2": "visits.count",
        **more,
    }


def test_save_view_keeps_tiles_in_order_and_leaves_a_trail(person, mine):
    answer = mine.post(NEW, said(tile_4="disputes.handled_count", shown="visits.count"))

    [view] = person.board_views.all()
    assert answer.url == f"{BOARD}?view={view.pk}"
    assert view.indicators == ["events.count", "visits.count", "disputes.handled_count"]
    assert (view.period, view.shown, view.area.code) == ("month", "visits.count", "990101")
    assert AuditEvent.objects.get(action="statistics.save_view").after["name"] == "每周看"


def test_open_view_shows_its_tiles_days_and_indicator(person, mine, country):
    view = make_view(person, country["990101001"], period="month", shown="visits.count")

    page = mine.get(BOARD, {"view": view.pk})

    assert keys(page) == TILES
    assert page.context["area"].code == "990101001"
    assert page.context["span"].from_on == today().replace(day=1)
    assert page.context["indicator"].key == "visits.count"


def test_first_view_opens_with_the_board_until_the_role_is_asked_for(person, mine, country):
    RoleBoard.objects.create(role=None, indicators=["grids.count"])
    make_view(person, country["990101"], is_first=True)

    assert keys(mine.get(BOARD)) == TILES
    assert keys(mine.get(BOARD, {"view": "role"})) == ["grids.count"]


def test_only_one_view_is_first(person, mine, country):
    other = make_view(person, country["990101"], name="先看", is_first=True)

    mine.post(NEW, said(is_first="on"))

    other.refresh_from_db()
    assert not other.is_first
    assert person.board_views.get(is_first=True).name == "每周看"


def test_change_view_keeps_what_is_not_asked_and_moves_with_the_area(person, mine, country):
    view = make_view(person, country["990101"])

    page = mine.get(reverse("statistics:view_change", args=[view.pk]), {"area": "990101001"})
    assert page.context["form"]["tile_2"].value() == TILES[1]
    mine.post(reverse("statistics:view_change", args=[view.pk]), said(area="990101001"))

    view.refresh_from_db()
    assert (view.name, view.area.code) == ("每周看", "990101001")


def test_new_view_begins_with_the_board_it_is_made_from(mine):
    RoleBoard.objects.create(role=None, indicators=["grids.count", "events.count"])

    form = mine.get(NEW, {"area": "990101001", "period": "quarter", "indicator": "events.count"}).context[
        "form"
    ]

    assert [field.value() for field in form.tiles[:3]] == ["grids.count", "events.count", None]
    assert (form["area"].value(), form["period"].value(), form["shown"].value()) == (
        "990101001",
        "quarter",
        "events.count",
    )


def test_drop_view_deletes_it(person, mine, country):
    view = make_view(person, country["990101"])

    mine.post(reverse("statistics:view_drop", args=[view.pk]))

    assert not BoardView.objects.exists()
    assert AuditEvent.objects.get(action="statistics.drop_view").before["name"] == "我的"


def test_view_of_somebody_else_does_not_exist(mine, country):
    view = make_view(make_user("county_official", country["990101"]), country["990101"])

    assert mine.get(BOARD, {"view": view.pk}).status_code == 404
    assert mine.get(reverse("statistics:view_change", args=[view.pk])).status_code == 404
    assert mine.post(reverse("statistics:view_drop", args=[view.pk])).status_code == 404
    assert mine.get(f"{API}{view.pk}/").status_code == 404
    assert mine.get(API).json() == []


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"tile_1": "", "tile_2": ""}, "请至少选一个指标"),
        ({"tile_1": "no.such"}, "no.such"),
        ({"name": ""}, "名称"),
        ({"period": "fixed"}, "自选起止要写开始和结束日期"),
        ({"period": "fixed", "from_on": "2026-03-01", "to_on": "2026-02-01"}, "结束不早于开始"),
    ],
)
def test_view_without_sense_is_refused_with_a_sentence(mine, person, wrong, sentence):
    answer = mine.post(NEW, said(**wrong))

    assert answer.status_code == 400
    assert sentence in answer.content.decode()
    assert not person.board_views.exists()


def test_two_views_of_one_name_are_refused(mine, person):
    mine.post(NEW, said())

    answer = mine.post(NEW, said())

    assert answer.status_code == 400
    assert "您已经有一个同名的看板，请换个名称" in answer.content.decode()


def test_view_of_an_area_out_of_reach_is_not_kept(mine, person):
    assert mine.post(NEW, said(area="990102")).status_code == 404
    assert not person.board_views.exists()


def test_nobody_keeps_more_views_than_the_limit(person, country):
    for n in range(MOST_VIEWS):
        make_view(person, country["990101"], name=f"看板{n}")

    with pytest.raises(Refused, match="请先删除"):
        save_view(None, by=person, name="又一个", area=country["990101"], indicators=TILES)


def test_save_view_knows_its_indicators(person, country):
    with pytest.raises(ValidationError, match=r"no\.such"):
        save_view(None, by=person, name="看", area=country["990101"], indicators=["no.such"])


def test_view_whose_area_went_out_of_reach_opens_at_ones_own(person, mine, country):
    view = make_view(person, country["990102"])

    assert mine.get(BOARD, {"view": view.pk}).context["area"].code == "990101"


def test_fixed_days_of_a_view_stand_still(person, mine, country):
    days = {"from_on": date(2026, 1, 1), "to_on": date(2026, 3, 31)}
    view = make_view(person, country["990101"], period="fixed", **days)

    with time_machine.travel(today() + timedelta(days=1), tick=False):
        mine.force_login(person)
        span = mine.get(BOARD, {"view": view.pk}).context["span"]

    assert (span.from_on, span.to_on) == (days["from_on"], days["to_on"])


def test_indicator_that_is_gone_leaves_the_board_standing(person, mine, country):
    view = make_view(person, country["990101"], indicators=["gone.count", "visits.count"])

    assert keys(mine.get(BOARD, {"view": view.pk})) == ["visits.count"]


def test_api_keeps_changes_and_drops_a_view(person, mine):
    given = {"name": "接口", "area": "990101", "indicators": TILES, "is_first": True}
    made = mine.post(API, given, content_type="application/json")
    assert made.status_code == 201
    at = f"{API}{made.json()['id']}/"

    changed = mine.post(f"{at}change/", {**given, "name": "改名"}, content_type="application/json")
    assert changed.json() == made.json() | {"name": "改名"}
    assert mine.get(at).json() == changed.json()
    wrong = mine.post(f"{at}change/", {**given, "indicators": ["no.such"]}, content_type="application/json")
    assert (wrong.status_code, wrong.json()["detail"]) == (400, "没有这些指标：no.such，请对照指标目录修改。")

    assert mine.post(f"{at}drop/").status_code == 204
    assert not person.board_views.exists()


def test_drop_view_takes_nobody_elses_first_away(person, country):
    other = make_view(make_user("county_official", country["990101"]), country["990101"], is_first=True)

    drop_view(make_view(person, country["990101"], is_first=True), by=person)

    other.refresh_from_db()
    assert other.is_first
