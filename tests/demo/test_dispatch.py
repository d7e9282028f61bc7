"""The demo city's weeks of dispatch are as the verbs would have left them."""

import datetime as dt

import pytest

from demo import briefs
from demo import dispatch as rows
from demo.city import City
from governance.dispatch.actions import brief_file
from governance.dispatch.enums import BriefState, CycleState
from governance.dispatch.models import ActionItem, Brief, Cycle, CycleItem
from governance.dispatch.papers.briefs import draw, shipped
from governance.dispatch.papers.minutes import hash_of
from tests.factories.dispatch_meetings import load_points
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db
SEATS = {"city_official": "9901", "county_official": "990101", "street_dispatcher": "990101001"}


@pytest.fixture
def city(country, monkeypatch):
    load_points()
    for module in (rows, briefs):
        monkeypatch.setattr(module, "RUNS", {code: role for role, code in SEATS.items()})
    city = City(today=dt.date(2026, 11, 26), areas={code: area.pk for code, area in country.items()})
    for role, code in SEATS.items():
        user = make_user(role, country[code])
        city.people[(role, code)] = user.pk
        city.posts[(role, code)] = user.live_holdings[0].post.pk
    return city


def test_four_weeks_with_carried_tasks_and_minutes_that_are_whole(city):
    rows.make_dispatch(city)

    weekly = Cycle.objects.filter(kind="weekly", area__code="990101").order_by("period")
    assert [cycle.state for cycle in weekly] == [CycleState.ISSUED] * 3 + [CycleState.OPEN]
    assert [cycle.issue_no for cycle in weekly] == [1, 2, 3, None]
    assert all(hash_of(cycle.content) == cycle.content_hash for cycle in weekly[:3])
    assert not any(cycle.was_missed for cycle in weekly)
    assert [cycle.task_count for cycle in weekly] == [0, 1, 2, 2]
    assert max(CycleItem.objects.values_list("times", flat=True)) == 4
    assert ActionItem.objects.filter(state="closed").exclude(evidence="").count() == 3 * (4 + 1)
    assert Cycle.objects.filter(kind="monthly").count() == 3


def test_briefs_are_as_the_verbs_would_have_left_them(city):
    rows.make_dispatch(city)
    briefs.make_briefs(city)

    of_the_county = Brief.objects.filter(area__code="990101").order_by("cycle__period", "kind")
    assert [(brief.kind, brief.state) for brief in of_the_county if brief.kind != "circular"] == [
        ("items", "issued"), ("minutes", "issued"), ("items", "issued"), ("minutes", "issued"),
        ("items", "draft"), ("minutes", "issued"),
    ]  # fmt: skip
    assert Brief.objects.filter(kind="circular").count() == 3
    for brief in Brief.objects.filter(state=BriefState.ISSUED):
        assert brief_file(brief).data == draw(brief, shipped(brief.kind))
