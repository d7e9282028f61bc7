from governance.party.filters.cobuild import NeedFilter, ProjectFilter, ResourceFilter, WishFilter
from governance.party.filters.groups import (
    ActivityFilter,
    LeagueFilter,
    StewardTeamFilter,
    VolunteerTeamFilter,
)
from governance.party.filters.orgs import PartyOrgFilter
from governance.party.filters.partners import PartnerFilter

__all__ = [
    "ActivityFilter",
    "LeagueFilter",
    "NeedFilter",
    "PartnerFilter",
    "PartyOrgFilter",
    "ProjectFilter",
    "ResourceFilter",
    "StewardTeamFilter",
    "VolunteerTeamFilter",
    "WishFilter",
]
