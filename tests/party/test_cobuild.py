"""Resources, needs and the projects that bring them together: verbs, pages, API."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.party.actions import (
    match_need,
    offer_resource,
    post_need,
    step_project,
    step_resource,
    withdraw_need,
)
from governance.party.models import CommunityNeed, CoProject, PartnerResource
from tests.factories.cobuild import make_kind, make_need, make_project, make_resource
from tests.factories.party import make_partner
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


def test_match_makes_a_project_and_takes_the_need_along_to_its_end(community, secretary):
    need, resource = make_need(community), make_resource(community)
    project = match_need(need, by=secretary, resources=[resource])
    need.refresh_from_db()
    assert (project.state, need.state, need.matched_on) == ("planned", "matched", today())
    step_project(project, "start", by=secretary)
    with pytest.raises(Refused, match="成效"):
        step_project(CoProject.objects.get(), "finish", by=secretary)
    step_project(CoProject.objects.get(), "finish", by=secretary, result="办了三场", people_served=90)
    need.refresh_from_db()
    project.refresh_from_db()
    assert (project.state, project.ended_on, need.state) == ("done", today(), "met")


def test_a_stopped_project_opens_its_need_again(community, secretary):
    project = make_project(community)
    with pytest.raises(Refused, match="理由"):
        step_project(project, "stop", by=secretary)
    step_project(CoProject.objects.get(), "stop", by=secretary, note="单位场地装修")
    need = CommunityNeed.objects.get()
    assert (need.state, need.matched_on) == ("open", None)
    match_need(need, by=secretary, resources=[make_resource(project.partner)])
    assert CoProject.objects.count() == 2


def test_a_resource_serves_no_more_projects_than_it_can(community, secretary):
    resource = make_resource(community, capacity=1)
    match_need(make_need(community), by=secretary, resources=[resource])
    second = make_need(community, text="第二项")
    with pytest.raises(Refused, match="没有余量"):
        match_need(second, by=secretary, resources=[resource])
    second.refresh_from_db()
    assert (second.state, CoProject.objects.count()) == ("open", 1)


def test_match_refuses_resources_of_two_partners_or_out_of_time(community, secretary):
    need, first = make_need(community), make_resource(community)
    other = make_resource(make_partner(community, name="另一单位"))
    with pytest.raises(Refused, match="同一单位"):
        match_need(need, by=secretary, resources=[first, other])
    over = make_resource(first.partner, to_on=today() - timedelta(days=1))
    with pytest.raises(Refused, match="不可用"):
        match_need(need, by=secretary, resources=[over])
    with pytest.raises(Refused, match="先选一项资源"):
        match_need(need, by=secretary, resources=[])


def test_a_need_is_matched_once(community, secretary):
    project = make_project(community)
    with pytest.raises(Refused, match="已对接"):
        match_need(project.need, by=secretary, resources=[make_resource(project.partner)])
    with pytest.raises(ValidationError, match="已经有项目"):
        CoProject(
            area=community, area_code=COMMUNITY, need=project.need, partner=project.partner
        ).full_clean()


def test_a_resource_in_use_is_not_withdrawn(community, secretary):
    project = make_project(community)
    resource = project.resources.get()
    with pytest.raises(Refused, match="正在用于"):
        step_resource(resource, "withdraw", by=secretary, note="收回")
    step_project(project, "stop", by=secretary, note="不办了")
    step_resource(resource, "withdraw", by=secretary, note="收回")
    step_resource(resource, "reopen", by=secretary)
    assert PartnerResource.objects.get().state == "open"


def test_offers_and_needs_hold_their_dates(community, secretary):
    partner, kind = make_partner(community), make_kind()
    with pytest.raises(ValidationError, match="截止日期不能早于"):
        offer_resource(
            partner, by=secretary, kind=kind, text="x", from_on=date(2026, 5, 2), to_on=date(2026, 5, 1)
        )
    with pytest.raises(ValidationError, match="希望完成日期不能早于"):
        post_need(community, by=secretary, kind=kind, text="x", wanted_by=today() - timedelta(days=1))
    with pytest.raises(PermissionDenied):
        post_need(
            community, by=make_user("county_official", community), kind=kind, text="x", wanted_by=today()
        )


def test_withdraw_keeps_the_reason_and_leaves_the_count(community, secretary):
    need = make_need(community)
    withdraw_need(need, by=secretary, note="居民自行解决")
    assert CommunityNeed.objects.posted_on(today()).count() == 0
    assert CommunityNeed.objects.get().closing_note == "居民自行解决"


def test_pages_from_need_to_result(desk, community):
    partner, kind = make_partner(community), make_kind()
    offered = {"kind": kind.pk, "text": "会议室 🏢", "capacity": 2, "from_on": "2026-01-01"}
    assert desk.post(f"/party/partners/{partner.pk}/resources/new/", offered).status_code == 302
    wanted = {
        "area": community.pk,
        "kind": kind.pk,
        "text": "开办老年课堂",
        "wanted_by": today() + timedelta(9),
    }
    need = desk.post("/party/needs/post/", wanted).url
    shown = desk.get(need).content.decode()
    assert "类别相同" in shown and "同一社区" in shown and "还能服务 2 个项目" in shown
    resource = PartnerResource.objects.get()
    project = desk.post(f"{need}match/", {"resource": resource.pk}).url
    assert desk.post(f"{project}start/").status_code == 302
    assert desk.post(f"{project}finish/", {"result": ""}).status_code == 400
    assert desk.post(f"{project}finish/", {"result": "办了八课", "people_served": 240}).status_code == 302
    assert "办了八课" in desk.get(project).content.decode()
    assert "会议室 🏢" in desk.get(f"/party/partners/{partner.pk}/").content.decode()
    assert desk.post(f"{need}match/", {"resource": resource.pk}).status_code == 409
    assert desk.post(f"{need}meet/", {}).status_code == 404


def test_a_press_without_a_resource_says_what_to_do(desk, community):
    answer = desk.post(f"/party/needs/{make_need(community).pk}/match/", {"resource": "abc"})
    assert (answer.status_code, "请先选一项资源" in answer.content.decode()) == (409, True)


def test_lists_filter(desk, community):
    project = make_project(community)
    waiting = make_need(community, text="还在等")

    def found(address, **query):
        return [row.pk for row in desk.get(address, query).context["page"]]

    assert found("/party/needs/", matched="false") == [waiting.pk]
    assert found("/party/needs/", matched="true") == [project.need_id]
    assert found("/party/projects/", state="planned") == [project.pk]
    assert found("/party/resources/", partner=project.partner_id) == [project.resources.get().pk]


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_take_a_constant_number_of_queries(desk, community, rows, django_assert_max_num_queries):
    need = make_need(community)
    partner = make_partner(community)
    for _number in range(rows):
        make_resource(partner)
    for _number in range(rows):
        make_need(community)
    for address in ("/party/needs/", "/party/resources/", "/party/projects/", f"/party/needs/{need.pk}/"):
        with django_assert_max_num_queries(10):
            assert desk.get(address).status_code == 200


def test_api_has_the_same_verbs(desk, community):
    partner, kind = make_partner(community), make_kind()
    offered = {"partner": partner.pk, "kind": kind.pk, "text": "会议室", "from_on": "2026-01-01"}
    resource = desk.post("/api/v1/partner-resources/", offered, **JSON).json()
    wanted = {"area": COMMUNITY, "kind": kind.pk, "text": "场地", "wanted_by": str(today() + timedelta(9))}
    need = desk.post("/api/v1/community-needs/", wanted, **JSON)
    assert need.status_code == 201, need.content
    at = f"/api/v1/community-needs/{need.json()['id']}/"
    (found,) = desk.get(f"{at}suggestions/").json()
    assert (found["resource"], found["reasons"][0]) == (resource["id"], "类别相同")
    matched = desk.post(f"{at}match/", {"resources": [resource["id"]]}, **JSON)
    assert matched.json()["state"] == "matched"
    (project,) = desk.get("/api/v1/co-projects/").json()["results"]
    step = f"/api/v1/co-projects/{project['id']}/step/"
    assert desk.post(step, {"step": "start"}, **JSON).json()["state"] == "running"
    assert desk.post(step, {"step": "finish"}, **JSON).status_code == 409
    done = desk.post(step, {"step": "finish", "result": "好", "people_served": 9}, **JSON)
    assert done.json()["state"] == "done"
    gone = f"/api/v1/partner-resources/{resource['id']}/step/"
    assert desk.post(gone, {"step": "withdraw", "note": "收回"}, **JSON).json()["state"] == "withdrawn"
