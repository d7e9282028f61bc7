"""When cycles are made: days off, hours and minutes, what comes next, the log, and who may change it."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from governance.audit.models import AuditEvent
from governance.casework.models import CalendarDay
from governance.dispatch.actions import add_schedule, change_schedule, make_due_cycles
from governance.dispatch.actions import cycles as making
from governance.dispatch.due import due_days, next_runs, worked_day
from governance.dispatch.models import Cycle, CycleRule, CycleRun
from governance.kernel.errors import Refused
from tests.dispatch.test_cycles import MONDAY, at
from tests.factories.dispatch import make_rule
from tests.factories.people import make_user

NATIONAL_DAY = dt.date(2026, 10, 1)  # a Thursday; off until Wednesday the 7th, the Saturday after is worked
TERMS = {"on_day": 2, "workday_rule": "exact", "hour": 9, "minute": 30, "starts_on": MONDAY, "enabled": True}


@pytest.fixture
def calendar(db):
    """The days off around 国庆节 2026 are published, nothing of 2027."""
    for number in range(7):
        day = NATIONAL_DAY + dt.timedelta(days=number)
        CalendarDay.objects.create(day=day, is_worked=False, name="国庆节")
    CalendarDay.objects.create(day=dt.date(2026, 10, 10), is_worked=True, name="国庆节")


@pytest.fixture
def admin(country):
    return make_user("system_admin", country["9901"])


@pytest.mark.parametrize(
    ("workday_rule", "day", "worked"),
    [
        ("exact", dt.date(2026, 10, 5), dt.date(2026, 10, 5)),
        ("next", dt.date(2026, 10, 5), dt.date(2026, 10, 8)),
        ("previous", dt.date(2026, 10, 5), dt.date(2026, 9, 30)),
        ("next", dt.date(2026, 10, 10), dt.date(2026, 10, 10)),
        ("next", dt.date(2026, 10, 11), dt.date(2026, 10, 12)),
        ("previous", dt.date(2026, 10, 11), dt.date(2026, 10, 10)),
        ("next", dt.date(2027, 1, 2), dt.date(2027, 1, 4)),
    ],
)
def test_days_off_move_the_day_as_the_rule_says(calendar, workday_rule, day, worked):
    assert worked_day(workday_rule, day) == worked


def test_a_moved_day_keeps_the_period_of_its_own_week(calendar):
    rule = CycleRule(kind="weekly", on_day=1, workday_rule="next", starts_on=dt.date(2026, 9, 1))

    found = due_days(rule, dt.date(2026, 9, 28), dt.date(2026, 10, 12))

    assert found == [
        ("2026-W40", dt.date(2026, 9, 28)),
        ("2026-W41", dt.date(2026, 10, 8)),
        ("2026-W42", dt.date(2026, 10, 12)),
    ]


def test_a_month_may_come_in_the_one_before_and_is_still_its_own(calendar):
    rule = CycleRule(kind="monthly", on_day=1, workday_rule="previous", starts_on=dt.date(2026, 9, 1))

    assert due_days(rule, dt.date(2026, 9, 30), dt.date(2026, 10, 31)) == [
        ("2026-10", dt.date(2026, 9, 30)),
        ("2026-11", dt.date(2026, 10, 30)),
    ]


def test_nothing_is_made_before_the_minute(country, settings):
    settings.REMINDERS = []
    make_rule(area=country["9901"], starts_on=MONDAY, hour=8, minute=40)

    assert make_due_cycles(at(MONDAY, 8, 39)) == []
    assert len(make_due_cycles(at(MONDAY, 8, 40))) == 1


def test_the_next_five_runs_say_which_are_guessed(calendar):
    rule = CycleRule(kind="weekly", on_day=1, workday_rule="next", hour=7, minute=15, starts_on=MONDAY)

    runs = next_runs(rule, at(dt.date(2026, 12, 14), 8))

    assert [(run.period, run.is_guessed) for run in runs] == [
        ("2026-W52", False),
        ("2026-W53", False),
        ("2027-W01", True),
        ("2027-W02", True),
        ("2027-W03", True),
    ]
    assert runs[0].at == at(dt.date(2026, 12, 21), 7, 15)


def test_an_administrator_changes_a_schedule_on_record(country, admin):
    rule = make_rule(level="county")

    change_schedule(rule, by=admin, **TERMS)

    rule.refresh_from_db()
    assert (rule.on_day, rule.hour, rule.minute) == (2, 9, 30)
    event = AuditEvent.objects.get(action="dispatch.change_schedule")
    assert (event.before["on_day"], event.after["on_day"]) == (1, 2)


@time_machine.travel(at(dt.date(2026, 11, 26)), tick=False)
def test_a_workday_rule_in_a_year_without_a_calendar_is_refused(country, calendar, admin):
    rule = make_rule(level="county")
    later = TERMS | {"workday_rule": "next", "starts_on": dt.date(2028, 1, 1)}

    with pytest.raises(Refused, match="2028 年的放假安排还没有公布"):
        change_schedule(rule, by=admin, **later)
    rule.refresh_from_db()
    assert rule.workday_rule == "exact"
    change_schedule(rule, by=admin, **later | {"starts_on": MONDAY})


def test_a_schedule_is_for_a_level_or_for_an_office_and_there_once(country, admin):
    with pytest.raises(ValidationError, match="层级和单位二选一"):
        add_schedule(by=admin, kind="weekly", **TERMS)
    add_schedule(by=admin, kind="weekly", area=country["990101"], **TERMS)
    with pytest.raises(ValidationError, match="已有同类安排"):
        add_schedule(by=admin, kind="weekly", area=country["990101"], **TERMS)
    with pytest.raises(ValidationError, match="1–7"):
        add_schedule(by=admin, kind="weekly", area=country["990102"], **TERMS | {"on_day": 9})


def test_schedules_are_the_administrators(country, official):
    with pytest.raises(PermissionDenied):
        change_schedule(make_rule(level="county"), by=official, **TERMS)


def test_the_log_says_how_many_were_made_and_by_whom(country, settings, official):
    settings.REMINDERS = []
    make_rule(level="county", starts_on=MONDAY)

    make_due_cycles(at(MONDAY))
    make_due_cycles(at(MONDAY))

    assert list(CycleRun.objects.values_list("kind", "due_on", "made", "error")) == [
        ("weekly", MONDAY, 2, "")
    ]


def test_a_failure_that_repeats_is_one_line_with_its_tries(country, settings, monkeypatch):
    settings.REMINDERS = []
    make_rule(level="county", starts_on=MONDAY)

    def broken(area, day, codes):
        if area.code == "990101":
            raise ValueError("broken topic")
        return []

    monkeypatch.setattr(making, "late_items", broken)
    for _minute in range(3):
        make_due_cycles(at(MONDAY))
    monkeypatch.undo()
    make_due_cycles(at(MONDAY))

    failed = CycleRun.objects.get(made=0)
    assert (failed.error, failed.tries) == (f"{country['990101'].name} ValueError", 3)
    assert sorted(CycleRun.objects.filter(error="").values_list("made", flat=True)) == [1, 1]
    assert Cycle.objects.count() == 2


def test_schedules_by_their_pages(client, country, admin):
    client.force_login(admin)
    rule = make_rule(level="county")
    form = {"on_day": 3, "workday_rule": "exact", "at": "08:15", "starts_on": "2026-01-01", "enabled": "on"}

    assert "每星期一 07:00" in client.get(reverse("dispatch:schedule_list")).content.decode()
    assert client.post(reverse("dispatch:schedule_change", args=[rule.pk]), form).status_code == 302
    new = {**form, "kind": "monthly", "area": "990101"}
    assert client.post(reverse("dispatch:schedule_add"), new).status_code == 302
    unknown = client.post(reverse("dispatch:schedule_add"), {**new, "area": "7777"})

    assert (unknown.status_code, "没有这个区划" in unknown.content.decode()) == (400, True)
    page = client.get(reverse("dispatch:schedule_list")).content.decode()
    assert "每星期三 08:15" in page
    assert "每月 3 日 08:15" in page
    CycleRun.objects.create(kind="weekly", due_on=MONDAY, made=3)
    assert "data-row" in client.get(reverse("dispatch:run_list"), {"failed": "false"}).content.decode()


def test_schedules_over_rest(client, country, admin):
    client.force_login(admin)
    terms = {"on_day": 3, "workday_rule": "exact", "hour": 8, "minute": 15, "starts_on": "2026-01-01"}

    made = client.post(
        reverse("dispatch-schedule-list"),
        {**terms, "kind": "weekly", "level": "county"},
        content_type="application/json",
    )
    assert made.status_code == 201, made.content.decode()
    assert len(made.json()["next_runs"]) == 5
    page = reverse("dispatch-schedule-change", args=[made.json()["id"]])
    far = {**terms, "workday_rule": "next", "starts_on": "2099-01-01"}
    refused = client.post(page, far, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (409, "no_calendar")
    changed = client.post(page, {**terms, "on_day": 5}, content_type="application/json")
    assert changed.json()["on_day"] == 5
    assert [row["on_day"] for row in client.get(reverse("dispatch-schedule-list")).json()] == [5]
    CycleRun.objects.create(kind="weekly", due_on=MONDAY, made=3)
    assert client.get(reverse("dispatch-run-list")).json()["results"][0]["made"] == 3
