"""Every step of an event through its verb, the whole state × step matrix, and the rules on who gets it."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from governance.casework.models import Case
from governance.kernel.days import today
from governance.kernel.errors import Refused
from grids.actions.event_steps import VERBS
from grids.actions.events import report_event
from grids.enums.events import EventGrade, EventSatisfaction, ReturnReason
from grids.models import Event
from grids.states.events import EVENT_STEPS, EventState
from tests.factories.casework import make_rules
from tests.factories.events import (
    make_event,
    make_event_category,
    make_verification,
    make_work_list_exception,
    make_work_list_item,
)
from tests.factories.people import hold, make_user

TOWNSHIP, COMMUNITY = "990101001", "990101001001"


@pytest.fixture
def secretary(country):
    return make_user("community_secretary", country[COMMUNITY])


@pytest.fixture
def deputy(country):
    return make_user("street_deputy", country[TOWNSHIP])


@pytest.fixture
def officer(country):
    """Holds every right over events in the township."""
    user = make_user("street_dispatcher", country[TOWNSHIP], name="周调度")
    hold(user, "street_deputy", country[TOWNSHIP])
    return user


def seat(user):
    return user.live_holdings[0].post


def arguments(step: str, event: Event, officer) -> dict:
    """What a lawful step is given besides the reason."""
    people = [{"unit": "镇综治中心", "name": "马主任"}, {"unit": "村委会", "name": "李主任"}]
    if step == "merge":
        return {"main": make_event(event.case.area)}
    return {
        "dispatch": {"post": seat(officer)} if officer else {},
        "feedback": {"answer": "已经清理。"},
        "record_verification": {"place": "地头", "minutes": "丈量属实。", "participants": people},
        "ask_extension": {"amount": 1},
        "rate": {"satisfaction": EventSatisfaction.SATISFIED},
        "escalate": {"to": event.case.area.parent_on(today()).parent_on(today()).parent_on(today())},
    }.get(step, {})


def take(step: str, event: Event, by, **more):
    return VERBS[step](event, by=by, **({"note": "情况属实"} | arguments(step, event, by) | more))


def in_state(grid, state: str, step: str = "", **fields) -> Event:
    event = make_event(grid, state, **fields)
    if step in ("grant_extension", "refuse_extension") and state == EventState.HANDLING:
        event.case.extensions.create(amount=1, unit="day", reason="等配件")
    return event


@pytest.mark.parametrize("state", EventState.values)
def test_every_step_works_from_its_sources_and_nowhere_else(state, grid, officer):
    make_rules()
    for name, step in EVENT_STEPS.items():
        event = in_state(grid, state, name)
        if state in step.sources:
            take(name, event, officer)
            expected = step.target
        else:
            with pytest.raises(Refused) as refused:
                take(name, event, officer)
            assert refused.value.code in {"wrong_state", "limit_over", "nothing_asked"}, (state, name)
            expected = state
        case = Case.objects.get(pk=event.pk)
        assert case.state == expected, (state, name)
        assert (case.closed_on is not None) == (
            expected in {EventState.REJECTED, EventState.CLOSED, EventState.RATED, EventState.MERGED}
        ), (state, name)


def test_verify_starts_the_limit_of_the_category(grid, dispatcher):
    make_rules()
    event = make_event(grid, category="E0201")

    take("verify", event, dispatcher)

    case = Case.objects.get(pk=event.pk)
    assert (case.limit_amount, case.limit_unit, case.accepted_on) == (4, "hour", today())
    assert case.handle_due_at == case.due_at


def test_verify_with_a_seat_dispatches_at_once(grid, dispatcher, secretary):
    event = make_event(grid)

    take("verify", event, dispatcher, post=seat(secretary), grade=EventGrade.IMPORTANT)

    event = Event.objects.get(pk=event.pk)
    assert (event.case.state, event.case.owner_post) == (EventState.DISPATCHED, seat(secretary))
    assert event.grade == EventGrade.IMPORTANT
    assert event.desk_area.code == TOWNSHIP
    assert event.case.version == 3


def test_reject_tells_the_reporter_why(grid, dispatcher):
    event = make_event(grid)

    take("reject", event, dispatcher, note="地点不在本辖区，已转告邻区。")

    event = Event.objects.get(pk=event.pk)
    assert event.answer == "地点不在本辖区，已转告邻区。"
    assert event.case.outcome == "declined"


def test_a_seat_handles_what_is_with_it_and_a_neighbour_does_not(grid, secretary, worker):
    event = make_event(grid, EventState.DISPATCHED, owner_post=seat(secretary))

    with pytest.raises(Refused) as refused:
        take("accept", event, worker)
    take("accept", event, secretary)

    assert refused.value.code == "not_yours"
    assert "社区书记" in refused.value.message
    assert Case.objects.get(pk=event.pk).state == EventState.ACCEPTED


def test_a_worker_may_not_dispatch(grid, worker, secretary):
    with pytest.raises(PermissionDenied):
        take("dispatch", make_event(grid, EventState.VERIFIED), worker, post=seat(secretary))


def test_first_return_goes_to_the_dispatcher_second_to_the_deputy(grid, dispatcher, deputy, secretary):
    event = make_event(grid, EventState.VERIFIED)

    take("dispatch", event, dispatcher, post=seat(secretary))
    take("return", event, secretary, reason=ReturnReason.NOT_OURS, note="")
    first = Case.objects.get(pk=event.pk)
    take("dispatch", event, dispatcher, post=seat(secretary))
    take("return", event, secretary, reason=ReturnReason.UNCLEAR, note="找不到地点")
    second = Case.objects.get(pk=event.pk)

    assert (first.owner_post, first.owner_area.code, first.returned_count) == (None, TOWNSHIP, 1)
    assert (second.owner_post, second.returned_count) == (seat(deputy), 2)
    notes = list(second.actions.filter(kind="return").values_list("note", flat=True))
    assert notes == ["不属于本岗位职责。", "地点或内容不清，无法处置。找不到地点"]


def test_what_came_back_twice_is_dispatched_by_the_deputy_alone(grid, dispatcher, deputy, secretary):
    event = make_event(grid, EventState.RETURNED, returned_count=2)

    with pytest.raises(Refused) as refused:
        take("dispatch", event, dispatcher, post=seat(secretary))
    take("dispatch", event, deputy, post=seat(secretary))

    assert refused.value.code == "not_yours"
    assert Case.objects.get(pk=event.pk).owner_post == seat(secretary)


def test_return_for_another_reason_needs_words(grid, secretary):
    event = make_event(grid, EventState.DISPATCHED, owner_post=seat(secretary))

    with pytest.raises(Refused) as refused:
        take("return", event, secretary, note="")

    assert refused.value.code == "reason_required"


class TestWorkList:
    def test_what_is_off_the_list_goes_to_no_community(self, country, grid, dispatcher, secretary):
        make_work_list_item(country["990101"], "E02")
        event = make_event(grid, EventState.VERIFIED, category="E0102")

        with pytest.raises(Refused) as refused:
            take("dispatch", event, dispatcher, post=seat(secretary))

        assert refused.value.code == "off_list"
        assert "楼道堆物" in refused.value.message
        assert Case.objects.get(pk=event.pk).state == EventState.VERIFIED

    def test_what_is_off_the_list_still_goes_to_the_street(self, country, grid, dispatcher):
        make_work_list_item(country["990101"], "E02")
        event = make_event(grid, EventState.VERIFIED)

        take("dispatch", event, dispatcher, post=seat(dispatcher))

        assert Case.objects.get(pk=event.pk).state == EventState.DISPATCHED

    @pytest.mark.parametrize("listed", ["E01", "E0102"])
    def test_a_class_or_a_category_on_the_list_goes_through(
        self, country, grid, dispatcher, secretary, listed
    ):
        make_work_list_item(country[TOWNSHIP], listed)
        event = make_event(grid, EventState.VERIFIED)

        take("dispatch", event, dispatcher, post=seat(secretary))

        assert Case.objects.get(pk=event.pk).owner_post == seat(secretary)

    def test_an_item_that_has_ended_or_lies_elsewhere_does_not_count(
        self, country, grid, dispatcher, secretary
    ):
        make_work_list_item(country["990101"], "E02")
        past = today() - timedelta(days=30)
        make_work_list_item(country["990101"], "E01", since=past, until=today())
        make_work_list_item(country["990101002"], "E01")
        event = make_event(grid, EventState.VERIFIED)

        with pytest.raises(Refused):
            take("dispatch", event, dispatcher, post=seat(secretary))

    def test_a_dated_exception_lets_it_through(self, country, grid, dispatcher, secretary):
        make_work_list_item(country["990101"], "E02")
        make_work_list_exception(country[TOWNSHIP], "E01")
        event = make_event(grid, EventState.VERIFIED)

        take("dispatch", event, dispatcher, post=seat(secretary))

        assert Case.objects.get(pk=event.pk).owner_post == seat(secretary)

    @pytest.mark.parametrize("days", [-1, 0])
    def test_an_exception_holds_to_its_last_day(self, country, grid, dispatcher, secretary, days):
        make_work_list_item(country["990101"], "E02")
        span = {"from_on": today() - timedelta(days=9), "until_on": today() + timedelta(days=days)}
        make_work_list_exception(country[TOWNSHIP], "E01", **span)
        event = make_event(grid, EventState.VERIFIED)

        try:
            take("dispatch", event, dispatcher, post=seat(secretary))
        except Refused as refused:
            assert (days, refused.code) == (-1, "off_list")
        else:
            assert days == 0

    def test_an_exception_for_one_event_is_for_no_other(self, country, grid, dispatcher, secretary):
        make_work_list_item(country["990101"], "E02")
        event, other = (make_event(grid, EventState.VERIFIED) for _ in range(2))
        make_work_list_exception(country[TOWNSHIP], "E01", event=event)

        take("dispatch", event, dispatcher, post=seat(secretary))
        with pytest.raises(Refused):
            take("dispatch", other, dispatcher, post=seat(secretary))


def test_merge_points_at_the_main_one_and_ends_the_double(grid, dispatcher):
    main, double, third = make_event(grid), make_event(grid), make_event(grid)

    take("merge", third, dispatcher, main=double)
    take("merge", double, dispatcher, main=main)

    assert set(Event.objects.filter(main=main)) == {double, third}
    assert Case.objects.get(pk=double.pk).outcome == "merged"
    kinds = list(main.case.actions.values_list("kind", flat=True))
    assert kinds == ["merge_in"]


def test_merge_refuses_itself_and_what_has_ended(grid, dispatcher):
    event, ended = make_event(grid), make_event(grid, EventState.CLOSED)

    for main in (event, ended):
        with pytest.raises(Refused) as refused:
            take("merge", event, dispatcher, main=main)
        assert refused.value.code == "main_ended"


def test_feedback_needs_the_joint_verification_of_its_category(grid, officer):
    event = make_event(grid, EventState.HANDLING, category="E1101")

    with pytest.raises(Refused) as refused:
        take("feedback", event, officer)
    make_verification(event)
    take("feedback", event, officer)

    assert "联合核实" in refused.value.message
    assert Case.objects.get(pk=event.pk).state == EventState.FEEDBACK


def test_verification_is_kept_with_its_units_and_measure(grid, officer):
    event = make_event(grid, EventState.HANDLING, category="E1101")

    found = take("record_verification", event, officer, measured_value="1.600", measured_unit="mu", note="")

    assert [str(row) for row in found.participants.all()] == ["镇综治中心 马主任", "村委会 李主任"]
    line = event.case.actions.get(kind="record_verification")
    assert line.note == "镇综治中心、村委会到场核实。实测 1.6 亩。"


def test_verification_by_one_unit_alone_is_refused(grid, officer):
    event = make_event(grid, EventState.HANDLING)

    with pytest.raises(Refused) as refused:
        take("record_verification", event, officer, participants=[{"unit": "村委会", "name": "李主任"}])

    assert refused.value.code == "not_joint"
    assert not event.verifications.exists()


def test_what_could_not_be_solved_closes_as_unsolved(grid, officer):
    event = make_event(grid, EventState.HANDLING)

    take("feedback", event, officer, answer="产权单位已注销，无法修复。", is_solved=False)
    take("check", event, officer)
    take("close", event, officer)

    case = Case.objects.get(pk=event.pk)
    assert (case.state, case.outcome, case.resolved_on) == (EventState.CLOSED, "unsolved", None)


def test_reporter_may_reopen_for_some_days(grid):
    recent = make_event(grid, EventState.CLOSED, event={"grade": EventGrade.OWN})
    old = make_event(grid, EventState.CLOSED, closed_on=today() - timedelta(days=16))

    take("reopen", recent, None, note="还是堵着")
    with pytest.raises(Refused) as refused:
        take("reopen", old, None, note="还是堵着")

    recent = Event.objects.get(pk=recent.pk)
    assert (recent.case.state, recent.case.reopened_count, recent.case.outcome) == (
        EventState.VERIFIED,
        1,
        "",
    )
    assert recent.case.accepted_on == today()
    assert recent.grade != EventGrade.OWN
    assert refused.value.code == "too_late"


def test_reporter_may_rate(grid):
    event = make_event(grid, EventState.CLOSED)

    take("rate", event, None, satisfaction=EventSatisfaction.FAIR, note="慢了点")

    event = Event.objects.get(pk=event.pk)
    assert (event.case.state, event.satisfaction, event.rating_note) == (EventState.RATED, "fair", "慢了点")


def test_escalate_hands_it_to_the_area_above(country, grid, dispatcher, secretary):
    event = make_event(grid, EventState.DISPATCHED, owner_post=seat(secretary), owner_area=country[COMMUNITY])

    take("escalate", event, dispatcher, to=country[TOWNSHIP])

    event = Event.objects.get(pk=event.pk)
    assert (event.case.owner_area.code, event.case.owner_post, event.desk_area.code) == (
        TOWNSHIP, None, TOWNSHIP,
    )  # fmt: skip


def test_a_stale_page_is_refused(grid, dispatcher):
    event = make_event(grid)
    take("verify", event, dispatcher, version=1)

    with pytest.raises(Refused) as refused:
        take("reject", Event.objects.get(pk=event.pk), dispatcher, version=1)

    assert refused.value.code == "stale"


@pytest.mark.django_db(transaction=True)
def test_two_who_press_at_once_do_it_once(grid, dispatcher):
    event, gate, told = make_event(grid), Barrier(2), []

    def press():
        gate.wait()
        try:
            take("verify", Event.objects.get(pk=event.pk), dispatcher, version=1)
            told.append("done")
        except Refused as refused:
            told.append(refused.code)
        connection.close()

    threads = [Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(told) == ["done", "stale"]
    assert event.case.actions.filter(kind="verify").count() == 1


def test_the_whole_way_is_written_down(grid, worker, dispatcher, secretary):
    make_rules()
    event, _created = report_event(by=worker, area=grid, category=make_event_category(), text="三楼楼道堆物")

    take("verify", event, dispatcher, post=seat(secretary))
    for step in ("accept", "start", "feedback"):
        take(step, event, secretary)
    for step in ("check", "close", "rate"):
        take(step, event, dispatcher)

    kinds = list(event.case.actions.values_list("kind", flat=True))
    assert kinds == [
        "register", "verify", "dispatch", "accept", "start", "feedback", "check", "close", "rate",
    ]  # fmt: skip
