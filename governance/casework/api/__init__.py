"""The REST side of casework; `ROUTES` is what the router registers."""

from governance.casework.api.cases import CaseViewSet
from governance.casework.api.rules import RuleSetInForceViewSet, RuleSetViewSet
from governance.casework.api.supervision import SupervisionViewSet, WarningLetterViewSet

ROUTES: list = [
    ("cases", CaseViewSet, "case"),
    ("rule-sets", RuleSetViewSet, "rule-set"),
    ("rule-sets-in-force", RuleSetInForceViewSet, "rules-in-force"),
    ("supervisions", SupervisionViewSet, "supervision"),
    ("warning-letters", WarningLetterViewSet, "warning-letter"),
]
