"""What a unit is told of a quarter: who reported, which posts were taken, what was done. All from rows."""

from dataclasses import dataclass
from datetime import date

from governance.party.models import PostClaim, ReportingUnit, ServiceRecord
from governance.party.rules.quarters import span_of


@dataclass(frozen=True)
class Feedback:
    unit: ReportingUnit
    quarter: str
    first: date
    last: date
    reported: int
    claims: list[PostClaim]
    records: list[ServiceRecord]

    @property
    def words(self) -> str:
        """The quarter as it is said, e.g. 2026 年第三季度."""
        return f"{self.first.year} 年第{'一二三四'[int(self.quarter[-1]) - 1]}季度"


def read_feedback(unit: ReportingUnit, quarter: str) -> Feedback:
    first, last = span_of(quarter)
    claims = unit.claims.filter(claimed_on__lte=last).exclude(released_on__lte=first)
    records = ServiceRecord.objects.filter(claim__unit=unit, on__range=(first, last))
    return Feedback(
        unit=unit,
        quarter=quarter,
        first=first,
        last=last,
        reported=unit.members.live_on(last).count(),
        claims=list(claims.select_related("post__kind", "member", "unit").order_by("claimed_on", "pk")),
        records=list(
            records.select_related("claim__post", "claim__member", "claim__unit").order_by("on", "pk")
        ),
    )
