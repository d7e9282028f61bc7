from datetime import date

import pytest

from property.enums import CommitteeKind, PartyLinkKind
from property.models import CompanyPartyLink, OwnersCommittee, PropertyContract
from tests.factories.grids import make_compound
from tests.factories.people import make_user
from tests.factories.property import link_party, make_committee, make_company, make_contract


@pytest.fixture
def officer(country):
    return make_user("property_officer", country["990101"])


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def company(country):
    return make_company(country["990101"], name="塞上物业")


@pytest.fixture
def compound(country):
    return make_compound(country["990101001001"], name="玺悦小区", household_count=843)


def names(response) -> list[str]:
    return [row.name for row in response.context["page"]]


def test_compound_list_has_three_coverage_filters(desk, country, compound, company):
    bare = make_compound(country["990101001002"], name="老旧小区")
    make_contract(compound, company)
    make_committee(compound)
    link_party(company)
    for name in ("managed", "committee", "company_party"):
        assert names(desk.get("/property/compounds/", {name: "true"})) == [compound.name]
        assert names(desk.get("/property/compounds/", {name: "false"})) == [bare.name]


def test_compound_list_reads_as_of_the_day(desk, compound, company):
    make_contract(compound, company, since=date(2023, 1, 1), until=date(2024, 1, 1))
    covered = [
        names(desk.get("/property/compounds/", {"managed": "true", "as_of": day}))
        for day in ("2022-12-31", "2023-01-01", "2023-12-31", "2024-01-01")
    ]
    assert covered == [[], [compound.name], [compound.name], []]


def test_lists_take_as_many_queries_for_three_rows_as_for_one(
    desk, country, compound, company, django_assert_num_queries
):
    make_contract(compound, company)
    for rows in (1, 3):
        while len(names(desk.get("/property/compounds/"))) < rows:
            make_committee(make_compound(country["990101001001"]))
            make_company(country["990101"])
        for page, queries in (("compounds", 6), ("companies", 5)):
            with django_assert_num_queries(queries):
                assert len(names(desk.get(f"/property/{page}/"))) == rows


def test_compound_detail_shows_company_contract_and_committee_of_the_day(desk, compound, company):
    make_contract(compound, company, manager="纳文静", fee_cents=185)
    make_committee(compound, CommitteeKind.MANAGEMENT, until=date(2025, 1, 1))
    page = desk.get(f"/property/compounds/{compound.pk}/").content.decode()
    for words in ("塞上物业", "专业物业", "1.85 元", "纳*静", "843 户", "这一天没有业委会或物管会"):
        assert words in page
    assert "纳文静" not in page
    then = desk.get(f"/property/compounds/{compound.pk}/", {"as_of": "2024-12-31"}).content.decode()
    assert "物业管理委员会" in then.split("历次记录")[0]


def test_compound_detail_takes_few_queries(desk, compound, company, django_assert_max_num_queries):
    for year in (2019, 2020, 2021):
        make_contract(compound, company, since=date(year, 1, 1), until=date(year + 1, 1, 1))
    desk.get("/property/companies/")
    with django_assert_max_num_queries(12):
        desk.get(f"/property/compounds/{compound.pk}/")


def test_company_detail_lists_the_compounds_it_serves(desk, compound, company):
    make_contract(compound, company)
    link_party(company, PartyLinkKind.JOINT)
    page = desk.get(f"/property/companies/{company.pk}/").content.decode()
    assert ("玺悦小区" in page, "联合组建" in page) == (True, True)


def test_a_stranger_sees_nothing(client, stranger, compound, company):
    contract = make_contract(compound, company)
    client.force_login(stranger)
    assert names(client.get("/property/compounds/")) == []
    for url in (
        f"/property/compounds/{compound.pk}/",
        f"/property/companies/{company.pk}/",
        f"/api/v1/property-compounds/{compound.pk}/",
        f"/api/v1/property-companies/{company.pk}/",
        f"/api/v1/property-contracts/{contract.pk}/",
    ):
        assert client.get(url).status_code == 404


