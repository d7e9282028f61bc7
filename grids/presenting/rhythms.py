"""The rules of looking in on people as they stand for one area: whose decision holds, and for how many days."""

from dataclasses import dataclass

from governance.areas.models import Area
from grids.models import RhythmChoice, RhythmRule


@dataclass(frozen=True)
class RuleHere:
    """A rule, and the decision about it that holds in an area; None where nobody has decided."""

    rule: RhythmRule
    choice: RhythmChoice | None
    is_own: bool

    @property
    def is_on(self) -> bool:
        return self.choice is not None and self.choice.is_on

    @property
    def days(self) -> int:
        return self.choice.days if self.choice else self.rule.days


def rules_here(area: Area) -> list[RuleHere]:
    """Every rule of the catalogue with the nearest decision of the area and those above it: two statements."""
    choices = RhythmChoice.objects.above(area.code).select_related("area", "set_by")
    nearest = {choice.rule_id: choice for choice in choices}
    return [
        RuleHere(rule, nearest.get(rule.pk), rule.pk in nearest and nearest[rule.pk].area_id == area.pk)
        for rule in RhythmRule.objects.all()
    ]
