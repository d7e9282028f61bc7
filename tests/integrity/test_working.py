"""What a run keeps: ages, what is mended, exact counts, and what happens when a check cannot be carried out."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from governance.audit.models import AuditEvent
from governance.integrity import tasks
from governance.integrity.actions import ask_for_checks, make_night_runs, remove_old_runs
from governance.integrity.enums import EXAMPLES
from governance.integrity.models import CheckRun, CheckTally, Finding
from governance.integrity.registry import checks
from governance.integrity.working import work_off
from governance.kernel.days import today
from governance.kernel.errors import Refused
from grids.models import Visit
from tests.factories.disputes import make_accepted
from tests.factories.grids import make_household, make_visit
from tests.factories.integrity import make_finding, make_run
from tests.factories.people import make_user
from tests.integrity.planting import BUILDING, CITY, GRID

OTHER_BUILDING = "990102001001001001"


def plant_visits(home, number: int) -> None:
    """Visits of tomorrow, as a statement of its own would write them."""
    worker = make_visit(home).worker
    rows = [
        Visit(
            household=home, area=home.area, area_code=home.area_code, worker=worker, outcome="normal",
            visited_at=timezone.now(), captured_at=timezone.now(), visited_on=today() + timedelta(days=1),
        )
        for _ in range(number)
    ]  # fmt: skip
    Visit.objects.bulk_create(rows)


def test_a_finding_keeps_its_age_until_it_is_mended(sound, look):
    begun = timezone.localtime().replace(hour=9)  # five hours later it is the same day
    with time_machine.travel(begun, tick=False):
        plant_visits(make_household(sound[BUILDING]), 1)
        look("visit-date")
    with time_machine.travel(begun + timedelta(hours=5), tick=False):
        look("visit-date")
        still = Finding.objects.get()
        Visit.objects.update(visited_on=today())
        look("visit-date")
        mended = Finding.objects.get()

    assert (still.cleared_at, still.last_seen_at - still.first_seen_at > timedelta(hours=4)) == (None, True)
    assert mended.cleared_at == begun + timedelta(hours=5)


def test_what_goes_wrong_again_is_new(sound, look):
    home = make_household(sound[BUILDING])
    plant_visits(home, 1)
    long_ago = timezone.now() - timedelta(days=40)
    wrong = Visit.objects.get(visited_on__gt=today())
    make_finding(
        home.area, code="visit-date", key=str(wrong.pk), ago=50, cleared_at=long_ago, label="x", target="x"
    )
    look("visit-date")
    found = Finding.objects.get()

    assert found.cleared_at is None
    assert found.first_seen_at > long_ago
    assert (found.label, found.target) == (str(wrong.pk), str(wrong.pk))


def test_examples_are_kept_of_every_county_and_all_are_counted(sound, look):
    plant_visits(make_household(sound[BUILDING]), EXAMPLES + 7)
    plant_visits(make_household(sound[OTHER_BUILDING]), 2)
    run = look("visit-date")

    assert run.found == EXAMPLES + 9
    assert dict(CheckTally.objects.values_list("area_code", "found")) == {
        "990101001001": EXAMPLES + 7,
        "990102001001": 2,
    }
    assert Finding.objects.filter(area_code__startswith="990101").count() == EXAMPLES
    assert Finding.objects.filter(area_code__startswith="990102").count() == 2


def test_what_is_known_stays_among_the_examples(sound, look):
    home = make_household(sound[BUILDING])
    plant_visits(home, EXAMPLES + 5)
    last = Visit.objects.filter(visited_on__gt=today()).order_by("-pk")[:3]
    for visit in last:
        make_finding(home.area, code="visit-date", key=str(visit.pk), ago=9)
    look("visit-date")

    assert Finding.objects.open().count() == EXAMPLES
    assert Finding.objects.open().filter(key__in=[str(visit.pk) for visit in last]).count() == 3


def test_by_night_a_sample_takes_nothing_off_the_list(plant_fault, look):
    plant_fault("facts-differ")
    look("facts-differ")
    with connection.cursor() as cursor:
        cursor.execute("delete from statistics_fact")
    by_night = look("facts-differ", night=today())
    on_request = look("facts-differ")

    assert (by_night.found, on_request.found) == (1, 0)


def test_what_lies_in_no_area_is_found_at_the_top(sound, plant_fault, look):
    plant_fault("role-unknown-right")
    look("role-unknown-right")

    assert Finding.objects.get().area == sound[CITY]


def test_a_check_that_fails_says_so_and_stops_no_other(sound, look):
    with connection.cursor() as cursor:
        cursor.execute("alter table grids_duplicate rename to gone_away")
    kept = make_finding(sound[GRID], code="duplicate-waiting")
    CheckRun.objects.create(code="duplicate-waiting", asked_at=timezone.now() - timedelta(hours=1))
    after = look("visit-date")
    failed = CheckRun.objects.get(code="duplicate-waiting")

    assert (failed.error, failed.done_at is not None) == ("ProgrammingError", True)
    assert (after.error, after.done_at is not None) == ("", True)
    assert Finding.objects.open().get() == kept


def test_a_restricted_case_is_found_without_its_number(sound, look):
    make_accepted(sound[GRID], title="家庭纠纷", is_restricted=True, tick_at=None)
    look("case-clock-lost")

    assert list(Finding.objects.values_list("label", "target")) == [("", "")]


def test_no_finding_says_more_than_numbers_and_places(plant_fault, look):
    """Whoever reads the board need not see the residents, so no name of one may stand in what is found."""
    for code in ("resident-phone", "resident-place", "reporter-kept", "holder-kept", "committee-seat"):
        plant_fault(code)
        look(code)

    said = " ".join(f"{label} {target}" for label, target in Finding.objects.values_list("label", "target"))
    assert Finding.objects.count() >= 5
    assert [name for name in ("欧阳", "张三", "138") if name in said] == []


def test_make_night_runs_asks_once_a_night(sound):
    waiting = CheckRun.objects.create(code="visit-date")
    first, again = make_night_runs(today()), make_night_runs(today())
    CheckRun.objects.update(done_at=timezone.now())

    assert (first, again) == (len(checks()) - 1, 0)
    assert waiting.night is None
    assert make_night_runs(today()) == 1  # the one that was in line then


def test_a_night_that_was_missed_is_asked_for_by_the_next_hour(sound):
    tasks.ask_by_night()
    tasks.ask_by_night()

    assert CheckRun.objects.count() == len(checks())


def test_the_sweep_run_twice_does_nothing_twice(sound):
    CheckRun.objects.create(code="visit-date")

    assert (work_off(), work_off()) == (1, 0)


def test_ask_for_checks_puts_them_in_line(sound):
    admin = make_user("system_admin", sound[CITY])
    asked = ask_for_checks(["visit-date", "grid-size"], by=admin)

    assert asked == 2
    assert set(CheckRun.objects.waiting().values_list("code", "asked_by")) == {
        ("visit-date", admin.pk),
        ("grid-size", admin.pk),
    }
    assert AuditEvent.objects.get(action="integrity.ask").after == {"checks": ["visit-date", "grid-size"]}


@pytest.mark.parametrize("fields", [{}, {"done_at": timezone.now}], ids=["in line", "just done"])
def test_ask_for_checks_refuses_what_waits_or_was_just_done(sound, fields):
    CheckRun.objects.create(code="visit-date", **{name: value() for name, value in fields.items()})
    admin = make_user("system_admin", sound[CITY])

    with pytest.raises(Refused, match="请 5 分钟后再试"):
        ask_for_checks(["visit-date"], by=admin)
    assert ask_for_checks(["visit-date", "grid-size"], by=admin) == 1


def test_ask_for_checks_takes_the_right(sound):
    with pytest.raises(PermissionDenied):
        ask_for_checks(["visit-date"], by=make_user("city_official", sound[CITY]))


def test_remove_old_runs_keeps_what_is_wrong(sound):
    make_run(ago=15, found={"990101001001": 3})
    kept_run = make_run(ago=13)
    old = timezone.now() - timedelta(days=91)
    make_finding(sound[GRID], ago=99, cleared_at=old)
    kept = make_finding(sound[GRID], ago=99)
    make_finding(sound[GRID], code="no-such-check")
    remove_old_runs(timezone.now())

    assert list(CheckRun.objects.all()) == [kept_run]
    assert list(Finding.objects.all()) == [kept]
