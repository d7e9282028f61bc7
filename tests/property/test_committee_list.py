"""The list of committees, by page, API and file: who is late with the filing, whose term ends."""

from datetime import date

import pytest
import time_machine

from property.enums import CommitteeKind
from tests.factories.grids import make_compound
from tests.factories.people import make_user
from tests.factories.property import make_committee

PAGE, API = "/property/committees/", "/api/v1/owners-committees/"
FILED = {"filing_no": "备2026-1", "filed_on": date(2026, 1, 20)}


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-03-10 12:00+08:00", tick=False):
        yield


@pytest.fixture
def desk(client, country):
    client.force_login(make_user("property_officer", country["990101"]))
    return client


@pytest.fixture
def committees(country):
    """By name: one filed, one late, one just elected, one whose term is over, one dissolved, one next door."""
    given = {
        "已备案": {"since": date(2026, 1, 5), "term_ends_on": date(2031, 1, 5), **FILED},
        "备案超期": {"since": date(2026, 2, 7), "term_ends_on": date(2026, 6, 8)},
        "刚产生": {"since": date(2026, 2, 8), "kind": CommitteeKind.MANAGEMENT},
        "届满": {"since": date(2021, 3, 1), "term_ends_on": date(2026, 3, 1), **FILED},
        "已解散": {"since": date(2021, 3, 1), "until": date(2026, 3, 10), "term_ends_on": date(2026, 3, 1)},
    }
    made = {name: make_committee(make_compound(country["990101001001"], name=name), **more)
            for name, more in given.items()}  # fmt: skip
    make_committee(make_compound(country["990102001001"], name="别的县"))
    return made


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"已备案", "备案超期", "刚产生", "届满", "已解散"}),
        ("live=true", {"已备案", "备案超期", "刚产生", "届满"}),
        ("live=false", {"已解散"}),
        ("kind=management", {"刚产生"}),
        ("q=超期", {"备案超期"}),
        ("filing_late=true", {"备案超期"}),
        ("filing_late=true&as_of=2026-03-11", {"备案超期", "刚产生"}),
        ("filing_late=false&live=true", {"已备案", "刚产生", "届满"}),
        ("filed=true", {"已备案", "届满"}),
        ("term_within=0", {"届满"}),
        ("term_within=89", {"届满"}),
        ("term_within=90", {"届满", "备案超期"}),
        ("term_within=0&as_of=2026-03-09", {"届满", "已解散"}),
        ("as_of=2021-06-01", {"届满", "已解散"}),
        ("area=990101001001&live=true&filed=false", {"备案超期", "刚产生"}),
    ],
)
def test_page_api_and_file_give_the_same_rows(desk, committees, query, expected):
    page = {row.compound_name for row in desk.get(f"{PAGE}?{query}").context["page"]}
    told = {row["compound_name"] for row in desk.get(f"{API}?{query}").json()["results"]}
    file = desk.get(f"{PAGE}?{query}&format=csv").getvalue().decode("utf-8-sig").splitlines()
    assert (page, told, len(file) - 1) == (expected, expected, len(expected))


@pytest.mark.parametrize("query", ["term_within=-1", "term_within=9999", "kind=guild", "as_of=soon"])
def test_a_bad_filter_is_told_and_not_guessed(desk, query):
    assert (desk.get(f"{PAGE}?{query}").status_code, desk.get(f"{API}?{query}").status_code) == (400, 400)


def test_rows_say_what_is_late(desk, committees):
    page = desk.get(PAGE).content.decode()
    rows = {name: next(row for row in page.split("data-row>") if f"{name} · " in row) for name in committees}
    labels = ("备案超期", "届满未换届", "已解散")
    said = {name: [label for label in labels if f"{label}</span>" in row] for name, row in rows.items()}
    assert said == {
        "已备案": [], "备案超期": ["备案超期"], "刚产生": [], "届满": ["届满未换届"], "已解散": ["已解散"],
    }  # fmt: skip


def test_the_list_takes_as_many_queries_for_three_rows_as_for_one(desk, country, django_assert_num_queries):
    desk.get(PAGE)
    for rows in (1, 3):
        for _more in range(rows):
            make_committee(make_compound(country["990101001001"]))
        with django_assert_num_queries(5):
            desk.get(PAGE)
