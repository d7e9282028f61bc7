from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from governance.audit.models import AuditEvent
from governance.kernel.errors import Refused
from governance.party import actions
from governance.party.chain import ancestors_on
from governance.party.enums import MemberKind, OrgKind
from governance.party.models import MemberOrg, PartyOrg, PartyOrgArea, PartyTier
from tests.factories.party import FOUNDED, make_chain, make_org, seat, serve
from tests.factories.people import make_user

DAY = date(2024, 3, 1)


@pytest.fixture
def officer(country):
    """Party officer of the county."""
    return make_user("party_officer", country["990101"])


@pytest.fixture
def chain(country):
    return make_chain(country)


def refusal(verb, *args, **kwargs) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        verb(*args, **kwargs)
    return caught.value.code, str(caught.value.message)


def test_establish_org_writes_the_link_and_the_trail(country, chain, officer):
    org = actions.establish_org(
        country["990101001001002"],
        by=officer,
        on=DAY,
        tier=PartyTier.objects.get(pk="branch"),
        kind=OrgKind.BRANCH,
        name=" 第二网格党支部 ",
        parent=chain["community"],
        member_count=2,
        full_member_count=2,
    )
    assert (org.name, org.area_code, ancestors_on(org, DAY)) == (
        "第二网格党支部",
        "990101001001002",
        [chain["township"], chain["community"]],
    )
    event = AuditEvent.objects.get(action="party.establish_org")
    assert (event.object_id, event.after["warnings"]) == (str(org.pk), ["branch_too_small"])


def test_establish_org_needs_the_right_there(country, official, officer):
    fields = {"on": DAY, "tier": PartyTier.objects.get(pk="branch"), "kind": OrgKind.BRANCH, "name": "党支部"}
    with pytest.raises(PermissionDenied):
        actions.establish_org(country["990101001001002"], by=official, **fields)
    with pytest.raises(PermissionDenied):
        actions.establish_org(country["990102001001001"], by=officer, **fields)
    assert PartyOrg.objects.count() == 0


def test_an_organisation_is_never_its_own_ancestor(chain, officer, country):
    upper = make_org(country["990101001001001"], name="甲党支部")
    lower = make_org(country["990101001001001"], name="乙党支部", parent=upper)
    assert refusal(actions.move_org, upper, by=officer, on=DAY, parent=lower) == (
        "own_ancestor",
        "「乙党支部」在「甲党支部」之下，不能反过来作它的上级，请另选上级党组织。",
    )
    assert refusal(actions.move_org, upper, by=officer, on=DAY, parent=upper)[0] == "own_ancestor"


def test_a_circle_that_would_close_on_a_later_day_is_refused_too(country, officer):
    first = make_org(country["990101001001001"], name="甲党支部")
    second = make_org(country["990101001001001"], name="乙党支部")
    actions.move_org(first, by=officer, on=date(2024, 6, 1), parent=second)
    assert refusal(actions.move_org, second, by=officer, on=DAY, parent=first)[0] == "own_ancestor"


def test_a_lower_tier_does_not_stand_above_a_higher(chain, officer, country):
    other = make_org(country["990101001001"], "community", name="另一社区党委")
    assert refusal(actions.move_org, other, by=officer, on=DAY, parent=chain["branch"]) == (
        "wrong_tier",
        f"「{chain['branch']}」是网格（小区）党支部，不能作社区党组织的上级，请另选上级党组织。",
    )


def test_move_org_leaves_the_days_before_alone(country, chain, officer):
    other = make_org(country["990101001002"], "community", parent=chain["township"])
    actions.move_org(chain["branch"], by=officer, on=DAY, parent=other)
    assert ancestors_on(chain["branch"], date(2024, 2, 29)) == [chain["township"], chain["community"]]
    assert ancestors_on(chain["branch"], DAY) == [chain["township"], other]


def test_rename_org_keeps_the_former_name_for_its_days(chain, officer):
    former = chain["branch"].name
    actions.rename_org(chain["branch"], by=officer, on=DAY, name="红管家党支部")
    names = [
        PartyOrg.objects.described_on(day).get(pk=chain["branch"].pk).name_then
        for day in (FOUNDED, date(2024, 2, 29), DAY)
    ]
    assert names == [former, former, "红管家党支部"]


def test_dissolve_org_is_refused_while_somebody_stands_under_it(chain, officer):
    assert refusal(actions.dissolve_org, chain["branch"], by=officer, on=DAY) == (
        "has_subordinates",
        f"「{chain['branch']}」下还有 1 个党组织，请先转走或撤销它们。",
    )


def test_dissolve_org_ends_what_hung_on_it(country, chain, officer):
    group = chain["group"]
    serve(group, country["990101001001001001"])
    actions.dissolve_org(group, by=officer, on=DAY, reason="楼院拆迁")
    group.refresh_from_db()
    assert (group.dissolved_on, ancestors_on(group, DAY), PartyOrgArea.objects.live_on(DAY).count()) == (
        DAY,
        [],
        0,
    )
    assert refusal(actions.dissolve_org, group, by=officer, on=DAY)[0] == "already_dissolved"
    assert AuditEvent.objects.get(action="party.dissolve_org").reason == "楼院拆迁"


def test_merge_orgs_hands_over_subordinates_places_and_members(country, chain, officer):
    other = make_org(country["990101001001002"], parent=chain["community"], name="第二党支部")
    serve(chain["branch"], country["990101001001001"])
    actions.merge_orgs([chain["branch"]], into=other, by=officer, on=DAY)
    merged = chain["branch"]
    merged.refresh_from_db()
    other.refresh_from_db()
    assert (merged.dissolved_on, merged.merged_into, other.member_count) == (DAY, other, 10)
    assert ancestors_on(chain["group"], DAY)[-1] == other
    assert [link.org for link in PartyOrgArea.objects.live_on(DAY)] == [other]


def test_seat_member_takes_units_into_joint_branches_only(country, chain, officer):
    fields = {"by": officer, "on": DAY, "kind": MemberKind.PROPERTY_COMPANY, "name": "某物业公司"}
    assert refusal(actions.seat_member, chain["branch"], **fields)[0] == "not_joint"
    joint = make_org(country["990101001001001"], kind=OrgKind.JOINT_BRANCH, name="红管家联合党支部")
    with pytest.raises(ValidationError, match="校验位不对"):
        actions.seat_member(joint, uscc="91350100M000100Y44", **fields)
    actions.seat_member(joint, uscc="91350100M000100Y43", **fields)
    assert [str(member) for member in joint.member_orgs.all()] == ["某物业公司"]


def test_unseat_member_and_leave_area_end_on_the_day(country, chain, officer):
    member = seat(chain["branch"], "某银行")
    link = actions.serve_area(chain["branch"], by=officer, area=country["990101001001002"], on=DAY)
    actions.unseat_member(member, by=officer, on=DAY)
    actions.leave_area(link, by=officer, on=date(2024, 4, 1))
    assert MemberOrg.objects.get().valid.upper == DAY
    assert PartyOrgArea.objects.get().valid.upper == date(2024, 4, 1)
    assert refusal(actions.unseat_member, member, by=officer, on=date(2024, 2, 1))[0] == "later_change"


def test_revise_org_sets_counts_and_records_them(chain, officer):
    actions.revise_org(chain["branch"], by=officer, member_count=9, full_member_count=8)
    event = AuditEvent.objects.get(action="party.revise_org")
    assert (event.before, event.after) == (
        {"member_count": 5, "full_member_count": 5},
        {"member_count": 9, "full_member_count": 8},
    )
