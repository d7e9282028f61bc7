"""Companies, contracts and fees in and out as workbooks; every line that is wrong is told."""

from datetime import date

import pytest
import time_machine

from governance.files.actions import apply_import, start_export, undo_import
from governance.files.layouts import layout_of
from property.models import ProjectFee, PropertyCompany, PropertyContract
from tests.factories.grids import make_compound
from tests.factories.people import make_user
from tests.factories.projects import make_fee
from tests.factories.property import make_company, make_contract, make_uscc
from tests.factories.tables import checked, work_off

COMMUNITY = "990101001001"
PHONE = "13909511234"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-03-10 12:00+08:00", tick=True):
        yield


@pytest.fixture
def officer(country):
    return make_user("property_officer", country["990101"])


@pytest.fixture
def company(country):
    return make_company(country["990101"], name="塞上物业")


@pytest.fixture
def contract(country, company):
    compound = make_compound(country[COMMUNITY], name="玺悦小区")
    found = make_contract(
        compound, company, since=date(2024, 1, 1), until=date(2027, 1, 1), manager="纳文静", staff_count=9
    )
    found.seal_value("manager_phone", PHONE)
    found.save()
    make_fee(found, date(2025, 10, 1), due=1000, received=800)
    return found


def applied(key: str, rows, officer, area):
    found = checked(key, rows, by=officer, area=area)
    assert list(found.faults.values_list("row_number", "column", "words")) == []
    apply_import(found, by=officer)
    work_off()
    found.refresh_from_db()
    return found


def faults(key: str, rows, officer, area) -> list[tuple]:
    found = checked(key, rows, by=officer, area=area)
    return list(found.faults.order_by("row_number", "pk").values_list("row_number", "words"))


@pytest.mark.parametrize("key", ["property_companies", "property_contracts", "project_fees"])
@pytest.mark.parametrize("unmasked", [False, True])
def test_what_was_taken_out_is_no_change_when_it_comes_back(key, unmasked, contract, country):
    officer = make_user("property_officer", country["990101"])
    clear = unmasked and layout_of(key).has_sealed
    kept = start_export(
        layout_of(key), by=officer, **({"is_unmasked": True, "reason": "换届核对"} if clear else {})
    )
    work_off()
    kept.refresh_from_db()
    assert (kept.state, kept.total) == ("done", 1), kept.sentence
    with kept.file.open() as file:
        data = file.read()
    found = checked(key, data, by=officer, area=country["990101"])
    assert list(found.faults.values_list("row_number", "column", "words")) == []
    assert (found.total, found.same) == (1, 1)


def test_companies_are_written_and_undone(country, officer, company):
    rows = [
        {"area": "990101", "name": "新物业", "uscc": make_uscc(), "started_on": "2020-01-01"},
        {"area": "990101", "name": "塞上物业服务", "uscc": company.uscc, "started_on": "2022-01-01"},
    ]
    found = applied("property_companies", rows, officer, country["990101"])
    company.refresh_from_db()
    assert (found.new, found.changed, company.name) == (1, 1, "塞上物业服务")
    undo_import(found, by=officer, reason="试导入")
    work_off()
    company.refresh_from_db()
    assert (PropertyCompany.objects.count(), company.name) == (1, "塞上物业")


def test_every_wrong_line_of_companies_is_told(country, officer, company):
    rows = [
        {"area": "990101", "name": "甲", "uscc": "91350100M000100Y44", "started_on": "2020-01-01"},
        {"area": "990102", "name": "乙", "uscc": make_uscc(), "started_on": "2020-01-01"},
        {"area": "990101001", "name": "塞上物业", "uscc": company.uscc, "started_on": "2022-01-01"},
    ]
    assert faults("property_companies", rows, officer, country["990101"]) == [
        (2, "统一社会信用代码的校验位不对，请对照营业执照核对。"),
        (3, "不在本次导入的区划（区101）之内"),
        (4, "这家企业登记在“区101”，请核对代码"),
    ]


def line(**given) -> dict:
    return {"area": COMMUNITY, "compound": "湖畔苑", "mode": "专业物业", "starts_on": "2026-01-01"} | given


def test_contracts_are_written_sealed_and_undone(country, officer, company):
    make_compound(country[COMMUNITY], name="湖畔苑")
    row = line(
        uscc=company.uscc.lower(), ends_on="2029-01-01", fee_cents="1.85", staff_count=12, guard_count=4,
        manager="纳文静", manager_phone=PHONE, number="2026-1",
    )  # fmt: skip
    found = applied("property_contracts", [row], officer, country["990101"])
    contract = PropertyContract.objects.get()
    assert (contract.company, contract.fee_cents, contract.valid.upper) == (company, 185, date(2029, 1, 1))
    assert (contract.manager_masked, contract.open_value("manager_phone")) == ("纳*静", PHONE)
    assert contract.area_code == COMMUNITY
    undo_import(found, by=officer, reason="试导入")
    work_off()
    assert PropertyContract.objects.count() == 0


