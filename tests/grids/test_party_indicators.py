"""How far the Party chain reaches over the grids: the share, its lists and what it still lacks."""

from datetime import date

import pytest

from governance.kernel.days import today
from governance.statistics.reading import read_value, span_of
from governance.statistics.registry import indicators
from tests.factories.grids import make_grid
from tests.factories.party import make_chain, make_org, serve
from tests.factories.people import make_user

FIRST, SECOND, THIRD = "990101001001001", "990101001001002", "990101001002001"


@pytest.fixture
def chain(country):
    """Three grids: one served by a branch, one no longer, one by a group alone."""
    for code in (FIRST, SECOND, THIRD):
        make_grid(country[code])
    chain = make_chain(country)
    serve(chain["branch"], country[FIRST])
    serve(chain["branch"], country[SECOND], until=today())
    serve(make_org(country[f"{FIRST}001"], "group"), country[THIRD])
    return chain


def test_grid_branch_share_has_both_lists_and_the_gap(client, country, official, chain):
    client.force_login(official)
    reading = read_value(indicators()["party.grid_branch_share"], area=country["9901"], span=span_of())
    assert (reading.numerator, reading.denominator) == (1, 3)
    for lists in (reading.page_lists(), reading.api_lists()):
        assert [client.get(url).status_code for url in lists.values()] == [200] * 3
    rows = {side: client.get(url).json()["results"] for side, url in reading.api_lists().items()}
    assert {side: [row["area_code"] for row in found] for side, found in rows.items()} == {
        "numerator": [FIRST], "denominator": [FIRST, SECOND, THIRD], "gap": [SECOND, THIRD],
    }  # fmt: skip


def test_a_branch_counts_on_the_days_it_serves(client, country, chain):
    client.force_login(make_user("party_officer", country["990101"]))
    day = date(2024, 1, 1)
    query = {"party_branch": "true", "as_of": day.isoformat()}
    codes = [row["area_code"] for row in client.get("/api/v1/grids/", query).json()["results"]]
    assert codes == [FIRST, SECOND]
