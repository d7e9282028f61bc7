from governance.party.api.cobuild import (
    CommunityNeedViewSet,
    CoProjectViewSet,
    PartnerResourceViewSet,
    WishViewSet,
)
from governance.party.api.groups import (
    ActivityViewSet,
    LeagueViewSet,
    StewardTeamViewSet,
    VolunteerTeamViewSet,
)
from governance.party.api.orgs import PartyOrgViewSet
from governance.party.api.partners import PartnerViewSet
from governance.party.api.reporting import ReportingUnitViewSet, ServicePostViewSet

ROUTES = [
    ("party-organisations", PartyOrgViewSet, "party-organisation"),
    ("partners", PartnerViewSet, "partner"),
    ("leagues", LeagueViewSet, "league"),
    ("steward-teams", StewardTeamViewSet, "steward-team"),
    ("volunteer-teams", VolunteerTeamViewSet, "volunteer-team"),
    ("partner-resources", PartnerResourceViewSet, "partner-resource"),
    ("community-needs", CommunityNeedViewSet, "community-need"),
    ("co-projects", CoProjectViewSet, "co-project"),
    ("wishes", WishViewSet, "wish"),
    ("reporting-units", ReportingUnitViewSet, "reporting-unit"),
    ("service-posts", ServicePostViewSet, "service-post"),
    ("party-activities", ActivityViewSet, "party-activity"),
]
