"""Statements that take too long are found, without their values, on a page for whoever runs the machinery."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from governance.areas.models import Area
from governance.kernel import slowness
from governance.kernel.slowness import Slow, impersonal
from governance.kernel.watching import metered
from governance.operations.actions import add_up_slow
from governance.operations.enums import COUNTED_FOR, MOST_ROWS
from governance.operations.models import SlowStatement
from governance.operations.tasks import add_up_slow_statements
from tests.factories.operations import make_slow
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db
PAGE = reverse("operations:slow_list")
API = "/api/v1/operations/slow-statements/"


@pytest.fixture(autouse=True)
def nothing_waits():
    cache.take(slowness.KEY)


@pytest.fixture
def admin(client, country):
    client.force_login(make_user("system_admin", country["9901"]))
    return client


def slow(route="disputes:case_list", text="SELECT 1", seconds=0.5, at=None) -> Slow:
    return Slow(route, text, seconds, at or timezone.now())


@pytest.mark.parametrize(
    ("sql", "bare"),
    [
        ("select * from t where phone = '13987650123'", "select * from t where phone = ?"),
        ("select 'it''s', 'two'", "select ?, …"),
        ("select $$hidden$$, $tag$hid'den$tag$ from t", "select ?, … from t"),
        ('select "T3"."name 12" from a1 T3 limit 21', 'select "T3"."name 12" from a1 T3 limit ?'),
        ("where id in (%s, %s, %s) and n = %s", "where id in (%s, …) and n = %s"),
        ("select 1 -- of 欧阳\n, x /* 139 */ from t", "select ? , x from t"),
        ("  select\n   a,\n b", "select a, b"),
    ],
)
def test_impersonal_cuts_out_whatever_could_be_a_value(sql, bare):
    assert impersonal(sql) == bare


def test_a_slow_statement_of_a_page_is_kept_with_its_page_and_without_its_values(client, settings):
    settings.SLOW_STATEMENT_MS = 0

    client.post(reverse("people:login"), {"username": "13987650123", "password": "欧阳修远"})
    assert SlowStatement.objects.count() == 0
    add_up_slow_statements.apply(throw=True)

    rows = SlowStatement.objects.filter(route="people:login")
    assert rows.exists()
    assert not [row.text for row in rows if "13987650123" in row.text or "欧阳" in row.text]


def test_a_slow_statement_of_a_task_is_kept_under_its_name(settings):
    settings.SLOW_STATEMENT_MS = 0
    add_up_slow_statements.apply(throw=True)
    settings.SLOW_STATEMENT_MS = 1000
    add_up_slow_statements.apply(throw=True)

    assert set(SlowStatement.objects.values_list("route", flat=True)) == {add_up_slow_statements.name}


def test_a_quick_statement_leaves_nothing(country):
    with metered() as meter:
        Area.objects.count()

    assert (meter.statements, meter.slow) == (1, [])


def test_calls_of_one_statement_and_page_are_one_row_that_goes_on_counting():
    now = timezone.now()
    add_up_slow([slow(seconds=0.5), slow(seconds=1.5), slow(route="home")], now)
    add_up_slow([slow(seconds=1.0), slow(text="SELECT 2")], now)

    rows = SlowStatement.objects.for_list().order_by("route", "text")
    assert [(row.route, row.text, row.calls, row.mean, row.longest) for row in rows] == [
        ("disputes:case_list", "SELECT 1", 3, 1.0, 1.5),
        ("disputes:case_list", "SELECT 2", 1, 0.5, 0.5),
        ("home", "SELECT 1", 1, 0.5, 0.5),
    ]


def test_a_statement_is_counted_anew_after_two_weeks():
    now = timezone.now()
    make_slow(at=now - COUNTED_FOR - timedelta(hours=1))
    make_slow(route="home", at=now - COUNTED_FOR + timedelta(hours=1))

    add_up_slow([], now)

    assert SlowStatement.objects.get().route == "home"


def test_only_the_costliest_are_kept():
    now = timezone.now()
    add_up_slow([slow(text=f"SELECT {n}", seconds=n + 1) for n in range(MOST_ROWS + 20)], now)

    assert SlowStatement.objects.count() == MOST_ROWS
    assert SlowStatement.objects.order_by("seconds").first().seconds == 21


def test_the_cache_holds_no_more_than_a_sweep_takes():
    for _turn in range(3):
        slowness.leave("home", [("select 1", 0.5)] * (slowness.MOST_WAITING // 2 + 1))

    assert len(slowness.take()) == slowness.MOST_WAITING
    assert slowness.take() == []


def test_the_page_shows_the_costliest_first_with_times_and_text(admin):
    make_slow(route="home", seconds=9.0, calls=3, longest=5.0)
    make_slow()

    said = admin.get(PAGE).content.decode()

    assert said.index("<strong>home</strong>") < said.index("<strong>disputes:case_list</strong>")
    assert "平均 3.00 秒" in said and "最长 5.00 秒" in said
    assert "casework_case" in said


def test_page_api_and_file_say_the_same(admin):
    make_slow(route="home", seconds=9.0, calls=3, longest=5.0)
    make_slow()

    found = admin.get(API, {"route": "home"}).json()["results"]
    lines = admin.get(PAGE, {"route": "home", "format": "csv"}).getvalue().decode().splitlines()

    assert [(row["route"], row["calls"], row["mean"]) for row in found] == [("home", 3, 3.0)]
    assert len(lines) == 2 and lines[1].startswith("home,")


def test_the_number_of_statements_does_not_grow_with_the_rows(admin):
    def cost() -> int:
        with metered() as meter:
            admin.get(PAGE)
        return meter.statements

    make_slow()
    cost()  # the first visit draws the form and notes the session
    first = cost()
    make_slow("home")
    make_slow("search")

    assert cost() == first


@pytest.mark.parametrize("asked", ["?minutes=5", "?route=" + "x" * 200])
def test_a_question_that_cannot_be_answered_is_400(admin, asked):
    assert admin.get(PAGE + asked).status_code == 400
    assert admin.get(API + asked).status_code == 400


def test_nobody_else_sees_what_the_machinery_is_about(client, country):
    client.force_login(make_user("city_official", country["9901"]))

    assert client.get(PAGE).status_code == 403
    assert client.get(API).status_code == 403


def test_without_the_cache_pages_still_answer(client, settings):
    settings.SLOW_STATEMENT_MS = 0
    settings.CACHES = {
        "default": settings.CACHES["default"] | {"LOCATION": "unix:///nowhere/valkey.sock?db=1"}
    }

    assert client.get(reverse("people:login")).status_code == 200
    with metered() as meter, connection.cursor() as cursor:
        cursor.execute("select 1")
    assert meter.told("home")["statements"] == 1
