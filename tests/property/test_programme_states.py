"""Where a task stands: the database and Python give one answer, for any course and any day."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from property.enums.programmes import CheckResult, ItemState
from property.models import ProgrammeItem
from tests.factories.programmes import (
    BEGUN,
    accept,
    finish,
    make_category,
    make_item,
    make_programme,
    make_progress,
    move_due,
)

DAY = date(2024, 6, 10)
OFFSETS = st.integers(min_value=0, max_value=40)
LINES = st.lists(
    st.tuples(
        OFFSETS,  # written
        st.integers(min_value=0, max_value=3),  # of days before that
        st.sampled_from([0, 1, 50, 89, 90, 99, 100]),
        st.sampled_from([value for value, _label in CheckResult.choices]),
        st.integers(min_value=0, max_value=10),  # checked so many days later
    ),
    max_size=4,
)


def day(offset: int) -> date:
    return DAY + timedelta(days=offset)


@pytest.fixture
def category(country):
    return make_category(make_programme(country["990101"]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=LINES,
    due=OFFSETS,
    moves=st.lists(st.tuples(OFFSETS, OFFSETS), max_size=2),
    dropped=st.none() | OFFSETS,
)
def test_the_state_in_sql_is_the_state_in_python_on_every_day(category, lines, due, moves, dropped):
    more = {"dropped_on": day(dropped), "drop_reason": "并入他项"} if dropped is not None else {}
    item = make_item(category.programme.area, category=category, due_on=day(due), **more)
    for changed, moved_to in sorted(moves):
        move_due(item, day(moved_to), on=day(changed))
    for written, back, percent, result, later in lines:
        checked = (
            {} if not result else {"result": result, "checked_on": day(written + later), "check_note": "看过"}
        )
        on = day(written)
        make_progress(item, percent, on=on - timedelta(days=back), written_on=on, **checked)

    rows = ProgrammeItem.objects.filter(pk=item.pk)
    known = rows.prefetch_related("progress", "changes").get()
    for offset in range(-2, 54, 3):
        read = rows.with_state(day(offset)).get()
        assert (read.state, read.percent, read.due_then) == (
            known.state_on(day(offset)),
            known.standing_on(day(offset)).percent,
            known.due_on_day(day(offset)),
        )


@pytest.mark.parametrize(
    ("percent", "state"),
    [
        (0, ItemState.NOT_STARTED),
        (1, ItemState.UNDER_WAY),
        (89, ItemState.UNDER_WAY),
        (90, ItemState.NEARLY_DONE),
        (100, ItemState.NEARLY_DONE),
    ],
)
def test_a_task_before_its_day_stands_by_its_percentage(category, percent, state):
    item = make_item(category.programme.area, category=category, due_on=DAY)
    make_progress(item, percent, on=BEGUN)

    assert (item.state_on(DAY), item.state_on(DAY + timedelta(days=1))) == (state, ItemState.LATE)


def test_only_checked_progress_is_complete_and_from_the_day_of_the_check(category):
    item = make_item(category.programme.area, category=category, due_on=DAY)
    line = make_progress(item, 100, on=DAY - timedelta(days=5))
    accept(line, on=DAY + timedelta(days=3))

    states = [item.state_on(DAY + timedelta(days=days)) for days in (0, 2, 3)]

    assert states == [ItemState.NEARLY_DONE, ItemState.LATE, ItemState.DONE]


def test_a_line_sent_back_counts_no_more(category):
    item = finish(make_item(category.programme.area, category=category, due_on=DAY), on=BEGUN)
    make_progress(
        item, 40, on=DAY, result="sent_back", checked_on=DAY, check_note="缺台账", previous_percent=40
    )

    assert item.state_on(DAY) == ItemState.DONE
