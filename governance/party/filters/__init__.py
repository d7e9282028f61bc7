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
    "PartnerFilter",
    "PartyOrgFilter",
    "StewardTeamFilter",
    "VolunteerTeamFilter",
]
