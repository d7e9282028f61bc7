from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.actions import begin_handover, end_holding
from grids.actions import orgs
from grids.actions.standards import load_community_standards, load_org_kinds, set_standards
from grids.models import Community, CommunityOrg, CommunityStandard, OrgKind, ServiceMember
from tests.factories.communities import (
    make_adviser,
    make_assignment,
    make_duty,
    make_org,
    make_org_kind,
    make_record,
    make_service_member,
    make_standards,
    make_topic,
)
from tests.factories.disputes import make_accepted
from tests.factories.grids import make_grid, make_household, make_need, make_tag, make_visit
from tests.factories.people import hold, make_user

PHONE = "13912345678"
COMMUNITY = "990101001001"
LISTS = [
    "community_list", "vacancy_list", "service_member_list", "adviser_list", "adviser_duty_list", "adviser_record_list",
    "topic_list", "org_list",
]  # fmt: skip


@pytest.fixture
def community(country):
    return Community.objects.get(code=COMMUNITY)


@pytest.fixture
def deputy(country):
    return make_user("street_deputy", country["990101001"])


def fill(country):
    """One more row for every section and every list."""
    area, grid = country[COMMUNITY], country["990101001001001"]
    make_grid(grid)
    make_service_member(grid, name=f"马{ServiceMember.objects.count()}")
    adviser = make_adviser(country["990101001"])
    make_duty(area, adviser=adviser)
    make_record(area, adviser=adviser)
    make_topic(area)
    make_org(area)
    household = make_household(country["990101001001001001"])
    make_tag(household)
    make_need(household)
    seat = hold(make_user(), "grid_worker", grid, until=today() - timedelta(days=1)).post
    case = make_accepted(grid, "assigned").case
    case.owner_post = seat
    case.save()
    leader = make_user("grid_leader", grid)
    begin_handover(leader.live_holdings[0].post, by=make_user("community_secretary", area), giver=leader)


def test_the_desk_takes_as_many_queries_for_three_rows_as_for_one(client, secretary, country):
    make_standards()
    make_assignment(country[COMMUNITY])
    client.force_login(secretary)
    url, counts = reverse("grids:community_desk", args=[COMMUNITY]), []
    fill(country)
    client.get(url)
    for _round in range(2):
        with CaptureQueriesContext(connection) as taken:
            assert client.get(url).status_code == 200
        counts.append(len(taken))
        fill(country), fill(country)
    assert counts[0] == counts[1] <= 40


@pytest.mark.parametrize("name", LISTS)
def test_lists_take_as_many_queries_for_three_rows_as_for_one(client, deputy, country, name):
    make_standards()
    client.force_login(deputy)
    url, counts = reverse(f"grids:{name}"), []
    fill(country)
    client.get(url)
    for _round in range(2):
        with CaptureQueriesContext(connection) as taken:
            assert client.get(url).status_code == 200
        counts.append(len(taken))
        fill(country), fill(country)
        make_grid(country["990101001001002"])
    assert counts[0] == counts[1]


def test_the_desk_shows_what_waits(client, secretary, country, community):
    make_standards(orgs=2)
    fill(country)
    make_assignment(country[COMMUNITY])
    client.force_login(secretary)
    seen = client.get(reverse("grids:community_desk", args=[COMMUNITY])).context

    assert [grid.area_code for grid in seen["vacancies"]] == ["990101001001001"]
    assert [(row["count"], row["keeper"].post.role.code) for row in seen["kept"]] == [(1, "grid_leader")]
    assert seen["contacts"] == {"days": 30, "all": 1, "waiting": 1}
    assert seen["needs"]["count"] == 1
    assert len(seen["topics"]) == len(seen["handovers"]) == 1
    assert [(check["count"], check["lacking"]) for check in seen["adviser"]["checks"]] == [(1, 0), (0, 1)]
    assert seen["orgs"]["check"]["lacking"] == 1


