"""What the nightly check says of kept stocks that differ, and of a drain that stands still."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from governance.statistics import facts, registry, stocks
from governance.statistics.integrity import CHECKS
from governance.statistics.models import CaughtUp, Outbox, StockFact
from tests.statistics import sample
from tests.statistics.sample import call

TODAY = date(2026, 6, 15)


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to("2026-06-15 04:00Z", tick=False)


@pytest.fixture(autouse=True)
def _never_drained(db):
    """The moment another test drained at may lie after the frozen one."""
    CaughtUp.objects.all().delete()


def found(code: str) -> list[str]:
    check = next(check for check in CHECKS if check.code == code)
    return [row.key for row in check.rows(TODAY)]


def test_kept_stock_that_differs_is_named_once_with_its_day(city):
    call(sample.GRIDS[0], TODAY).save()
    stocks.rebuild(list(registry.stocks().values()))
    assert found("facts-differ") == []
    StockFact.objects.filter(stock="sample.unsolved").update(value=9)
    assert found("facts-differ") == ["sample.unsolved:2026-06-15"]


def test_outbox_left_over_ten_minutes_after_the_last_whole_drain_is_behind(city):
    facts.drain()
    assert CaughtUp.objects.get().at == timezone.now()
    call(sample.GRIDS[0], TODAY).save()
    assert found("facts-behind") == []
    CaughtUp.objects.update(at=timezone.now() - timedelta(minutes=11))
    assert found("facts-behind") == ["outbox"]
    facts.drain()
    assert Outbox.objects.count() == 0
    assert found("facts-behind") == []


def test_moment_of_the_drain_is_noted_seldom(city):
    facts.drain()
    CaughtUp.objects.update(at=timezone.now() - timedelta(seconds=20))
    facts.drain()
    assert CaughtUp.objects.get().at == timezone.now() - timedelta(seconds=20)
