"""大走访: opened for an area, followed by households and never by persons, ended with a reason."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from grids.actions.campaigns import end_campaign, open_campaign
from grids.models import Campaign
from grids.presenting.campaigns import progress_of
from tests.factories.grids import make_household, make_visit
from tests.factories.rhythms import make_campaign


@pytest.fixture
def community(country):
    return country["990101001001"]


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def fields(community, **changes) -> dict:
    return {
        "area": community.code, "name": "冬季大走访", "kind": "campaign", "from_on": today(),
        "to_on": today() + timedelta(days=30), "description": "问暖气热不热",
    } | changes  # fmt: skip


def test_open_campaign_is_for_who_keeps_the_area(worker, secretary, community, country):
    days = {"from_on": today(), "to_on": today() + timedelta(days=9)}
    for person, area in ((worker, community), (secretary, country["990101001"])):
        with pytest.raises(PermissionDenied):
            open_campaign(area, by=person, name="大走访", **days)
    open_campaign(community, by=secretary, name=" 大走访 ", **days)

    assert Campaign.objects.get().name == "大走访"
    assert AuditEvent.objects.filter(action="grids.open_campaign").count() == 1


def test_open_campaign_wants_an_end_after_the_beginning_and_a_name_once(secretary, community):
    days = {"from_on": today(), "to_on": today() - timedelta(days=1)}
    with pytest.raises(ValidationError):
        open_campaign(community, by=secretary, name="大走访", **days)
    for _ in range(2):
        days["to_on"] = today()
        if Campaign.objects.exists():
            with pytest.raises(ValidationError):
                open_campaign(community, by=secretary, name="大走访", **days)
        else:
            open_campaign(community, by=secretary, name="大走访", **days)


def test_end_campaign_takes_a_reason_and_a_running_one(secretary, stranger, community):
    running, over = make_campaign(community), make_campaign(community, name="旧", ago=9, ahead=-2)
    with pytest.raises(PermissionDenied):
        end_campaign(running, by=stranger, reason="够了")
    for campaign, reason in ((running, " "), (over, "够了")):
        with pytest.raises(Refused):
            end_campaign(campaign, by=secretary, reason=reason)
    end_campaign(running, by=secretary, reason="提前完成")

    running.refresh_from_db()
    assert (running.to_on, running.is_running_on(today() + timedelta(days=1))) == (today(), False)


def test_progress_counts_households_once_whoever_and_however(community, country):
    campaign = make_campaign(community, ago=5)
    here, beside = country["990101001001001001"], country["990101001001002001"]
    met = make_household(here)
    for way, ago in (("door", 1), ("phone", 2)):
        make_visit(met, ago=ago, way=way)
    make_visit(make_household(here), ago=2, outcome="not_met")
    make_visit(make_household(here), ago=6)
    make_household(here, occupancy="empty")
    make_visit(make_household(beside), ago=1)

    whole, parts = progress_of(campaign)
    assert (whole.households, whole.contacted, whole.left) == (4, 2, 2)
    assert [(part.code, part.households, part.contacted) for part in parts] == [
        ("990101001001001", 3, 1), ("990101001001002", 1, 1),
    ]  # fmt: skip
    assert whole.share == 50


def test_progress_of_an_area_without_households_is_no_figure(community):
    whole, parts = progress_of(make_campaign(community))
    assert (whole.share, parts) == (None, [])


def test_a_campaign_is_opened_followed_and_ended_at_the_desk(desk, community, household):
    opened = desk.post(reverse("grids:campaign_open"), fields(community))
    campaign = Campaign.objects.get()
    assert opened.url == reverse("grids:campaign_detail", args=[campaign.pk])
    make_visit(household)
    page = desk.get(opened.url).content.decode()
    assert "问暖气热不热" in page
    assert "100.00%" in page
    ended = desk.post(reverse("grids:campaign_end", args=[campaign.pk]), {"reason": "提前完成"})

    assert ended.status_code == 302
    assert desk.post(reverse("grids:campaign_end", args=[campaign.pk]), {"reason": ""}).status_code == 409


@pytest.mark.parametrize(
    "change",
    [
        {"to_on": ""},
        {"to_on": "2020-01-01"},
        {"area": "990102"},
        {"name": " "},
        {"name": "a\x00"},
        {"kind": "x"},
    ],
)
def test_what_makes_no_campaign_comes_back_with_words(desk, community, change):
    answer = desk.post(reverse("grids:campaign_open"), fields(community, **change))
    assert answer.status_code == 400
    assert not Campaign.objects.exists()


def test_the_same_campaign_twice_is_told_kindly(desk, community):
    url = reverse("grids:campaign_open")
    assert [desk.post(url, fields(community)).status_code for _ in range(2)] == [302, 400]
    assert Campaign.objects.count() == 1


def test_lists_and_progress_take_as_many_queries_for_three_as_for_one(desk, community, country):
    desk.get(reverse("grids:campaign_list"))
    counts = []
    for number in (1, 2):
        for index in range(number):
            campaign = make_campaign(community, name=f"活动{number}{index}")
            make_visit(make_household(country[f"99010100100100{number}001"]))
        with CaptureQueriesContext(connection) as taken:
            desk.get(reverse("grids:campaign_list"))
            desk.get(reverse("grids:campaign_detail", args=[campaign.pk]))
            desk.get(f"/api/v1/campaigns/{campaign.pk}/progress/")
        counts.append(len(taken))
    assert counts[0] == counts[1]


def test_the_api_reads_campaigns_and_their_progress(client, official, stranger, community, household):
    campaign = make_campaign(community)
    make_visit(household)
    client.force_login(official)
    row = client.get("/api/v1/campaigns/", {"running": "true"}).json()["results"][0]
    progress = client.get(f"/api/v1/campaigns/{campaign.pk}/progress/").json()

    assert (row["name"], row["area_name"]) == (campaign.name, community.name)
    assert progress["whole"] | {"name": ""} == {
        "code": community.code, "name": "", "households": 1, "contacted": 1,
    }  # fmt: skip
    assert client.get("/api/v1/campaigns/", {"running": "false"}).json()["count"] == 0
    client.force_login(stranger)
    assert client.get(f"/api/v1/campaigns/{campaign.pk}/progress/").status_code == 404


def test_no_page_of_a_campaign_names_a_worker(desk, community, household, worker):
    campaign = make_campaign(community)
    make_visit(household, worker=worker)
    page = desk.get(reverse("grids:campaign_detail", args=[campaign.pk])).content.decode()
    assert worker.name not in page
