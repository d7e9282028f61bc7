from datetime import date

import pytest

from governance.party.actions import rename_org
from governance.party.enums import MemberKind, OrgKind
from governance.party.models import PartyOrg
from governance.people.models import Role
from governance.statistics import registry, stocks
from tests.factories.party import (
    make_chain,
    make_league,
    make_org,
    make_partner,
    make_steward_team,
    make_team,
    seat,
    serve,
)
from tests.factories.people import make_user


@pytest.fixture
def officer(country):
    return make_user("party_officer", country["990101"])


@pytest.fixture
def chain(country):
    return make_chain(country)


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    return client


def names(response) -> list[str]:
    return [org.name for org in response.context["page"]]


def test_org_list_shows_who_is_in_force_on_the_day(desk, chain, country):
    old = make_org(country["990101001001001"], name="旧支部", dissolved_on=date(2023, 1, 1))
    assert old.name not in names(desk.get("/party/orgs/"))
    response = desk.get("/party/orgs/", {"as_of": "2022-06-01", "tier": "branch"})
    assert sorted(names(response)) == sorted([chain["branch"].name, old.name])


def test_org_list_finds_by_a_former_name_and_shows_the_name_of_the_day(desk, chain, officer):
    former = chain["group"].name
    rename_org(chain["group"], by=officer, on=date(2025, 1, 1), name="一组")
    for day, shown in (("2024-12-31", former), ("2025-01-01", "一组")):
        (org,) = desk.get("/party/orgs/", {"q": former, "as_of": day}).context["page"]
        assert org.name_then == shown


def test_members_with_a_credit_code_link_to_the_register_of_companies(client, chain, country):
    joint = make_org(country["990101001001001"], kind=OrgKind.JOINT_BRANCH, name="联合党支部")
    seat(joint, "某物业公司", MemberKind.PROPERTY_COMPANY, uscc="91350100M000100Y43")
    link = "/property/companies/?uscc=91350100M000100Y43"
    seen = {}
    client.force_login(make_user("party_officer", country["990101"]))
    for rights in (["party.view"], ["party.view", "property.view"]):
        Role.objects.filter(code="party_officer").update(rights=rights)
        seen[rights[-1]] = link in client.get(f"/party/orgs/{joint.pk}/").content.decode()
    assert seen == {"party.view": False, "property.view": True}


def test_org_list_filters_by_kind_area_and_warnings(desk, chain, country):
    small = make_org(country["990101001001002"], name="小支部", full_member_count=2, member_count=2)
    due = make_org(country["990101002001001"], name="届满支部", term_ends_on=date(2024, 1, 1))
    assert names(desk.get("/party/orgs/", {"warnings": "any"})) == [small.name]
    assert names(desk.get("/party/orgs/", {"warnings": "branch_too_small"})) == [small.name]
    assert names(desk.get("/party/orgs/", {"warnings": "term"})) == [due.name]
    assert names(desk.get("/party/orgs/", {"area": "990101002"})) == [due.name]
    assert names(desk.get("/party/orgs/", {"kind": "working_committee"})) == [chain["township"].name]


@pytest.mark.parametrize("query", ["as_of=never", "tier=99", "colour=red", "warnings=maybe"])
def test_org_list_refuses_what_it_does_not_know(desk, chain, query):
    assert desk.get(f"/party/orgs/?{query}").status_code == 400


@pytest.mark.parametrize("area", ["990102", "123", "abc"])
def test_org_list_of_an_area_out_of_sight_is_404(desk, chain, area):
    assert desk.get("/party/orgs/", {"area": area}).status_code == 404


def test_org_list_takes_as_many_queries_for_three_rows_as_for_one(desk, country, django_assert_num_queries):
    make_org(country["990101001001001"], member_count=2, full_member_count=2)
    desk.get("/party/orgs/")
    for rows in (1, 3):
        while PartyOrg.objects.count() < rows:
            make_org(country["990101001001002"], parent=PartyOrg.objects.first())
        with django_assert_num_queries(6):
            assert len(names(desk.get("/party/orgs/"))) == rows


def test_org_list_as_csv_has_the_names_of_the_day(desk, chain):
    answer = desk.get("/party/orgs/", {"format": "csv", "as_of": "2022-06-01"})
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert len(lines) == 5
    assert chain["township"].name in lines[1]


def test_org_tree_opens_level_by_level(desk, chain):
    assert [org.pk for org in desk.get("/party/orgs/tree/").context["nodes"]] == [chain["township"].pk]
    root = chain["community"]
    fragment = desk.get("/party/orgs/tree/", {"root": root.pk}, headers={"HX-Request": "true"})
    assert [org.pk for org in fragment.context["nodes"]] == [chain["branch"].pk]
    assert "<html" not in fragment.content.decode()
    page = desk.get("/party/orgs/tree/", {"root": root.pk}).content.decode()
    assert chain["township"].name in page


def test_org_tree_starts_where_sight_starts(client, chain, country):
    client.force_login(make_user("community_secretary", country["990101001001"]))
    assert [org.pk for org in client.get("/party/orgs/tree/").context["nodes"]] == [chain["community"].pk]
    for root in (chain["township"].pk, "x", 10**30):
        assert client.get("/party/orgs/tree/", {"root": root}).status_code == 404