def test_without_the_right_everything_is_closed(client, worker, compound):
    client.force_login(worker)
    for url in ("/property/compounds/", f"/property/compounds/{compound.pk}/", "/api/v1/property-compounds/"):
        assert client.get(url).status_code == 403


def test_a_contract_is_signed_and_ended_by_form(desk, compound, company):
    url = f"/property/compounds/{compound.pk}/sign/"
    form = {"company": company.pk, "mode": "professional", "from_on": "2024-01-01", "fee": "1.85"}
    assert desk.get(url).status_code == 200
    assert desk.post(url, form).status_code == 302
    contract = PropertyContract.objects.get()
    assert (contract.company, contract.fee_cents, contract.valid.lower) == (company, 185, date(2024, 1, 1))
    again = desk.post(url, form)
    assert (again.status_code, "这个小区此期间已有物业合同" in again.content.decode()) == (400, True)
    end = f"/property/contracts/{contract.pk}/end/"
    assert desk.post(end, {"on": "2023-01-01", "reason": "撤管"}).status_code == 409
    assert desk.post(end, {"on": "2025-01-01", "reason": "撤管"}).status_code == 302
    contract.refresh_from_db()
    assert contract.valid.upper == date(2025, 1, 1)


def test_a_committee_is_formed_and_dissolved_by_form(desk, compound):
    url = f"/property/compounds/{compound.pk}/committee/"
    form = {"kind": "owners", "on": "2024-01-01", "member_count": 7}
    assert desk.post(url, form).status_code == 302
    assert desk.post(url, form).status_code == 400
    committee = OwnersCommittee.objects.get()
    assert (
        desk.post(
            f"/property/committees/{committee.pk}/dissolve/", {"on": "2025-01-01", "reason": "换届"}
        ).status_code
        == 302
    )
    assert OwnersCommittee.objects.live_on(date(2025, 1, 1)).count() == 0


def test_the_party_of_a_company_is_registered_by_form(desk, company):
    answer = desk.post(f"/property/companies/{company.pk}/party/", {"kind": "own", "on": "2025-01-01"})
    assert (answer.status_code, CompanyPartyLink.objects.get().kind) == (302, "own")


def test_verbs_are_for_those_who_manage_there(client, official, country, compound, company):
    client.force_login(official)
    assert client.post(f"/property/compounds/{compound.pk}/sign/").status_code == 403
    client.force_login(make_user("property_officer", country["990102"]))
    for url in (f"/property/compounds/{compound.pk}/sign/", f"/property/companies/{company.pk}/party/"):
        assert client.post(url).status_code == 404


def test_api_lists_describe_their_rows_as_of_the_day(client, officer, compound, company):
    make_contract(compound, company, since=date(2023, 1, 1), until=date(2024, 1, 1))
    link_party(company, since=date(2023, 6, 1))
    client.force_login(officer)

    def only(url, **query):
        (row,) = client.get(f"/api/v1/{url}/", query).json()["results"]
        return row

    assert only("property-compounds", as_of="2023-02-01")["company_name"] == "塞上物业"
    assert only("property-compounds")["company_name"] is None
    assert only("property-companies", as_of="2023-02-01")["party_link"] is None
    assert only("property-companies")["party_since"] == "2023-06-01"
    assert only("property-contracts")["ends_on"] == "2024-01-01"
    assert client.get("/api/v1/property-contracts/", {"as_of": "2024-01-01"}).json()["results"] == []
    assert client.get(f"/api/v1/property-companies/{company.pk}/").json()["party_link"] == "own"
    assert client.get(f"/api/v1/property-compounds/{compound.pk}/").json()["mode"] is None


@pytest.mark.parametrize("query", ["managed=maybe", "as_of=2026-13-01", "area=999", "colour=red"])
def test_api_refuses_what_it_does_not_know(client, officer, query):
    client.force_login(officer)
    expected = 404 if query.startswith("area") else 400
    assert client.get(f"/api/v1/property-compounds/?{query}").status_code == expected
