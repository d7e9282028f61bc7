"""Contracts as projects: renewed, their people, ended; told of before they end."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError

from governance.audit.models import AuditEvent
from governance.dispatch.actions import climb
from governance.dispatch.models import Notice
from governance.kernel.errors import Refused
from property import actions
from property.models import PropertyCompany, PropertyContract
from property.reminders.projects import lapsed_contracts
from tests.factories.grids import make_compound
from tests.factories.ladders import make_step
from tests.factories.people import make_user
from tests.factories.projects import make_fee
from tests.factories.property import link_party, make_company, make_contract, make_uscc

TODAY = date(2026, 3, 10)
SINCE, END = date(2024, 1, 1), date(2026, 5, 1)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-03-10 12:00+08:00", tick=False):
        yield


@pytest.fixture
def officer(country):
    return make_user("property_officer", country["990101"])


@pytest.fixture
def company(country):
    return make_company(country["990101"], name="塞上物业")


@pytest.fixture
def compound(country):
    return make_compound(country["990101001001"], name="玺悦小区")


@pytest.fixture
def contract(compound, company):
    return make_contract(
        compound, company, since=SINCE, until=END, manager="纳文静", fee_cents=180, staff_count=12
    )


def test_sign_contract_keeps_number_staff_and_the_managers_phone(compound, company, officer):
    staff = {"staff_count": 12, "guard_count": 4, "cleaner_count": 5, "repairer_count": 2}
    contract = actions.sign_contract(
        compound, by=officer, company=company, from_on=TODAY, number="2026-07", manager="纳文静",
        manager_phone="13909511234", **staff,
    )  # fmt: skip
    contract.refresh_from_db()
    assert (contract.number, contract.staff_count, contract.manager_since) == ("2026-07", 12, TODAY)
    assert (contract.manager_phone_masked, contract.open_value("manager_phone")) == (
        "139****1234",
        "13909511234",
    )


def test_sign_contract_refuses_more_people_in_parts_than_in_all(compound, company, officer):
    with pytest.raises(ValidationError) as caught:
        actions.sign_contract(
            compound, by=officer, company=company, from_on=TODAY, staff_count=3, guard_count=4
        )
    assert caught.value.messages == ["秩序、保洁、维修三类人数相加不能超过项目人员总数，请核对。"]


def test_sign_contract_refuses_a_company_that_is_closed(compound, country, officer):
    closed = make_company(country["990101"], name="旧物业", ended_on=date(2026, 1, 1))
    with pytest.raises(ValidationError, match="“旧物业”已于 2026-01-01 停止经营"):
        actions.sign_contract(compound, by=officer, company=closed, from_on=TODAY)
    assert PropertyContract.objects.count() == 0


def test_renew_contract_goes_on_from_the_day_of_the_end(contract, officer):
    following = actions.renew_contract(contract, by=officer, to_on=date(2029, 5, 1), number="2026-31")
    following.refresh_from_db()
    assert (following.valid.lower, following.valid.upper, following.company) == (
        END,
        date(2029, 5, 1),
        contract.company,
    )
    assert (following.open_value("manager"), following.fee_cents, following.staff_count) == (
        "纳文静",
        180,
        12,
    )
    assert AuditEvent.objects.get(action="property.renew_contract").after["after"] == contract.pk


def test_renew_contract_twice_is_refused_with_the_sentence_of_the_overlap(contract, officer):
    actions.renew_contract(contract, by=officer)
    with pytest.raises(ValidationError, match="这个小区此期间已有物业合同，请先终止原合同或改签约日期。"):
        actions.renew_contract(contract, by=officer)


def test_renew_contract_without_an_end_is_refused(compound, company, officer):
    with pytest.raises(Refused, match="没有约定届满日期，一直有效，不用续签"):
        actions.renew_contract(make_contract(compound, company), by=officer)


def test_change_manager_is_dated_and_within_the_contract(contract, officer):
    actions.change_manager(contract, by=officer, on=TODAY, manager="马建国", manager_phone="09515012345")
    contract.refresh_from_db()
    assert (contract.manager_masked, contract.manager_since) == ("马*国", TODAY)
    event = AuditEvent.objects.get(action="property.change_manager")
    assert (event.after, "马建国" in str(event.after)) == ({"since": "2026-03-10"}, False)
    with pytest.raises(Refused, match="2026-05-01 不在这份合同的期间内"):
        actions.change_manager(contract, by=officer, on=END, manager="马建国")


def test_describe_contract_changes_only_what_is_given(contract, officer):
    actions.describe_contract(contract, by=officer, number="补 3", staff_count=9)
    contract.refresh_from_db()
    assert (contract.number, contract.staff_count, contract.fee_cents) == ("补 3", 9, 180)
    assert AuditEvent.objects.get(action="property.describe_contract").before == {
        "number": "",
        "staff_count": 12,
    }


def test_verbs_of_projects_need_the_right_there(contract, official):
    calls = [
        lambda: actions.renew_contract(contract, by=official),
        lambda: actions.change_manager(contract, by=official, on=TODAY, manager="马建国"),
        lambda: actions.describe_contract(contract, by=official, number="1"),
        lambda: actions.record_fee(
            contract, by=official, quarter_on=date(2026, 1, 1), due_yuan=1, received_yuan=1
        ),
        lambda: actions.close_company(contract.company, by=official, on=TODAY),
        lambda: actions.revise_company(contract.company, by=official, name="某", uscc=make_uscc()),
    ]
    for call in calls:
        with pytest.raises(PermissionDenied):
            call()


def ending(days: int) -> list[PropertyContract]:
    return list(PropertyContract.objects.ending_within(TODAY, days))


def test_ending_within_leaves_out_what_is_followed_by_another_contract(contract, officer):
    assert (ending(51), ending(52)) == ([], [contract])
    actions.renew_contract(contract, by=officer)
    assert ending(90) == []


def told_of_contracts(*days: date) -> list[str]:
    for offset in (-60, -20, 0):
        make_step("property.contract", offset)
    for day in days:
        climb(day)
    return list(Notice.objects.order_by("pk").values_list("body", flat=True))


def test_an_ending_contract_is_told_of_at_each_step_once(contract):
    months = [date(2026, 1, 1), date(2026, 2, 9), date(2026, 2, 10), date(2026, 4, 6)]
    told = told_of_contracts(*months, END, END, date(2026, 5, 3))
    assert told == [
        "玺悦小区 · 塞上物业的物业合同还有 81 天届满（2026年5月1日），还没有续签，请提前商定。",
        "玺悦小区 · 塞上物业的物业合同还有 25 天届满（2026年5月1日），还没有续签，请提前商定。",
        "玺悦小区 · 塞上物业的物业合同已于 2026年5月1日 届满，没有续签，请安排物业服务。",
    ]


def test_a_renewed_contract_is_not_told_of(contract, officer):
    actions.renew_contract(contract, by=officer)
    assert told_of_contracts(date(2026, 4, 20), date(2026, 5, 2)) == []


def test_lapsed_contracts_come_before_the_dispatch_until_somebody_signs(contract, country, compound, company):
    assert lapsed_contracts(country["990101"], date(2026, 4, 30)) == []
    (late,) = lapsed_contracts(country["990101"], date(2026, 5, 11))
    assert (late.days_late, late.lag, late.url) == (10, "届满 10 天", f"/property/projects/{contract.pk}/")
    make_contract(compound, company, since=date(2026, 5, 8))
    assert lapsed_contracts(country["990101"], date(2026, 5, 11)) == []


def record(contract, officer, quarter_on=date(2026, 1, 1), due=1000, received=800):
    return actions.record_fee(
        contract, by=officer, quarter_on=quarter_on, due_yuan=due, received_yuan=received
    )


def test_record_fee_a_second_time_corrects_the_first(contract, officer):
    record(contract, officer)
    fee = record(contract, officer, received=900)
    assert (contract.fees.get(), fee.received_yuan, fee.quarter_label) == (fee, 900, "2026-Q1")
    assert AuditEvent.objects.filter(action="property.record_fee").latest("pk").before == {
        "due": 1000,
        "received": 800,
    }


def test_record_fee_refuses_more_than_was_due_and_other_quarters(contract, officer):
    with pytest.raises(ValidationError, match="实收不能超过应收，请核对"):
        record(contract, officer, received=1001)
    with pytest.raises(ValidationError, match="季度要写它的第一天"):
        record(contract, officer, quarter_on=date(2026, 2, 1))
    with pytest.raises(Refused, match="这个季度还没有开始"):
        record(contract, officer, quarter_on=date(2026, 4, 1))
    with pytest.raises(Refused, match="这个季度不在合同期内"):
        record(contract, officer, quarter_on=date(2023, 10, 1))
    assert contract.fees.count() == 0


def test_with_low_fees_looks_at_the_last_whole_quarter(contract):
    make_fee(contract, date(2025, 10, 1), due=1000, received=799)
    make_fee(contract, date(2026, 1, 1), due=1000, received=0)
    assert list(PropertyContract.objects.with_low_fees_on(TODAY)) == [contract]
    contract.fees.filter(quarter_on=date(2025, 10, 1)).update(received_yuan=800)
    assert list(PropertyContract.objects.with_low_fees_on(TODAY)) == []


def test_close_company_is_refused_while_projects_run(contract, company, officer):
    link = link_party(company)
    with pytest.raises(Refused, match="还有 1 个项目的合同在 2026-03-10 以后有效"):
        actions.close_company(company, by=officer, on=TODAY)
    actions.end_contract(contract, by=officer, on=TODAY)
    actions.close_company(company, by=officer, on=TODAY, reason="注销")
    link.refresh_from_db()
    assert link.valid.upper == TODAY
    assert PropertyCompany.objects.operating_on(TODAY).count() == 0
    with pytest.raises(Refused, match="“塞上物业”已于 2026-03-10 停止经营"):
        actions.close_company(company, by=officer, on=TODAY)


def test_revise_company_checks_the_code_anew(company, officer):
    with pytest.raises(ValidationError, match="统一社会信用代码的校验位不对"):
        actions.revise_company(company, by=officer, name="塞上物业", uscc="91350100M000100Y44")
    code = make_uscc()
    actions.revise_company(company, by=officer, name=" 塞上物业服务 ", uscc=code.lower())
    company.refresh_from_db()
    assert (company.name, company.uscc) == ("塞上物业服务", code)
