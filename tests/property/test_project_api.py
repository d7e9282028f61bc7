"""Projects, fees and complaints over REST: the same verbs and the same sentences as the pages."""

from datetime import date

import pytest

from governance.kernel.days import today
from property.models import PropertyContract
from tests.factories.events import make_event_category
from tests.factories.grids import make_compound
from tests.factories.people import make_user
from tests.factories.projects import count_as_complaints, make_complaint, make_fee
from tests.factories.property import make_company, make_contract, make_uscc

URL = "/api/v1/property-contracts/"


@pytest.fixture
def api(client, country):
    client.force_login(make_user("property_officer", country["990101"]))
    return client


@pytest.fixture
def company(country):
    return make_company(country["990101"], name="塞上物业")


@pytest.fixture
def compound(country):
    return make_compound(country["990101001001"], name="玺悦小区", household_count=843)


@pytest.fixture
def contract(compound, company):
    return make_contract(compound, company, until=date(2027, 1, 1), manager="纳文静")


def post(api, url: str, body: dict):
    return api.post(url, body, content_type="application/json")


def test_api_signs_renews_describes_and_ends(api, compound, company):
    body = {"compound": compound.pk, "company": company.pk, "mode": "professional", "from_on": "2026-01-01"}
    signed = post(api, URL, body | {"to_on": "2027-01-01", "staff_count": 9, "manager": "纳文静"})
    assert (signed.status_code, signed.json()["staff_count"], signed.json()["household_count"]) == (
        201,
        9,
        843,
    )
    again = post(api, URL, body)
    assert (again.status_code, "这个小区此期间已有物业合同" in again.content.decode()) == (400, True)
    own = f"{URL}{signed.json()['id']}/"
    assert post(api, f"{own}describe/", {"number": "7"}).json()["number"] == "7"
    changed = post(api, f"{own}change-manager/", {"on": "2026-06-01", "manager": "马建国"}).json()
    assert (changed["manager_masked"], changed["manager_since"]) == ("马*国", "2026-06-01")
    renewed = post(api, f"{own}renew/", {"to_on": "2030-01-01"}).json()
    assert (renewed["starts_on"], renewed["ends_on"], renewed["staff_count"]) == (
        "2027-01-01",
        "2030-01-01",
        9,
    )
    ended = post(api, f"{URL}{renewed['id']}/end/", {"on": "2028-01-01", "reason": "撤管"}).json()
    assert ended["ends_on"] == "2028-01-01"
    refused = post(api, f"{URL}{renewed['id']}/end/", {"on": "2028-01-01", "reason": "撤管"})
    assert (refused.status_code, "不用再办理" in refused.json()["detail"]) == (409, True)


def test_api_reveals_a_manager_for_a_reason(api, contract):
    url = f"{URL}{contract.pk}/reveal-manager/"
    assert post(api, url, {"field": "manager", "reason": "短"}).status_code == 409
    assert post(api, url, {"field": "manager", "reason": "联系夜间抢修"}).json() == {"name": "纳文静"}


def test_api_lists_take_the_filters_of_the_pages(api, contract):
    make_contract(make_compound(contract.area))
    for query in ({"ending_within": "400"}, {"mode": "professional"}, {"q": "塞上"}, {"state": "ended"}):
        page = api.get("/property/projects/", query).context["page"]
        rows = api.get(URL, query | {"count": "exact"}).json()
        assert [row["id"] for row in rows["results"]] == [row.pk for row in page], query


def test_api_writes_fees_and_refuses_what_the_page_refuses(api, contract):
    body = {"contract": contract.pk, "quarter_on": "2026-07-01", "due_yuan": 1000, "received_yuan": 900}
    assert post(api, "/api/v1/project-fees/", body).json()["received_yuan"] == 900
    wrong = post(api, "/api/v1/project-fees/", body | {"received_yuan": 1001})
    assert (wrong.status_code, "实收不能超过应收" in wrong.content.decode()) == (400, True)
    later = post(api, "/api/v1/project-fees/", body | {"quarter_on": "2030-01-01"})
    assert (later.status_code, "还没有开始" in later.content.decode()) == (409, True)
    make_fee(contract, date(2026, 4, 1))
    rows = api.get("/api/v1/project-fees/", {"quarter_from": "2026-07-01"}).json()["results"]
    assert [row["quarter_on"] for row in rows] == ["2026-07-01"]


def test_api_registers_a_complaint_once(api, contract):
    count_as_complaints()
    make_event_category("E1005")
    body = {
        "contract": contract.pk, "category": "E1005", "area": contract.area_code, "text": "楼道没有打扫",
        "client_uuid": "7d1c7ac6-6f6a-4d2a-9c1d-0f6b8a1b2c3d",
    }  # fmt: skip
    first = post(api, "/api/v1/property-complaints/", body)
    again = post(api, "/api/v1/property-complaints/", body)
    assert (first.status_code, again.json()) == (201, first.json())
    assert first.json()["compound_name"] == "玺悦小区"


def test_api_lists_complaints_open_on_a_day(api, contract):
    make_complaint(contract)
    make_complaint(contract, "closed")
    url = "/api/v1/property-complaints/"
    assert len(api.get(url, {"open_on": today()}).json()["results"]) == 1
    assert len(api.get(url, {"contract": contract.pk}).json()["results"]) == 2


def test_api_registers_revises_and_closes_companies(api):
    url = "/api/v1/property-companies/"
    body = {"name": "塞上物业", "uscc": "91350100M000100Y44", "area": "990101", "on": "2026-01-01"}
    wrong = post(api, url, body)
    assert (wrong.status_code, "校验位不对，请对照营业执照核对" in wrong.content.decode()) == (400, True)
    made = post(api, url, body | {"uscc": make_uscc()})
    assert made.status_code == 201
    own = f"{url}{made.json()['id']}/"
    assert post(api, f"{own}revise/", {"name": "塞上", "uscc": made.json()["uscc"]}).json()["name"] == "塞上"
    assert post(api, f"{own}link-party/", {"kind": "own", "on": "2026-02-01"}).json()["party_link"] == "own"
    assert post(api, f"{own}end-party/", {"on": "2026-03-01"}).json()["party_link"] is None
    assert (
        post(api, f"{own}close/", {"on": "2026-06-01", "reason": "注销"}).json()["ended_on"] == "2026-06-01"
    )
    assert post(api, url, body | {"area": "990102", "uscc": make_uscc()}).status_code == 404


def test_api_of_others_projects_is_closed(client, country, contract):
    client.force_login(make_user("property_officer", country["990102"]))
    assert post(client, f"{URL}{contract.pk}/end/", {"on": "2026-01-01", "reason": "撤"}).status_code == 404
    client.force_login(make_user("county_official", country["990101"]))
    assert post(client, f"{URL}{contract.pk}/end/", {"on": "2026-01-01", "reason": "撤"}).status_code == 403
    assert PropertyContract.objects.get().valid.upper == date(2027, 1, 1)
