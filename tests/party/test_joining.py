from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from governance.kernel.errors import Refused
from governance.party import actions
from governance.party.chain import ancestors_on
from governance.party.enums import OrgKind
from governance.party.models import MemberOrg, PartyOrgArea, PartyOrgChange
from tests.factories.party import make_chain, make_org, seat, serve
from tests.factories.people import make_user

DAY = date(2024, 3, 1)


@pytest.fixture
def officer(country):
    return make_user("party_officer", country["990101"])


@pytest.fixture
def chain(country):
    return make_chain(country)


def refusal(verb, *args, **kwargs) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        verb(*args, **kwargs)
    return caught.value.code, str(caught.value.message)


def test_split_org_sets_up_a_part_beside_with_what_goes_along(country, chain, officer):
    branch = chain["branch"]
    kept, going = (serve(branch, country[code]) for code in ("990101001001001", "990101001001002"))

    part = actions.split_org(
        branch,
        by=officer,
        on=DAY,
        name=" 第二党支部 ",
        area=country["990101001001002"],
        member_count=2,
        full_member_count=2,
        subordinates=[chain["group"]],
        served=[going],
        approved_no="组发〔2024〕5号",
    )

    branch.refresh_from_db()
    assert (part.name, part.tier_id, part.kind, part.established_on) == (
        "第二党支部",
        "branch",
        OrgKind.BRANCH,
        DAY,
    )
    assert (branch.member_count, branch.full_member_count, part.member_count) == (3, 3, 2)
    assert ancestors_on(part, DAY) == ancestors_on(branch, DAY)
    assert ancestors_on(chain["group"], DAY)[-1] == part
    assert ancestors_on(chain["group"], date(2024, 2, 29))[-1] == branch
    live = {link.org: link.area for link in PartyOrgArea.objects.live_on(DAY)}
    assert live == {branch: kept.area, part: going.area}
    found = PartyOrgChange.objects.filter(kind="split").order_by("pk")
    assert [(row.org, row.other, row.approved_no) for row in found] == [
        (branch, part, "组发〔2024〕5号"),
        (part, branch, "组发〔2024〕5号"),
    ]


def test_split_org_takes_no_more_members_than_there_are(chain, officer):
    assert refusal(
        actions.split_org, chain["branch"], by=officer, on=DAY, name="第二党支部", member_count=6
    ) == (
        "too_many_members",
        f"「{chain['branch']}」有党员 5 人（正式党员 5 人），分出的人数不能更多。",
    )


def test_split_org_takes_only_its_own_subordinates_along(country, chain, officer):
    other = make_org(country["990101001001001"], "group", name="别的党小组")
    code, sentence = refusal(
        actions.split_org, chain["branch"], by=officer, on=DAY, name="第二党支部", subordinates=[other]
    )
    assert (code, sentence.startswith("「别的党小组」在 2024-03-01 不隶属于")) == ("not_under", True)


def test_split_org_needs_the_right_where_the_part_will_stand(country, chain):
    secretary = make_user("community_secretary", country["990101001001"])
    with pytest.raises(PermissionDenied):
        actions.split_org(
            chain["branch"], by=secretary, on=DAY, name="第二党支部", area=country["990101001002001"]
        )


def test_merge_orgs_takes_the_units_of_a_joint_branch_along(country, chain, officer):
    first, second = (
        make_org(country["990101001001001"], kind=OrgKind.JOINT_BRANCH, name=name) for name in ("甲", "乙")
    )
    seat(first, "某银行支行")
    seat(first, "某小学")
    seat(second, "某小学")

    actions.merge_orgs([first], into=second, by=officer, on=DAY)

    live = MemberOrg.objects.filter(valid__contains=DAY)
    assert sorted((unit.org.name, unit.name) for unit in live) == [("乙", "某小学"), ("乙", "某银行支行")]


def test_merge_orgs_is_refused_when_the_taker_has_a_change_of_its_own_ahead(country, chain, officer):
    other = make_org(country["990101001001002"], parent=chain["community"], name="第二党支部")
    grid = country["990101001001001"]
    serve(chain["branch"], grid)
    serve(other, grid, since=date(2024, 6, 1))
    code, sentence = refusal(actions.merge_orgs, [chain["branch"]], into=other, by=officer, on=DAY)
    assert (code, "请选变动之后的日期" in sentence) == ("later_change", True)
    assert PartyOrgArea.objects.live_on(DAY).get().org == chain["branch"]


def test_an_organisation_does_not_end_before_it_began(chain, officer):
    assert refusal(actions.dissolve_org, chain["group"], by=officer, on=date(2021, 7, 1)) == (
        "before_start",
        f"办理日期须晚于「{chain['group']}」的成立日期 2021-07-01。",
    )
