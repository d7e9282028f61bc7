"""A reading of today's stocks equals a live count, whatever is written, however, and whenever the sweep runs."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from governance.areas.models import Area
from governance.kernel.days import today
from governance.statistics import marks, registry, stocks
from governance.statistics.counting import AREA, MONTH
from governance.statistics.definitions import Stock
from governance.statistics.filling import counted_at_the_end
from governance.statistics.models import StockFact, StockState, Touched
from governance.statistics.reading import read_values, span_of
from grids.models import Grid, GridSizeRule
from tests.statistics import sample
from tests.statistics.sample import BY_KEY, Call, call

NOON = "2026-06-15 04:00Z"
TODAY = date(2026, 6, 15)
KEYS = ["sample.unsolved_count", "sample.unsolved_share", "sample.placed_count"]
STOCKS = ["sample.all", "sample.placed", "sample.unsolved"]


@pytest.fixture(autouse=True)
def _now(time_machine, monkeypatch):
    """A frozen day, and stocks that do not rest between two counts."""
    time_machine.move_to(NOON, tick=False)
    monkeypatch.setattr(stocks, "REST", 0)


def sweep() -> int:
    return stocks.sweep(registry.stocks())


def kept() -> list[str]:
    """Which of the sample's stocks a reading for the city would take from the kept sums."""
    with connection.cursor() as cursor:
        cursor.execute(stocks.STANDING + " order by stock", [STOCKS, today(), 4])
        return [row[0] for row in cursor.fetchall()]


def read(code: str = sample.CITY, by=None, **span):
    area = Area.objects.select_related("level").get(code=code)
    return read_values([BY_KEY[key] for key in KEYS], area=area, span=span_of(**span), by=by)


def numbers(code: str = sample.CITY, **span) -> list:
    return [reading.numerator for reading in read(code, **span)]


def by_hand(code: str = sample.CITY) -> list[int]:
    """Unsolved, unsolved again and placed calls, counted row by row."""
    calls = [row for row in Call.objects.all() if row.area_code.startswith(code)]
    closed = set(Area.objects.filter(closed_on__lte=TODAY).values_list("pk", flat=True))
    open_ = [c for c in calls if c.called_on <= TODAY and not (c.solved_on and c.solved_on <= TODAY)]
    return [len(open_), len(open_), sum(c.area_id not in closed for c in calls)]


@pytest.fixture
def calls(city):
    """Three calls, one in each grid, and swept."""
    StockState.objects.exclude(stock__in=STOCKS).delete()
    Call.objects.bulk_create(call(code, TODAY) for code in sample.GRIDS)
    sweep()


@pytest.fixture
def two_connections(committed_city):
    """The sample's stocks alone, committed."""
    StockState.objects.exclude(stock__in=STOCKS).delete()


def test_sweep_keeps_the_sums_of_every_area_down_to_the_community(calls):
    found = StockFact.objects.filter(stock="sample.unsolved").order_by("level", "code")
    assert [(row.code, row.value) for row in found] == [
        (sample.CITY, 3),
        (sample.EAST, 2),
        (sample.WEST, 1),
        (sample.TOWN, 2),
        (sample.STREET, 1),
        ("640101001001", 2),
        ("640102001001", 1),
    ]
    assert kept() == STOCKS
    assert Touched.objects.count() == 0
    assert sweep() == 0


def test_reading_takes_the_kept_sums_in_one_statement(calls, django_assert_num_queries):
    StockFact.objects.filter(stock="sample.unsolved").update(value=77)
    area = Area.objects.select_related("level").get(code=sample.CITY)
    with django_assert_num_queries(1):
        assert read_values([BY_KEY[KEYS[0]]], area=area, span=span_of())[0].numerator == 77
    with django_assert_num_queries(2):
        rows = read_values([BY_KEY[KEYS[0]]], area=area, span=span_of(), by=AREA)[0].rows
    assert [(row.key, row.numerator) for row in rows[:2]] == [(sample.EAST, 77), (sample.WEST, 77)]


def test_reading_counts_live_in_one_more_statement_when_a_sum_does_not_stand(
    calls, django_assert_num_queries
):
    call(sample.GRIDS[0], TODAY).save()
    area = Area.objects.select_related("level").get(code=sample.CITY)
    with django_assert_num_queries(2):
        assert read_values([BY_KEY[KEYS[0]]], area=area, span=span_of())[0].numerator == 4


def test_months_of_a_stock_take_the_kept_sum_for_today(calls):
    assert read(by=MONTH, from_on=TODAY)[0].rows[-1].numerator == 3


def _orm():
    call(sample.GRIDS[0], TODAY).save()


def _bulk():
    Call.objects.bulk_create([call(sample.GRIDS[0], TODAY)])


def _update():
    Call.objects.update(called_on=TODAY + timedelta(days=1))


def _delete():
    Call.objects.all().delete()


