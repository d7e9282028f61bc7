from governance.party.tables.groups import ACTIVITIES, LEAGUES, PARTNERS, STEWARDS, TEAMS
from governance.party.tables.orgs import ORGS

__all__ = ["ACTIVITIES", "LEAGUES", "ORGS", "PARTNERS", "STEWARDS", "TEAMS"]
