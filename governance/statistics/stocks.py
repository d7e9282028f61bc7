"""Kept stocks: today's sums of every stock for the areas down to the community, as long as nobody touched its tables.

A sum stands when it was counted for the day asked and no mark lies on a table the stock reads (see `marks`). A
reading looks at marks and sums in one statement, so a writer's rows and its mark reach it together: it takes the sums
of before, or counts live. The sweep takes the marks away and sets the stocks they concern stale, and then counts
these anew, in this order: a mark that comes in between stays for the next sweep. One sweep at a time, else the one
could take a mark away while the count of the other, begun before, calls its stock fresh.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from time import monotonic

from django.db import connection, transaction
from django.db.models.functions import Now

from governance.kernel.days import today
from governance.statistics.definitions import Stock
from governance.statistics.facts import Difference
from governance.statistics.marks import STOCK_LOCK, TOUCHED, definition, keep_definitions
from governance.statistics.models import StockState

DEEPEST = "community"  # below it a range of an index is short enough
REST = 30  # a stock that is touched all the time rests thirty times as long as its count took
SPELL = 10  # seconds a sweep goes on counting

# The stocks of a list whose sums stand for a day, down to areas of a width.
STANDING = """
    select stock from statistics_stockstate
    where stock = any(%s) and day = %s and width >= %s and not is_stale
    and not reads ?| (select coalesce(array_agg(distinct table_name::text), '{}') from statistics_touched)
"""
# With the lock: in a transaction that goes on writing afterwards, what was marked before must be marked again.
_BEGIN = f"select {{lock}}(%s), set_config('{TOUCHED}', '', true)"
_TAKE_MARKS = """
    with taken as (delete from statistics_touched returning table_name::text)
    update statistics_stockstate set is_stale = true
    where not is_stale and reads ?| (select array_agg(distinct table_name) from taken)
"""
_MARK_ALL = f"""
    select set_config('{TOUCHED}', coalesce(string_agg(distinct '|' || name || '|', ''), ''), true)
    from statistics_stockstate, jsonb_object_keys(reads) name
"""
_NEXT = """
    select stock from statistics_stockstate
    where (is_stale or day is distinct from %s) and (counted_at is null or counted_at + took * %s <= clock_timestamp())
    order by counted_at nulls first, stock limit 1
"""
_COUNTED = f"""
    kept_levels as (
        select code_width from areas_arealevel
        where depth <= (select depth from areas_arealevel where key = '{DEEPEST}')
    ), grouped as (
        select left(area_code, (select max(code_width) from kept_levels)) as code, sum(weight) as value
        from ({{rows}}) s(area_id, area_code, weight) group by 1
    ), counted as materialized (
        select code_width as level, left(code, code_width) as code, sum(value)::bigint as value
        from grouped join kept_levels on length(code) >= code_width group by 1, 2 having sum(value) <> 0
    )
"""
_COUNT_ANEW = f"""
    with {_COUNTED}, gone as (
        delete from statistics_stockfact f where stock = %s
        and not exists (select from counted c where c.level = f.level and c.code = f.code)
    ), put as (
        insert into statistics_stockfact as f (stock, level, code, value)
        select %s, level, code, value from counted order by 2, 3
        on conflict (stock, level, code) do update set value = excluded.value where f.value <> excluded.value
    )
    update statistics_stockstate set is_stale = false, day = %s, width = counting.width,
        counted_at = clock_timestamp(), took = clock_timestamp() - statement_timestamp()
    from (select (select max(code_width) from kept_levels) as width, count(*) from counted) counting
    where stock = %s
"""
_DIFFERENCES = f"""
    with {_COUNTED}, kept as (select level, code, value from statistics_stockfact where stock = %s)
    select level || ':' || code, coalesce(kept.value, 0), coalesce(counted.value, 0)
    from counted full join kept using (level, code)
    where coalesce(kept.value, 0) <> coalesce(counted.value, 0) and exists ({STANDING}) order by 1
"""
_NOTHING = ("select null::bigint, null::text, null::bigint where false", ())


def sweep(stocks: dict[str, Stock]) -> int:
    """Take the marks away and count anew what no longer stands, one stock a transaction; how many were counted.

    A second sweep leaves at once. What was just counted rests, so that however busy its tables are its counts
    take a thirtieth of one processor; meanwhile it is counted live.
    """
    counted, ends = 0, monotonic() + SPELL
    while monotonic() < ends:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_BEGIN.format(lock="pg_try_advisory_xact_lock"), [STOCK_LOCK])
            if not cursor.fetchone()[0]:
                break
            cursor.execute(_TAKE_MARKS)
            cursor.execute(_NEXT, [today(), REST])
            due = cursor.fetchone()
            if not due:
                break
            counted += _count_anew(due[0], stocks)
    return counted


def rebuild(stocks: list[Stock]) -> int:
    """Count these stocks anew whatever is kept of them; how many there were."""
    for stock in stocks:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_BEGIN.format(lock="pg_advisory_xact_lock"), [STOCK_LOCK])
            cursor.execute(_TAKE_MARKS)
            _write(stock, today())
    return len(stocks)


@contextmanager
def all_stale_afterwards() -> Iterator[None]:
    """Inside a transaction: what is written leaves no marks, every stock is to be counted anew at its end."""
    with connection.cursor() as cursor:
        cursor.execute(_MARK_ALL)
        yield
        cursor.execute("update statistics_stockstate set is_stale = true")


def _count_anew(key: str, stocks: dict[str, Stock]) -> bool:
    """Count a stock, unless it is no longer defined as noted down: then that is noted, and it rests first.

    The rest is for a definition that never reads the same twice: it stays live and costs little.
    """
    if defined := _is_defined_as_noted(key, stocks):
        _write(stocks[key], today())
    else:
        keep_definitions(list(stocks.values()))
        StockState.objects.filter(stock=key).update(counted_at=Now(), took=timedelta(seconds=1))
    return defined


def _is_defined_as_noted(key: str, stocks: dict[str, Stock]) -> bool:
    if key not in stocks:
        return False
    said, _wording = definition(stocks[key], today())
    return StockState.objects.filter(stock=key, definition=said).exists()


def _write(stock: Stock, day: date) -> None:
    text, params = stock.sql(day) or _NOTHING
    with connection.cursor() as cursor:
        cursor.execute(_COUNT_ANEW.replace("{rows}", text), [*params, stock.key, stock.key, day, stock.key])


def differences(stocks: list[Stock]) -> list[Difference]:
    """Count the stocks live and compare the kept sums that stand with it, each in one statement."""
    found, day = [], today()
    for stock in stocks:
        text, params = stock.sql(day) or _NOTHING
        with connection.cursor() as cursor:
            cursor.execute(_DIFFERENCES.replace("{rows}", text), [*params, stock.key, [stock.key], day, 0])
            rows = cursor.fetchall()
        found += [Difference("stock", stock.key, area, str(day), kept, live) for area, kept, live in rows]
    return found