def _raw():
    with connection.cursor() as cursor:
        cursor.execute("update sample_call set solved_on = called_on")


def _truncate():
    with connection.cursor() as cursor:
        cursor.execute("truncate sample_call")


def _beside():
    Area.objects.filter(code=sample.GRIDS[0]).update(closed_on=TODAY)


@pytest.mark.parametrize("write", [_orm, _bulk, _update, _delete, _raw, _truncate, _beside])
def test_any_write_counts_at_once_and_is_kept_by_the_next_sweep(calls, write):
    write()
    assert "sample.placed" not in kept()
    assert numbers() == by_hand()
    sweep()
    assert kept() == STOCKS
    assert numbers() == by_hand()
    assert stocks.differences(list(registry.stocks().values())) == []


def test_change_of_what_no_stock_reads_leaves_no_mark(calls):
    Call.objects.update(homes=7, outcome="solved")
    Call.objects.filter(homes=1).update(called_on=date(2020, 1, 1))
    Call.objects.filter(homes=1).delete()
    Area.objects.filter(code=sample.GRIDS[0]).update(name="改名")
    assert Touched.objects.count() == 0
    assert kept() == STOCKS


def test_transaction_leaves_one_mark_a_table(calls):
    _orm()
    _bulk()
    _update()
    assert list(Touched.objects.values_list("table_name", flat=True)) == ["sample_call"]


def test_savepoint_rolled_back_takes_its_mark_along(calls):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        _orm()
        raise ZeroDivisionError
    assert kept() == STOCKS
    _orm()
    assert kept() == []
    assert numbers() == by_hand()


def test_sums_of_yesterday_do_not_stand_today(calls, time_machine):
    time_machine.move_to("2026-06-16 04:00Z", tick=False)
    assert kept() == []
    assert numbers()[0] == 3
    sweep()
    assert kept() == STOCKS


def test_past_day_and_areas_below_the_community_are_counted_live(calls):
    StockFact.objects.update(value=77)
    assert numbers(as_of=TODAY - timedelta(days=1)) == [0, 0, 3]
    assert numbers(sample.GRIDS[0]) == [1, 1, 1]
    assert [row.numerator for row in read("640101001001", by=AREA)[0].rows] == [1, 1]


def test_stock_that_was_just_counted_rests_and_is_counted_live(calls, monkeypatch):
    monkeypatch.setattr(stocks, "REST", 1_000_000_000)
    _orm()
    assert sweep() == 0
    assert Touched.objects.count() == 0
    assert kept() == []
    assert numbers() == by_hand()


def test_rebuild_mends_sums_that_were_tampered_with(calls):
    StockFact.objects.filter(stock="sample.unsolved", level=4).update(value=77)
    StockFact.objects.filter(stock="sample.all", code=sample.EAST).delete()
    stock = StockFact(stock="sample.placed", level=6, code="640103", value=5)
    stock.save(force_insert=True)
    found = stocks.differences(list(registry.stocks().values()))
    assert [(row.measure, row.area, row.kept, row.counted) for row in found] == [
        ("sample.unsolved", "4:6401", 77, 3),
        ("sample.all", "6:640101", 0, 2),
        ("sample.placed", "6:640103", 5, 0),
    ]
    with pytest.raises(CommandError, match="3 differences"):
        call_command("reconcile_facts")
    call_command("rebuild_facts", "sample.unsolved", "sample.all", "sample.placed")
    assert stocks.differences(list(registry.stocks().values())) == []
    assert numbers() == by_hand()


def test_sums_that_do_not_stand_differ_from_nothing(calls):
    _orm()
    assert stocks.differences(list(registry.stocks().values())) == []


def test_filling_leaves_every_stock_to_be_counted_anew(calls):
    with counted_at_the_end():
        Call.objects.bulk_create(call(code, TODAY) for code in sample.GRIDS)
        assert Touched.objects.count() == 0
    assert kept() == []
    assert numbers() == by_hand()
    sweep()
    assert numbers() == by_hand() == [6, 6, 6]


def test_what_a_definition_asks_while_it_is_made_counts_as_read(db):
    assert GridSizeRule.objects.exists()
    _said, wording = marks.definition(Stock("s", Grid.objects.in_size_range), TODAY)
    assert marks.reads_of(wording)["grids_gridsizerule"] == [
        "id",
        "kind",
        "least",
        "most",
        "source",
    ]


def test_changed_definition_is_counted_live_until_it_is_counted_anew(calls):
    narrower = Stock("sample.unsolved", lambda day: sample.unsolved(day).filter(homes__gt=1))
    defined = registry.stocks() | {"sample.unsolved": narrower}
    marks.keep_definitions(list(defined.values()))
    assert kept() == ["sample.all", "sample.placed"]
    assert StockState.objects.get(stock="sample.unsolved").reads["sample_call"].count("homes") == 1
    stocks.sweep(defined)
    Call.objects.update(homes=2)
    assert kept() == []


