"""The street's property board: what is due, each number with its list, and by the areas below."""

from datetime import timedelta

import pytest

from governance.kernel.days import quarter_start, today
from property.models.fees import quarters_back
from tests.factories.grids import make_compound
from tests.factories.people import make_user
from tests.factories.projects import make_complaint, make_fee
from tests.factories.property import make_committee, make_company, make_contract

TITLES = [
    "90 天内届满、未续签的物业合同",
    "届满未换届的业委会（物管会）",
    "备案超期的业委会（物管会）",
    "未办结的物业投诉",
    "收费低的物业项目",
]


@pytest.fixture
def rows(country):
    """In one street a compound of each kind, in the other one without service."""
    street = country["990101001001"]
    company = make_company(country["990101"])
    quarter = quarters_back(quarter_start(today()), 2)[1]
    ending = make_contract(make_compound(street), company, until=today() + timedelta(days=20))
    make_contract(make_compound(street), company, until=today() + timedelta(days=200))
    make_fee(ending, quarter, due=100, received=79)
    make_complaint(ending)
    make_complaint(ending, "closed")
    make_committee(ending.compound, term_ends_on=today() - timedelta(days=1), filed_on=today(), filing_no="1")
    make_committee(make_compound(street), since=today() - timedelta(days=31))
    make_compound(country["990102001001"])
    return country


@pytest.fixture
def official(client, rows):
    client.force_login(make_user("city_official", rows["9901"]))
    return client


def board(client, **query):
    return client.get("/property/board/", query).context


def test_board_counts_what_is_due_and_each_number_opens_its_list(official):
    context = board(official, area="990101")
    assert context["unmanaged"] == 1
    found = [(str(tile["reading"].indicator.name), tile["reading"].value) for tile in context["due"]]
    assert found == [(title, 1) for title in TITLES]
    for url in [context["managed_lists"]["gap"], *(tile["lists"]["numerator"] for tile in context["due"])]:
        assert official.get(url).context["page"].count == 1


def test_board_of_the_city_has_a_line_for_each_county_the_fullest_first(official):
    rows = board(official)["rows"]
    assert [(row["code"], [cell["count"] for cell in row["cells"]]) for row in rows] == [
        ("990101", [1, 1, 1, 1, 1, 1]),
        ("990102", [1, 0, 0, 0, 0, 0]),
    ]
    assert official.get(rows[0]["cells"][3]["url"]).context["page"].count == 1
    assert rows[1]["cells"][3]["url"] == ""


def test_board_begins_at_the_area_of_the_seat(client, rows):
    client.force_login(make_user("street_deputy", rows["990101001"]))
    context = board(client)
    assert (context["area"].code, [row["code"] for row in context["rows"]]) == (
        "990101001",
        ["990101001001", "990101001002"],
    )


def test_board_of_an_area_without_compounds_is_a_page(client, country):
    client.force_login(make_user("property_officer", country["990102"]))
    assert board(client)["unmanaged"] == 0
