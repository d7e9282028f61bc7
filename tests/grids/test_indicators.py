"""Figure = list total on the page = API count = CSV rows, for each indicator of this app."""

import pytest
from django.urls import reverse

from governance.kernel.days import today
from governance.statistics.definitions import Flow
from grids.indicators.ground import INDICATORS
from grids.models import Grid, GridWorker, NeedRequest, Visit
from tests.factories.communities import make_assignment, make_org, make_standards
from tests.factories.grids import make_building, make_grid, make_household, make_need, make_visit
from tests.factories.people import hold, make_user

FIGURES = [
    pytest.param(indicator, figure, id=f"{indicator.key}-{place}")
    for indicator in INDICATORS
    for place, figure in enumerate(indicator.figures)
]


@pytest.fixture
def city(country):
    """Three grids of 400, 299 and no households; one worker, one cover; visits and needs."""
    for code, kind in (("990101001001001", ""), ("990101001001002", ""), ("990101001002001", "rural")):
        make_grid(country[code])
        if kind:
            type(country[code]).objects.filter(code=code).update(kind=kind)
    make_building(country["990101001001001001"], households=400)
    make_building(country["990101001001002001"], households=299)
    make_user("grid_worker", country["990101001001001"])
    cover = hold(make_user(), "grid_worker", country["990101001001002"])
    GridWorker.objects.filter(pk=cover.pk).update(is_cover=True)
    household = make_household(country["990101001001001001"])
    for ago in (0, 3, 400):
        make_visit(household, ago=ago)
    for state in ("open", "solved", "not_solved", "withdrawn", "solved"):
        make_need(household, state=state)
    make_standards(orgs=2)
    make_assignment(country["990101001001"])
    for area in ("990101001001", "990101001001", "990101001002"):
        make_org(country[area])
    return country


def count(figure) -> int:
    """The figure straight from its source, for the city and the last year."""
    if not isinstance(figure.source, Flow):
        return figure.source.rows(today()).count()
    if figure.source.measure == "visits.count":
        return Visit.objects.filter(
            visited_on__range=(today().replace(year=today().year - 1), today())
        ).count()
    return NeedRequest.objects.exclude(solved_on=None).count()


EXPECTED = {
    "grids.all": 3, "grids.urban": 2, "grids.staffed": 1, "grids.fitting": 1, "workers.in_post": 1,
    "visits.count": 2, "needs.solved_count": 2,
    "communities.all": 4, "communities.advised": 1, "communities.supported": 1,
}  # fmt: skip


@pytest.mark.parametrize(("indicator", "figure"), FIGURES)
def test_figure_is_its_list(client, official, city, indicator, figure):
    client.force_login(official)
    last_year = today().replace(year=today().year - 1)
    span = {"from_on": last_year, "to_on": today()} if isinstance(figure.source, Flow) else {"as_of": today()}
    query = figure.rows.parameters(area="9901", **span)
    page = client.get(reverse(figure.rows.page), query)
    api = client.get(reverse(figure.rows.api), query)
    file = client.get(reverse(figure.rows.api), query | {"format": "csv"})

    lines = file.getvalue().decode("utf-8-sig").strip().splitlines()[1:]
    found = {count(figure), page.context["page"].count, api.json()["count"], len(lines)}
    assert found == {EXPECTED[figure.source.key]}


def test_closing_a_seat_moves_the_figure(city, country):
    GridWorker.objects.in_post(today()).update(valid=("2020-01-01", today()))

    assert not Grid.objects.staffed(today()).exists()
