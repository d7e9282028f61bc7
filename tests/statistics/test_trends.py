"""A figure over time, beside the year before; how the units are spread; differences in words."""

from datetime import date, timedelta

import pytest
import time_machine

from governance.areas.models import Area
from governance.statistics.charts import rank_chart, spread_chart, trend_chart, trend_words
from governance.statistics.counting import AREA
from governance.statistics.differing import side_by_side, year_over_year
from governance.statistics.enums import Grain
from governance.statistics.models import Snapshot
from governance.statistics.reading import Reading, Row, read_value, read_values, span_of
from governance.statistics.spread import spread_of
from governance.statistics.trends import read_changes, read_trend, trend_span
from tests.statistics import sample
from tests.statistics.sample import BY_KEY, GRIDS, Call, call

TODAY = date(2026, 11, 26)  # a Thursday
COUNT, SHARE, OPEN = (BY_KEY[key] for key in ("sample.count", "sample.solved_share", "sample.unsolved_count"))


@pytest.fixture
def now():
    with time_machine.travel(f"{TODAY}T12:00:00+08:00", tick=False):
        yield


@pytest.fixture
def calls(city, now):
    """Every day of two years one call in the east, solved on the day in the later year alone."""
    days = [TODAY - timedelta(days=n) for n in range(730)]
    solved = {"outcome": "solved"}
    Call.objects.bulk_create(
        call(GRIDS[0], day, **({"solved_on": day, **solved} if n < 365 else {})) for n, day in enumerate(days)
    )
    return Area.objects.get(code=sample.CITY)


def test_trend_words_say_a_year_before_that_is_no_yardstick_once(city, now):
    Call.objects.bulk_create(call(GRIDS[0], day) for day in [TODAY] * 11 + [TODAY - timedelta(days=365)])
    trend = read_trend(COUNT, Area.objects.get(code=sample.CITY), Grain.MONTH, TODAY)

    assert (trend.now, trend.before) == (11, 1)
    assert trend_words(trend).startswith("本期 11")
    assert trend_words(trend).count("去年同期") == 1


def test_trend_span_takes_whole_months_and_weeks_up_to_the_day():
    assert trend_span(Grain.MONTH, TODAY).from_on == date(2025, 12, 1)
    assert trend_span(Grain.WEEK, TODAY).from_on == date(2026, 8, 31)
    assert trend_span(Grain.WEEK, TODAY).from_on.isoweekday() == 1
    assert trend_span(Grain.DAY, TODAY).from_on == date(2026, 10, 27)


def test_a_year_before_keeps_days_of_the_month_and_weekdays_of_weeks():
    leap = span_of(date(2024, 2, 1), date(2024, 2, 29), date(2024, 2, 29))
    assert (leap.year_before().from_on, leap.year_before().to_on) == (date(2023, 2, 1), date(2023, 2, 28))
    weeks = trend_span(Grain.WEEK, TODAY).year_before(Grain.WEEK)
    assert (weeks.from_on.isoweekday(), weeks.to_on.isoweekday()) == (1, 4)


@pytest.mark.parametrize(
    ("grain", "rows", "last", "whole"),
    [(Grain.DAY, 31, 1, 31), (Grain.WEEK, 13, 4, 12 * 7 + 4), (Grain.MONTH, 12, 26, 361)],
)
def test_trend_adds_up_to_the_reading_of_its_span(calls, grain, rows, last, whole):
    trend = read_trend(COUNT, calls, grain, TODAY)

    assert (len(trend.rows), trend.rows[-1].numerator, trend.now) == (rows, last, whole)
    assert sum(row.numerator for row in trend.rows) == whole
    assert read_value(COUNT, area=calls, span=trend.span).value == whole


@pytest.mark.parametrize("grain", Grain)
def test_earlier_line_is_cut_on_the_same_day_of_the_year_before(calls, grain):
    trend = read_trend(COUNT, calls, grain, TODAY)

    assert [row.numerator for row in trend.earlier] == [row.numerator for row in trend.rows]
    assert trend.change.words == "同比持平"


def test_trend_of_a_share_compares_in_points(calls):
    trend = read_trend(SHARE, calls, Grain.MONTH, TODAY)

    assert {row.value for row in trend.rows} == {100}
    assert trend_words(trend) == "本期 100.00%，去年同期 0.00%，同比提高 100.00 个百分点"
    assert [one["name"] for one in trend_chart(trend)["series"]] == ["本期", "去年同期"]


@pytest.mark.parametrize("grain", Grain)
def test_trend_of_what_stands_is_what_was_noted_down_and_now(calls, grain):
    for day, number in ((TODAY - timedelta(days=364), 7), (TODAY - timedelta(days=30), 9)):
        Snapshot.objects.create(indicator=OPEN.key, code=calls.code, day=day, numerator=number)

    trend = read_trend(OPEN, calls, grain, TODAY)

    assert trend.rows[-1].value == trend.now == 365
    assert 9 in [row.value for row in trend.rows]
    assert ("去年同期没有记录" in trend_chart(trend)["note"]) == (not trend.is_compared)


