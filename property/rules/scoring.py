"""What a project is worth by its raters: whole numbers and exact fractions, one rounding at the end.

Each rater's sheet is worth up to 100 marks. The total is the raters' weighted mean, in hundredths of a point,
a half rounded up. A rater that gave nothing takes no part: its weight is spread over the others in proportion
to theirs, which is the same as dividing by the weights of those that gave. Who was missing is said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from property.enums.assessment import WHOLE, AssessmentGrade

HUNDREDTHS = 100


@dataclass(frozen=True)
class Part:
    """What one rater contributes: `marks` exact, `weight` as the sheet says, `share` as it counts here."""

    rater: str
    weight: int
    marks: Fraction | None
    share: Fraction

    @property
    def hundredths(self) -> int | None:
        return None if self.marks is None else rounded(self.marks)


@dataclass(frozen=True)
class Result:
    """The parts in the order of the weights, and the total in hundredths; none when nobody rated."""

    parts: tuple[Part, ...]
    total: int | None

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(part.rater for part in self.parts if part.marks is None)


def weigh(weights: Mapping[str, int], given: Mapping[str, Fraction | int]) -> Result:
    """The result of the marks each rater gave, by the weights of the sheet."""
    counted = sum(weight for rater, weight in weights.items() if rater in given)
    parts = tuple(
        Part(
            rater,
            weight,
            Fraction(given[rater]) if rater in given else None,
            Fraction(weight, counted) if rater in given else Fraction(0),
        )
        for rater, weight in weights.items()
    )
    if not counted:
        return Result(parts, None)
    return Result(parts, rounded(sum(part.marks * part.share for part in parts if part.marks is not None)))


def owners_marks(satisfied: int, fair: int, unsatisfied: int, fair_marks: int) -> Fraction | None:
    """The owners' sheet in marks: satisfied is all of them, fairly satisfied `fair_marks`, the rest none."""
    answers = satisfied + fair + unsatisfied
    return Fraction(satisfied * WHOLE + fair * fair_marks, answers) if answers else None


def grade_of(total: int, a_from: int, b_from: int, c_from: int) -> AssessmentGrade:
    """The grade of a total in hundredths; a limit takes in itself."""
    limits = ((a_from, AssessmentGrade.A), (b_from, AssessmentGrade.B), (c_from, AssessmentGrade.C))
    return next((grade for least, grade in limits if total >= least * HUNDREDTHS), AssessmentGrade.D)


def rounded(marks: Fraction) -> int:
    """Marks as hundredths, a half up."""
    return floor(marks * HUNDREDTHS + Fraction(1, 2))


def marks_words(hundredths: int | None) -> str:
    """87.50"""
    return "—" if hundredths is None else f"{hundredths // HUNDREDTHS}.{hundredths % HUNDREDTHS:02d}"


def rounded_mean(totals: Sequence[int]) -> int | None:
    """The plain mean of totals in hundredths, a half up; of none, nothing."""
    return (2 * sum(totals) + len(totals)) // (2 * len(totals)) if totals else None