def test_any_contact_of_any_way_resets_the_care_reminder(client, secretary, country):
    make_standards()
    household = make_household(country["990101001001001001"])
    make_tag(household)
    client.force_login(secretary)
    url = reverse("grids:community_desk", args=[COMMUNITY])
    make_visit(household, ago=31)
    assert client.get(url).context["contacts"]["waiting"] == 1
    make_visit(household, ago=30, way="phone")
    assert client.get(url).context["contacts"]["waiting"] == 0


def test_an_official_reads_the_desk_without_the_care_reminder_or_verbs(client, official, country):
    fill(country)
    client.force_login(official)
    page = client.get(reverse("grids:community_desk", args=[COMMUNITY]))
    assert page.context["contacts"] is None
    words = page.content.decode()
    assert [verb for verb in ("安排人员", "提出议题", "登记社区组织") if verb in words] == []


def test_a_secretary_comes_straight_to_the_desk(client, secretary, deputy):
    client.force_login(secretary)
    assert client.get(reverse("home")).url == reverse("grids:community_list")
    assert client.get(reverse("grids:community_list")).url == reverse(
        "grids:community_desk", args=[COMMUNITY]
    )
    assert client.get(reverse("grids:community_list"), {"count": "exact"}).status_code == 200
    client.force_login(deputy)
    assert client.get(reverse("grids:community_list")).status_code == 200


def test_community_list_counts_and_filters(client, deputy, country):
    make_standards(orgs=1)
    make_grid(country["990101001001001"])
    make_assignment(country[COMMUNITY])
    make_duty(country[COMMUNITY])
    make_record(country[COMMUNITY], kind="lecture")
    make_org(country[COMMUNITY])
    make_org(country[COMMUNITY], ended_on=today() - timedelta(days=1))
    client.force_login(deputy)
    url = reverse("grids:community_list")

    def shown(**query):
        return [row.code for row in client.get(url, query).context["page"].rows]

    row = client.get(url).context["page"].rows[0]
    assert (row.grids, row.vacancies, row.duties, row.lectures, row.orgs) == (1, 1, 1, 1, 1)
    assert shown(advised="true") == shown(supported="true") == shown(vacant="true") == [COMMUNITY]
    assert shown(advised="false") == shown(supported="false") == shown(vacant="false") == ["990101001002"]
    assert shown(advised="true", as_of="2023-01-01") == []


def test_found_org_and_its_life(secretary, community):
    kind = make_org_kind()
    org = orgs.found_org(
        community,
        by=secretary,
        name="红马甲",
        kind=kind,
        founded_on=today() - timedelta(days=9),
        contact="欧阳修远",
        phone=PHONE,
    )
    assert (org.contact_masked, org.open_value("phone")) == ("欧**远", PHONE)
    with pytest.raises(ValidationError, match="已有同名组织"):
        orgs.found_org(community, by=secretary, name="红马甲", kind=kind)
    orgs.record_activity(org, by=secretary, on=today(), title="清扫楼道", people_count=12)
    with pytest.raises(Refused, match="成立之后"):
        orgs.record_activity(org, by=secretary, on=date(2020, 1, 1), title="早了", people_count=1)
    orgs.change_org(org, by=secretary, kind=kind, purpose="扫雪", people_count=30)
    org.refresh_from_db()
    assert (org.purpose, org.people_count, org.contact_masked) == ("扫雪", 30, "欧**远")
    orgs.end_org(org, by=secretary)
    with pytest.raises(Refused, match="不用再办理"):
        orgs.end_org(org, by=secretary)
    assert not CommunityOrg.objects.in_force(today()).exists()


def test_found_org_in_the_future_or_by_a_worker_is_refused(secretary, worker, community):
    with pytest.raises(Refused, match="还没有到"):
        orgs.found_org(
            community,
            by=secretary,
            name="红马甲",
            kind=make_org_kind(),
            founded_on=today() + timedelta(days=1),
        )
    with pytest.raises(PermissionDenied):
        orgs.found_org(community, by=worker, name="红马甲", kind=make_org_kind())


