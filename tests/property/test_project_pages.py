"""Pages of projects, fees, complaints and companies, each with the verbs it offers."""

from datetime import date, timedelta

import pytest

from governance.kernel.days import today
from property.models import ProjectComplaint, ProjectFee, PropertyCompany, PropertyContract
from tests.factories.events import make_event_category
from tests.factories.grids import make_compound
from tests.factories.people import make_user
from tests.factories.projects import count_as_complaints, make_complaint, make_fee
from tests.factories.property import link_party, make_company, make_contract, make_uscc

QUARTER = date(2026, 7, 1)


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
    return make_compound(country["990101001001"], name="玺悦小区", household_count=843, floor_area=90_000)


@pytest.fixture
def contract(compound, company):
    return make_contract(
        compound, company, until=today() + timedelta(days=40), manager="纳文静", staff_count=12
    )


def listed(desk, url: str = "/property/projects/", **query) -> list[str]:
    return [row.compound_name for row in desk.get(url, query).context["page"]]


def test_project_list_filters_by_state_end_mode_party_and_area(desk, country, contract, company):
    make_contract(make_compound(country["990101001002"], name="湖畔苑"))
    make_contract(make_compound(country["990101001002"], name="旧苑"), company, until=date(2024, 1, 1))
    link_party(company)
    answers = {
        "running": listed(desk, state="running"),
        "ended": listed(desk, state="ended"),
        "ending": listed(desk, ending_within="90"),
        "not yet": listed(desk, ending_within="30"),
        "mode": listed(desk, mode="community"),
        "party": listed(desk, state="running", company_party="true"),
        "area": listed(desk, area="990101001002", state="running"),
        "named": listed(desk, q="塞上", state="running"),
    }
    assert answers == {
        "running": ["玺悦小区", "湖畔苑"],
        "ended": ["旧苑"],
        "ending": ["玺悦小区"],
        "not yet": [],
        "mode": ["湖畔苑"],
        "party": ["玺悦小区"],
        "area": ["湖畔苑"],
        "named": ["玺悦小区"],
    }


def test_lists_say_what_their_rows_come_to(desk, country, contract):
    make_compound(country["990101001002"], household_count=157, floor_area=10_000)
    compounds = desk.get("/property/compounds/").context["sums"]
    projects = desk.get("/property/projects/", {"format": "csv"})
    assert compounds == {"households": 1000, "area": 100_000}
    assert "843" in projects.getvalue().decode()
    assert "合计 843 户，建筑面积 90,000 平方米" in desk.get("/property/projects/").content.decode()


def test_project_page_shows_contract_people_fees_and_complaints(desk, contract):
    make_fee(contract, QUARTER, due=1000, received=625)
    make_complaint(contract)
    page = desk.get(f"/property/projects/{contract.pk}/").content.decode()
    for words in (
        "塞上物业",
        "还有 40 天届满",
        "纳*静",
        "共 12 人",
        "2026-Q3",
        "62.50%",
        "共 1 件，已办结 0 件",
    ):
        assert words in page, words
    assert "纳文静" not in page


PAGES = ("projects/", "complaints/", "fees/", "board/", "rates/", "project", "company", "compound")


@pytest.mark.parametrize("page", PAGES)
def test_pages_take_as_many_queries_for_three_rows_as_for_one(
    desk, country, contract, company, django_assert_max_num_queries, page
):
    url = {
        "project": f"projects/{contract.pk}/",
        "company": f"companies/{company.pk}/",
        "compound": f"compounds/{contract.compound_id}/",
    }.get(page, page)
    used = []
    desk.get("/property/meetings/")
    for rows in (1, 3):
        while ProjectComplaint.objects.count() < rows:
            other = make_contract(make_compound(country["990101001001"]), company)
            make_fee(other, QUARTER)
            make_fee(contract, date(2020 + ProjectFee.objects.count(), 1, 1))
            make_complaint(contract)
        with django_assert_max_num_queries(12) as counted:
            assert desk.get(f"/property/{url}").status_code == 200
        used.append(len(counted))
    assert used[0] == used[1]


def test_a_project_is_renewed_described_and_its_manager_changed_by_form(desk, contract):
    page = f"/property/projects/{contract.pk}/"
    end = contract.valid[1]
    staff = {"fee": "1.80", "staff_count": 9, "guard_count": 3, "cleaner_count": 3, "repairer_count": 4}
    assert "不能超过项目人员总数" in desk.post(f"{page}describe/", staff).content.decode()
    assert desk.post(f"{page}describe/", staff | {"repairer_count": 3, "number": "7"}).status_code == 302
    manager = {"manager": "马建国", "manager_phone": "不是电话", "on": today()}
    assert "电话只能是数字和短横" in desk.post(f"{page}manager/", manager).content.decode()
    assert desk.post(f"{page}manager/", manager | {"manager_phone": "13909511234"}).status_code == 302
    assert desk.post(f"{page}renew/", {"fee": "2.00", "to_on": "2030-01-01"}).status_code == 302
    contract.refresh_from_db()
    following = PropertyContract.objects.exclude(pk=contract.pk).get()
    assert (contract.number, contract.staff_count, contract.manager_masked) == ("7", 9, "马*国")
    assert (following.valid.lower, following.fee_cents, following.staff_count) == (end, 200, 9)
    again = desk.post(f"{page}renew/", {"fee": "2.00"})
    assert (again.status_code, "这个小区此期间已有物业合同" in again.content.decode()) == (400, True)


