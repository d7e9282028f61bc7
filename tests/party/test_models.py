from datetime import date

import pytest
from django.core.exceptions import ValidationError

from governance.party.enums import SET_UP_RULES, OrgKind
from governance.party.models import MemberOrg, PartyOrg, PartyOrgParent
from tests.factories.party import FOUNDED, make_chain, make_org, make_partner, make_team, seat

TODAY = date(2026, 1, 1)


def test_a_uscc_with_a_wrong_check_digit_is_refused_in_plain_words(country):
    partner = make_partner(country["990101001001"])
    partner.uscc = "91350100M000100Y44"
    with pytest.raises(ValidationError) as caught:
        partner.full_clean()
    assert caught.value.message_dict == {"uscc": ["统一社会信用代码的校验位不对，请对照营业执照核对。"]}


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("91350100M000100Y4", "统一社会信用代码应为 18 位，请核对。"),
        ("91350100M000100YO3", "统一社会信用代码里有不该有的字符，请核对。"),
        ("91350100m000100y43", "统一社会信用代码只能是大写字母和数字，中间不留空格。"),
    ],
)
def test_a_malformed_uscc_is_refused_in_plain_words(code, sentence):
    with pytest.raises(ValidationError) as caught:
        MemberOrg(uscc=code).clean_fields(exclude=["org", "kind", "name", "valid"])
    assert caught.value.message_dict["uscc"] == [sentence]


@pytest.mark.parametrize("code", ["91350100M000100Y43", "91110000600037341L", "91440300708461136T", ""])
def test_a_proper_uscc_passes(code):
    MemberOrg(uscc=code).clean_fields(exclude=["org", "kind", "name", "valid"])


def test_two_superiors_on_one_day_are_refused(country):
    chain = make_chain(country)
    other = make_org(country["990101001002"], "community", parent=chain["township"])
    with pytest.raises(ValidationError, match="同一天不能有两个上级党组织。"):
        PartyOrgParent(org=chain["branch"], parent=other, valid=(date(2022, 1, 1), None)).full_clean()


def test_more_full_members_than_members_are_refused(country):
    org = make_org(country["990101001001001"])
    org.full_member_count = 6
    with pytest.raises(ValidationError, match="正式党员数不能多于党员数。"):
        org.full_clean()


def test_the_leader_of_a_team_is_kept_sealed_and_shown_masked(country):
    team = make_team(country["990101001001"], leader="马秀兰")
    assert (team.leader_masked, "马秀兰" in team.leader_sealed) == ("马*兰", False)
    assert team.open_value("leader") == "马秀兰"


SET_UP_CASES = [
    # kind, members, full members, committee, approved, warnings
    (OrgKind.BRANCH, 3, 3, 0, "", []),
    (OrgKind.BRANCH, 3, 2, 0, "", ["branch_too_small"]),
    (OrgKind.JOINT_BRANCH, 4, 2, 0, "", ["branch_too_small"]),
    (OrgKind.BRANCH, 6, 6, 0, "", []),
    (OrgKind.BRANCH, 7, 7, 0, "", ["branch_needs_committee"]),
    (OrgKind.BRANCH, 7, 7, 2, "", ["branch_needs_committee"]),
    (OrgKind.BRANCH, 7, 7, 3, "", []),
    (OrgKind.BRANCH, 30, 30, 7, "", []),
    (OrgKind.BRANCH, 30, 30, 8, "", ["branch_committee_too_big"]),
    (OrgKind.BRANCH, 50, 50, 5, "", []),
    (OrgKind.BRANCH, 51, 50, 5, "", ["needs_general_branch"]),
    (OrgKind.BRANCH, 100, 90, 5, "", ["needs_general_branch"]),
    (OrgKind.BRANCH, 101, 90, 5, "", ["needs_committee"]),
    (OrgKind.GENERAL_BRANCH, 51, 51, 5, "", []),
    (OrgKind.GENERAL_BRANCH, 50, 50, 5, "", ["general_branch_unapproved"]),
    (OrgKind.GENERAL_BRANCH, 50, 50, 5, "组发1号", []),
    (OrgKind.GENERAL_BRANCH, 101, 90, 5, "", ["needs_committee"]),
    (OrgKind.COMMITTEE, 101, 90, 7, "", []),
    (OrgKind.COMMITTEE, 100, 90, 7, "", ["committee_unapproved"]),
    (OrgKind.WORKING_COMMITTEE, 9, 9, 0, "", []),
    (OrgKind.GROUP, 3, 1, 0, "", []),
    (OrgKind.GROUP, 2, 1, 0, "", ["group_too_small"]),
    (OrgKind.GROUP, 3, 0, 0, "", ["group_without_full_member"]),
]


@pytest.mark.parametrize(("kind", "members", "full", "committee", "approved", "codes"), SET_UP_CASES)
def test_set_up_rules_warn_alike_on_a_row_and_in_a_query(
    country, kind, members, full, committee, approved, codes
):
    org = make_org(
        country["990101001001001"],
        kind=kind,
        member_count=members,
        full_member_count=full,
        committee_size=committee,
        approved_no=approved,
    )
    assert [
        rule.code for rule in SET_UP_RULES if PartyOrg.objects.breaking(rule, TODAY).filter(pk=org.pk)
    ] == codes
    assert [rule.code for rule in org.broken_rules] == codes
    assert PartyOrg.objects.breaking_any(TODAY).filter(pk=org.pk).exists() is bool(codes)


def test_an_organisation_exists_from_its_first_day_up_to_its_last(country):
    org = make_org(country["990101001001001"], dissolved_on=date(2023, 1, 1))
    days = [date(2021, 6, 30), FOUNDED, date(2022, 12, 31), date(2023, 1, 1)]
    assert [PartyOrg.objects.in_force(day).count() for day in days] == [0, 1, 1, 0]
    assert [org.existed_on(day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("ends_on", "words"),
    [
        (date(2026, 1, 1), "任期已届满，应换届"),
        (date(2026, 3, 31), "任期将届满，请筹备换届"),
        (date(2026, 4, 1), "任期将届满，请筹备换届"),
        (date(2026, 4, 2), ""),
        (None, ""),
    ],
)
def test_a_term_that_ends_is_announced_ninety_days_before(time_machine, ends_on, words):
    time_machine.move_to("2026-01-01 10:00+08:00", tick=False)
    assert PartyOrg(term_ends_on=ends_on).term_warning == words


@pytest.mark.parametrize(
    ("units", "approved", "warned"), [(5, "", False), (6, "", True), (6, "组发1号", False)]
)
def test_a_joint_branch_of_more_than_five_units_asks_for_the_approval(country, units, approved, warned):
    joint = make_org(country["990101001001001"], kind=OrgKind.JOINT_BRANCH, approved_no=approved)
    for number in range(units):
        seat(joint, f"单位{number}")
    counted = PartyOrg.objects.with_unit_count(TODAY).get(pk=joint.pk)
    assert ["joint_of_too_many"][: int(warned)] == [rule.code for rule in counted.broken_rules]
    assert PartyOrg.objects.breaking_any(TODAY).filter(pk=joint.pk).exists() is warned
