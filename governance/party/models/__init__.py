from governance.party.models.changes import PartyOrgChange, PartyTerm
from governance.party.models.orgs import PartyOrg, PartyOrgQuerySet, PartyTier
from governance.party.models.relations import MemberOrg, PartyOrgArea, PartyOrgFormerName, PartyOrgParent
from governance.party.models.teams import League, Partner, StewardTeam, VolunteerTeam

__all__ = [
    "League",
    "MemberOrg",
    "Partner",
    "PartyOrg",
    "PartyOrgArea",
    "PartyOrgChange",
    "PartyOrgFormerName",
    "PartyOrgParent",
    "PartyOrgQuerySet",
    "PartyTerm",
    "PartyTier",
    "StewardTeam",
    "VolunteerTeam",
]
