from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from governance.audit.models import AuditEvent
from governance.kernel.errors import Refused
from property import actions
from property.enums import CommitteeKind, PartyLinkKind, ServiceMode
from property.models import (
    CompanyPartyLink,
    ManagedCompound,
    OwnersCommittee,
    PropertyCompany,
    PropertyContract,
)
from tests.factories.grids import make_compound
from tests.factories.people import make_user
from tests.factories.property import BEGUN, link_party, make_committee, make_company, make_contract, make_uscc

DAY = date(2024, 3, 1)


@pytest.fixture
def officer(country):
    """Property officer of the county."""
    return make_user("property_officer", country["990101"])


@pytest.fixture
def compound(country):
    return make_compound(country["990101001001"], name="玺悦小区")


@pytest.fixture
def company(country):
    return make_company(country["990101"])


def sentence(verb, *args, **kwargs) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        verb(*args, **kwargs)
    return caught.value.messages


def test_sign_contract_seals_the_manager_and_writes_the_trail(compound, company, officer):
    contract = actions.sign_contract(
        compound,
        by=officer,
        company=company,
        from_on=DAY,
        to_on=date(2027, 3, 1),
        fee_cents=180,
        manager="纳文静",
    )
    assert (contract.manager_masked, contract.area_code) == ("纳*静", compound.area_code)
    event = AuditEvent.objects.get(action="property.sign_contract")
    assert (event.object_id, event.after["company"], "纳文静" in str(event.after)) == (
        str(contract.pk),
        company.pk,
        False,
    )


def test_overlapping_contracts_are_refused(compound, company, officer):
    make_contract(compound, company, until=date(2024, 6, 1))
    assert sentence(actions.sign_contract, compound, by=officer, company=company, from_on=DAY) == [
        "这个小区此期间已有物业合同，请先终止原合同或改签约日期。"
    ]
    actions.sign_contract(compound, by=officer, company=company, from_on=date(2024, 6, 1))
    assert PropertyContract.objects.count() == 2


def test_a_professional_contract_names_its_company(compound, officer):
    assert sentence(actions.sign_contract, compound, by=officer, from_on=DAY) == [
        "专业物业的合同要写明物业企业。"
    ]
    actions.sign_contract(compound, by=officer, from_on=DAY, mode=ServiceMode.COMMUNITY)
    assert PropertyContract.objects.get().company is None


def test_a_contract_that_ends_before_it_starts_is_refused(compound, company, officer):
    messages = sentence(actions.sign_contract, compound, by=officer, company=company, from_on=DAY, to_on=DAY)
    assert messages == ["要有开始日期，且结束日期晚于开始日期。"]


def test_verbs_need_the_right_there(compound, company, stranger, official):
    for by in (stranger, official):
        with pytest.raises(PermissionDenied):
            actions.sign_contract(compound, by=by, company=company, from_on=DAY)
        with pytest.raises(PermissionDenied):
            actions.form_committee(compound, by=by, on=DAY, kind=CommitteeKind.OWNERS)
        with pytest.raises(PermissionDenied):
            actions.link_company_party(company, by=by, on=DAY, kind=PartyLinkKind.OWN)


def test_end_contract_moves_the_coverage_from_its_day_on(compound, company, officer):
    contract = make_contract(compound, company)
    actions.end_contract(contract, by=officer, on=DAY, reason="撤管")
    days = [date(2021, 12, 31), BEGUN, date(2024, 2, 29), DAY]
    assert [ManagedCompound.objects.managed_on(day).count() for day in days] == [0, 1, 1, 0]
    with pytest.raises(Refused, match="已于 2024-03-01 结束"):
        actions.end_contract(contract, by=officer, on=date(2024, 5, 1))


def test_end_contract_before_its_start_is_refused(compound, company, officer):
    contract = make_contract(compound, company)
    with pytest.raises(Refused, match="结束日期要晚于开始日期 2022-01-01"):
        actions.end_contract(contract, by=officer, on=BEGUN)


def test_two_live_committees_in_a_compound_are_refused(compound, officer):
    first = make_committee(compound)
    fields = {"by": officer, "on": DAY, "kind": CommitteeKind.MANAGEMENT}
    assert sentence(actions.form_committee, compound, **fields) == [
        "这个小区此期间已有业委会或物管会，请先办理原委员会的解散。"
    ]
    actions.dissolve_committee(first, by=officer, on=DAY)
    actions.form_committee(compound, **fields)
    assert [row.kind for row in OwnersCommittee.objects.live_on(DAY)] == [CommitteeKind.MANAGEMENT]


def test_a_filing_number_goes_with_its_date(compound, officer):
    fields = {"by": officer, "on": DAY, "kind": CommitteeKind.OWNERS, "filing_no": "备2024-1"}
    assert sentence(actions.form_committee, compound, **fields) == ["备案号和备案日期要一起填写。"]


def test_register_company_refuses_a_wrong_check_digit_and_a_second_of_the_same_code(country, officer):
    fields = {"by": officer, "name": "某物业公司", "on": DAY}
    assert sentence(actions.register_company, country["990101"], uscc="91350100M000100Y44", **fields) == [
        "统一社会信用代码的校验位不对，请对照营业执照核对。"
    ]
    code = make_uscc()
    actions.register_company(country["990101"], uscc=code.lower(), **fields)
    assert sentence(actions.register_company, country["990101"], uscc=code, **fields) == [
        "这个统一社会信用代码的企业已经登记。"
    ]
    assert PropertyCompany.objects.get().uscc == code


def test_link_company_party_replaces_the_earlier_link_from_the_day_on(company, officer):
    link_party(company, PartyLinkKind.JOINT)
    link = actions.link_company_party(company, by=officer, on=DAY, kind=PartyLinkKind.OWN)
    actions.end_company_party(link, by=officer, on=date(2025, 1, 1))
    days = [date(2024, 2, 29), DAY, date(2025, 1, 1)]
    kinds = [PropertyCompany.objects.for_list(day).get().party_link for day in days]
    assert kinds == [PartyLinkKind.JOINT, PartyLinkKind.OWN, None]


def test_link_company_party_before_a_later_link_is_refused(company, officer):
    link_party(company, since=date(2025, 1, 1))
    assert sentence(actions.link_company_party, company, by=officer, on=DAY, kind=PartyLinkKind.JOINT) == [
        "这家企业此期间已登记党组织，请先结束原登记。"
    ]
    assert CompanyPartyLink.objects.count() == 1
