from governance.kernel.pages import ListPage
from governance.party import tables
from governance.party.enums import Right
from governance.party.filters import PartyOrgFilter, VolunteerTeamFilter
from governance.party.models import PartyOrg, VolunteerTeam


class OrgList(ListPage):
    required_right = Right.VIEW
    filterset_class = PartyOrgFilter
    order = ("area_code", "id")
    template_name = "party/org_list.html"
    rows_template = "party/_org_rows.html"
    layout = tables.ORGS

    def rows_for(self, user):
        return PartyOrg.objects.for_user(user).for_list()


class TeamList(ListPage):
    required_right = Right.VIEW
    filterset_class = VolunteerTeamFilter
    order = ("area_code", "id")
    template_name = "party/team_list.html"
    rows_template = "party/_team_rows.html"
    layout = tables.TEAMS

    def rows_for(self, user):
        return VolunteerTeam.objects.for_user(user).for_list()
