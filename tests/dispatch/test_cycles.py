"""The generator: exactly one cycle per key, whatever the clock and however often it runs."""

import datetime as dt
from threading import Barrier, Thread
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connections

from governance.dispatch.actions import cycles as making
from governance.dispatch.actions import load_cycle_rules, make_due_cycles, open_cycle, read_notice, run_now
from governance.dispatch.due import due_cycles, due_days, period_of
from governance.dispatch.enums import CycleKind
from governance.dispatch.inbox import unread_count
from governance.dispatch.models import Cycle, CycleItem, CycleRule, Notice
from governance.dispatch.tasks import make_cycles
from governance.dispatch.topics import LateItem, Topic
from tests.factories.areas import make_area, make_country
from tests.factories.dispatch import make_notice, make_rule
from tests.factories.people import make_user

SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY = dt.date(2026, 11, 23)
CITY, COUNTIES, TOWNSHIPS = 1, 2, 3


def at(day: dt.date, hour: int = 8, minute: int = 0) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour, minute), SHANGHAI)


def keys() -> list[tuple]:
    return sorted(Cycle.objects.values_list("kind", "period", "area__code"))


@pytest.fixture
def late(settings):
    """What the one topic finds late, by the day; change it to let time pass."""
    settings.REMINDERS = ["tests.dispatch.test_cycles.SAMPLE_TOPIC", "tests.dispatch.test_cycles.NOTHING"]
    SAMPLE.clear()
    return SAMPLE


SAMPLE: dict[str, dt.date] = {}


def sample_topic(area, day) -> list[LateItem]:
    return [
        LateItem(
            key=key,
            title=key,
            url="/",
            days_late=(day - due_on).days,
            lag=f"超期 {day - due_on}",
        )
        for key, due_on in SAMPLE.items()
        if due_on < day
    ]


SAMPLE_TOPIC = Topic("sample", "样本", (sample_topic,))
NOTHING = Topic("nothing", "没有事的", ())


@pytest.fixture
def preset(country, settings):
    settings.REMINDERS = []
    kinds = [("weekly", "city"), ("weekly", "county"), ("weekly", "township")]
    kinds += [("monthly", "city"), ("monthly", "county")]
    rows = [
        {"kind": kind, "level": level, "on_day": 1, "hour": 7, "starts_on": MONDAY} for kind, level in kinds
    ]
    load_cycle_rules(rows)


@pytest.mark.parametrize("year", range(2024, 2031))
def test_every_week_and_month_of_a_year_is_due_once_in_its_own_period(year):
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    every_week = [CycleRule(kind="weekly", on_day=n, starts_on=first) for n in range(1, 8)]
    every_month = [CycleRule(kind="monthly", on_day=n, starts_on=first) for n in (1, 15, 28, 29, 30, 31)]

    for rule in every_week:
        days = [day for _period, day in due_days(rule, first, last)]
        assert {day.isoweekday() for day in days} == {rule.on_day}
        assert len({period_of("weekly", day) for day in days}) == len(days) in (52, 53)
    for rule in every_month:
        days = due_days(rule, first, last)
        assert [period for period, _day in days] == [f"{year}-{m:02d}" for m in range(1, 13)]
        assert all(day.day == rule.on_day or (day + dt.timedelta(days=1)).day == 1 for _period, day in days)


@pytest.mark.parametrize(
    ("day", "period"),
    [
        (dt.date(2024, 12, 30), "2025-W01"),
        (dt.date(2026, 12, 28), "2026-W53"),
        (dt.date(2027, 1, 1), "2026-W53"),
        (dt.date(2027, 1, 4), "2027-W01"),
        (dt.date(2029, 12, 31), "2030-W01"),
    ],
)
def test_a_week_bears_the_number_of_its_iso_year(day, period):
    assert period_of("weekly", day) == period


