"""What a wall keeps to itself."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from governance.statistics.reading import Row
from governance.walls.drawing import draw_trend
from governance.walls.rules import is_small, tells_its_parts, withheld

counts = st.integers(0, 30)
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def row(key: str, numerator: int, denominator: int | None = None) -> Row:
    return Row(key, key, numerator, denominator, numerator)


@pytest.mark.parametrize(
    ("numerator", "denominator", "small"),
    [
        *[(0, None, False), (1, None, True), (4, None, True), (5, None, False), (None, None, False)],
        *[(0, 0, False), (0, 1, True), (4, 4, True), (0, 5, False), (2, 5, False)],
    ],
)
def test_small_is_below_five_of_a_count_or_of_the_whole_of_a_share(numerator, denominator, small):
    assert is_small(numerator, denominator) is small


@pytest.mark.parametrize(("numerator", "told"), [(0, True), (3, False), (5, True)])
def test_the_sides_of_a_share_stand_beside_it_only_when_neither_is_small(numerator, told):
    assert tells_its_parts(numerator, 20) is told
    assert not tells_its_parts(numerator, None)
    assert not tells_its_parts(0, 4)


def test_a_single_small_count_takes_the_next_with_it():
    rows = [row("a", 40), row("b", 3), row("c", 7), row("d", 0)]

    assert withheld(rows) == ({"b"}, {"c"})
    assert withheld([row("a", 40), row("b", 3), row("c", 1)]) == ({"b", "c"}, set())
    assert withheld([row("a", 9, 40), row("b", 1, 3)]) == ({"b"}, set())


@unhurried
@given(st.lists(counts, max_size=8))
def test_no_small_count_can_be_worked_out_from_the_total(numbers):
    """Whoever knows the total and every number shown still has two unknowns, or knows of no small one."""
    rows = [row(str(n), number) for n, number in enumerate(numbers)]
    small, beside = withheld(rows)
    shown = [r for r in rows if r.key not in small | beside]

    assert not any(is_small(r.numerator, None) for r in shown)
    if small and any(r.numerator >= 5 for r in rows):
        assert len(small | beside) >= 2


def test_the_line_breaks_where_a_month_is_not_told():
    trend = draw_trend("走势", "件", [("1", None), ("2", 5), ("3", 9), ("4", None), ("5", 7)])

    assert [piece.count(",") for piece in trend.pieces] == [2, 1]
    assert [dot.words for dot in trend.dots] == ["5", "9", "7"]
    assert trend.rows[0] == ("2", "5")


@unhurried
@given(st.lists(st.one_of(st.none(), st.floats(0, 1e9)), max_size=12))
def test_a_line_stays_inside_its_picture(values):
    trend = draw_trend("走势", "%", [(str(n), value) for n, value in enumerate(values)])

    assert all(0 <= dot.x <= trend.width and 0 <= dot.y <= trend.foot for dot in trend.dots)
    assert len(trend.dots) == sum(value is not None for value in values)