def test_a_contract_known_by_its_first_day_is_described_anew(country, officer, contract):
    row = line(
        compound="玺悦小区", uscc=contract.company.uscc, starts_on="2024-01-01", ends_on="2027-01-01",
        number="补 3", staff_count=15, manager="马建国", manager_phone="139****1234",
    )  # fmt: skip
    found = applied("property_contracts", [row], officer, country["990101"])
    contract.refresh_from_db()
    assert (found.changed, contract.number, contract.staff_count) == (1, "补 3", 15)
    assert (contract.open_value("manager"), contract.open_value("manager_phone")) == ("马建国", PHONE)


def test_every_wrong_line_of_contracts_is_told(country, officer, contract):
    make_compound(country[COMMUNITY], name="湖畔苑")
    make_company(country["990101"], uscc=(closed := make_uscc()), ended_on=date(2025, 1, 1))
    known = contract.company.uscc
    wrong = [
        (line(compound="没有的小区", uscc=known), "这里没有这个小区，请先导入小区，或者核对名称"),
        (line(), "专业物业的合同要写明物业企业"),
        (line(uscc=make_uscc()), "没有这个代码的物业企业，请先登记企业，或者核对代码"),
        (
            line(uscc=known, company="别的物业"),
            "与系统中的“塞上物业”不一致，请核对代码；更名请另行办理",
        ),
        (line(uscc=closed), "这家企业已于 2025-01-01 停止经营"),
        (line(uscc=known, staff_count=3, guard_count=4), "秩序、保洁、维修三类人数相加超过总数，请核对"),
        (line(uscc=known, ends_on="2025-01-01"), "届满日期要晚于开始日期"),
        (
            line(compound="玺悦小区", uscc=known),
            "这个小区此期间已有物业合同，请先终止原合同或改日期",
        ),
        (
            line(compound="玺悦小区", uscc=known, starts_on="2024-01-01", ends_on="2030-01-01"),
            "与系统中的合同期不一致，续签、终止请在项目页面办理",
        ),
    ]
    for row, sentence in wrong:
        assert faults("property_contracts", [row], officer, country["990101"]) == [(2, sentence)]
    twice = [line(uscc=known), line(uscc=known, starts_on="2026-02-01"), line(uscc=known)]
    assert faults("property_contracts", twice, officer, country["990101"]) == [
        (3, "这个小区此期间已有物业合同，请先终止原合同或改日期"),
        (4, "与第 2 行重复"),
    ]


def test_fees_are_written_corrected_and_undone(country, officer, contract):
    place = {"area": COMMUNITY, "compound": "玺悦小区", "due_yuan": "1,000"}
    rows = [
        place | {"quarter": "2025-Q4", "received_yuan": 900},
        place | {"quarter": "2026q1", "received_yuan": 0},
    ]
    found = applied("project_fees", rows, officer, country["990101"])
    assert (found.new, found.changed) == (1, 1)
    fees = list(ProjectFee.objects.order_by("quarter_on").values_list("quarter_on", "received_yuan"))
    assert fees == [(date(2025, 10, 1), 900), (date(2026, 1, 1), 0)]
    undo_import(found, by=officer, reason="试导入")
    work_off()
    assert ProjectFee.objects.get().received_yuan == 800


def test_every_wrong_line_of_fees_is_told(country, officer, contract):
    make_compound(country[COMMUNITY], name="湖畔苑")
    place = {
        "area": COMMUNITY,
        "compound": "玺悦小区",
        "quarter": "2025-Q4",
        "due_yuan": 10,
        "received_yuan": 9,
    }
    rows = [
        place | {"quarter": "四季度"},
        place | {"received_yuan": 11},
        place | {"quarter": "2026-Q2"},
        place | {"quarter": "2023-Q1"},
        place | {"compound": "湖畔苑"},
    ]
    told = [sentence for _row, sentence in faults("project_fees", rows, officer, country["990101"])]
    assert told == [
        "季度写成 2026-Q3 这样",
        "实收不能超过应收，请核对",
        "这个季度还没有开始，到时候再登记。",
        "这个季度不在合同期内，请核对季度，或登记到当时的合同上。",
        "这个小区没有物业合同",
    ]
