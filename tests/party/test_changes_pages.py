"""The dated changes by form and by API: the same verbs, the same sentences."""

from datetime import date

import pytest

from governance.party.enums import MemberKind, OrgKind
from governance.party.models import MemberOrg, PartyOrg, PartyOrgArea
from tests.factories.party import make_chain, make_org, seat, serve
from tests.factories.people import make_user

PAGES = ["move", "merge", "split", "elect", "revise", "areas/new", "members/new"]


@pytest.fixture
def chain(country):
    return make_chain(country)


@pytest.fixture
def desk(client, country):
    client.force_login(make_user("party_officer", country["990101"]))
    return client


def api(desk, org: PartyOrg, verb: str, **body):
    return desk.post(f"/api/v1/party-organisations/{org.pk}/{verb}/", body, content_type="application/json")


@pytest.mark.parametrize("page", PAGES)
def test_each_change_has_a_form(desk, chain, page):
    answer = desk.get(f"/party/orgs/{chain['branch'].pk}/{page}/")
    assert (answer.status_code, chain["branch"].name in answer.content.decode()) == (200, True)
    assert desk.post(f"/party/orgs/{chain['branch'].pk}/{page}/", {}).status_code in {200, 400}


def test_org_move_offers_upper_tiers_and_moves(desk, chain, country):
    other = make_org(country["990101001002"], "community", parent=chain["township"], name="另一社区党委")
    url = f"/party/orgs/{chain['branch'].pk}/move/"
    offered = desk.get(url).context["form"].fields["parent"].queryset
    assert set(offered) == {chain["township"], chain["community"], other}

    answer = desk.post(url, {"parent": other.pk, "on": "2025-01-01", "approved_no": "组发〔2025〕1号"})

    assert answer.status_code == 302
    page = desk.get(f"/party/orgs/{chain['branch'].pk}/").content.decode()
    assert ("组发〔2025〕1号" in page, "另一社区党委" in page) == (True, True)


def test_org_move_below_itself_is_refused_in_one_sentence(desk, chain):
    answer = api(desk, chain["community"], "move", parent=chain["branch"].pk, on="2025-01-01")
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_tier")
    upper = make_org(chain["branch"].area, name="甲党支部", parent=chain["branch"])
    answer = api(desk, chain["branch"], "move", parent=upper.pk, on="2025-01-01")
    assert (answer.status_code, answer.json()["code"]) == (409, "own_ancestor")


def test_org_elect_by_form_and_by_api_says_the_same(desk, chain):
    branch = chain["branch"]
    given = {"on": "2024-01-01", "term_years": 3, "committee_size": 3}
    assert desk.post(f"/party/orgs/{branch.pk}/elect/", given).status_code == 302
    by_form = desk.post(f"/party/orgs/{branch.pk}/elect/", given | {"on": "2025-01-01"})
    by_api = api(desk, branch, "elect", **given | {"on": "2025-01-01"})
    sentence = "本届到 2027-01-01 才届满，提前换届须填写上级批准文号。"
    assert (by_form.status_code, by_api.status_code) == (409, 409)
    assert (sentence in by_form.content.decode(), by_api.json()["detail"]) == (True, sentence)


def test_org_split_and_merge_by_form(desk, chain, country):
    branch = chain["branch"]
    link = serve(branch, country["990101001001001"])
    made = desk.post(
        f"/party/orgs/{branch.pk}/split/",
        {
            "name": "第二党支部",
            "area": country["990101001001002"].pk,
            "on": "2025-01-01",
            "member_count": 2,
            "full_member_count": 2,
            "served": [link.pk],
            "subordinates": [chain["group"].pk],
        },
    )
    part = PartyOrg.objects.get(name="第二党支部")
    assert (made.status_code, [row.org for row in PartyOrgArea.objects.live_on(date(2025, 1, 1))]) == (
        302,
        [part],
    )
    merged = desk.post(f"/party/orgs/{branch.pk}/merge/", {"into": part.pk, "on": "2025-02-01"})
    branch.refresh_from_db()
    assert (merged.status_code, branch.merged_into) == (302, part)