def test_trend_without_a_year_before_draws_one_line(city, now):
    Call.objects.bulk_create([call(GRIDS[0], TODAY)])
    trend = read_trend(SHARE, Area.objects.get(code=sample.CITY), Grain.MONTH, TODAY)

    chart = trend_chart(trend)

    assert (chart["labels"], [one["values"] for one in chart["series"]]) == (["2026-11"], [[0]])
    assert trend_words(trend) == ""


def test_changes_compare_each_tile_with_the_same_days_a_year_ago(calls, django_assert_num_queries):
    readings = read_values(list(BY_KEY.values()), area=calls, span=span_of())
    day = date(2025, 11, 26)
    Snapshot.objects.create(indicator=OPEN.key, code=calls.code, day=day, numerator=100)

    with django_assert_num_queries(2):
        changes = read_changes(readings)

    assert {key: change.words for key, change in changes.items()} == {
        "sample.count": "同比持平",
        "sample.solved_share": "同比提高 100.00 个百分点",
        "sample.unsolved_count": "同比增长 265.0%",
        "sample.unsolved_share": "",
        "sample.placed_count": "",
        "sample.home_count": "同比增长 100.0%",
    }


@pytest.mark.parametrize(
    ("indicator", "now_", "before", "words", "tone"),
    [
        (COUNT, 110, 100, "同比增长 10.0%", "ok"),
        (COUNT, 90, 100, "同比下降 10.0%", "late"),
        (COUNT, 100, 100, "同比持平", ""),
        (COUNT, 1100, 100, "去年同期 100", ""),
        (COUNT, 5, 0, "去年同期 0", ""),
        (COUNT, 5, None, "", ""),
        (SHARE, 96.8, 95.1, "同比提高 1.70 个百分点", "ok"),
        (SHARE, None, 95.1, "", ""),
    ],
)
def test_year_over_year_in_words(indicator, now_, before, words, tone):
    found = year_over_year(indicator, now_, before)
    assert (found.words, found.tone) == (words, tone)


@pytest.mark.parametrize(
    ("indicator", "left", "right", "words"),
    [
        (COUNT, 12000, 10000, "多 2,000 件（+20.0%）"),
        (COUNT, 0, 4, "少 4 件（-100.0%）"),
        (COUNT, 4, 0, "多 4 件"),
        (SHARE, 90.0, 92.5, "低 2.50 个百分点"),
        (SHARE, 90.0, 90.0, "相同"),
        (SHARE, None, 90.0, "一边没有数据"),
    ],
)
def test_side_by_side_in_words(indicator, left, right, words):
    assert side_by_side(indicator, left, right).words == words


def units(*values) -> list[Row]:
    return [Row(f"64010{n}", f"单位{n}", value, 10, value) for n, value in enumerate(values)]


@pytest.mark.parametrize(
    ("indicator", "values", "bands"),
    [
        (COUNT, [0, 1, 2, 3, 9], [2, 2, 0, 0, 1]),
        (COUNT, [5, 6, 6, 6, 6], [1, 4]),
        (SHARE, [90.0, 90.5, 91.0, 99.9, 100.0], [3, 0, 0, 0, 2]),
        (COUNT, list(range(62)), [13, 13, 13, 13, 10]),
    ],
)
def test_spread_counts_every_unit_once(indicator, values, bands):
    spread = spread_of(indicator, units(*values))

    assert [band.units for band in spread.bands] == bands
    assert sum(bands) == len(values)
    assert (spread.lowest.value, spread.highest.value) == (min(values), max(values))


@pytest.mark.parametrize("values", [[], [1], [1, 2, 3, 4], [7] * 9])
def test_no_spread_of_few_or_equal_units(values):
    assert spread_of(COUNT, units(*values)) is None


def test_spread_is_drawn_of_the_units_below(calls):
    by_area = Reading(
        COUNT, calls, span_of(), 0, None, [*units(1, 2, 3, 4, 10), Row(calls.code, "本级", 99, 1, 99)]
    )

    chart = spread_chart(by_area)

    assert chart["labels"] == ["1–2", "3–4", "5–6", "7–8", "9–10"]
    assert chart["note"] == "最低 1 件（单位0），中间 3 件，最高 10 件（单位4）"


def test_ranking_of_many_units_draws_both_ends_and_lists_all(calls):
    by_area = read_value(COUNT, area=calls, span=span_of(), by=AREA)
    chart = rank_chart(Reading(COUNT, calls, span_of(), 0, None, units(*range(62))), str)

    assert (len(chart["labels"]), chart["ends"]) == (62, [10, 5])
    assert "共 62 个单位" in chart["note"]
    assert "ends" not in rank_chart(by_area, str)
