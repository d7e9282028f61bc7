"""督办, cards and letters of warning, past the verbs; the sets of rules in force."""

from itertools import count

from governance.areas.models import Area
from governance.casework.enums import Grade
from governance.casework.models import Case, RuleSet, RuleSetInForce, Supervision, WarningLetter
from governance.kernel.days import today

_numbers = count(1)


def make_supervision(case: Case, area: Area | None = None, **fields) -> Supervision:
    """An open yellow card of the office that has the case."""
    defaults = {"grade": Grade.YELLOW, "demand": "请在三天内办结。", "given_on": today()}
    return Supervision.objects.create(case=case, area=area or case.owner_area, **(defaults | fields))


def make_letter(case: Case, area: Area | None = None, **fields) -> WarningLetter:
    defaults = {"number": f"990101Y20261125{next(_numbers):05d}", "text": "请立即研判，落实包案。"}
    return WarningLetter.objects.create(case=case, area=area or case.owner_area, **(defaults | fields))


def put_rules(code: str, area: Area, since=None, until=None) -> RuleSetInForce:
    """A set of the base preset in force in an area, from today unless `since` says otherwise."""
    rule_set = RuleSet.objects.get(code=code)
    return RuleSetInForce.objects.create(
        area=area, rule_set=rule_set, kind=rule_set.kind, valid=(since or today(), until)
    )
