"""The limits of an event under a frozen clock: hours and make-up days, a pause, an extension, the late sweep."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from governance.casework.actions.ticking import run_clocks
from governance.casework.models import Case, Extension
from governance.kernel.errors import Refused
from grids.actions.event_steps import VERBS
from grids.models import Event
from tests.factories.casework import make_rules
from tests.factories.events import make_event
from tests.factories.people import make_user

ZONE = ZoneInfo("Asia/Shanghai")


def at(day: str, hour: int = 9, minute: int = 0) -> datetime:
    return datetime.fromisoformat(day).replace(hour=hour, minute=minute, tzinfo=ZONE)


@pytest.fixture
def secretary(country):
    return make_user("community_secretary", country["990101001001"])


@pytest.fixture
def deputy(country):
    return make_user("street_deputy", country["990101001"])


def press(step: str, event: Event, by, moment: datetime, **more):
    with time_machine.travel(moment, tick=False):
        return VERBS[step](Event.objects.get(pk=event.pk), by=by, **({"note": "情况属实"} | more))


def case_of(event: Event) -> Case:
    return Case.objects.get(pk=event.pk)


def begin(grid, dispatcher, secretary, category: str, moment: datetime) -> Event:
    """An event taken up at a moment, and at work on it straight away."""
    make_rules()
    with time_machine.travel(moment, tick=False):
        event = make_event(grid, category=category)
    press("verify", event, dispatcher, moment, post=secretary.live_holdings[0].post)
    press("accept", event, secretary, moment)
    press("start", event, secretary, moment)
    return event


def test_a_limit_in_hours_runs_over_a_weekend(grid, dispatcher, secretary):
    """暴露垃圾: four working hours from Friday at five are Monday at noon."""
    event = begin(grid, dispatcher, secretary, "E0201", at("2026-11-20", 17))

    case = case_of(event)
    assert (case.limit_amount, case.limit_unit) == (4, "hour")
    assert case.due_at == case.handle_due_at == at("2026-11-23", 12)


def test_a_limit_in_days_counts_a_make_up_saturday_as_worked(grid, dispatcher, secretary):
    """渣土, two working days, taken up on Friday 9 October 2026, before a Saturday worked for the National Day."""
    event = begin(grid, dispatcher, secretary, "E0202", at("2026-10-09", 10))

    assert case_of(event).due_at.astimezone(ZONE).date().isoformat() == "2026-10-12"


def test_a_limit_stands_still_while_the_event_is_on_hold(grid, dispatcher, secretary):
    event = begin(grid, dispatcher, secretary, "E0201", at("2026-11-23", 9))

    press("suspend", event, secretary, at("2026-11-23", 10))
    press("resume", event, secretary, at("2026-11-25", 9))

    assert case_of(event).due_at == at("2026-11-25", 12)
    assert case_of(event).paused_at is None


def test_the_limit_stands_still_while_the_result_is_checked(grid, dispatcher, secretary):
    event = begin(grid, dispatcher, secretary, "E0201", at("2026-11-23", 9))

    press("feedback", event, secretary, at("2026-11-23", 10), answer="已清理。")
    run_clocks(at("2026-11-24", 9))
    press("redo", event, dispatcher, at("2026-11-25", 9), note="还剩一堆")

    case = case_of(event)
    assert case.late_on is None
    assert case.due_at == at("2026-11-25", 12)
    assert (case.outcome, case.resolved_on) == ("", None)


def test_what_is_over_its_limit_is_marked_once_on_its_own_day(grid, dispatcher, secretary):
    event = begin(grid, dispatcher, secretary, "E0201", at("2026-11-23", 9))

    first, second = run_clocks(at("2026-11-26", 9)), run_clocks(at("2026-11-26", 10))

    assert (first, second) == (1, 0)
    assert case_of(event).late_on.isoformat() == "2026-11-23"
    assert event.case.actions.filter(kind="late").count() == 1


class TestExtension:
    def ask(self, event, by, moment, amount=2):
        return press("ask_extension", event, by, moment, amount=amount, note="等吊车")

    @pytest.fixture
    def event(self, grid, dispatcher, secretary):
        """At work since Monday at nine, four working hours."""
        return begin(grid, dispatcher, secretary, "E0201", at("2026-11-23", 9))

    def test_it_is_granted_by_a_superior_and_moves_the_limit(self, event, secretary, deputy):
        self.ask(event, secretary, at("2026-11-23", 10))
        press("grant_extension", event, deputy, at("2026-11-23", 11))

        case, extension = case_of(event), Extension.objects.get()
        assert case.due_at == case.handle_due_at == at("2026-11-23", 17)
        assert (extension.amount, extension.unit, extension.is_granted) == (2, "hour", True)
        assert extension.decided_by == deputy
        assert case.actions.get(kind="grant_extension").note.startswith("延长 2 个工作时。")

    def test_it_is_at_most_half_the_limit(self, event, secretary):
        with pytest.raises(Refused) as refused:
            self.ask(event, secretary, at("2026-11-23", 10), amount=3)

        assert refused.value.code == "too_long"
        assert "2 个工作时" in refused.value.message

    def test_it_is_asked_for_before_the_limit_is_over(self, event, secretary):
        with pytest.raises(Refused) as refused:
            self.ask(event, secretary, at("2026-11-24", 9))

        assert refused.value.code == "limit_over"

    def test_it_is_granted_once(self, event, secretary, deputy):
        self.ask(event, secretary, at("2026-11-23", 10))
        with pytest.raises(Refused) as while_it_waits:
            self.ask(event, secretary, at("2026-11-23", 10), amount=1)
        press("grant_extension", event, deputy, at("2026-11-23", 11))
        with pytest.raises(Refused) as afterwards:
            self.ask(event, secretary, at("2026-11-23", 12), amount=1)

        assert (while_it_waits.value.code, afterwards.value.code) == ("extended_once", "extended_once")

    def test_one_refused_may_be_asked_for_again(self, event, secretary, deputy):
        self.ask(event, secretary, at("2026-11-23", 10))
        press("refuse_extension", event, deputy, at("2026-11-23", 11), note="今天能办完")
        self.ask(event, secretary, at("2026-11-23", 11), amount=1)

        assert list(Extension.objects.values_list("is_granted", flat=True)) == [False, None]
        assert case_of(event).due_at == at("2026-11-23", 15)

    def test_a_late_answer_does_not_make_who_asked_in_time_late(self, event, secretary, deputy):
        self.ask(event, secretary, at("2026-11-23", 11))
        run_clocks(at("2026-11-23", 15))
        press("grant_extension", event, deputy, at("2026-11-23", 15))

        assert case_of(event).late_on is None

    def test_the_handler_grants_nothing(self, event, secretary, dispatcher):
        self.ask(event, secretary, at("2026-11-23", 10))

        for by in (secretary, dispatcher):
            with pytest.raises(PermissionDenied):
                press("grant_extension", event, by, at("2026-11-23", 11))

    def test_a_street_grants_no_department_more_time(self, event, country, deputy, secretary):
        self.ask(event, secretary, at("2026-11-23", 10))
        Case.objects.filter(pk=event.pk).update(owner_area=country["990101"])
        supervisor = make_user("centre_supervisor", country["990101"])

        with pytest.raises(Refused) as refused:
            press("grant_extension", event, deputy, at("2026-11-23", 11))
        press("grant_extension", event, supervisor, at("2026-11-23", 11))

        assert refused.value.code == "not_yours"
        assert Extension.objects.get().decided_by == supervisor

    def test_a_superior_does_not_grant_what_they_asked_for(self, event, deputy):
        Extension.objects.create(case=event.case, amount=1, unit="hour", reason="等吊车", asked_by=deputy)

        with pytest.raises(Refused) as refused:
            press("grant_extension", event, deputy, at("2026-11-23", 11))

        assert refused.value.code == "own_request"

    def test_a_limit_of_one_day_cannot_be_halved(self, grid, dispatcher, secretary):
        event = begin(grid, dispatcher, secretary, "E0301", at("2026-11-23", 9))

        with pytest.raises(Refused) as refused:
            self.ask(event, secretary, at("2026-11-23", 10), amount=1)

        assert refused.value.code == "limit_too_short"