def test_links_begin_and_end_by_form(desk, chain, country):
    grid = country["990101001001001"]
    joint = make_org(grid, kind=OrgKind.JOINT_BRANCH, name="红管家联合党支部", parent=chain["community"])
    base = f"/party/orgs/{joint.pk}"
    unit = {"kind": MemberKind.PARTNER, "name": "某银行支行", "on": "2025-01-01"}
    for _time in range(2):
        desk.post(f"{base}/members/new/", unit)
        desk.post(f"{base}/areas/new/", {"area": grid.pk, "on": "2025-01-01"})
    member, link = MemberOrg.objects.get(), PartyOrgArea.objects.get()
    again = desk.post(f"{base}/members/new/", unit)
    assert (again.status_code, "已是成员单位" in again.content.decode()) == (400, True)
    desk.post(f"{base}/members/{member.pk}/end/", {"on": "2025-06-01"})
    desk.post(f"{base}/areas/{link.pk}/end/", {"on": "2025-06-01"})
    member.refresh_from_db()
    link.refresh_from_db()
    assert (member.valid.upper, link.valid.upper) == (date(2025, 6, 1), date(2025, 6, 1))


def test_api_sets_up_and_changes_an_organisation(desk, chain, country):
    body = {
        "area": "990101001001002", "parent": chain["community"].pk, "tier": "branch", "kind": "branch",
        "name": "第二党支部", "on": "2025-01-01", "member_count": 5, "full_member_count": 5,
    }  # fmt: skip
    made = desk.post("/api/v1/party-organisations/", body, content_type="application/json")
    assert (made.status_code, made.json()["parent_then"]) == (201, chain["community"].pk)
    org = PartyOrg.objects.get(name="第二党支部")
    bad = api(desk, org, "revise", full_member_count=9)
    assert (bad.status_code, "正式党员数不能多于党员数" in bad.content.decode()) == (400, True)
    assert api(desk, org, "serve", area="990101001001002", on="2025-02-01").status_code == 200
    link = PartyOrgArea.objects.get(org=org)
    assert api(desk, org, "leave", link=link.pk, on="2025-03-01").status_code == 200
    assert (
        api(desk, org, "seat", kind="partner", name="某银行", on="2025-03-01").json()["code"] == "not_joint"
    )
    assert api(desk, org, "rename", name="红旗党支部", on="2025-04-01").json()["name"] == "红旗党支部"
    assert api(desk, org, "dissolve", on="2025-05-01", reason="合并").json()["dissolved_on"] == "2025-05-01"


def test_a_row_out_of_sight_is_no_superior(client, chain, country):
    client.force_login(make_user("community_secretary", country["990101001001"]))
    other = make_org(country["990101001002"], "community", name="另一社区党委")
    assert api(client, chain["branch"], "move", parent=other.pk, on="2025-01-01").status_code == 400


def test_org_print_numbers_the_chain_of_the_day(desk, chain, country, django_assert_max_num_queries):
    seat(chain["branch"], "某银行")
    url = f"/party/orgs/{chain['township'].pk}/print/"
    rows = desk.get(url, {"as_of": "2024-01-01"}).context["rows"]
    assert [(number, org.pk) for number, _depth, org, _due in rows] == [
        ("1", chain["community"].pk),
        ("1.1", chain["branch"].pk),
        ("1.1.1", chain["group"].pk),
    ]
    assert desk.get(url, {"as_of": "2020-01-01"}).context["rows"] == []
    for number in range(20):
        make_org(country["990101001001001"], parent=chain["community"], name=f"第{number}党支部")
    with django_assert_max_num_queries(9):
        assert len(desk.get(url, {"as_of": "2024-01-01"}).context["rows"]) == 23


def test_api_says_how_an_organisation_stands_on_a_day(desk, chain, country):
    branch = chain["branch"]
    link = serve(branch, country["990101001001001"])
    api(desk, branch, "rename", name="红旗党支部", on="2025-04-01", approved_no="组发〔2025〕4号")
    url = f"/api/v1/party-organisations/{branch.pk}/standing/"
    found = desk.get(url).json()
    assert [row["id"] for row in found["above"]] == [chain["township"].pk, chain["community"].pk]
    assert [row["id"] for row in found["served"]] == [link.pk]
    assert [(row["kind"], row["on"], row["approved_no"]) for row in found["changes"]] == [
        ("rename", "2025-04-01", "组发〔2025〕4号")
    ]
    assert desk.get(url, {"as_of": "2020-01-01"}).json()["served"] == []
    assert desk.get(url, {"as_of": "gestern"}).status_code == 400
