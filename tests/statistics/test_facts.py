"""Facts plus outbox equal a naive recount, whatever is written, however, and whenever the drain runs."""

from datetime import date, timedelta

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from governance.areas.models import Area
from governance.statistics import facts, registry, triggers
from governance.statistics.models import Fact, LeafFact, MonthFact, Outbox
from tests.statistics import sample
from tests.statistics.sample import CALLS, Call, call

DAY = date(2026, 5, 20)
PLACES = st.sampled_from([*sample.GRIDS, sample.EAST])
DAYS = st.integers(0, 70).map(lambda n: DAY + timedelta(days=n))


def kept(measure: str, code: str) -> int:
    days = sum(Fact.objects.filter(measure=measure, code=code).values_list("value", flat=True))
    waiting = Outbox.objects.filter(measure=measure, area_code__startswith=code)
    return days + sum(waiting.values_list("weight", flat=True))


def test_insert_counts_at_once_and_after_the_drain_in_every_area_on_the_path(city):
    call(sample.GRIDS[0], DAY).save()
    assert kept("sample.calls", sample.CITY) == 1
    assert facts.drain() == 2
    assert Outbox.objects.count() == 0
    found = Fact.objects.filter(measure="sample.calls").order_by("level").values_list("code", "value")
    assert list(found) == [(sample.GRIDS[0][:width], 1) for width in (4, 6, 9, 12, 15)]
    assert MonthFact.objects.get(measure="sample.calls", level=4).month == DAY.replace(day=1)
    assert LeafFact.objects.get(measure="sample.calls").value == 1


def test_update_without_effect_on_the_figures_writes_nothing(city):
    call(sample.GRIDS[0], DAY).save()
    facts.drain()
    Call.objects.update(called_on=DAY)
    assert Outbox.objects.count() == 0


def test_raw_sql_truncate_takes_everything_back(city):
    Call.objects.bulk_create(call(code, DAY) for code in sample.GRIDS)
    facts.drain()
    with connection.cursor() as cursor:
        cursor.execute("truncate sample_call")
    assert kept("sample.calls", sample.CITY) == 0
    assert facts.reconcile([CALLS]) == []


def test_null_day_counts_nothing(city):
    call(sample.GRIDS[0], DAY, outcome="solved").save()
    assert kept("sample.solved", sample.CITY) == 0
    Call.objects.update(solved_on=DAY)
    assert kept("sample.solved", sample.CITY) == 1


def test_upsert_counts_once(city):
    row = call(sample.GRIDS[0], DAY)
    row.save()
    again = call(sample.GRIDS[1], DAY)
    again.pk = row.pk
    Call.objects.bulk_create(
        [again], update_conflicts=True, unique_fields=["id"], update_fields=["area_id", "area_code"]
    )
    assert [kept("sample.calls", code) for code in sample.GRIDS[:2]] == [0, 1]


def _write(step):
    """One step of the random history: (verb, place, other place, day, number)."""
    verb, place, other, day, number = step
    if verb == "insert":
        call(place, day, homes=number).save()
    elif verb == "bulk":
        Call.objects.bulk_create(call(place, day + timedelta(days=n), homes=n) for n in range(number))
    elif verb == "solve":
        Call.objects.filter(area_code=place).update(outcome="solved", solved_on=day)
    elif verb == "reopen":
        Call.objects.filter(area_code__startswith=place[:9]).update(outcome="", solved_on=None)
    elif verb == "recode":
        target = Area.objects.get(code=other)
        Call.objects.filter(area_code=place).update(area_id=target.pk, area_code=other)
    elif verb == "delete":
        Call.objects.filter(area_code=place, called_on__lte=day).delete()
    elif verb == "raw":
        with connection.cursor() as cursor:
            cursor.execute(
                "update sample_call set homes = homes + %s, called_on = %s where id %% 2 = 0", [number, day]
            )
    elif verb == "drain":
        facts.drain()
    elif verb == "rebuild":
        facts.rebuild_facts([CALLS])


VERBS = ["insert", "bulk", "solve", "reopen", "recode", "delete", "raw", "drain", "rebuild"]
STEPS = st.lists(
    st.tuples(st.sampled_from(VERBS), PLACES, PLACES, DAYS, st.integers(0, 4)), min_size=1, max_size=12
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_history_reconciles_after_every_step(city, steps):
    Call.objects.all().delete()
    for step in steps:
        _write(step)
        assert facts.reconcile([CALLS]) == []
        naive = sum(c.area_code.startswith(sample.EAST) for c in Call.objects.all())
        assert kept("sample.calls", sample.EAST) == naive


def test_rebuild_mends_facts_that_were_tampered_with(city):
    Call.objects.bulk_create(call(code, DAY) for code in sample.GRIDS)
    facts.drain()
    Fact.objects.filter(level=4).update(value=99)
    LeafFact.objects.all().delete()
    MonthFact.objects.update(value=5)
    grains = {difference.grain for difference in facts.reconcile([CALLS])}
    assert grains == {"day", "month", "leaf"}
    assert facts.reconcile([CALLS], sample=5) != []
    facts.rebuild_facts([CALLS])
    assert facts.reconcile([CALLS]) == []


def test_rebuild_takes_away_what_no_row_counts_for(city):
    Call.objects.bulk_create(call(code, DAY) for code in sample.GRIDS)
    facts.drain()
    Call.objects.all().delete()
    Outbox.objects.all().delete()
    assert Fact.objects.exists() and facts.reconcile([CALLS]) != []
    facts.rebuild_facts([CALLS])
    assert [model.objects.count() for model in (Fact, MonthFact, LeafFact)] == [0, 0, 0]


def test_rebuild_leaves_alone_what_is_right(city):
    Call.objects.bulk_create(call(code, DAY) for code in sample.GRIDS)
    facts.drain()
    Fact.objects.filter(level=4).update(value=99)
    right = written()
    facts.rebuild_facts([CALLS])
    again = written()
    assert len(right - again) == Fact.objects.filter(level=4).count()  # only what was wrong was written
    assert facts.reconcile([CALLS]) == []


def written() -> set[tuple]:
    """Where each fact stands in its table: what is written again stands elsewhere."""
    tables = (model._meta.db_table for model in (Fact, MonthFact, LeafFact))
    with connection.cursor() as cursor:
        cursor.execute(" union all ".join(f"select '{table}', ctid::text from {table}" for table in tables))
        return set(cursor.fetchall())


def test_rebuild_covers_the_outbox_it_counts(city):
    call(sample.GRIDS[0], DAY).save()
    facts.rebuild_facts([CALLS])
    assert Outbox.objects.filter(measure__in=CALLS.keys).count() == 0
    assert kept("sample.calls", sample.CITY) == 1


def test_triggers_are_laid_once_and_replaced_when_the_definition_changes(city):
    assert triggers.lay_triggers(registry.datasets()) == []
    changed = type(CALLS)(Call, *CALLS.measures[:1])
    others = [dataset for dataset in registry.datasets() if dataset is not CALLS]
    assert triggers.lay_triggers([*others, changed]) == [changed]
    call(sample.GRIDS[0], DAY).save()
    assert list(Outbox.objects.values_list("measure", flat=True)) == ["sample.calls"]


def test_triggers_no_dataset_wants_are_dropped(city):
    triggers.lay_triggers([dataset for dataset in registry.datasets() if dataset is not CALLS])
    call(sample.GRIDS[0], DAY).save()
    assert Outbox.objects.count() == 0


@pytest.mark.django_db
def test_definitions_of_all_apps_are_sound():
    assert registry.faults() == []
