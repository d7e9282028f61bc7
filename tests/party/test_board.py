"""The page of Party work: figures with their lists and gaps, and what waits."""

from datetime import date, timedelta

import pytest

from governance.kernel.days import today
from tests.factories.cobuild import make_need, make_project, make_wish
from tests.factories.partners import make_agreement
from tests.factories.party import make_chain, make_org, make_partner
from tests.factories.people import make_user
from tests.factories.reporting import make_unit

COMMUNITY = "990101001001"


@pytest.fixture
def desk(client, country):
    make_chain(country)
    client.force_login(make_user("party_officer", country["990101"]))
    return client


def fill(area, rows: int) -> None:
    for number in range(rows):
        make_org(area, "community", name=f"届满{number}", term_ends_on=today() + timedelta(days=number + 1))
        partner = make_partner(area, name=f"到期{number}")
        make_agreement(partner, due_on=today() + timedelta(days=number + 1))
        make_need(area, text=f"缺{number}")
        make_wish(area, text=f"盼{number}")
        make_unit(area, name=f"单位{number}")


def test_board_shows_figures_with_gaps_and_what_waits(desk, country):
    fill(country[COMMUNITY], 2)
    make_project(country[COMMUNITY])
    shown = desk.get("/party/board/").content.decode()
    for word in (
        "届满0",
        "到期1",
        "缺0",
        "盼1",
        "需求对接率",
        "33.33",
        "还没有对接的需求",
        "没有党支部的小区",
    ):
        assert word in shown, word
    assert "/party/needs/?matched=false&amp;area=990101" in shown


def test_board_names_five_and_leads_to_the_rest(desk, country):
    fill(country[COMMUNITY], 6)
    waiting = {part.title: part for part in desk.get("/party/board/").context["waiting"]}
    for part in waiting.values():
        assert (len(part.links), part.has_more) == (5, True)
        assert desk.get(part.list_url).context["page"].count == 6, part.list_url


def test_board_keeps_to_the_area(desk, country):
    fill(country["990102001001"], 1)
    fill(country["990101002001"], 1)
    waiting = desk.get("/party/board/", {"area": "990101001"}).context["waiting"]
    assert [part.rows for part in waiting] == [[]] * 5
    assert [len(part.rows) for part in desk.get("/party/board/").context["waiting"]] == [1] * 5
    assert desk.get("/party/board/", {"area": "990102"}).status_code == 404
    assert desk.get("/party/board/", {"area": "abc"}).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_board_takes_a_constant_number_of_queries(desk, country, rows, django_assert_max_num_queries):
    fill(country[COMMUNITY], rows)
    with django_assert_max_num_queries(12):
        desk.get("/party/board/")


def test_an_election_past_its_day_stays_on_the_board(desk, country):
    make_org(country[COMMUNITY], "community", name="早已届满", term_ends_on=date(2024, 1, 1))
    assert "早已届满" in desk.get("/party/board/").content.decode()
