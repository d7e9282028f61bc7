from datetime import date, timedelta

import pytest
from django.db import connection, connections, transaction

from governance.areas.models import Ancestry, Area, AreaCode, AreaKeeper, AreaName, AreaParent
from governance.statistics import facts, snapshots
from governance.statistics.counting import AREA, DAY, MONTH, Period
from governance.statistics.models import Outbox, Snapshot
from governance.statistics.reading import read_value, read_values, span_of
from tests.statistics import sample
from tests.statistics.sample import BY_KEY, Call, call

NOON = "2026-06-15 04:00Z"
TODAY = date(2026, 6, 15)


@pytest.fixture
def now(time_machine):
    time_machine.move_to(NOON, tick=False)


@pytest.fixture
def calls(city, now):
    """Three calls in the east, one in the west, two of them solved; one a year and a day ago."""
    east, north, west = sample.GRIDS
    Call.objects.bulk_create(
        [
            call(east, TODAY, homes=3),
            call(east, date(2026, 5, 31), homes=2, outcome="solved", solved_on=TODAY),
            call(north, date(2026, 5, 1), outcome="solved", solved_on=date(2026, 6, 1)),
            call(west, TODAY - timedelta(days=364)),
            call(west, TODAY - timedelta(days=365), homes=10),
        ]
    )


def area(code: str) -> Area:
    return Area.objects.select_related("level").get(code=code)


def numbers(key: str, code: str = sample.CITY, by=None, **span):
    found = read_value(BY_KEY[key], area=area(code), span=span_of(**span), by=by)
    return found.numerator, found.denominator, found.value


def rows(key: str, by: str, code: str = sample.CITY, **span):
    found = read_value(BY_KEY[key], area=area(code), span=span_of(**span), by=by)
    return [(row.key, row.numerator, row.denominator, row.value) for row in found.rows]


@pytest.mark.parametrize("drained", [False, True])
def test_flow_covers_the_last_365_days_by_default(calls, drained):
    if drained:
        facts.drain()
    assert numbers("sample.count") == (4, None, 4)
    assert numbers("sample.count", sample.WEST) == (1, None, 1)
    assert numbers("sample.solved_share") == (2, 4, 50.0)


@pytest.mark.parametrize("drained", [False, True])
def test_flow_of_a_period_counts_both_ends(calls, drained):
    if drained:
        facts.drain()
    assert numbers("sample.count", from_on=date(2026, 5, 1), to_on=date(2026, 5, 31))[0] == 2
    assert numbers("sample.count", from_on=date(2026, 5, 2), to_on=date(2026, 6, 14))[0] == 1
    assert numbers("sample.count", from_on=date(2025, 1, 1), to_on=TODAY)[0] == 5


def test_share_of_nothing_has_no_value(calls):
    assert numbers("sample.solved_share", from_on=date(2024, 1, 1), to_on=date(2024, 2, 1)) == (0, 0, None)


def test_stocks_stand_live_as_of_the_day(calls):
    assert numbers("sample.unsolved_count") == (3, None, 3)
    assert numbers("sample.unsolved_share", sample.EAST) == (1, 3, 33.3333)
    assert numbers("sample.unsolved_count", as_of=date(2026, 6, 1))[0] == 3
    assert numbers("sample.unsolved_count", as_of=date(2026, 5, 31))[0] == 4


def test_running_total_up_to_the_day(calls):
    assert numbers("sample.home_count")[0] == 17
    assert numbers("sample.home_count", as_of=date(2026, 5, 31))[0] == 14


@pytest.mark.parametrize("drained", [False, True])
def test_by_area_names_every_child_and_adds_up(calls, drained):
    call(sample.EAST, TODAY).save()
    if drained:
        facts.drain()
    assert rows("sample.count", AREA) == [(sample.EAST, 4, None, 4), (sample.WEST, 1, None, 1)]
    assert rows("sample.count", AREA, sample.EAST) == [(sample.TOWN, 3, None, 3), (sample.EAST, 1, None, 1)]
    assert rows("sample.solved_share", AREA) == [(sample.EAST, 2, 4, 50.0), (sample.WEST, 0, 1, 0.0)]
    assert rows("sample.unsolved_share", AREA, sample.WEST) == [(sample.STREET, 2, 2, 100.0)]
    assert rows("sample.home_count", AREA) == [(sample.EAST, 7, None, 7), (sample.WEST, 11, None, 11)]


@pytest.mark.parametrize("drained", [False, True])
def test_by_day_and_month(calls, drained):
    if drained:
        facts.drain()
    days = rows("sample.count", DAY, from_on=date(2026, 5, 30), to_on=date(2026, 6, 1))
    assert days == [("2026-05-30", 0, None, 0), ("2026-05-31", 1, None, 1), ("2026-06-01", 0, None, 0)]
    months = rows("sample.count", MONTH, from_on=date(2026, 4, 15), to_on=TODAY)
    assert months == [("2026-04", 0, None, 0), ("2026-05", 2, None, 2), ("2026-06", 1, None, 1)]
    totals = rows("sample.home_count", MONTH, from_on=date(2026, 4, 15), to_on=TODAY)
    assert totals == [("2026-04", 11, None, 11), ("2026-05", 14, None, 14), ("2026-06", 17, None, 17)]


def test_trend_of_a_stock_is_what_was_noted_down_and_today_live(calls):
    for day in (date(2026, 4, 30), date(2026, 5, 31)):
        snapshots.take_snapshots(day)
    months = rows("sample.unsolved_share", MONTH, from_on=date(2026, 3, 1), to_on=TODAY)
    assert months == [
        ("2026-03", None, None, None),
        ("2026-04", 2, 2, 100.0),
        ("2026-05", 4, 4, 100.0),
        ("2026-06", 3, 5, 60.0),
    ]


