from governance.dispatch.api.actions import ActionItemViewSet
from governance.dispatch.api.briefs import BriefTemplateViewSet, BriefViewSet
from governance.dispatch.api.corrections import CorrectionViewSet
from governance.dispatch.api.cycles import CycleViewSet
from governance.dispatch.api.deliveries import DeliveryViewSet, NoticeSettingsViewSet
from governance.dispatch.api.items import CycleItemViewSet
from governance.dispatch.api.ladders import LadderChangeViewSet, LadderStepViewSet
from governance.dispatch.api.schedules import CycleRuleViewSet, CycleRunViewSet
from governance.dispatch.api.visits import SupervisionVisitViewSet
from governance.dispatch.api.webhooks import WebhookViewSet

ROUTES = [
    ("dispatch-cycles", CycleViewSet, "dispatch-cycle"),
    ("dispatch-items", CycleItemViewSet, "dispatch-item"),
    ("dispatch-actions", ActionItemViewSet, "dispatch-action"),
    ("dispatch-corrections", CorrectionViewSet, "dispatch-correction"),
    ("dispatch-schedules", CycleRuleViewSet, "dispatch-schedule"),
    ("dispatch-runs", CycleRunViewSet, "dispatch-run"),
    ("dispatch-ladder-steps", LadderStepViewSet, "dispatch-ladder-step"),
    ("dispatch-ladder-changes", LadderChangeViewSet, "dispatch-ladder-change"),
    ("dispatch-briefs", BriefViewSet, "dispatch-brief"),
    ("brief-templates", BriefTemplateViewSet, "brief-template"),
    ("dispatch-visits", SupervisionVisitViewSet, "dispatch-visit"),
    ("deliveries", DeliveryViewSet, "delivery"),
    ("dispatch-webhooks", WebhookViewSet, "dispatch-webhook"),
    ("notice-settings", NoticeSettingsViewSet, "notice-setting"),
]
