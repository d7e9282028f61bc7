"""The standing scores of projects put together: results, and what was deducted item by item."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from governance.kernel.wording import listed
from property.enums.assessment import AssessmentGrade, RaterKind
from property.models import Assessment, ItemScore, ScoreItem, ScoreSheet
from property.rules.scoring import Result, owners_marks, weigh


def results_of(assessments: Sequence[Assessment], sheet: ScoreSheet) -> dict[int, Result]:
    """The result of each as it stands now, in two queries however many there are."""
    weights = weights_of(sheet)
    marks: dict[int, dict] = {row.pk: {} for row in assessments}
    for row in ItemScore.objects.standing().filter(assessment__in=list(marks)):
        given = marks[row.assessment_id]
        given[row.rater] = given.get(row.rater, 0) + row.marks
    for row in assessments:
        owners = row.slips and owners_marks(*row.slips, sheet.fair_marks)
        if owners is not None:
            marks[row.pk][RaterKind.OWNERS] = owners
    return {row.pk: weigh(weights, marks[row.pk]) for row in assessments}


def weights_of(sheet: ScoreSheet) -> dict[str, int]:
    return dict(sheet.weights.values_list("rater", "weight"))


@dataclass
class ItemResult:
    """An item with what each rater gave for it now; `earlier` rows were corrected since."""

    item: ScoreItem
    scores: dict[str, ItemScore] = field(default_factory=dict)
    earlier: list[ItemScore] = field(default_factory=list)

    @property
    def deductions(self) -> list[ItemScore]:
        return [row for row in self.scores.values() if row.marks < self.item.marks]


def items_of(assessment: Assessment, items: Iterable[ScoreItem]) -> list[ItemResult]:
    """Every item of the sheet with its rows, the latest of each rater counting."""
    found = {item.pk: ItemResult(item) for item in items}
    for row in assessment.scores.select_related("by", "evidence", "appeal").order_by("pk"):
        shown = found[row.item_id]
        if row.rater in shown.scores:
            shown.earlier.append(shown.scores[row.rater])
        shown.scores[row.rater] = row
    return list(found.values())


def missing_words(result: Result) -> str:
    """Which raters gave nothing, and what became of their weights."""
    if not result.missing or result.total is None:
        return ""
    return _("{}没有评分，权重按比例分给其他评分方。").format(
        listed(RaterKind(rater).label for rater in result.missing)
    )


def grades_of(rows: list[Assessment]) -> list[tuple[AssessmentGrade, int]]:
    """How many of each grade; nothing before grades were given."""
    counts = Counter(row.grade for row in rows if row.grade)
    return [(grade, counts[grade]) for grade in AssessmentGrade] if counts else []
