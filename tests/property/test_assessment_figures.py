"""What assessment counts and what it brings before the dispatch."""

from datetime import timedelta

import pytest
from django.utils import timezone

from governance.casework.models import Case
from governance.dispatch.reminders import overdue_cases
from governance.kernel.days import quarter_start, today
from governance.statistics.reading import read_value, span_of
from governance.statistics.registry import indicators
from property.models import Assessment, AssessmentRound
from property.reminders.assessment import appeals_waiting, windows_closing
from property.states.assessment import RoundState
from tests.factories import assessment as made

DAY = timedelta(days=1)


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def community(country):
    return country["990101001001"]


def values(area, day=None) -> dict:
    keys = ("average", "rated_share", "good_share", "content_share", "rectified_share")
    return {key: read(f"assessment.{key}", area, day or today()) for key in keys}


def read(key: str, area, day):
    return read_value(indicators()[key], area=area, span=span_of(as_of=day)).value


def test_the_figures_are_those_of_the_round_last_published(county, community):
    made.make_results(community)
    shown = values(county)
    assert shown["average"] == 83.4667  # (95.30 + 81.10 + 74.00) / 3
    assert shown["rated_share"] == 37.5  # 3 of 8
    assert shown["good_share"] == 66.6667
    assert shown["content_share"] == 90
    assert shown["rectified_share"] == 33.3333  # one in time; one late, one failed, one still running


def test_a_round_that_is_not_published_counts_nowhere(county, community):
    made.make_assessment(community, made.make_round(county))
    assert set(values(county).values()) == {None}


def test_figures_as_of_a_day_are_those_of_the_round_of_that_day(county, community):
    earlier = quarter_start(quarter_start(today()) - DAY)
    old = made.make_round(county, RoundState.PUBLISHED, begins_on=earlier, published_on=today() - 30 * DAY)
    new = made.make_round(county, RoundState.PUBLISHED)
    made.make_assessment(community, old, total=6_000, grade="D")
    made.make_assessment(community, new, total=9_000, grade="A")
    days = (today(), today() - DAY, today() - 31 * DAY)
    assert [list(Assessment.objects.latest_on(day).values_list("total", flat=True)) for day in days] == [
        [9_000], [6_000], [],
    ]  # fmt: skip


def test_a_window_that_closes_soon_is_told_while_scores_are_missing(county, community):
    round_ = made.make_round(county)
    assessment = made.make_assessment(community, round_)
    for days, told in ((4, 0), (3, 1), (0, 1)):
        AssessmentRound.objects.update(scoring_to=today() + days * DAY)
        assert len(windows_closing(county, today())) == told
    assert windows_closing(county, today())[0].title == f"{round_}：还有 1 个项目没有打分"
    made.rate(assessment)
    assert windows_closing(county, today()) == []


def test_an_appeal_waits_until_it_is_decided(county, community):
    assessment = made.make_assessment(community, made.make_round(county, RoundState.APPEAL))
    appeal = made.make_appeal(assessment)
    assert [line.title for line in appeals_waiting(county, today())] == [f"申诉待裁定：{appeal}"]
    decided = {"verdict": "rejected", "reason": "属实", "decided_on": today()}
    type(appeal).objects.update(**decided)
    assert appeals_waiting(county, today()) == []


def test_a_late_ticket_is_told_among_the_overdue_cases(county, community):
    ticket = made.make_rectification(community)
    Case.objects.update(due_at=timezone.now() - 3 * DAY)
    assert [line.key for line in overdue_cases(county, today())] == [f"case:{ticket.pk}"]
