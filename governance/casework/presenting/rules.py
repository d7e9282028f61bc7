from itertools import chain

from governance.casework.models import DeadlineRule, RuleSet


def compared(one: RuleSet, other: RuleSet) -> list[dict]:
    """The rules of two sets by what they are for, one beside the other."""
    sides = [{_place(rule): rule for rule in rule_set.rules.all()} for rule_set in (one, other)]
    found = []
    for place in dict.fromkeys(chain(*sides)):
        left, right = (side.get(place) for side in sides)
        found.append({"place": left or right, "sides": [left, right], "differs": _said(left) != _said(right)})
    return found


def _place(rule: DeadlineRule) -> tuple:
    return rule.limit, rule.complexity, rule.level_id


def _said(rule: DeadlineRule | None) -> tuple | None:
    if rule is None:
        return None
    return rule.amount, rule.unit, rule.decider_id, rule.on_expiry, rule.yellow_after, rule.red_after