def test_sixty_weeks_make_one_cycle_per_key(preset, country):
    now = at(MONDAY, 6, 59)
    for hour in range(0, 60 * 7 * 24, 37):
        moment = now + dt.timedelta(hours=hour)
        with time_machine.travel(moment, tick=False):
            make_due_cycles(moment)
            assert make_due_cycles(moment) == []

    weeks = [MONDAY + dt.timedelta(weeks=n) for n in range(60)]
    months = sorted({(day.year, day.month) for day in weeks} - {(2026, 11)})
    expected_weeks = {period_of("weekly", day) for day in weeks}
    found = keys()
    assert len(found) == len(set(found))
    for area in ["9901", "990101", "990102", "990101001", "990101002", "990102001"]:
        assert {p for kind, p, code in found if kind == "weekly" and code == area} == expected_weeks
    for area in ["9901", "990101", "990102"]:
        made = {p for kind, p, code in found if kind == "monthly" and code == area}
        assert made == {f"{y}-{m:02d}" for y, m in months}
    assert Notice.objects.count() == len(found)


def test_nothing_is_made_before_the_hour_and_by_local_date(preset):
    assert make_due_cycles(at(MONDAY, 6, 59)) == []
    # Sunday 23:30 in UTC is Monday 07:30 in Shanghai.
    made = make_due_cycles(dt.datetime(2026, 11, 22, 23, 30, tzinfo=dt.UTC))

    assert {cycle.due_on for cycle in made} == {MONDAY}
    assert len(made) == CITY + COUNTIES + TOWNSHIPS


@pytest.mark.parametrize("stopped_days", [3, 21])
def test_a_stop_is_caught_up(country, stopped_days, settings):
    settings.REMINDERS = []
    make_rule(level="county", starts_on=MONDAY)
    make_due_cycles(at(MONDAY))

    back = MONDAY + dt.timedelta(days=5 + stopped_days)
    with time_machine.travel(at(back), tick=False):
        make_due_cycles(at(back))

    weeks = {
        day.isocalendar()[:2] for n in range((back - MONDAY).days + 1) for day in [MONDAY + dt.timedelta(n)]
    }
    assert Cycle.objects.filter(area__code="990101").count() == len(weeks)
    assert all(cycle.was_missed for cycle in Cycle.objects.filter(due_on__gt=MONDAY, due_on__lt=back))


def test_catching_up_goes_back_eight_weeks_at_most(country, settings):
    settings.REMINDERS = []
    make_rule(area=country["9901"], starts_on=MONDAY)

    make_due_cycles(at(MONDAY + dt.timedelta(weeks=30)))

    assert Cycle.objects.count() == 9


def test_a_rule_moved_to_another_day_does_not_open_the_period_again(country, settings):
    settings.REMINDERS = []
    rule = make_rule(CycleKind.MONTHLY, area=country["9901"], starts_on=MONDAY)
    make_due_cycles(at(dt.date(2026, 12, 1)))
    rule.on_day = 20
    rule.save()

    assert make_due_cycles(at(dt.date(2026, 12, 20))) == []


def test_a_rule_that_is_off_and_a_closed_area_make_nothing(country, settings):
    settings.REMINDERS = []
    make_rule(level="city", enabled=False)
    make_rule(level="county", starts_on=MONDAY)
    closed = country["990102"]
    closed.closed_on = MONDAY
    closed.save()

    assert [cycle.area.code for cycle in make_due_cycles(at(MONDAY))] == ["990101"]


def test_two_rules_for_one_office_make_one_cycle(country, settings):
    settings.REMINDERS = []
    make_rule(level="city", starts_on=MONDAY)
    make_rule(area=country["9901"], starts_on=MONDAY)

    assert len(make_due_cycles(at(MONDAY))) == 1


def test_what_stays_late_is_carried_first_and_what_is_done_is_counted(country, late):
    make_rule(area=country["9901"], starts_on=MONDAY)
    late |= {"a": MONDAY - dt.timedelta(days=3), "b": MONDAY - dt.timedelta(days=9)}
    make_due_cycles(at(MONDAY))
    del late["b"]
    late["c"] = MONDAY - dt.timedelta(days=1)
    [second] = make_due_cycles(at(MONDAY + dt.timedelta(weeks=1)))

    assert list(second.items.values_list("key", "times", "days_late")) == [("a", 2, 10), ("c", 1, 8)]
    assert (second.late_count, second.carried_count, second.closed_count) == (2, 1, 1)
    assert Notice.objects.get(cycle=second).body == "2026-W49 周调度：逾期事项 2 件，其中上期未销 1 件。"


