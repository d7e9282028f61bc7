from governance.party.filters.cobuild import NeedFilter, ProjectFilter, ResourceFilter, WishFilter
from governance.party.filters.groups import (
    ActivityFilter,
    LeagueFilter,
    StewardTeamFilter,
    VolunteerTeamFilter,
)
from governance.party.filters.orgs import PartyOrgFilter
from governance.party.filters.partners import PartnerFilter
from governance.party.filters.reporting import ReportingUnitFilter, ServicePostFilter

__all__ = [
    "ActivityFilter",
    "LeagueFilter",
    "NeedFilter",
    "PartnerFilter",
    "PartyOrgFilter",
    "ProjectFilter",
    "ReportingUnitFilter",
    "ResourceFilter",
    "ServicePostFilter",
    "StewardTeamFilter",
    "VolunteerTeamFilter",
    "WishFilter",
]
