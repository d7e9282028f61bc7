"""Everything about one place on one page, each part for whoever may see it."""

from datetime import date

import pytest

from governance.kernel.days import today
from grids.panels import panels_of
from tests.factories.deeds import make_deed_project, make_homes
from tests.factories.grids import make_building, make_compound, make_grid
from tests.factories.meetings import make_member
from tests.factories.party import make_chain, serve
from tests.factories.people import hold, make_user
from tests.factories.projects import make_complaint, make_fee
from tests.factories.property import make_committee, make_company, make_contract

GRID, BUILDING = "990101001001001", "990101001001001001"


@pytest.fixture
def compound(country):
    return make_compound(country[GRID[:12]], name="玺悦小区", household_count=843, floor_area=90_000)


@pytest.fixture
def everything(country, compound):
    """A compound with a row of every kind."""
    make_grid(country[GRID])
    make_building(country[BUILDING], compound=compound)
    hold(make_user(), "grid_worker", country[GRID])
    serve(make_chain(country)["branch"], country[GRID])
    make_member(make_committee(compound))
    contract = make_contract(compound, make_company(country["990101"], name="塞上物业"))
    make_fee(contract, date(2026, 7, 1), due=1000, received=625)
    make_complaint(contract)
    make_homes(make_deed_project(country[GRID[:12]], name="玺悦小区"), 3, state="issued")
    return compound


@pytest.fixture
def secretary(client, country):
    client.force_login(make_user("community_secretary", country[GRID[:12]]))
    return client


def titles(compound, user) -> list[str]:
    return [panel.title for panel in panels_of(compound, user, today())]


def test_compound_page_shows_everything_on_one_place(secretary, everything):
    page = secretary.get(f"/property/compounds/{everything.pk}/").content.decode()
    for words in (
        "90,000", "塞上物业", "共 1 件，已办结 0 件", "2026-Q3", "62.50%", "所在网格", "党组织", "办证项目", "3 套",
        "委员、备案和任期", "登记投诉",
    ):  # fmt: skip
        assert words in page, words


def test_compound_page_without_rows_says_what_is_lacking(secretary, compound):
    page = secretary.get(f"/property/compounds/{compound.pk}/").content.decode()
    for words in ("服务方式：无", "还没有党支部服务这个小区", "不在办证难台账上", "楼院还没有划入网格"):
        assert words in page, words


def test_compound_page_takes_twelve_queries_at_most(
    secretary, country, everything, django_assert_max_num_queries
):
    secretary.get("/property/compounds/")
    url = f"/property/compounds/{everything.pk}/"
    with django_assert_max_num_queries(12) as few:
        secretary.get(url)
    for number in (2, 3):
        area = country[f"{GRID[:12]}00{number}"] if f"{GRID[:12]}00{number}" in country else country[GRID]
        make_grid(area)
    make_building(country[f"{GRID}002"], compound=everything)
    make_contract(everything, since=date(2019, 1, 1), until=date(2020, 1, 1))
    make_member(make_committee(everything, since=date(2019, 1, 1), until=date(2020, 1, 1)))
    with django_assert_max_num_queries(12) as many:
        secretary.get(url)
    assert len(few) == len(many)


def test_panels_are_for_those_who_may_read_them(country, everything):
    assert titles(everything, make_user("community_secretary", country[GRID[:12]])) == [
        "所在网格",
        "党组织",
        "办证",
    ]
    assert titles(everything, make_user("property_officer", country["990101"])) == ["所在网格", "党组织"]
    assert titles(everything, make_user("deeds_officer", country["9901"])) == ["办证"]
    assert titles(everything, make_user("property_officer", country["990102"])) == []


def test_panels_read_as_of_the_day(country, everything):
    user = make_user("community_secretary", country[GRID[:12]])
    before = panels_of(everything, user, date(2019, 1, 1))
    assert [panel.lines for panel in before[:2]] == [(), ()]
