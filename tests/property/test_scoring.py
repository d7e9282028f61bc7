from fractions import Fraction

import pytest

from property.rules.scoring import grade_of, marks_words, owners_marks, weigh

WEIGHTS = {"community": 40, "street": 30, "housing": 20, "owners": 10}


@pytest.mark.parametrize(
    ("given", "total", "missing"),
    [
        ({"community": 100, "street": 100, "housing": 100, "owners": 100}, 10_000, ()),
        ({"community": 90, "street": 80, "housing": 70, "owners": 60}, 8_000, ()),
        ({"community": 90, "street": 80, "housing": 70}, 8_222, ("owners",)),  # 7400 / 90
        ({"housing": 71}, 7_100, ("community", "street", "owners")),
        ({"community": 0, "owners": 100}, 2_000, ("street", "housing")),
        ({"street": Fraction(2, 3), "housing": Fraction(1, 3)}, 53, ("community", "owners")),  # 0.5333
        ({"community": Fraction(1, 200)}, 1, ("street", "housing", "owners")),  # a half goes up
        ({}, None, ("community", "street", "housing", "owners")),
    ],
)
def test_a_total_is_the_weighted_mean_of_those_that_gave(given, total, missing):
    result = weigh(WEIGHTS, given)
    assert (result.total, result.missing) == (total, missing)


def test_shares_of_those_that_gave_are_whole_again():
    result = weigh(WEIGHTS, {"community": 90, "street": 80, "housing": 70})
    assert [part.share for part in result.parts] == [Fraction(4, 9), Fraction(3, 9), Fraction(2, 9), 0]


@pytest.mark.parametrize(
    ("slips", "marks"),
    [
        ((10, 0, 0), 100),
        ((0, 10, 0), 80),
        ((0, 0, 10), 0),
        ((6, 3, 1), 84),
        ((1, 1, 1), 60),
        ((2, 1, 0), Fraction(280, 3)),
        ((0, 0, 0), None),
    ],
)
def test_owners_slips_make_marks(slips, marks):
    assert owners_marks(*slips, 80) == marks


@pytest.mark.parametrize(
    ("total", "grade"),
    [
        (10_000, "A"),
        (9_000, "A"),
        (8_999, "B"),
        (8_000, "B"),
        (7_999, "C"),
        (7_000, "C"),
        (6_999, "D"),
        (0, "D"),
    ],
)
def test_a_grade_takes_in_its_limit(total, grade):
    assert grade_of(total, 90, 80, 70) == grade


def test_marks_are_said_with_two_digits():
    assert [marks_words(value) for value in (8_705, 0, None)] == ["87.05", "0.00", "—"]
