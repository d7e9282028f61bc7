from governance.dispatch.api.actions import ActionItemViewSet
from governance.dispatch.api.cycles import CycleViewSet

ROUTES = [
    ("dispatch-cycles", CycleViewSet, "dispatch-cycle"),
    ("dispatch-actions", ActionItemViewSet, "dispatch-action"),
]
