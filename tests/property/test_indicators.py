"""Figure = list = API = file, for each figure of Party and property, on the same day."""

from datetime import date

import pytest
from django.urls import reverse

from governance.statistics.registry import indicators
from grids.enums.body_posts import Body
from property.enums import PartyLinkKind
from tests.factories.body_posts import make_post
from tests.factories.grids import make_building, make_compound
from tests.factories.party import make_chain, make_org, make_team, serve
from tests.factories.people import make_user
from tests.factories.projects import make_complaint, make_fee
from tests.factories.property import link_party, make_committee, make_company, make_contract

DAY = date(2024, 6, 1)
# Of the Party's figures those that are read from the rows below; the others are tested where they are at home.
PARTY = {
    "party.community_count",
    "party.branch_count",
    "party.group_count",
    "party.community_share",
    "party.group_share",
    "party.compound_branch_share",
    "party.cross_post_share",
    "volunteers.team_count",
}
KEYS = [
    key
    for key, indicator in indicators().items()
    if indicator.kind == "stock" and (key.startswith("property.") or key in PARTY)
]


@pytest.fixture
def city(country):
    """Rows that count on `DAY`, and beside each one that does not."""
    chain = make_chain(country)
    make_org(country["990101001001002"], parent=chain["community"], dissolved_on=date(2023, 1, 1))
    make_org(country["990102001001001"], on=date(2025, 1, 1))
    make_team(country["990101001001"])
    make_team(country["990102001001"], ended_on=DAY)
    companies = [make_company(country["990101"]) for _ in range(3)]
    make_company(country["990101"], ended_on=DAY)
    link_party(companies[0])
    link_party(companies[1], PartyLinkKind.JOINT, until=DAY)
    sizes = {"household_count": 100, "floor_area": 9000}
    compounds = [make_compound(country["990101001001"], **sizes) for _ in range(4)]
    ending = make_contract(compounds[0], companies[0], until=date(2024, 8, 1))
    make_fee(ending, date(2024, 1, 1), due=100, received=10)
    make_complaint(ending, "closed", registered_on=date(2024, 5, 1))
    make_complaint(ending, registered_on=date(2024, 7, 1))
    make_contract(compounds[1], companies[1])
    make_contract(compounds[2], companies[2], until=DAY)
    make_committee(compounds[0])
    make_committee(compounds[1], since=date(2025, 1, 1))
    _ground_of_the_chain(country, chain, compounds)
    return country


def _ground_of_the_chain(country, chain, compounds):
    """The branch serves a grid in which one compound has a building; one of two buildings has a group."""
    make_building(country["990101001001001001"], compound=compounds[0])
    make_building(country["990101001001001002"])
    serve(chain["branch"], country["990101001001001"])
    serve(chain["group"], country["990101001001001001"])
    serve(chain["group"], country["990101001001001002"], until=DAY)
    for compound in compounds[:2]:
        make_post(compound, Body.BRANCH)
        make_post(compound, Body.COMMITTEE)


def expected(key: str) -> tuple[int, int | None]:
    return {
        "party.community_count": (1, None),
        "party.branch_count": (1, None),
        "party.group_count": (1, None),
        "volunteers.team_count": (1, None),
        "property.managed_share": (2, 4),
        "property.company_party_share": (1, 3),
        "property.committee_share": (1, 4),
        "property.managed_households_share": (200, 400),
        "property.managed_area_share": (18_000, 36_000),
        "property.committee_households_share": (100, 400),
        "property.committee_area_share": (9000, 36_000),
        "property.project_party_share": (1, 2),
        "property.project_party_households_share": (100, 200),
        "property.project_party_area_share": (9000, 18_000),
        "property.contracts_ending": (1, None),
        "property.terms_over": (0, None),
        "property.filings_late": (1, None),
        "property.complaints_open": (1, None),
        "property.fees_low": (1, None),
        "party.community_share": (1, 4),
        "party.group_share": (1, 2),
        "party.compound_branch_share": (1, 4),
        "party.cross_post_share": (1, 1),
    }[key]


def totals(client, figure, area: str) -> set[int]:
    """The count of the list behind a figure by page, API and file."""
    query = figure.rows.parameters(area=area, as_of=DAY)
    page = client.get(figure.rows.page_url(area=area, as_of=DAY)).context["page"]
    api = client.get(figure.rows.api_url(area=area, as_of=DAY), {"count": "exact"} | query).json()
    file = client.get(figure.rows.api_url(area=area, as_of=DAY) + "&format=csv")
    lines = b"".join(file.streaming_content).decode().splitlines()
    if total := figure.rows.total:
        return {sum(getattr(row, total) for row in page), sum(row[total] for row in api["results"])}
    return {page.count, api["count"], len(lines) - 1}


@pytest.mark.parametrize("key", KEYS)
def test_the_figure_of_a_day_is_the_total_of_its_lists(client, city, key):
    client.force_login(make_user("city_official", city["9901"]))
    query = {"indicator": key, "area": "9901", "as_of": DAY.isoformat()}
    value = client.get("/api/v1/statistics/values/", query).json()
    numerator, denominator = expected(key)
    assert (value["numerator"], value["denominator"]) == (numerator, denominator)
    figures = indicators()[key].figures
    assert [totals(client, figure, "9901") for figure in figures] == [
        {count} for count in (numerator, denominator) if count is not None
    ]


@pytest.mark.parametrize("key", [key for key in KEYS if indicators()[key].gap])
def test_the_gap_is_what_the_share_still_lacks(client, city, key):
    client.force_login(make_user("city_official", city["9901"]))
    numerator, denominator = expected(key)
    assert totals(client, indicators()[key].gap, "9901") == {denominator - numerator}
    page = client.get(reverse("statistics:explain", args=[key]), {"area": "9901"}).content.decode()
    assert str(indicators()[key].gap.label) in page


def test_every_key_is_expected():
    assert [expected(key) for key in KEYS]
    assert len(KEYS) == 23
