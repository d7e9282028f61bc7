"""Figures beyond their valid range are found, wherever they are read or noted down."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from governance.kernel.days import today
from governance.statistics import ranges
from governance.statistics.actions import load_indicator_settings
from governance.statistics.definitions import ValidRange
from governance.statistics.integrity import CHECKS
from governance.statistics.models import Snapshot
from tests.statistics import sample
from tests.statistics.sample import Call, call

CHECK = next(check for check in CHECKS if check.code == "figure-out-of-range")


def found() -> dict[str, str]:
    return {row.key: row.label for row in CHECK.rows(today())}


@pytest.fixture
def calls(city):
    Call.objects.bulk_create([call(code, today()) for code in sample.GRIDS])


@pytest.mark.parametrize(
    ("valid", "value", "holds"),
    [
        (ValidRange(0, 100), 0, True),
        (ValidRange(0, 100), 100, True),
        (ValidRange(0, 100), 100.01, False),
        (ValidRange(0, 100), -1, False),
        (ValidRange(None, 5), -9, True),
        (ValidRange(3, None), 2, False),
        (ValidRange(3, None), None, True),
    ],
)
def test_a_range_holds_both_its_ends_and_what_is_not_known(valid, value, holds):
    assert valid.holds(value) is holds


def test_what_lies_within_is_no_finding(calls):
    assert found() == {}


def test_a_count_of_a_period_beyond_the_range_of_the_city_is_found_in_the_city_and_below(calls):
    load_indicator_settings([{"indicator": "sample.count", "valid": [0, 1]}])
    assert found() == {
        f"sample.count:{sample.CITY}": f"sample.count {sample.CITY} 3 件",
        f"sample.count:{sample.EAST}": f"sample.count {sample.EAST} 2 件",
    }


def test_a_share_above_a_hundred_is_found_where_it_was_noted_down(calls):
    def noted(code: str, numerator: int, denominator: int | None, days: int = 1, key="unsolved_share"):
        return Snapshot(
            indicator=f"sample.{key}",
            code=code,
            day=today() - timedelta(days=days),
            numerator=numerator,
            denominator=denominator,
        )

    Snapshot.objects.bulk_create(
        [
            noted("640101001001", 5, 4),
            noted("640101001", 4, 4),
            noted("640102001", 4, 0),
            noted("640102001001", 9, 4, days=2),
            noted("640102001001", -1, None, key="unsolved_count"),
        ]
    )
    assert found() == {
        "sample.unsolved_share:640101001001": "sample.unsolved_share 640101001001 125.00%",
        "sample.unsolved_count:640102001001": "sample.unsolved_count 640102001001 -1 件",
    }


def test_looking_takes_as_many_statements_however_much_is_wrong(calls, django_assert_num_queries):
    with CaptureQueriesContext(connection) as few:
        assert found() == {}
    load_indicator_settings([{"indicator": key, "valid": [-2, -1]} for key in sample.BY_KEY])
    with django_assert_num_queries(len(few)):
        assert len(found()) > len(sample.BY_KEY)
    assert len(few) <= 12


def test_findings_of_snapshots_are_bounded(calls, monkeypatch):
    monkeypatch.setattr(ranges, "MOST_OUT_OF_RANGE", 1)
    day = today() - timedelta(days=1)
    Snapshot.objects.bulk_create(
        Snapshot(indicator="sample.unsolved_count", code=code, day=day, numerator=-1) for code in sample.GRIDS
    )
    assert len(found()) == 1