def test_org_tree_is_empty_before_anything_was_founded(desk, chain):
    assert list(desk.get("/party/orgs/tree/", {"as_of": "2020-01-01"}).context["nodes"]) == []
    assert desk.get("/party/orgs/tree/", {"as_of": "gestern"}).status_code == 400


def test_org_detail_shows_chain_places_members_and_who_builds_together(desk, country, chain):
    grid = country["990101001001001"]
    joint = make_org(
        grid,
        parent=chain["community"],
        kind=OrgKind.JOINT_BRANCH,
        name="红管家联合党支部",
        full_member_count=2,
    )
    serve(joint, country["990101001001001001"])
    seat(joint, "某物业公司", MemberKind.PROPERTY_COMPANY, uscc="91350100M000100Y43")
    make_partner(grid, name="某银行支行")
    make_league(grid, name="便民联盟")
    make_steward_team(grid, name="红管家一队", org=joint, member_count=17)
    page = desk.get(f"/party/orgs/{joint.pk}/").content.decode()
    for words in (
        chain["township"].name, chain["community"].name, "990101001001001001", "某物业公司", "某银行支行",
        "便民联盟", "红管家一队", "正式党员不足",
    ):  # fmt: skip
        assert words in page


def test_org_detail_takes_a_constant_number_of_queries(desk, country, chain, django_assert_max_num_queries):
    for number in range(5):
        make_org(country["990101001001001"], parent=chain["community"], name=f"第{number}支部")
        make_partner(country["990101001001"], name=f"单位{number}")
    stocks.rebuild(list(registry.stocks().values()))
    with django_assert_max_num_queries(15):  # three of them keep the session
        desk.get(f"/party/orgs/{chain['community'].pk}/")


def test_a_stranger_sees_neither_list_nor_page(client, chain, stranger):
    client.force_login(stranger)
    assert names(client.get("/party/orgs/")) == []
    assert client.get(f"/party/orgs/{chain['branch'].pk}/").status_code == 404
    assert client.get(f"/api/v1/party-organisations/{chain['branch'].pk}/").status_code == 404


def test_without_the_right_the_pages_are_closed(client, worker, chain):
    client.force_login(worker)
    assert client.get("/party/orgs/").status_code == 403
    assert client.get("/party/orgs/tree/").status_code == 403
    assert client.get("/api/v1/party-organisations/").status_code == 403


def establishment(chain, country, **changes) -> dict:
    return {
        "area": country["990101001001002"].pk,
        "tier": "branch",
        "kind": "branch",
        "name": "第二网格党支部",
        "on": "2026-01-01",
        "member_count": 2,
        "full_member_count": 2,
        "committee_size": 0,
        **changes,
    }


def test_org_establish_sets_up_below_and_warns(desk, chain, country):
    url = f"/party/orgs/{chain['community'].pk}/establish/"
    assert desk.get(url).status_code == 200
    page = desk.post(url, establishment(chain, country), follow=True)
    org = PartyOrg.objects.get(name="第二网格党支部")
    assert page.redirect_chain == [(f"/party/orgs/{org.pk}/", 302)]
    assert "正式党员不足" in page.content.decode()


def test_org_establish_says_what_is_wrong(desk, chain, country):
    url = f"/party/orgs/{chain['community'].pk}/establish/"
    answer = desk.post(url, establishment(chain, country, full_member_count=3))
    assert (answer.status_code, "正式党员数不能多于党员数" in answer.content.decode()) == (400, True)
    elsewhere = establishment(chain, country, area=country["990101002001"].pk)
    assert desk.post(url, elsewhere).status_code == 400
    before = establishment(chain, country, on="2001-01-01")
    assert desk.post(url, before).status_code == 409


def test_org_dissolve_and_rename_by_form(desk, chain):
    group = chain["group"]
    desk.post(f"/party/orgs/{group.pk}/rename/", {"rename-name": "一组", "rename-on": "2025-01-01"})
    answer = desk.post(
        f"/party/orgs/{group.pk}/dissolve/", {"dissolve-on": "2026-01-01", "dissolve-reason": "合并"}
    )
    group.refresh_from_db()
    assert (answer.status_code, group.name, group.dissolved_on) == (302, "一组", date(2026, 1, 1))
    upper = chain["branch"]
    assert desk.get(f"/party/orgs/{upper.pk}/dissolve/").status_code == 405
    assert desk.post(f"/party/orgs/{upper.pk}/dissolve/", {}).status_code == 400


def test_verbs_are_for_those_who_manage_there(client, official, stranger, chain):
    url = f"/party/orgs/{chain['group'].pk}/dissolve/"
    client.force_login(official)
    assert client.post(url).status_code == 403
    client.force_login(make_user("community_secretary", stranger.live_holdings[0].area.children.first().area))
    assert client.post(url).status_code == 404


def test_team_list_masks_the_leader(desk, country):
    make_team(country["990101001001"], leader="欧阳修远")
    page = desk.get("/party/teams/").content.decode()
    assert ("欧**远" in page, "欧阳修远" in page) == (True, False)
