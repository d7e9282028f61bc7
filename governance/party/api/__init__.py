from governance.party.api.groups import (
    ActivityViewSet,
    LeagueViewSet,
    StewardTeamViewSet,
    VolunteerTeamViewSet,
)
from governance.party.api.orgs import PartyOrgViewSet
from governance.party.api.partners import PartnerViewSet

ROUTES = [
    ("party-organisations", PartyOrgViewSet, "party-organisation"),
    ("partners", PartnerViewSet, "partner"),
    ("leagues", LeagueViewSet, "league"),
    ("steward-teams", StewardTeamViewSet, "steward-team"),
    ("volunteer-teams", VolunteerTeamViewSet, "volunteer-team"),
    ("party-activities", ActivityViewSet, "party-activity"),
]
