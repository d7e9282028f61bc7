"""The vote engine: every class of matter at, just below and just above each threshold, heads and area apart."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from property.enums.meetings import MatterKind
from property.rules.verdicts import percent, words_of
from property.rules.votes import Votes, VoteTest, hundredths, judge

ORDINARY = "123459"
QUALIFIED = "678"
# Of 600 owners with 60,000.00 square metres everybody agrees, unless a case says otherwise.
HEADS, AREA = 600, 6_000_000


def failed(kind: str, heads: tuple[int, int], area: tuple[int, int]) -> list[tuple[str, str, int]]:
    """Which tests fail for (took part, in favour) by heads and by area, and by how much."""
    verdict = judge(kind, Votes(HEADS, *heads), Votes(AREA, *area))
    return [(str(test.question), str(test.measure), test.lacking) for test in verdict.failed]


def test_the_nine_matters_are_those_of_the_article():
    assert [kind.value for kind in MatterKind] == list("123456789")
    assert sorted(ORDINARY + QUALIFIED) == list("123456789")


# What took part: two thirds are 400 heads and 4,000,000 hundredths of a square metre.
@pytest.mark.parametrize("kind", MatterKind.values)
@pytest.mark.parametrize(
    ("heads", "area", "missed"),
    [
        (400, 4_000_000, []),
        (401, 4_000_001, []),
        (399, 4_000_000, [("quorum", "heads", 1)]),
        (400, 3_999_999, [("quorum", "area", 1)]),
        (399, 6_000_000, [("quorum", "heads", 1)]),
        (600, 3_999_999, [("quorum", "area", 1)]),
        (390, 3_999_900, [("quorum", "heads", 10), ("quorum", "area", 100)]),
    ],
)
def test_quorum_is_two_thirds_of_heads_and_of_area(kind, heads, area, missed):
    assert failed(kind, (heads, heads), (area, area)) == missed


# What agrees, of 500 heads and 5,000,000 hundredths that took part: half is 250 and 2,500,000.
@pytest.mark.parametrize("kind", ORDINARY)
@pytest.mark.parametrize(
    ("heads", "area", "missed"),
    [
        (251, 2_500_001, []),
        (252, 2_500_002, []),
        (250, 2_500_001, [("consent", "heads", 1)]),
        (251, 2_500_000, [("consent", "area", 1)]),
        (249, 5_000_000, [("consent", "heads", 2)]),
        (500, 2_499_999, [("consent", "area", 2)]),
        (250, 2_500_000, [("consent", "heads", 1), ("consent", "area", 1)]),
        (0, 0, [("consent", "heads", 251), ("consent", "area", 2_500_001)]),
    ],
)
def test_an_ordinary_matter_takes_more_than_half_and_half_is_not_enough(kind, heads, area, missed):
    assert failed(kind, (500, heads), (5_000_000, area)) == missed


# Three quarters of 500 are 375, of 5,000,000 they are 3,750,000: exactly that is enough.
@pytest.mark.parametrize("kind", QUALIFIED)
@pytest.mark.parametrize(
    ("heads", "area", "missed"),
    [
        (375, 3_750_000, []),
        (376, 3_750_001, []),
        (374, 3_750_000, [("consent", "heads", 1)]),
        (375, 3_749_999, [("consent", "area", 1)]),
        (374, 5_000_000, [("consent", "heads", 1)]),
        (500, 3_749_999, [("consent", "area", 1)]),
        (251, 2_500_001, [("consent", "heads", 124), ("consent", "area", 1_249_999)]),
    ],
)
def test_funds_rebuilding_and_change_of_use_take_three_quarters(kind, heads, area, missed):
    assert failed(kind, (500, heads), (5_000_000, area)) == missed


@pytest.mark.parametrize(
    ("whole", "quorum", "ordinary", "qualified"),
    [
        (1, 1, 1, 1),
        (2, 2, 2, 2),
        (3, 2, 2, 3),
        (4, 3, 3, 3),
        (5, 4, 3, 4),
        (100, 67, 51, 75),
        (101, 68, 51, 76),
    ],
)
def test_a_share_of_few_is_rounded_up_never_down(whole, quorum, ordinary, qualified):
    least = [
        next(n for n in range(whole + 1) if _passes(kind, question, n, whole))
        for kind, question in (("1", "quorum"), ("1", "consent"), ("6", "consent"))
    ]
    assert least == [quorum, ordinary, qualified]


def _passes(kind: str, question: str, part: int, whole: int) -> bool:
    votes = Votes(whole, part, part) if question == "quorum" else Votes(whole, whole, part)
    return (question, "heads") not in {
        (str(test.question), str(test.measure)) for test in judge(kind, votes, Votes(1, 1, 1)).failed
    }


def test_nobody_took_part_so_nothing_is_decided():
    verdict = judge("9", Votes(600, 0, 0), Votes(AREA, 0, 0))
    assert [test.is_passed for test in verdict.tests] == [False] * 4


def naive(kind: str, heads: Votes, area: Votes) -> bool:
    """The article in the plainest words, in products alone."""
    for votes in (heads, area):
        if not votes.took_part * 3 >= votes.total * 2:
            return False
        if votes.took_part == 0:
            return False
        agreed = votes.in_favour * 4 >= votes.took_part * 3
        if kind not in QUALIFIED:
            agreed = votes.in_favour * 2 > votes.took_part
        if not agreed:
            return False
    return True


def votes(most: int) -> st.SearchStrategy[Votes]:
    return st.integers(1, most).flatmap(
        lambda total: st.integers(0, total).flatmap(
            lambda took_part: st.integers(0, took_part).map(lambda agreed: Votes(total, took_part, agreed))
        )
    )


@given(kind=st.sampled_from(MatterKind.values), heads=votes(24), area=votes(10**10))
def test_the_engine_agrees_with_the_article_in_plain_words(kind, heads, area):
    verdict = judge(kind, heads, area)

    assert verdict.is_passed == naive(kind, heads, area)
    for test in verdict.failed:
        enough = VoteTest(test.question, test.measure, test.threshold, test.part + test.lacking, test.whole)
        short = VoteTest(
            test.question, test.measure, test.threshold, test.part + test.lacking - 1, test.whole
        )
        assert (enough.is_passed, short.is_passed) == (True, False)


def test_words_say_which_tests_failed_and_by_how_much():
    carried = judge("6", Votes(600, 500, 375), Votes(AREA, 5_000_000, 3_750_000))
    missed = judge("6", Votes(600, 399, 399), Votes(AREA, 4_000_000, 2_987_950))

    assert words_of(carried) == "通过。"
    assert words_of(missed) == (
        "没有通过：参与表决的人数不到三分之二，还差 1 人；同意的面积不到四分之三，还差 120.50 平方米。"
    )
    assert words_of(None) == "还没有计票。"


def test_a_percentage_is_never_rounded_up_to_a_share_that_was_missed():
    missed = judge("1", Votes(60_000, 39_999, 39_999), Votes(3, 2, 2)).tests[0]
    assert (missed.is_passed, percent(missed)) == (False, "66.66%")
    assert percent(judge("1", Votes(3, 0, 0), Votes(3, 0, 0)).tests[2]) == "0.00%"


def test_an_area_becomes_whole_hundredths_exactly():
    assert [hundredths(Decimal(text)) for text in ("0.01", "38120.50", "99999999.99", "7")] == [
        1, 3812050, 9999999999, 700,
    ]  # fmt: skip
