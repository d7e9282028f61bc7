"""The three coverage rates on two days: 金凤区's own figures out of rows, in every unit, with lists that open."""

from datetime import date

import pytest
import time_machine

from governance.kernel.days import today
from grids.models import Compound
from property import actions
from property.models import OwnersCommittee, PropertyContract
from tests.factories.grids import make_compound
from tests.factories.people import make_user
from tests.factories.property import link_party, make_committee, make_company, make_contract

THEN = date(2021, 12, 31)
BEFORE, AFTER = date(2020, 1, 1), date(2023, 1, 1)
COUNTY = "990101"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-11-22 12:00+08:00", tick=False):
        yield


@pytest.fixture
def jinfeng(country):
    """188 compounds of 500 households, served 139 → 163, with committee 88 → 128; 31 companies, 5 → 15 with Party."""
    area = country[f"{COUNTY}001001"]
    compounds = [
        Compound(name=f"小区{n}", kind="old", area=area, area_code=area.code, household_count=500)
        for n in range(188)
    ]
    compounds = Compound.objects.bulk_create(compounds)
    companies = [make_company(country[COUNTY], started_on=BEFORE) for _n in range(31)]
    for number, company in enumerate(companies[:15]):
        link_party(company, since=BEFORE if number < 5 else AFTER)
    common = {"area": area, "area_code": area.code}
    PropertyContract.objects.bulk_create(
        PropertyContract(
            compound=compound, company=companies[n % 31], valid=(BEFORE if n < 139 else AFTER, None), **common
        )
        for n, compound in enumerate(compounds[:163])
    )
    OwnersCommittee.objects.bulk_create(
        OwnersCommittee(compound=compound, kind="owners", valid=(BEFORE if n < 88 else AFTER, None), **common)
        for n, compound in enumerate(compounds[:128])
    )
    return country


@pytest.fixture
def desk(client, jinfeng):
    client.force_login(make_user("property_officer", jinfeng[COUNTY]))
    return client


def rates(client, **query) -> dict[str, dict]:
    answer = client.get("/api/v1/property-rates/", {"against": "2021-12-31", **query}).json()
    return {row["indicator"]: row for row in answer}


def test_rates_reproduce_the_figures_of_the_county(desk):
    page = desk.get("/property/rates/", {"against": "2021-12-31"}).content.decode()
    for figure in (
        "73.94%", "86.70%", "+12.77", "+17.27%",
        "46.81%", "68.09%", "+21.28", "+45.45%",
        "16.13%", "48.39%", "+32.26",
    ):  # fmt: skip
        assert figure in page, figure
    found = rates(desk)
    shares = {key: (row["then"]["value"], row["now"]["value"]) for key, row in found.items()}
    assert shares["property.managed_share"] == (73.9362, 86.7021)
    assert shares["property.committee_share"] == (46.8085, 68.0851)
    assert shares["property.company_party_share"] == (16.129, 48.3871)
    assert round(found["property.committee_share"]["relative"], 2) == 45.45
    assert round(found["property.committee_share"]["points"], 2) == 21.28


@pytest.mark.parametrize("unit", ["compounds", "households", "area"])
def test_every_number_opens_a_list_that_comes_to_it(desk, unit):
    Compound.objects.update(floor_area=60_000)
    context = desk.get("/property/rates/", {"unit": unit, "against": "2021-12-31"}).context
    for row in context["lines"]:
        for reading, lists in ((row["line"].now, row["now"]), (row["line"].then, row["then"])):
            figure = reading.indicator.numerator
            answer = desk.get(lists["numerator"]).context
            column = {"household_count": "households", "floor_area": "area"}.get(figure.rows.total)
            counted = answer["sums"][column] if column else answer["page"].count
            assert counted == reading.numerator, reading.indicator.key


def served(desk) -> set[int]:
    """How many compounds are served by page, list and API."""
    line = desk.get("/property/rates/").context["lines"][0]
    query = {"managed": "true", "count": "exact"}
    value = desk.get(
        "/api/v1/statistics/values/", {"indicator": "property.managed_share", "area": COUNTY}
    ).json()
    return {
        line["line"].now.numerator,
        desk.get("/property/compounds/", query).context["page"].count,
        desk.get("/api/v1/property-compounds/", query).json()["count"],
        rates(desk)["property.managed_share"]["now"]["numerator"],
        value["numerator"],
    }


def test_the_end_of_one_contract_moves_page_list_and_api_at_once(desk, jinfeng):
    officer = make_user("property_officer", jinfeng[COUNTY])
    contract = PropertyContract.objects.order_by("pk").last()
    assert served(desk) == {163}
    actions.end_contract(contract, by=officer, on=today(), reason="撤管")
    assert served(desk) == {162}


def test_households_and_floor_area_weigh_each_compound(client, country):
    large = make_compound(country["990101001001"], household_count=900, floor_area=80_000)
    make_compound(country["990101001001"], household_count=100, floor_area=20_000)
    company = make_company(country[COUNTY])
    link_party(company)
    make_contract(large, company)
    make_committee(large)
    client.force_login(make_user("property_officer", country[COUNTY]))
    assert {
        unit: [row["now"]["value"] for row in rates(client, unit=unit).values()]
        for unit in ("compounds", "households", "area")
    } == {
        "compounds": [50.0, 50.0, 100.0, 100.0],
        "households": [90.0, 90.0, 100.0, 100.0],
        "area": [80.0, 80.0, 100.0, 100.0],
    }


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"as_of": "2027-01-01"}, "截至日期不能晚于今天，请改早一些。"),
        ({"against": "2026-11-22"}, "对比日期要早于截至日期，请核对。"),
        ({"unit": "heads"}, "选择一个有效的选项"),
    ],
)
def test_rates_refuse_days_and_units_that_cannot_be(desk, query, sentence):
    for url in ("/property/rates/", "/api/v1/property-rates/"):
        answer = desk.get(url, query)
        assert (answer.status_code, sentence in answer.content.decode()) == (400, True)
        assert desk.get(url, {"colour": "red"}).status_code == 400


def test_rates_of_an_area_out_of_reach_are_not_found(desk):
    for url in ("/property/rates/", "/api/v1/property-rates/", "/property/board/"):
        assert desk.get(url, {"area": "990102"}).status_code == 404
