from grids.api.body_posts import BodyPostViewSet
from grids.api.campaigns import CampaignViewSet
from grids.api.communities import (
    AdviserDutyViewSet,
    AdviserRecordViewSet,
    AdviserViewSet,
    CommunityOrgViewSet,
    CommunityViewSet,
    CouncilTopicViewSet,
    ServiceMemberViewSet,
)
from grids.api.errands import ErrandViewSet, HintViewSet, ServiceItemViewSet
from grids.api.events import EventCategoryViewSet, EventViewSet, WorkListViewSet
from grids.api.pocket import PocketViewSet
from grids.api.public import PublicCodeViewSet, SuggestionViewSet
from grids.api.territory import BuildingViewSet, CompoundViewSet, GridViewSet, GridWorkerViewSet
from grids.api.visits import NeedViewSet, VisitViewSet

ROUTES = [
    ("grids", GridViewSet, "grid"),
    ("workers", GridWorkerViewSet, "worker"),
    ("compounds", CompoundViewSet, "compound"),
    ("visits", VisitViewSet, "visit"),
    ("needs", NeedViewSet, "need"),
    ("errands", ErrandViewSet, "errand"),
    ("service-items", ServiceItemViewSet, "service-item"),
    ("eligibility-hints", HintViewSet, "eligibility-hint"),
    # events
    ("events", EventViewSet, "event"),
    ("event-categories", EventCategoryViewSet, "event-category"),
    ("work-list", WorkListViewSet, "work-list"),
    ("pocket", PocketViewSet, "pocket"),
    ("campaigns", CampaignViewSet, "campaign"),
    # bodies
    ("body-posts", BodyPostViewSet, "body-post"),
    ("building-groups", BuildingViewSet, "building-group"),
]
# The community's desk.
ROUTES += [
    ("communities", CommunityViewSet, "community"),
    ("service-members", ServiceMemberViewSet, "service-member"),
    ("advisers", AdviserViewSet, "adviser"),
    ("adviser-duties", AdviserDutyViewSet, "adviser-duty"),
    ("adviser-records", AdviserRecordViewSet, "adviser-record"),
    ("council-topics", CouncilTopicViewSet, "council-topic"),
    ("community-orgs", CommunityOrgViewSet, "community-org"),
    # residents
    ("public-codes", PublicCodeViewSet, "public-code"),
    ("suggestions", SuggestionViewSet, "suggestion"),
]
