from governance.casework.api.cases import CaseViewSet
from governance.casework.api.orders import WorkOrderViewSet
from governance.casework.api.rules import RuleSetInForceViewSet, RuleSetViewSet
from governance.casework.api.supervision import SupervisionViewSet, WarningLetterViewSet

ROUTES: list = [
    ("cases", CaseViewSet, "case"),
    ("work-orders", WorkOrderViewSet, "work-order"),
    ("rule-sets", RuleSetViewSet, "rule-set"),
    ("rule-sets-in-force", RuleSetInForceViewSet, "rules-in-force"),
    ("supervisions", SupervisionViewSet, "supervision"),
    ("warning-letters", WarningLetterViewSet, "warning-letter"),
]