def test_definition_that_reads_otherwise_than_noted_is_noted_by_the_sweep_and_rests(calls, monkeypatch):
    narrower = Stock("sample.unsolved", lambda day: sample.unsolved(day).filter(homes__gt=1))
    defined = registry.stocks() | {"sample.unsolved": narrower}
    StockState.objects.update(is_stale=True)
    monkeypatch.setattr(stocks, "REST", 30)
    StockState.objects.update(counted_at=None)
    stocks.sweep(defined)
    state = StockState.objects.get(stock="sample.unsolved")
    assert "homes" in state.reads["sample_call"]
    assert state.is_stale
    assert state.took == timedelta(seconds=1)


def test_stock_no_longer_defined_goes_with_its_triggers(calls):
    rest = [stock for key, stock in registry.stocks().items() if key not in STOCKS]
    marks.keep_definitions(rest)
    assert not StockFact.objects.filter(stock__in=STOCKS).exists()
    _orm()
    assert Touched.objects.count() == 0


def test_every_stock_of_the_apps_is_kept(db):
    """A stock whose tables PostgreSQL cannot name, or whose wording changes by itself, would stay live for ever."""
    marks.keep_definitions(list(registry.stocks().values()))
    sweep()
    found = StockState.objects.filter(is_stale=False, day=today()).values_list("stock", flat=True)
    assert set(registry.stocks()) == set(found)


class Other:
    """A second connection in a transaction of its own."""

    def __enter__(self):
        self.connection = connections.create_connection("default")
        self.connection.set_autocommit(False)
        return self

    def __exit__(self, *exc):
        self.connection.rollback()
        self.connection.close()

    def run(self, sql: str, *params) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(sql, params)


INSERT = "insert into sample_call (area_id, area_code, called_on, homes, outcome) values (%s, %s, %s, 1, '')"


def test_writer_that_commits_after_the_count_leaves_its_mark(two_connections):
    sweep()
    code = sample.GRIDS[0]
    with Other() as writer:
        writer.run(INSERT, Area.objects.get(code=code).pk, code, TODAY)
        assert numbers()[0] == 0
        StockState.objects.update(is_stale=True)
        sweep()
        assert kept() == STOCKS
        assert numbers()[0] == 0
        writer.connection.commit()
        assert kept() == []
        assert numbers()[0] == 1
    sweep()
    assert kept() == STOCKS
    assert numbers()[0] == 1


def test_second_sweep_leaves_at_once(two_connections):
    sweep()
    _orm()
    with Other() as sweeper:
        sweeper.run("select pg_advisory_xact_lock(%s)", marks.STOCK_LOCK)
        assert sweep() == 0
        assert Touched.objects.count() == 1
    assert sweep() == len(STOCKS)


VERBS = [
    "orm",
    "bulk",
    "solve",
    "reopen",
    "recode",
    "close",
    "raw",
    "delete",
    "sweep",
    "count",
    "begin",
    "commit",
]
STEPS = st.lists(
    st.tuples(st.sampled_from(VERBS), st.sampled_from(sample.GRIDS), st.integers(0, 3)),
    min_size=1,
    max_size=14,
)


def _write(verb: str, code: str, number: int, writer: Other) -> None:
    day = TODAY + timedelta(days=number - 2)
    rows = Call.objects.filter(area_code=code)
    if verb == "orm":
        call(code, day).save()
    elif verb == "bulk":
        Call.objects.bulk_create(call(code, day) for _n in range(number))
    elif verb == "solve":
        rows.update(solved_on=day)
    elif verb == "reopen":
        rows.update(solved_on=None)
    elif verb == "recode":
        other = Area.objects.get(code=sample.GRIDS[number % 3])
        rows.update(area_id=other.pk, area_code=other.code)
    elif verb == "close":
        Area.objects.filter(code=code).update(closed_on=day if number % 2 else None)
    elif verb == "raw":
        with connection.cursor() as cursor:
            cursor.execute("update sample_call set called_on = called_on + %s where id %% 2 = 0", [number])
    elif verb == "delete":
        rows.filter(called_on=day).delete()
    elif verb == "sweep":
        sweep()
    elif verb == "count":
        stocks.rebuild(list(registry.stocks().values())[:number])
    elif verb == "begin":
        writer.run(INSERT, Area.objects.get(code=code).pk, code, day)
    elif verb == "commit":
        writer.connection.commit()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_history_reads_as_counted_live(two_connections, steps):
    Call.objects.all().delete()
    Area.objects.update(closed_on=None)
    with Other() as writer:
        for verb, code, number in steps:
            _write(verb, code, number, writer)
            assert numbers() == by_hand()
            assert numbers(sample.EAST) == by_hand(sample.EAST)
        writer.connection.commit()
        sweep()
        assert kept() == STOCKS
        assert numbers() == by_hand()
        assert stocks.differences(list(registry.stocks().values())) == []
