from governance.party.models.activities import Activity
from governance.party.models.changes import PartyOrgChange, PartyTerm
from governance.party.models.cobuild import CobuildKind, CommunityNeed, CoProject, PartnerResource
from governance.party.models.leagues import League, LeaguePartner
from governance.party.models.orgs import PartyOrg, PartyOrgQuerySet, PartyTier
from governance.party.models.partners import Partner, PartnerAgreement
from governance.party.models.relations import MemberOrg, PartyOrgArea, PartyOrgFormerName, PartyOrgParent
from governance.party.models.reporting import (
    FeedbackSheet,
    PostClaim,
    ReportingUnit,
    ServicePost,
    ServicePostKind,
    ServiceRecord,
    ServingMember,
)
from governance.party.models.teams import StewardMember, StewardTeam, VolunteerTeam
from governance.party.models.wishes import Wish

__all__ = [
    "Activity",
    "CoProject",
    "CobuildKind",
    "CommunityNeed",
    "FeedbackSheet",
    "League",
    "LeaguePartner",
    "MemberOrg",
    "Partner",
    "PartnerAgreement",
    "PartnerResource",
    "PartyOrg",
    "PartyOrgArea",
    "PartyOrgChange",
    "PartyOrgFormerName",
    "PartyOrgParent",
    "PartyOrgQuerySet",
    "PartyTerm",
    "PartyTier",
    "PostClaim",
    "ReportingUnit",
    "ServicePost",
    "ServicePostKind",
    "ServiceRecord",
    "ServingMember",
    "StewardMember",
    "StewardTeam",
    "VolunteerTeam",
    "Wish",
]
