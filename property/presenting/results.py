"""What everybody may read of a published round: compounds and companies, never a person."""

from collections import Counter
from dataclasses import dataclass

from property.models import Assessment, AssessmentRound
from property.rules.results import grades_of
from property.rules.scoring import marks_words, rounded_mean

SHOWN = 40  # rounds on the public list


@dataclass(frozen=True)
class CompanyResult:
    name: str
    count: int
    mean: str
    grades: str


def published_rounds() -> list[AssessmentRound]:
    rows = AssessmentRound.objects.filter(published_on__isnull=False).select_related("area")
    return list(rows.order_by("-begins_on", "area_code")[:SHOWN])


def published_round(pk: int) -> AssessmentRound | None:
    rows = AssessmentRound.objects.filter(published_on__isnull=False)
    return rows.select_related("area", "sheet").filter(pk=pk).first()


def result_page(round_: AssessmentRound) -> dict:
    """A round's grades, each company over its projects, and each compound; by marks."""
    rows = list(round_.assessments.for_list().order_by("-total", "area_code", "pk"))
    rated = [row for row in rows if row.total is not None]
    return {
        "round": round_,
        "count": len(rows),
        "mean": marks_words(rounded_mean([row.total for row in rated])),
        "grades": grades_of(rated),
        "companies": companies_of(rated),
        "compounds": [(row, marks_words(row.total)) for row in rated],
    }


def companies_of(rated: list[Assessment]) -> list[CompanyResult]:
    """Companies by their mean over their projects, the best first."""
    totals: dict[str, list[Assessment]] = {}
    for row in rated:
        totals.setdefault(row.company_name, []).append(row)
    means = {name: rounded_mean([row.total for row in own]) for name, own in totals.items()}
    return [
        CompanyResult(name, len(totals[name]), marks_words(mean), _grades(totals[name]))
        for name, mean in sorted(means.items(), key=lambda found: (-found[1], found[0]))
    ]


def _grades(rows: list[Assessment]) -> str:
    counts = Counter(row.grade for row in rows)
    return " ".join(f"{grade}×{counts[grade]}" for grade in sorted(counts))
