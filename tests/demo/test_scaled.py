"""The city made for measuring: whole, the same every time, refused where it must not be."""

import shutil
from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.urls import reverse

from demo.scaled.filling import POOL
from demo.scaled.shape import LARGEST, Shape
from demo.scaled.sizing import measure
from demo.scaled.ways import DISPUTES, EVENTS
from disputes.actions.searching import index_parties
from disputes.models import Dispute, Party
from governance.casework.actions.finding import spell_cases
from governance.casework.models import Case, CaseAction
from governance.kernel.days import today
from governance.people.models import User
from governance.statistics import facts, registry
from governance.statistics.models import Fact
from grids.models import Grid, Household, NeedRequest, Visit
from tests.factories.areas import make_country

pytestmark = pytest.mark.django_db
SCALE = 0.02
SHAPE = Shape(SCALE, 1, 1, today())
COMPARED = (Household, Visit, NeedRequest, Case, CaseAction, Party)
SCHEMA = """
    select indexdef from pg_indexes where schemaname = 'public'
    union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
    union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger
    union all select nspname from pg_namespace where nspname = %s
"""
KEYS = """
    select conrelid::regclass, confrelid::regclass, h.attname, t.attname
    from pg_constraint
    join pg_attribute h on h.attrelid = conrelid and h.attnum = conkey[1]
    join pg_attribute t on t.attrelid = confrelid and t.attnum = confkey[1]
    where contype = 'f' and connamespace = 'public'::regnamespace and cardinality(conkey) = 1
"""
PAGES = [
    ("city", "grids:grid_list"),
    ("city", "grids:visit_list"),
    ("city", "grids:event_list"),
    ("city", "statistics:board"),
    ("dispatcher", "casework:queue"),
    ("dispatcher", "disputes:case_list"),
    ("dispatcher", "grids:compound_list"),
    ("handler", "casework:order_list"),
    ("worker", "grids:today"),
    ("worker", "grids:need_list"),
    ("sysadmin", "areas:area_list"),
]


@pytest.fixture(autouse=True)
def _demo_mode(settings, db):
    settings.DEMO_MODE = True
    call_command("load_preset", "base")


def load(**options) -> str:
    """A small city; what the command printed."""
    printed = StringIO()
    call_command("make_city", stdout=printed, **{"scale": SCALE, "years": 1, **options})
    return printed.getvalue()


def rows(query: str, *params) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        return cursor.fetchall()


def sums() -> list[tuple]:
    """The rows of the large tables, each table as one number."""
    return [
        rows(f"select count(*), md5(string_agg(t::text, '' order by id)) from {model._meta.db_table} t")
        for model in COMPARED
    ]


def test_a_city_is_as_large_as_its_scale_says():
    load()

    assert (Grid.objects.count(), Visit.objects.count(), Case.objects.count()) == (133, 4072, 800)
    assert Case.objects.open().count() < 80
    assert Dispute.objects.count() > 700
    assert max(Visit.objects.values_list("visited_on", flat=True)) == today() - timedelta(days=1)


def test_a_city_of_the_same_size_has_the_same_rows():
    first = rows("select last_value from areas_area_id_seq")[0][0]
    with transaction.atomic():
        load()
        once = sums()
        transaction.set_rollback(True)
    rows("select setval('areas_area_id_seq', %s, %s)", first, first > 1)

    load()

    assert sums() == once


def test_indexes_constraints_and_triggers_are_as_before():
    before = sorted(rows(SCHEMA, POOL))

    load()

    assert sorted(rows(SCHEMA, POOL)) == before


def test_what_is_written_past_the_constraints_keeps_them():
    load()

    for table, target, column, key in rows(KEYS):
        lost = rows(
            f"select count(*) from {table} r where r.{column} is not null"
            f" and not exists (select from {target} t where t.{key} = r.{column})"
        )
        assert lost == [(0,)], f"{table}.{column}"


def test_figures_tree_and_words_agree_with_the_rows():
    printed = load()

    call_command("check_areas", stdout=StringIO())
    assert facts.reconcile(registry.datasets()) == []
    assert (spell_cases(), index_parties()) == (0, 0)
    assert (
        sum(Fact.objects.filter(measure="visits.count", code="9901").values_list("value", flat=True)) > 4000
    )
    assert "统计与重数一致" in printed


def test_every_case_stands_where_its_timeline_ends():
    load()

    last = "select distinct on (case_id) case_id, to_state from casework_caseaction order by case_id, id desc"
    wrong = rows(
        f"select number from casework_case c join ({last}) l on l.case_id = c.id where c.state <> l.to_state"
    )
    assert wrong == []
    assert CaseAction.objects.filter(at__gt=Case.objects.latest("changed_at").changed_at).count() == 0


def test_ways_share_a_thousand_cases_of_every_age():
    for ways in (DISPUTES, EVENTS):
        assert [sum(way.weights[age] for way in ways) for age in range(4)] == [1000] * 4
        assert all(way.lines[-1].target == way.state for way in ways)


def test_pages_open_for_the_people_the_city_names(client):
    load()

    for account, route in PAGES:
        client.force_login(User.objects.get(username=account))
        assert client.get(reverse(route)).status_code == 200, route


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"scale": 0}, "--scale 应在"),
        ({"scale": LARGEST + 1}, "--scale 应在"),
        ({"years": 0}, "--years"),
        ({"case_years": 8}, "--case-years"),
        ({"visits": 0}, "--visits"),
        ({"cases": 100_000_001}, "--cases"),
    ],
)
def test_a_size_beyond_reason_is_refused(options, words):
    with pytest.raises(CommandError, match=words):
        load(**options)


def test_what_happens_may_be_given_in_numbers():
    assert (replace(SHAPE, visits_asked=7).visits, replace(SHAPE, cases_asked=9).cases) == (7, 9)


def test_a_portal_at_work_is_never_filled(settings):
    settings.DEMO_MODE = False

    with pytest.raises(CommandError, match="只在演示方式"):
        load()


def test_a_database_that_is_not_empty_is_left_alone():
    make_country()

    with pytest.raises(CommandError, match="已有区划"):
        load()
    assert Visit.objects.count() == 0


def test_too_little_room_on_the_disk_is_said_first(monkeypatch):
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=1))

    with pytest.raises(CommandError, match="不够"):
        load()
    assert Visit.objects.count() == 0


def test_sizing_says_what_each_kind_of_row_takes():
    load()

    printed = StringIO()
    call_command("sizing", stdout=printed)

    sizing = measure()
    assert all(size.rows > 100 for size in (sizing.visit, sizing.case, sizing.grid))
    assert sizing.case.sums > sizing.visit.sums > 0
    assert sizing.gigabytes(12_000_000, 5) > sizing.gigabytes(12_000_000, 1) > sizing.gigabytes(100_000, 1)
    assert "| 12,000,000 |" in printed.getvalue()


def test_sizing_of_an_empty_portal_is_refused():
    with pytest.raises(CommandError, match="量不出来"):
        call_command("sizing")
