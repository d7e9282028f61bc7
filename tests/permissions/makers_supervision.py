"""督办, letters and sets of rules put into an area; each returns the arguments of the address that leads to them."""

from governance.areas.models import Area
from governance.casework.models import RuleSet
from tests.factories import disputes
from tests.factories.casework import make_rules
from tests.factories.supervision import make_letter, make_supervision, put_rules


def case(area: Area) -> dict:
    return {"number": disputes.make_accepted(area).case.number}


def supervision(area: Area):
    return make_supervision(disputes.make_accepted(area).case, area)


def letter(area: Area):
    return make_letter(disputes.make_accepted(area).case, area)


def in_force(area: Area):
    make_rules()
    return put_rules("dispute-four-levels", area)


def rule_set(area: Area | None) -> dict:
    make_rules()
    return {"code": "dispute-four-levels"}


def rule(area: Area | None) -> dict:
    made = rule_set(area)
    return made | {"pk": RuleSet.objects.get(**made).rules.first().pk}


def rule_of_api(area: Area | None) -> dict:
    made = rule(area)
    return {"code": made["code"], "rule": made["pk"]}
