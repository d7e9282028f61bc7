"""What is filled in by the table counts as if it had been written row by row."""

from datetime import date

import pytest
from django.db import connection

from governance.statistics import facts, registry
from governance.statistics.filling import counted_at_the_end
from governance.statistics.models import Fact, LeafFact, MonthFact, Outbox
from tests.statistics import sample
from tests.statistics.sample import Call, call

DAY = date(2026, 5, 20)


def fill() -> None:
    Call.objects.bulk_create(call(code, DAY) for code in sample.GRIDS)


def test_a_filling_counts_once_at_its_end_what_was_there_before_included(city):
    call(sample.GRIDS[0], DAY).save()
    with counted_at_the_end():
        fill()
        assert Outbox.objects.filter(measure="sample.calls").count() == 1
    assert Outbox.objects.count() == 0
    assert Fact.objects.get(measure="sample.calls", code=sample.CITY).value == len(sample.GRIDS) + 1
    assert MonthFact.objects.get(measure="sample.calls", code=sample.CITY).month == DAY.replace(day=1)
    assert LeafFact.objects.filter(measure="sample.calls").count() == len(sample.GRIDS)
    assert facts.reconcile(registry.datasets()) == []


def test_rows_written_after_a_filling_count_again_by_themselves(city):
    with counted_at_the_end():
        fill()
    call(sample.GRIDS[0], DAY).save()
    facts.drain()
    assert Fact.objects.get(measure="sample.calls", code=sample.CITY).value == len(sample.GRIDS) + 1
    assert facts.reconcile(registry.datasets()) == []


def test_a_filling_that_fails_leaves_rows_and_figures_as_they_were(committed_city):
    call(sample.GRIDS[0], DAY).save()
    facts.drain()
    with pytest.raises(ZeroDivisionError), counted_at_the_end():
        fill()
        raise ZeroDivisionError
    assert Fact.objects.get(measure="sample.calls", code=sample.CITY).value == 1
    assert facts.reconcile(registry.datasets()) == []


def test_the_sums_have_their_keys_again(city):
    with counted_at_the_end():
        fill()
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from pg_index where indisprimary and indrelid = any(%s::regclass[])",
            [["statistics_fact", "statistics_monthfact", "statistics_leaffact"]],
        )
        assert cursor.fetchone() == (3,)
