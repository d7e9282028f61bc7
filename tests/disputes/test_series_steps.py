"""Many households at one press: all of them or none, with one reason, and the way back."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import InternalError, transaction

from disputes.actions.series import close_series, open_series, reopen_series
from disputes.actions.series_steps import step_households, undo_step
from disputes.enums.series import HouseholdState
from disputes.models import SeriesMember, SeriesMemberChange, SeriesStep
from disputes.presenting.series import figures_of
from disputes.states import BULK_STEPS, HOUSEHOLD_STEPS
from governance.audit.models import AuditEvent
from governance.kernel.errors import Refused
from tests.factories.disputes import make_dispute
from tests.factories.series import make_household, make_series


@pytest.fixture
def series(grid):
    return make_series(make_dispute(grid), households=4)


def states(series):
    return list(series.members.values_list("state", flat=True))


def take(series, step, by, members=None, **more):
    members = series.members.all() if members is None else members
    return step_households(series, members, step, by=by, note=more.pop("note", "社区会议"), **more)


@pytest.mark.parametrize("name", BULK_STEPS)
@pytest.mark.parametrize("state", HouseholdState.values)
def test_step_is_taken_from_its_states_alone(name, state, series, dispatcher):
    series.members.update(state=state)
    step = BULK_STEPS[name]

    if state in step.sources:
        take(series, name, dispatcher)
        assert set(states(series)) == {step.target}
    else:
        with pytest.raises(Refused, match="这一批都没有办理"):
            take(series, name, dispatcher)
        assert set(states(series)) == {state}


def test_every_state_can_be_reached_and_gone_back_to():
    assert {step.target for step in BULK_STEPS.values()} == set(HouseholdState) - {HouseholdState.LISTED}
    assert {step.target for step in HOUSEHOLD_STEPS.values()} == set(HouseholdState)


def test_step_is_kept_for_each_household_and_told_once(series, dispatcher):
    done = take(series, "inform", dispatcher)

    assert (done.count, done.changes.count(), series.members.filter(state="informed").count()) == (4, 4, 4)
    assert list(done.changes.order_by().values_list("from_state", "to_state").distinct()) == [
        ("listed", "informed")
    ]
    event = AuditEvent.objects.get(action="series.inform")
    assert (event.reason, event.after["households"]) == ("社区会议", 4)


def test_paying_settles_what_is_owed(series, dispatcher):
    make_household(series, "没有金额的户", due_cents=None)
    take(series, "pay", dispatcher)

    assert set(series.members.values_list("due_cents", "paid_cents")) == {(120_000, 120_000), (None, 0)}


def test_one_wrong_household_stops_all_of_them(series, dispatcher):
    take(series, "pay", dispatcher, series.members.filter(household="2号"))

    with pytest.raises(Refused, match="2号现在是「已缴清」，不能告知"):
        take(series, "inform", dispatcher)
    assert states(series).count("listed") == 3
    assert SeriesStep.objects.count() == 1


def test_household_changed_since_it_was_seen_stops_all_of_them(series, dispatcher):
    seen = series.version
    take(series, "refuse", dispatcher, series.members.filter(household="1号"))

    with pytest.raises(Refused, match="1号刚刚被别人改过") as refusal:
        take(series, "promise", dispatcher, version=seen)
    assert refusal.value.code == "stale"
    assert sorted(states(series)) == ["listed", "listed", "listed", "refused"]
    take(series, "promise", dispatcher, series.members.exclude(household="1号"), version=seen)


@pytest.mark.parametrize("note", ["", "  ", "\u202e "])
def test_step_without_reason_is_refused(note, series, dispatcher):
    with pytest.raises(Refused, match="写明依据或理由"):
        take(series, "inform", dispatcher, note=note)


def test_step_for_nobody_and_unknown_step_are_refused(series, dispatcher):
    with pytest.raises(Refused, match="没有选择任何一户"):
        take(series, "inform", dispatcher, SeriesMember.objects.none())
    with pytest.raises(Refused, match="没有这个办理动作"):
        take(series, "back_to_paid", dispatcher)


def test_household_of_another_series_is_not_touched(series, grid, dispatcher):
    other = make_series(make_dispute(grid))
    with pytest.raises(Refused, match="没有选择任何一户"):
        take(series, "inform", dispatcher, other.members.all())


def test_step_takes_the_right_there(series, worker, stranger):
    for outsider in (worker, stranger):
        with pytest.raises(PermissionDenied):
            take(series, "inform", outsider)


def test_undo_puts_every_household_where_it_was(series, dispatcher):
    take(series, "inform", dispatcher, series.members.filter(household__in=["1号", "2号"]))
    series.members.filter(household="1号").update(paid_cents=5000)
    wrong = take(series, "pay", dispatcher)

    undo_step(wrong, by=dispatcher, note="点错了")

    assert list(series.members.values_list("household", "state", "paid_cents")) == [
        ("1号", "informed", 5000), ("2号", "informed", 0), ("3号", "listed", 0), ("4号", "listed", 0),
    ]  # fmt: skip
    assert SeriesStep.objects.get(undoes=wrong).name == "correct"
    assert SeriesMemberChange.objects.count() == 2 + 4 + 4
    with pytest.raises(Refused, match="已经更正过"):
        undo_step(wrong, by=dispatcher, note="再来")


def test_undo_stops_at_a_household_that_moved_on(series, dispatcher):
    wrong = take(series, "promise", dispatcher)
    take(series, "pay", dispatcher, series.members.filter(household="3号"))

    with pytest.raises(Refused, match="3号后来又有变动"):
        undo_step(wrong, by=dispatcher, note="点错了")
    assert states(series).count("promised") == 3


def test_undo_of_an_undo_is_refused(series, dispatcher):
    back = undo_step(take(series, "inform", dispatcher), by=dispatcher, note="点错了")
    with pytest.raises(Refused, match="已经更正过"):
        undo_step(back, by=dispatcher, note="再更正")


def test_history_cannot_be_rewritten(series, dispatcher):
    take(series, "inform", dispatcher)
    for rows in (SeriesStep.objects, SeriesMemberChange.objects):
        with pytest.raises(InternalError), transaction.atomic():
            rows.update(id=0)


def test_figures_add_up(series, dispatcher):
    take(series, "pay", dispatcher, series.members.filter(household="1号"))
    take(series, "resign", dispatcher, series.members.filter(household="2号"))

    figures = figures_of(series)

    assert (figures.households, figures.settled, figures.undecided) == (4, 2, 2)
    assert (figures.due_cents, figures.paid_cents, figures.settled_percent) == (480_000, 120_000, 50)


def test_series_closes_when_every_household_has_an_end(series, dispatcher):
    take(series, "pay", dispatcher, series.members.filter(household__in=["1号", "2号"]))
    with pytest.raises(Refused, match="还有 2 户没有结果"):
        close_series(series, by=dispatcher, note="都办完了")
    take(series, "drop", dispatcher, series.members.filter(household="3号"), note="户已搬离")
    own = make_dispute(series.area)
    series.members.filter(household="4号").update(dispute=own)

    close_series(series, by=dispatcher, note="都办完了")

    with pytest.raises(Refused, match="已经办结"):
        take(series, "resign", dispatcher, series.members.filter(household="1号"))
    reopen_series(series, by=dispatcher, note="有一户反复")
    take(series, "resign", dispatcher, series.members.filter(household="1号"))


def test_closing_takes_a_reason_and_a_household(grid, dispatcher):
    series = make_series(make_dispute(grid), households=0)
    with pytest.raises(Refused, match="写明办理结果"):
        close_series(series, by=dispatcher, note=" ")
    with pytest.raises(Refused, match="还没有户"):
        close_series(series, by=dispatcher, note="办完")


def test_series_opens_after_its_lead_with_further_disputes(grid, dispatcher):
    lead, other = make_dispute(grid), make_dispute(grid, place="5号楼301")

    series = open_series(by=dispatcher, lead=lead, title="漏水系列案", also=[other])

    member = series.members.get()
    assert (series.area, member.household, member.name, member.dispute) == (grid, "5号楼301", "张三", other)
    assert member.phone_masked == "138****8000"
    with pytest.raises(Refused, match="就是示范案"):
        open_series(by=dispatcher, lead=lead, title="又一件", also=[lead])


def test_template_with_an_unknown_place_is_refused(grid, dispatcher):
    for text, words in (("交 {数额} 元", "不认识的填写项：{数额}"), ("交 {金额 元", "大括号没有成对")):
        with pytest.raises(Refused, match=words):
            open_series(by=dispatcher, lead=make_dispute(grid), title="漏水", agreement_text=text)
