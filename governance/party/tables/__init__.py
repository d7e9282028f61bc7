from governance.party.tables.cobuild import NEEDS, PROJECTS, RESOURCES, WISHES
from governance.party.tables.groups import ACTIVITIES, LEAGUES, PARTNERS, STEWARDS, TEAMS
from governance.party.tables.orgs import ORGS
from governance.party.tables.reporting import POSTS, UNITS

__all__ = [
    "ACTIVITIES",
    "LEAGUES",
    "NEEDS",
    "ORGS",
    "PARTNERS",
    "POSTS",
    "PROJECTS",
    "RESOURCES",
    "STEWARDS",
    "TEAMS",
    "UNITS",
    "WISHES",
]
