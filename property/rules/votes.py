"""Whether owners decided a matter: four tests by exact fractions, heads and area apart (民法典第二百七十八条).

Everything is counted in whole numbers: heads one by one, area in hundredths of a square metre.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from property.enums.meetings import QUALIFIED, MatterKind


@dataclass(frozen=True)
class Threshold:
    """A share to be reached. 以上 takes in the share itself (民法典第一千二百五十九条), 过半数 does not."""

    share: Fraction
    takes_in_itself: bool
    label: str | Promise
    missed: str | Promise

    def least(self, whole: int) -> int:
        """The smallest part of `whole` that reaches the share; of nothing, no part does."""
        exact = self.share * whole
        return max(ceil(exact) if self.takes_in_itself else floor(exact) + 1, 1)


TWO_THIRDS = Threshold(Fraction(2, 3), True, _("三分之二以上"), _("不到三分之二"))
MORE_THAN_HALF = Threshold(Fraction(1, 2), False, _("过半数"), _("没有过半数"))
THREE_QUARTERS = Threshold(Fraction(3, 4), True, _("四分之三以上"), _("不到四分之三"))

QUORUM = TWO_THIRDS
CONSENT = {kind: THREE_QUARTERS if kind in QUALIFIED else MORE_THAN_HALF for kind in MatterKind}


class Measure(StrEnum):
    HEADS = "heads"
    AREA = "area"


class Question(StrEnum):
    """Whether enough took part, and whether enough of those agreed."""

    QUORUM = "quorum"
    CONSENT = "consent"


@dataclass(frozen=True)
class Votes:
    """What was counted by one measure."""

    total: int
    took_part: int
    in_favour: int


@dataclass(frozen=True)
class VoteTest:
    question: Question
    measure: Measure
    threshold: Threshold
    part: int
    whole: int

    @property
    def lacking(self) -> int:
        """How much more would have been enough; nothing when it was."""
        return max(self.threshold.least(self.whole) - self.part, 0)

    @property
    def is_passed(self) -> bool:
        return self.lacking == 0


@dataclass(frozen=True)
class Verdict:
    """The four tests of a matter; it is decided when all are passed."""

    kind: MatterKind
    tests: tuple[VoteTest, ...]

    @property
    def failed(self) -> tuple[VoteTest, ...]:
        return tuple(test for test in self.tests if not test.is_passed)

    @property
    def is_passed(self) -> bool:
        return not self.failed


def judge(kind: str, heads: Votes, area: Votes) -> Verdict:
    """The verdict on a matter of a class."""
    kind = MatterKind(kind)
    counted = ((Measure.HEADS, heads), (Measure.AREA, area))
    quorum = [VoteTest(Question.QUORUM, by, QUORUM, votes.took_part, votes.total) for by, votes in counted]
    consent = [
        VoteTest(Question.CONSENT, by, CONSENT[kind], votes.in_favour, votes.took_part)
        for by, votes in counted
    ]
    return Verdict(kind, (*quorum, *consent))


def verdict_of(matter) -> Verdict | None:
    """The verdict on an `OwnersMatter`; nothing before it is counted."""
    if not matter.is_counted:
        return None
    heads = Votes(matter.owner_count, matter.took_part_heads, matter.for_heads)
    area = Votes(*map(hundredths, (matter.owner_area, matter.took_part_area, matter.for_area)))
    return judge(matter.kind, heads, area)


def hundredths(square_metres) -> int:
    """A column of two decimals as the whole number it stands for."""
    return int(square_metres.scaleb(2))