def test_fees_are_entered_on_the_page_of_the_project(desk, contract):
    url = f"/property/projects/{contract.pk}/fee/"
    form = {"quarter_on": "2026-07-01", "due_yuan": 1000, "received_yuan": 1200}
    assert "实收不能超过应收，请核对" in desk.post(url, form).content.decode()
    assert desk.post(url, form | {"received_yuan": 900}).status_code == 302
    assert [(fee.quarter_label, fee.received_yuan) for fee in ProjectFee.objects.all()] == [("2026-Q3", 900)]
    assert [fee.compound_name for fee in desk.get("/property/fees/").context["page"]] == ["玺悦小区"]


def test_a_manager_is_revealed_for_a_reason(client, country, contract):
    client.force_login(make_user("community_secretary", country["990101001001"]))
    url = f"/property/projects/{contract.pk}/reveal/manager/"
    assert client.post(url, {"reason": ""}).status_code == 409
    assert "纳文静" in client.post(url, {"reason": "联系夜间抢修"}).content.decode()


def test_a_complaint_is_registered_from_the_project_with_place_filled_in(client, country, contract):
    count_as_complaints()
    make_event_category("E1005")
    client.force_login(make_user("community_secretary", country["990101001001"]))
    url = f"/property/projects/{contract.pk}/complain/"
    form = client.get(url).context["form"]
    assert (form["place"].value(), form["area"].value()) == ("玺悦小区", "990101001001")
    told = {name: form[name].value() or "" for name in form.fields if name != "photos"}
    missing = client.post(url, told | {"text": "楼道没有打扫"})
    assert (missing.status_code, ProjectComplaint.objects.count()) == (400, 0)
    answer = client.post(url, told | {"text": "楼道没有打扫 😷", "category": "E1005"}, follow=True)
    complaint = ProjectComplaint.objects.get()
    assert complaint.event.case.number in answer.content.decode()
    assert complaint.contract == contract


def test_complaint_list_filters_open_and_closed_by_company(desk, contract, company):
    make_complaint(contract)
    make_complaint(contract, "closed")
    url = "/property/complaints/"
    counts = [
        len(listed(desk, url, **query))
        for query in ({}, {"closed": "false"}, {"closed": "true"}, {"company": company.pk}, {"q": "别处"})
    ]
    assert counts == [2, 1, 1, 2, 0]


def test_a_company_is_registered_revised_and_closed_by_form(desk, country):
    url = "/property/companies/new/"
    form = {
        "name": "塞上物业",
        "uscc": "91350100M000100Y44",
        "on": "2026-01-01",
        "area": country["990101"].pk,
    }
    assert "统一社会信用代码的校验位不对，请对照营业执照核对。" in desk.post(url, form).content.decode()
    assert desk.post(url, form | {"uscc": make_uscc()}).status_code == 302
    company = PropertyCompany.objects.get()
    page = f"/property/companies/{company.pk}/"
    assert desk.post(f"{page}edit/", {"name": "塞上物业服务", "uscc": company.uscc}).status_code == 302
    make_contract(make_compound(country["990101001001"]), company)
    assert desk.post(f"{page}close/", {"on": "2026-06-01", "reason": "注销"}).status_code == 409
    PropertyContract.objects.all().delete()
    assert desk.post(f"{page}close/", {"on": "2026-06-01", "reason": "注销"}).status_code == 302
    company.refresh_from_db()
    assert (company.name, company.ended_on) == ("塞上物业服务", date(2026, 6, 1))


def test_company_page_sums_its_projects(desk, contract, company):
    make_fee(contract, QUARTER, due=1000, received=900)
    make_complaint(contract)
    make_complaint(contract, "closed")
    page = desk.get(f"/property/companies/{company.pk}/").content.decode()
    for words in ("玺悦小区", "90.00%", "近一年 2 件，办结 1 件", "未办结投诉 1 件"):
        assert words in page, words


def test_the_party_of_a_company_ends_by_form(desk, company):
    link = link_party(company)
    url = f"/property/companies/{company.pk}/party/end/"
    assert desk.post(url, {"on": "2026-01-01"}).status_code == 302
    link.refresh_from_db()
    assert link.valid.upper == date(2026, 1, 1)
    assert desk.get(url).status_code == 404
