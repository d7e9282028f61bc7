"""Generated over every registered indicator: figure = total of the page = count of the API = rows of the CSV.

Here for the last year and an official of the city; `test_one_number` does it for every role and the work report.
A list that keeps restricted rows from its reader says how many, and they are part of its total.
"""

import pytest
from django.test import Client
from django.urls import reverse

from governance.statistics import facts, registry
from governance.statistics.counting import AREA
from governance.statistics.reading import read_values, span_of
from tests.factories.people import make_user
from tests.statistics import listed
from tests.statistics.rows import make_rows

VALUES = "/api/v1/statistics/values/"


@pytest.fixture
def rows(country):
    make_rows(country)
    return country


@pytest.fixture
def official(rows):
    client = Client()
    client.force_login(make_user("city_official", rows["9901"]))
    client.area = "9901"
    return client


def test_figure_equals_page_api_and_csv(official):
    found = {
        f"{key} {side}": _totals(official, key, side)
        for key, indicator in registry.indicators().items()
        for side in ("numerator", "denominator")[: len(indicator.figures)]
    }
    assert {name: totals for name, totals in found.items() if len(set(totals.values())) > 1} == {}


def _totals(client: Client, key: str, side: str) -> dict[str, int]:
    """The figure as the API gives it and as each list that stands counts it."""
    answer = client.get(VALUES, {"indicator": key, "area": client.area}).json()
    totals = {"figure": answer[side]}
    rows = getattr(registry.indicators()[key], side).rows
    if address := answer["lists"][side]:
        totals["api"] = listed.of_api(client, address, rows)
        totals["csv"] = listed.of_file(client, address, rows)
    page = client.get(reverse("statistics:explain", args=[key]), {"area": client.area})
    if address := page.context["lists"][side]:
        totals["page"] = listed.of_page(client, address, rows)
    return totals


def test_every_figure_names_a_list_that_stands():
    figures = {
        f"{key} {figure.label}": figure.rows
        for key, indicator in registry.indicators().items()
        for figure in indicator.figures
    }
    span = {"area": "9901"}
    lacking = [name for name, rows in figures.items() if not (rows and rows.api_url(**span))]
    assert lacking == []


def test_rows_by_area_add_up_and_facts_reconcile(rows):
    assert facts.reconcile(registry.datasets()) == []
    for reading in read_values(
        list(registry.indicators().values()), area=rows["9901"], span=span_of(), by=AREA
    ):
        assert sum(row.numerator for row in reading.rows) == reading.numerator, reading.indicator.key
        assert sum(row.denominator or 0 for row in reading.rows) == (reading.denominator or 0)


def test_sample_rows_are_counted_somewhere(rows):
    """A figure that stays 0 with rows for everything would let the test above pass for nothing."""
    found = read_values(list(registry.indicators().values()), area=rows["9901"], span=span_of())
    assert [reading.indicator.key for reading in found if not reading.numerator] == []
