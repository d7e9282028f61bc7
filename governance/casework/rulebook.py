"""Which rule holds: the set in force where and when a limit begins, and in it the most specific rule."""

from datetime import date
from functools import cached_property

from governance.areas.models import AreaLevel
from governance.casework.models import DeadlineRule, RuleSet, RuleSetInForce


class RuleBook:
    """Every set and where it is in force, read once for as many questions as a verb or a sweep has."""

    @cached_property
    def _rules(self) -> dict[int, list[DeadlineRule]]:
        found: dict[int, list[DeadlineRule]] = {}
        for rule in DeadlineRule.objects.select_related("level", "rule_set"):
            found.setdefault(rule.rule_set_id, []).append(rule)
        return found

    @cached_property
    def _standard(self) -> dict[str, int]:
        return dict(RuleSet.objects.filter(is_standard=True).values_list("kind", "id"))

    @cached_property
    def _placed(self) -> list[RuleSetInForce]:
        return list(RuleSetInForce.objects.order_by("-area_code"))

    @cached_property
    def _depths(self) -> dict[str, int]:
        return dict(AreaLevel.objects.values_list("key", "depth"))

    def set_for(self, kind: str, area_code: str, day: date) -> int | None:
        """The set in force in the nearest area around the code, else the standard one of the kind."""
        for placed in self._placed:
            if placed.kind == kind and area_code.startswith(placed.area_code) and day in placed.valid:
                return placed.rule_set_id
        return self._standard.get(kind)

    def rule(
        self, kind: str, limit: str, *, complexity: str = "", level: str = "", area_code: str, day: date
    ) -> DeadlineRule | None:
        """The most specific rule: difficulty before level. What the set in force leaves open, the standard one says."""
        chosen, standard = self.set_for(kind, area_code, day), self._standard.get(kind)
        for rule_set in dict.fromkeys((chosen, standard)):
            fitting = [
                rule for rule in self._rules.get(rule_set, []) if self._fits(rule, limit, complexity, level)
            ]
            if fitting:
                return max(
                    fitting, key=lambda rule: (rule.complexity != "", rule.level.depth if rule.level else 0)
                )
        return None

    def _fits(self, rule: DeadlineRule, limit: str, complexity: str, level: str) -> bool:
        if rule.limit != limit or rule.complexity not in ("", complexity):
            return False
        return rule.level is None or rule.level.depth <= self._depths.get(level, 0)