def test_snapshots_are_taken_once_a_day_and_caught_up(calls):
    snapshots.take_snapshots(TODAY - timedelta(days=4))
    before = Snapshot.objects.count()
    snapshots.take_snapshots(TODAY - timedelta(days=4))
    assert Snapshot.objects.count() == before
    snapshots.catch_up_snapshots()
    days = Snapshot.objects.values_list("day", flat=True).distinct().order_by("day")
    assert list(days) == [TODAY - timedelta(days=n) for n in (4, 3, 2, 1)]
    assert snapshots.catch_up_snapshots() == 0


def _move_grid_to_the_west(code: str, new_code: str, on: date) -> None:
    """What a move does: dated rows close and open, present codes are rewritten set-wise."""
    grid, home = area(code), area("640102001001")
    for model, field in ((AreaCode, "area"), (AreaName, "area"), (AreaParent, "area")):
        model.objects.filter(**{field: grid}).update(valid=(sample.OPENED, on))
    Ancestry.objects.filter(descendant=grid, depth__gt=0).update(valid=(sample.OPENED, on))
    AreaCode.objects.create(area=grid, code=new_code, valid=(on, None))
    AreaName.objects.create(area=grid, name=grid.name, valid=(on, None))
    AreaParent.objects.create(area=grid, parent=home, valid=(on, None))
    for above in Ancestry.objects.filter(descendant=home):
        Ancestry.objects.create(
            ancestor=above.ancestor, descendant=grid, depth=above.depth + 1, valid=(on, None)
        )
    Area.objects.filter(pk=grid.pk).update(code=new_code)
    Call.objects.filter(area_code=code).update(area_code=new_code)


@pytest.mark.parametrize("drained", [False, True])
def test_past_boundaries_read_as_before_a_move(calls, drained):
    if drained:
        facts.drain()
    day = TODAY - timedelta(days=1)
    before = {key: rows(key, AREA, as_of=day) for key in BY_KEY}
    _move_grid_to_the_west(sample.GRIDS[0], "640102001001002", TODAY)
    if drained:
        facts.drain()
    assert {key: rows(key, AREA, as_of=day) for key in BY_KEY} == before
    assert [row[1] for row in rows("sample.count", AREA)] == [1, 3]
    assert numbers("sample.count", sample.EAST)[0] == 1


def test_past_boundaries_count_a_closed_area_with_its_successor(calls):
    grid, heir = area(sample.GRIDS[1]), area(sample.GRIDS[0])
    closed = date(2026, 5, 10)
    for model, field in (
        (AreaCode, "area"),
        (AreaParent, "area"),
        (AreaName, "area"),
        (Ancestry, "descendant"),
    ):
        model.objects.filter(**{field: grid}).update(valid=(sample.OPENED, closed))
    Area.objects.filter(pk=grid.pk).update(closed_on=closed, successor=heir)
    AreaKeeper.objects.create(area=grid, keeper=heir, valid=(closed, None))
    Call.objects.filter(area_code=grid.code).update(area_code=heir.code)
    assert numbers("sample.count", heir.code, as_of=date(2026, 6, 1))[0] == 2
    assert numbers("sample.count", grid.code, as_of=date(2026, 5, 2))[0] == 1
    assert numbers("sample.count", heir.code, as_of=date(2026, 5, 2))[0] == 0


@pytest.mark.parametrize("by", [None, AREA, DAY, MONTH])
@pytest.mark.parametrize("as_of", [None, date(2026, 6, 1)])
def test_reading_takes_a_fixed_number_of_statements(calls, by, as_of, django_assert_max_num_queries):
    place, span = area(sample.CITY), span_of(as_of=as_of)
    with django_assert_max_num_queries(3):
        read_values(list(BY_KEY.values()), area=place, span=span, by=by)


@pytest.mark.parametrize(
    ("from_on", "to_on", "months"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), (date(2026, 1, 1), date(2027, 1, 1))),
        (date(2026, 1, 2), date(2026, 3, 30), (date(2026, 2, 1), date(2026, 3, 1))),
        (date(2026, 1, 2), date(2026, 1, 31), (date(2026, 1, 2), date(2026, 1, 2))),
        (date(2026, 1, 2), date(2026, 2, 27), (date(2026, 1, 2), date(2026, 1, 2))),
        (date(2026, 2, 1), date(2026, 2, 28), (date(2026, 2, 1), date(2026, 3, 1))),
    ],
)
def test_whole_months_of_a_period(from_on, to_on, months):
    assert Period(from_on, to_on).months == months


def test_a_drain_beside_readers_never_doubles_nor_hides(committed_city, now):
    """A reader on its own connection, before, during (uncommitted) and after a drain on another."""
    Call.objects.bulk_create(call(code, TODAY) for code in sample.GRIDS)
    other = connections.create_connection("default")
    try:
        with transaction.atomic():
            facts.drain()
            with other.cursor() as cursor:
                cursor.execute("select pg_try_advisory_xact_lock(%s)", [facts.DRAIN_LOCK])
                assert cursor.fetchone() == (False,)
                cursor.execute("select count(*) from statistics_outbox where measure = 'sample.calls'")
                assert cursor.fetchone() == (3,)
            assert numbers("sample.count")[0] == 3
        with other.cursor() as cursor:
            cursor.execute("select count(*) from statistics_outbox where measure = 'sample.calls'")
            assert cursor.fetchone() == (0,)
        assert numbers("sample.count")[0] == 3
    finally:
        other.close()
    assert Outbox.objects.filter(measure="sample.calls").count() == 0
    assert connection.alias == "default"
