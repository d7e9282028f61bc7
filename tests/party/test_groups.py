"""Leagues, steward teams and volunteer teams: verbs, pages, API; what they did together."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.party.actions import (
    end_group,
    found_group,
    join_league,
    join_team,
    leave_team,
    record_activity,
    revise_group,
)
from governance.party.models import Activity, League, StewardTeam, VolunteerTeam
from tests.factories.partners import enrol, join, make_activity, make_league_seat
from tests.factories.party import make_league, make_org, make_partner, make_steward_team, make_team
from tests.factories.people import make_user

COMMUNITY = "990101001001"
JSON = {"content_type": "application/json"}


@pytest.fixture
def community(country):
    return country[COMMUNITY]


@pytest.fixture
def secretary(community):
    return make_user("community_secretary", community)


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def test_found_seals_the_leader_of_volunteers(community, secretary):
    team = found_group(
        VolunteerTeam,
        community,
        by=secretary,
        name="护学队",
        on=date(2026, 1, 1),
        leader="马秀兰",
        member_count=9,
    )
    assert (team.leader_masked, team.open_value("leader"), team.member_count) == ("马*兰", "马秀兰", 9)
    revise_group(team, by=secretary, leader="", member_count=12)
    team.refresh_from_db()
    assert (team.open_value("leader"), team.member_count) == ("马秀兰", 12)


def test_a_partner_sits_in_a_league_once_at_a_time(community, secretary):
    league, partner = make_league(community), make_partner(community)
    join_league(league, by=secretary, partner=partner, on=date(2026, 1, 1))
    with pytest.raises(ValidationError, match="已在联盟里"):
        join_league(league, by=secretary, partner=partner, on=date(2026, 2, 1))


def test_the_team_counts_those_who_are_in_it_today(community, secretary):
    team = make_steward_team(community)
    member = join_team(team, by=secretary, name="马建国", on=date(2026, 1, 1))
    join_team(team, by=secretary, name="周立", on=date(2026, 1, 1))
    leave_team(member, by=secretary, on=today())
    team.refresh_from_db()
    assert (team.member_count, member.name_masked) == (1, "马*国")
    with pytest.raises(Refused, match="以前"):
        join_team(team, by=secretary, name="早到", on=date(2020, 1, 1))


def test_end_takes_everybody_out_and_is_done_once(community, secretary):
    seat = make_league_seat(community)
    end_group(seat.league, by=secretary, on=date(2026, 5, 1))
    seat.refresh_from_db()
    assert seat.valid.upper == date(2026, 5, 1)
    with pytest.raises(Refused, match="解散"):
        end_group(seat.league, by=secretary, on=date(2026, 6, 1))


@pytest.mark.parametrize("make", [make_league, make_steward_team, make_team, make_org])
def test_an_activity_has_one_host_and_lies_in_its_time(community, secretary, make):
    host = make(community)
    did = {"title": "义诊", "place": "广场", "people_count": 60}
    activity = record_activity(host, by=secretary, on=date(2026, 5, 1), **did)
    assert activity.host == host
    for day in (date(2000, 1, 1), today() + timedelta(days=1)):
        with pytest.raises(Refused):
            record_activity(host, by=secretary, on=day, **did)
    with pytest.raises(ValidationError, match="主办"):
        Activity(area=community, on=today(), **did).full_clean()


def test_lists_show_and_filter(desk, community):
    seat = make_league_seat(community)
    make_league(community, name="空联盟")
    (full, empty) = desk.get("/party/leagues/").context["page"]
    assert (full.name, full.partner_count, empty.partner_count) == (seat.league.name, 1, 0)
    assert [row.name for row in desk.get("/party/leagues/", {"q": "空"}).context["page"]] == ["空联盟"]
    make_steward_team(community)
    make_team(community)
    for address in ("/party/stewards/", "/party/teams/"):
        assert len(desk.get(address).context["page"].rows) == 1


def test_activities_are_listed_by_host_and_time(desk, community):
    first = make_activity(make_league(community), on=date(2026, 1, 5))
    second = make_activity(make_team(community), on=date(2026, 3, 5))

    def found(**query):
        return [row.pk for row in desk.get("/party/activities/", query).context["page"]]

    assert found() == [second.pk, first.pk]
    assert found(host="league") == [first.pk]
    assert found(from_on="2026-02-01") == [second.pk]
    assert "义诊进小区" in desk.get(f"/party/activities/{first.pk}/").content.decode()


def test_pages_found_join_leave_and_end(desk, community):
    new = {"area": community.pk, "name": "红管家八队", "on": "2026-01-01"}
    page = desk.post("/party/groups/stewards/new/", new).url
    team = StewardTeam.objects.get()
    assert desk.post(f"{page}join/", {"name": "马建国", "on": "2026-01-02"}).status_code == 302
    member = team.members.get()
    shown = desk.get(page).content.decode()
    assert "马*国" in shown and "马建国" not in shown
    answer = desk.post(f"/party/stewards/members/{member.pk}/name/", {"reason": "核对名单"})
    assert "马建国" in answer.content.decode()
    assert (
        desk.post(f"/party/stewards/{team.pk}/members/{member.pk}/end/", {"on": "2026-02-01"}).status_code
        == 302
    )
    assert desk.post(f"{page}activities/new/", {
        "on": "2026-03-01", "title": "巡楼", "place": "一区", "people_count": 5,
    }).status_code == 302  # fmt: skip
    assert desk.post(f"{page}end/", {"on": "2026-04-01"}).status_code == 302
    assert "已于 2026-04-01 解散" in desk.get(page).content.decode()
    assert desk.get("/party/groups/choirs/1/").status_code == 404


def test_a_league_page_lets_partners_in_and_out(desk, community):
    seat = make_league_seat(community)
    other = make_partner(community, name="某医院")
    page = f"/party/groups/leagues/{seat.league_id}/"
    assert desk.post(f"{page}join/", {"partner": other.pk, "on": "2026-01-02"}).status_code == 302
    leave = f"/party/leagues/{seat.league_id}/partners/{seat.pk}/end/"
    assert desk.post(leave, {"on": "2026-02-01"}).status_code == 302
    assert [one.partner for one in desk.get(page).context["seats"]] == [other]
    assert desk.post(f"{page}revise/", {"purpose": "就业"}).status_code == 302


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_take_a_constant_number_of_queries(desk, community, rows, django_assert_max_num_queries):
    league, team = make_league(community), make_steward_team(community)
    for number in range(rows):
        join(league, make_partner(community, name=f"{number}"))
        enrol(team, f"马{number}")
        make_activity(league)
    for address in (
        "/party/leagues/", "/party/stewards/", "/party/activities/",
        f"/party/groups/leagues/{league.pk}/", f"/party/groups/stewards/{team.pk}/",
    ):  # fmt: skip
        with django_assert_max_num_queries(9):
            assert desk.get(address).status_code == 200


def test_the_joint_branch_leads_to_all_who_build_with_it(client, country, community):
    joint = make_org(community, kind="joint_branch", name="“红管家”联合党支部")
    team = make_steward_team(community, org=joint)
    enrol(team)
    make_league_seat(community)
    make_activity(joint)
    client.force_login(make_user("community_secretary", community))
    shown = client.get(f"/party/orgs/{joint.pk}/").content.decode()
    area = f"?area={COMMUNITY}&amp;as_of={today()}"
    for address in ("party/partners", "party/leagues", "party/stewards", "workers"):
        assert f"{address}/{area}" in shown, address
    assert f"/party/groups/stewards/{team.pk}/" in shown and "义诊进小区" in shown


def test_api_has_the_same_verbs(desk, community):
    api = "/api/v1/leagues/"
    league = desk.post(
        api, {"area": COMMUNITY, "name": "就业联盟", "on": "2026-01-01", "purpose": "就业"}, **JSON
    )
    assert league.status_code == 201, league.content
    pk = league.json()["id"]
    partner = make_partner(community)
    joined = desk.post(f"{api}{pk}/join/", {"partner": partner.pk, "on": "2026-01-02"}, **JSON)
    assert joined.json()["partner_count"] == 1
    link = League.objects.get().seats.get().pk
    assert (
        desk.post(f"{api}{pk}/leave/", {"link": link, "on": "2026-02-01"}, **JSON).json()["partner_count"]
        == 0
    )
    did = {"on": "2026-03-01", "title": "招聘会", "place": "广场", "people_count": 90}
    assert desk.post(f"{api}{pk}/activity/", did, **JSON).status_code == 200
    assert desk.get("/api/v1/party-activities/").json()["results"][0]["host_name"] == "就业联盟"
    assert desk.post(f"{api}{pk}/revise/", {"purpose": "创业"}, **JSON).json()["purpose"] == "创业"
    assert desk.post(f"{api}{pk}/end/", {"on": "2026-04-01"}, **JSON).json()["ended_on"] == "2026-04-01"
    refused = desk.post(f"{api}{pk}/end/", {"on": "2026-05-01"}, **JSON)
    assert (refused.status_code, "解散" in refused.json()["detail"]) == (409, True)


@pytest.mark.parametrize(
    ("thing", "more"),
    [("steward-teams", {}), ("volunteer-teams", {"leader": "马秀兰", "member_count": 8})],
)
def test_api_founds_teams(desk, thing, more):
    new = {"area": COMMUNITY, "name": "新队", "on": "2026-01-01", **more}
    assert desk.post(f"/api/v1/{thing}/", new, **JSON).status_code == 201
    assert "马秀兰" not in desk.get(f"/api/v1/{thing}/").content.decode()