def test_orgs_by_the_desk(client, secretary, community):
    client.force_login(secretary)
    kind = make_org_kind()
    found = reverse("grids:org_found", args=[COMMUNITY])
    fair = {"name": "红马甲", "kind": kind.pk, "founded_on": "2024-03-01", "people_count": 9, "phone": PHONE}
    assert client.post(found, fair | {"people_count": -1}).status_code == 400
    assert client.post(found, fair).status_code == 302
    org = CommunityOrg.objects.get()
    page = client.get(reverse("grids:org_detail", args=[org.pk])).content.decode()
    assert "139****5678" in page and PHONE not in page
    change = reverse("grids:org_change", args=[org.pk])
    assert client.post(change, {"kind": kind.pk, "people_count": 10}).status_code == 302
    activity = reverse("grids:org_activity", args=[org.pk])
    assert client.post(activity, {"on": today(), "title": "扫雪", "people_count": 5}).status_code == 302
    reveal = reverse("grids:org_reveal", args=[org.pk, "phone"])
    assert PHONE in client.post(reveal, {"reason": "联系活动场地"}).content.decode()
    assert client.post(reverse("grids:org_end", args=[org.pk])).status_code == 302
    assert "登记活动" not in client.get(reverse("grids:org_detail", args=[org.pk])).content.decode()


def test_standards_and_kinds_are_set_on_a_page(client, country, secretary):
    admin = make_user("system_admin", country["9901"])
    old = make_org_kind("charity", "慈善资源")
    client.force_login(admin)
    url = reverse("grids:standards")
    values = {"adviser_duties": 2, "adviser_lectures": 1, "orgs": 6, "council_notice": 5, "care_contact": 15}
    assert client.post(url, values | {"orgs": "many", "kinds": "志愿者"}).status_code == 400
    assert client.post(url, values | {"kinds": "志" * 31}).status_code == 400
    assert client.post(url, values | {"kinds": "社区社会组织\n社区志愿者\n\n社区志愿者"}).status_code == 302
    assert CommunityStandard.by_code() == values
    assert [kind.name for kind in OrgKind.objects.filter(in_use=True)] == ["社区社会组织", "社区志愿者"]
    assert OrgKind.objects.filter(pk=old.pk, in_use=False).exists()
    with pytest.raises(PermissionDenied):
        set_standards(by=secretary, values=values, kinds=[])


def test_loading_the_preset_again_keeps_what_the_place_has_set(db):
    load_community_standards([{"code": "orgs", "value": 5, "source": "文件"}])
    load_org_kinds([{"code": "charity", "name": "慈善资源"}])
    CommunityStandard.objects.update(value=8)
    load_community_standards([{"code": "orgs", "value": 5, "source": "文件"}])
    load_org_kinds([{"code": "charity", "name": "慈善资源"}])
    assert (CommunityStandard.of("orgs"), OrgKind.objects.count()) == (8, 1)


def test_a_stranger_finds_nothing(client, stranger, country, community):
    client.force_login(stranger)
    for name, key in (
        ("community_desk", COMMUNITY),
        ("community_notices", COMMUNITY),
        ("org_detail", make_org(community).pk),
        ("adviser_detail", make_adviser(community).pk),
    ):
        assert client.get(reverse(f"grids:{name}", args=[key])).status_code == 404


def test_releasing_a_seat_by_the_desk_shows_its_cases_with_the_keeper(
    client, secretary, country, grid, worker
):
    make_grid(grid)
    seat = worker.live_holdings[0]
    case = make_accepted(grid, "assigned").case
    case.owner_post = seat.post
    case.save()
    leader = make_user("grid_leader", grid)
    end_holding(seat, by=secretary)
    client.force_login(secretary)
    (row,) = client.get(reverse("grids:community_desk", args=[COMMUNITY])).context["kept"]
    assert (row["seat"], row["count"], row["keeper"].user) == (seat.post, 1, leader)
