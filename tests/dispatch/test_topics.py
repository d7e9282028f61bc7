"""What meetings are about: topics registered by the apps, chosen by schedules, shown group by group."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.casework.kinds import kinds
from governance.dispatch import actions
from governance.dispatch.actions import make_due_cycles
from governance.dispatch.models import Cycle, CycleItem
from governance.dispatch.topics import chosen_topics, topics
from governance.kernel.days import today
from governance.kernel.errors import Refused
from grids.reminders import LATE_ERRANDS, LATE_EVENTS, vacant_grids
from tests.dispatch.test_cycles import MONDAY, SAMPLE, at
from tests.factories.casework import make_case
from tests.factories.dispatch import make_item, make_rule
from tests.factories.dispatch_meetings import make_meeting
from tests.factories.grids import make_grid
from tests.factories.people import hold, make_user

ITEMS = reverse("dispatch:item_list")


@pytest.fixture
def late(settings):
    settings.REMINDERS = ["tests.dispatch.test_cycles.SAMPLE_TOPIC", "tests.dispatch.test_cycles.NOTHING"]
    SAMPLE.clear()
    SAMPLE["a"] = MONDAY - dt.timedelta(days=3)
    return SAMPLE


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def chair(client, county):
    chair = make_user("county_official", county)
    client.force_login(chair)
    return chair


@pytest.fixture
def admin(country):
    return make_user("system_admin", country["9901"])


def test_topics_have_a_code_and_a_label_of_their_own():
    found = topics()

    assert len({topic.code for topic in found}) == len({str(topic.label) for topic in found}) == len(found)
    assert {"deeds.housing", "deeds.obstacles", "grids.vacancies", "property.programmes"} <= {
        topic.code for topic in found
    }


def test_every_kind_of_case_has_its_topic():
    assert {f"cases.{kind}" for kind in kinds()} <= {topic.code for topic in topics()}


def test_a_topic_of_cases_finds_its_own_kind_alone(country):
    late_at = timezone.now() - dt.timedelta(days=4)
    event = make_case(country["990101001"], kind="event", due_at=late_at)
    make_case(country["990101001"], due_at=late_at)

    assert [item.key for item in LATE_EVENTS.late(country["990101"], today())] == [f"case:{event.pk}"]
    assert LATE_ERRANDS.late(country["990101"], today()) == []


def test_vacant_grids_are_named_with_their_community_and_days(country):
    vacant, staffed = make_grid(country["990101001001001"]), make_grid(country["990101001001002"])
    make_grid(country["990102001001001"])
    hold(make_user(), "grid_worker", staffed.area)
    day = vacant.area.opened_on + dt.timedelta(days=40)
    hold(make_user(), "grid_worker", vacant.area, since=day - dt.timedelta(days=30), until=day)
    later = day + dt.timedelta(days=9)

    found = {item.key: item for item in vacant_grids(country["990101"], later)}

    item = found[f"grids.vacancy:{vacant.pk}"]
    assert (item.lag, item.days_late, item.owner) == ("空缺 9 天", 9, country["990101001001"].name)
    assert item.owner_id == country["990101001001"].pk
    assert f"grids.vacancy:{staffed.pk}" not in found
    assert not found.keys() & {item.key for item in vacant_grids(country["990102"], later)}
    assert f"grids.vacancy:{vacant.pk}" not in {
        item.key for item in vacant_grids(country["990101"], day - dt.timedelta(days=1))
    }


def test_a_schedule_lists_only_the_topics_it_names(country, late):
    make_rule(level="county", starts_on=MONDAY, topics=["nothing"])
    make_rule(level="city", starts_on=MONDAY, topics=["sample"])
    make_rule(level="township", starts_on=MONDAY)

    made = make_due_cycles(at(MONDAY))

    assert {cycle.area.code: cycle.late_count for cycle in made} == {
        "9901": 1, "990101": 0, "990102": 0, "990101001": 1, "990101002": 1, "990102001": 1,
    }  # fmt: skip
    assert set(CycleItem.objects.values_list("topic", flat=True)) == {"样本"}


def test_the_topics_of_an_offices_own_schedule_go_before_those_of_its_level(country, late):
    make_rule(level="county", starts_on=MONDAY)
    make_rule(area=country["990101"], starts_on=MONDAY, topics=["nothing"])

    counts = {cycle.area.code: cycle.late_count for cycle in make_due_cycles(at(MONDAY))}

    assert counts == {"990101": 0, "990102": 1}


def test_a_topic_no_longer_asked_for_does_not_count_as_done(country, late):
    rule = make_rule(area=country["9901"], starts_on=MONDAY)
    make_due_cycles(at(MONDAY))
    rule.topics = ["nothing"]
    rule.save()

    [second] = make_due_cycles(at(MONDAY + dt.timedelta(weeks=1)))

    assert (second.late_count, second.closed_count) == (0, 0)


def test_a_schedule_that_names_no_topic_takes_all(late):
    assert [topic.code for topic in chosen_topics([])] == ["sample", "nothing"]
    assert [topic.code for topic in chosen_topics(["nothing"])] == ["nothing"]


def test_an_unknown_topic_is_refused(country, admin):
    rule = make_rule(level="county")

    with pytest.raises(Refused, match="“moon”不是可以列入调度的事项"):
        actions.change_schedule(rule, by=admin, topics=["deeds.housing", "moon"])
    rule.refresh_from_db()
    assert rule.topics == []


def test_topics_are_chosen_on_the_page_and_over_rest(client, country, admin):
    client.force_login(admin)
    rule = make_rule(level="county")
    terms = {"on_day": 1, "workday_rule": "exact", "starts_on": "2026-01-01"}
    form = {**terms, "at": "07:00", "enabled": "on", "topics": ["deeds.housing", "grids.vacancies"]}

    assert client.post(reverse("dispatch:schedule_change", args=[rule.pk]), form).status_code == 302
    assert "保交楼、网格员空缺" in client.get(reverse("dispatch:schedule_list")).content.decode()
    page = reverse("dispatch-schedule-change", args=[rule.pk])
    body = {**terms, "hour": 7, "topics": ["deeds.obstacles"]}
    assert client.post(page, body, content_type="application/json").json()["topics"] == ["deeds.obstacles"]
    refused = client.post(page, {**body, "topics": ["moon"]}, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (409, "no_such_topic")


def fill(cycle: Cycle, number: int, topic: str = "办证堵点") -> None:
    CycleItem.objects.bulk_create(
        CycleItem(
            cycle=cycle, key=f"{topic}:{n}", topic=topic, title=f"{topic} 第 {n} 件", url="/",
            owner="自然资源局" if n % 2 else "", lag="超期 3 天", days_late=3,
        )
        for n in range(number)
    )  # fmt: skip


def test_the_page_of_a_cycle_shows_ten_of_a_topic_and_paper_all(client, county, chair):
    cycle = make_meeting(county, by=chair)
    fill(cycle, 12)
    fill(cycle, 2, "保交楼")

    answer = client.get(reverse("dispatch:cycle_detail", args=[cycle.pk]))

    groups = {group["label"]: group for group in answer.context["topics"]}
    assert {label: (group["count"], len(group["rows"])) for label, group in groups.items()} == {
        "办证堵点": (12, 10),
        "保交楼": (2, 2),
    }
    page = answer.content.decode()
    assert "看全部办证堵点 12 件" in page
    assert "看全部保交楼" not in page
    assert page.partition("print-rows")[2].count("data-row") >= 2
    assert client.get(groups["办证堵点"]["url"]).context["page"].count == 12


def test_lines_of_cycles_are_filtered_paged_and_cost_the_same(client, county, chair):
    cycle, other = (make_meeting(county, by=chair, period=period) for period in ("2026-W40", "2026-W41"))
    make_item(other, key="old", times=2)
    counts = []
    for number, topic in ((1, "保交楼"), (3, "办证堵点")):
        fill(cycle, number, topic)
        client.get(ITEMS)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(ITEMS).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 10

    def titles(**query) -> list[str]:
        return [item.title for item in client.get(ITEMS, query).context["page"]]

    assert titles(cycle=cycle.pk, topic="办证堵点", owner="自然资源局") == ["办证堵点 第 1 件"]
    assert titles(carried="true") == ["某事"]
    assert titles(task="true") == []
    assert len(titles(cycle=cycle.pk, size=2)) == 2
    assert client.get(ITEMS, {"topik": "x"}).status_code == 400


def test_lines_of_cycles_lie_with_their_office(client, country, county, chair):
    make_item(make_meeting(country["990102"]))

    assert client.get(ITEMS).context["page"].count == 0
    assert client.get(reverse("dispatch-item-list")).json()["results"] == []


def test_lines_of_cycles_over_rest(client, county, chair):
    cycle = make_meeting(county, by=chair)
    fill(cycle, 3)

    answer = client.get(reverse("dispatch-item-list"), {"cycle": cycle.pk, "topic": "办证堵点"}).json()

    assert [row["key"] for row in answer["results"]] == ["办证堵点:0", "办证堵点:1", "办证堵点:2"]
    assert answer["results"][0]["cycle_period"] == cycle.period
    assert answer["results"][0]["area_name"] == county.name
