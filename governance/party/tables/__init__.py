from governance.party.tables.cobuild import NEEDS, PROJECTS, RESOURCES, WISHES
from governance.party.tables.groups import ACTIVITIES, LEAGUES, PARTNERS, STEWARDS, TEAMS
from governance.party.tables.orgs import ORGS

__all__ = [
    "ACTIVITIES",
    "LEAGUES",
    "NEEDS",
    "ORGS",
    "PARTNERS",
    "PROJECTS",
    "RESOURCES",
    "STEWARDS",
    "TEAMS",
    "WISHES",
]
