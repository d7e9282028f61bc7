"""Marks: a transaction that changes what a stock reads says so, and the sums kept of the stock no longer stand.

A trigger writes the name of the table into `Touched`, once a transaction, so that writers wait for nobody. What a
stock reads nobody types by hand: PostgreSQL notes it down for a view, so the query of the stock becomes a
temporary one, and with it whatever the definition itself asked the database (a rule's limits, say) while the query
was put together. A column that no stock reads may change as often as it likes.
"""

import hashlib
from collections import defaultdict
from datetime import date

import pgtrigger
from django.apps import apps
from django.db import ProgrammingError, connection, transaction
from django.db.models import Model

from governance.kernel.days import today
from governance.statistics.definitions import Stock
from governance.statistics.triggers import lay

PREFIX = "touched"
STOCK_LOCK = 7_301_002  # who changes states: the sweep, a rebuild, `migrate`
TOUCHED = "shanzhi.touched"  # what the transaction has marked already; it ends with it, and with a savepoint
_READS = """
    select c.relname, a.attname from pg_rewrite r
    join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
    join pg_class c on c.oid = d.refobjid and c.oid <> r.ev_class
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid and d.refobjsubid > 0
    where r.ev_class = 'pg_temp.asked'::regclass
"""


def definition(stock: Stock, day: date) -> tuple[str, list[tuple[str, tuple]]]:
    """The hash of a stock's wording, whatever the day, and the wording: queries with their parameters."""
    asked: list[tuple[str, tuple]] = []

    def note(execute, sql, params, many, context):
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        rows = stock.sql(day)
    wording = [*asked, *([rows] if rows else [])]
    return hashlib.sha256("\n".join(sql for sql, _params in wording).encode()).hexdigest(), wording


def reads_of(wording: list[tuple[str, tuple]]) -> dict[str, list[str]]:
    """The tables that queries read, with the columns."""
    found: dict[str, set] = defaultdict(set)
    with transaction.atomic(), connection.cursor() as cursor:
        for sql, params in wording:
            text = connection.ops.compose_sql(sql, params)
            cursor.execute(f"create temporary view asked as select exists({text}) as found")
            cursor.execute(_READS)
            for table, column in cursor.fetchall():
                found[table] |= {column} if column else set()
            cursor.execute("drop view pg_temp.asked")
    return {table: sorted(columns) for table, columns in sorted(found.items())}


@transaction.atomic
def keep_definitions(stocks: list[Stock]) -> None:
    """Note what the stocks read and lay the triggers for it. What reads otherwise than noted is to be counted anew.

    After `migrate`, and when the sweep meets a definition whose wording depends on rows that came since.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [STOCK_LOCK])
    tables = set(connection.introspection.table_names())
    states_model = apps.get_model("statistics", "StockState")  # the app config imports this before the models
    noted = {state.stock: state for state in states_model.objects.all() if tables >= set(state.reads)}
    states = [state for stock in stocks if (state := _state_of(stock, noted.get(stock.key), states_model))]
    for gone in (states_model, apps.get_model("statistics", "StockFact")):
        gone.objects.exclude(stock__in=[state.stock for state in states]).delete()
    for state in states:
        if state is not noted.get(state.stock):
            state.save()
    lay(PREFIX, [(model, triggers(model, columns)) for model, columns in _read_models(stocks, states)])


def _state_of(stock: Stock, noted, new: type[Model]):
    """The state as noted while the wording is; else a new one, or None when a table it reads does not stand yet."""
    try:
        with transaction.atomic():
            said, wording = definition(stock, today())
            if noted and noted.definition == said:
                return noted
            return new(stock=stock.key, definition=said, reads=reads_of(wording))
    except ProgrammingError:
        return None


def _read_models(stocks: list[Stock], states: list) -> list[tuple[type[Model], list[str]]]:
    """Every model some stock reads, with the columns that all of them read together."""
    models = {m._meta.db_table: m for m in apps.get_models(include_auto_created=True) if not m._meta.proxy}
    kept = {state.stock for state in states}
    for own in (stock.rows(today()).model._meta for stock in stocks if stock.key in kept):
        models.setdefault(own.db_table, own.concrete_model)
    columns: dict[str, set] = defaultdict(set)
    for state in states:
        for table, names in state.reads.items():
            columns[table] |= set(names)
    return [(models[table], sorted(names)) for table, names in sorted(columns.items())]


def triggers(model: type[Model], columns: list[str]) -> list[pgtrigger.Trigger]:
    """One per event, as for datasets. An update counts when the columns read are not the same rows as before."""
    names = ", ".join(f'"{name}"' for name in columns) or "1"
    differ = f"select {names} from new_rows except all select {names} from old_rows"
    new, old = "new_rows", "old_rows"
    return [
        _trigger(model, "insert", pgtrigger.Insert, "select from new_rows", new=new),
        _trigger(model, "update", pgtrigger.Update, differ, new=new, old=old),
        _trigger(model, "delete", pgtrigger.Delete, "select from old_rows", old=old),
        _trigger(model, "truncate", pgtrigger.Truncate, "select"),
    ]


def _trigger(model: type[Model], event: str, operation, rows: str, **tables) -> pgtrigger.Trigger:
    table = model._meta.db_table
    marked = f"coalesce(current_setting('{TOUCHED}', true), '')"
    return pgtrigger.Trigger(
        name=f"{PREFIX}_{event}",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(**tables) if tables else None,
        func=f"""
            if strpos({marked}, '|{table}|') = 0 then
                if exists ({rows}) then
                    perform set_config('{TOUCHED}', {marked} || '|{table}|', true);
                    insert into statistics_touched (table_name) values ('{table}');
                end if;
            end if;
            return null;
        """,
    )