def test_a_made_cycle_stays_as_it_was(country, late):
    make_rule(area=country["9901"], starts_on=MONDAY)
    late["a"] = MONDAY - dt.timedelta(days=3)
    make_due_cycles(at(MONDAY))
    late.clear()
    make_due_cycles(at(MONDAY, 20))

    assert CycleItem.objects.get().key == "a"


def test_two_runs_at_once_make_one_cycle_each(settings, transactional_db):
    settings.REMINDERS = []
    make_country()
    make_rule(level="township", starts_on=MONDAY)
    start, made, errors = Barrier(4), [], []

    def run():
        try:
            start.wait()
            made.extend(make_due_cycles(at(MONDAY)))
        except Exception as error:
            errors.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    assert sorted(cycle.area.code for cycle in made) == ["990101001", "990101002", "990102001"]
    assert Cycle.objects.count() == Notice.objects.count() == TOWNSHIPS


def test_whoever_comes_second_makes_nothing(country, settings):
    settings.REMINDERS = []
    make_rule(area=country["9901"], starts_on=MONDAY)
    [due] = due_cycles(at(MONDAY))

    assert open_cycle(due) is not None
    assert open_cycle(due) is None
    assert Notice.objects.count() == 1


def test_one_office_that_fails_does_not_hold_up_the_others(preset, monkeypatch, caplog):
    whole = making.late_items

    def broken(area, day, codes):
        if area.code == "990101":
            raise ValueError("broken topic")
        return whole(area, day, codes)

    monkeypatch.setattr(making, "late_items", broken)
    with time_machine.travel(at(MONDAY), tick=False):
        make_cycles()
        assert sorted({code for _, _, code in keys()} ^ {"990101"}) == sorted(
            ["9901", "990101", "990102", "990101001", "990101002", "990102001"]
        )
        monkeypatch.undo()
        make_cycles()
    assert len(keys()) == CITY + COUNTIES + TOWNSHIPS


def test_a_tick_with_nothing_due_takes_few_queries(preset, django_assert_num_queries):
    make_due_cycles(at(MONDAY))

    with django_assert_num_queries(5):
        assert make_due_cycles(at(MONDAY)) == []


def test_loading_the_preset_again_keeps_what_administrators_set(preset):
    CycleRule.objects.filter(kind="weekly").update(on_day=5)

    load_cycle_rules([{"kind": "weekly", "level": "city", "on_day": 1, "hour": 7}])

    assert set(CycleRule.objects.filter(kind="weekly").values_list("on_day", flat=True)) == {5}
    assert CycleRule.objects.count() == 5


def test_run_now_makes_what_is_due_in_the_own_subtree(country, settings):
    settings.REMINDERS = []
    make_rule(level="county", starts_on=dt.date(2026, 11, 1))
    supervisor = make_user("centre_supervisor", country["990101"])

    with time_machine.travel(at(dt.date(2026, 11, 9)), tick=False):
        made = run_now(country["990101"], by=supervisor)
    assert {cycle.area.code for cycle in made} == {"990101"}
    with pytest.raises(PermissionDenied):
        run_now(country["990102"], by=supervisor)


def test_a_notice_is_read_once_by_whoever_is_first(country, official):
    notice = make_notice(country["9901"])
    other = make_user("city_official", country["9901"])
    assert unread_count(official) == 1

    read_notice(notice, by=official)
    read_notice(notice, by=other)

    notice.refresh_from_db()
    assert notice.read_by == official
    assert unread_count(official) == unread_count(other) == 0


def test_the_inbox_holds_the_own_office_only_and_costs_one_query(
    country, dispatcher, django_assert_num_queries
):
    make_notice(country["990101001"])
    make_notice(country["990101002"])
    make_notice(country["9901"])
    assert dispatcher.seats

    with django_assert_num_queries(1):
        assert unread_count(dispatcher) == 1


def test_an_area_that_opens_later_is_not_asked_for_what_came_before(country, settings):
    settings.REMINDERS = []
    with time_machine.travel(at(MONDAY + dt.timedelta(days=1)), tick=False):
        make_area("990103", opened_on=MONDAY + dt.timedelta(days=1))
    make_rule(level="county", starts_on=MONDAY)

    assert "990103" not in {cycle.area.code for cycle in make_due_cycles(at(MONDAY))}
    assert "990103" in {cycle.area.code for cycle in make_due_cycles(at(MONDAY + dt.timedelta(weeks=1), 9))}
