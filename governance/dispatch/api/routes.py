from governance.dispatch.api.actions import ActionItemViewSet
from governance.dispatch.api.cycles import CycleViewSet
from governance.dispatch.api.schedules import CycleRuleViewSet, CycleRunViewSet

ROUTES = [
    ("dispatch-cycles", CycleViewSet, "dispatch-cycle"),
    ("dispatch-actions", ActionItemViewSet, "dispatch-action"),
    ("dispatch-schedules", CycleRuleViewSet, "dispatch-schedule"),
    ("dispatch-runs", CycleRunViewSet, "dispatch-run"),
]
