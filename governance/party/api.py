from governance.kernel.api import ScopedViewSet
from governance.kernel.days import today
from governance.party import tables
from governance.party.enums import Right
from governance.party.filters import PartyOrgFilter, VolunteerTeamFilter
from governance.party.models import PartyOrg, VolunteerTeam
from governance.party.serializers import PartyOrgSerializer, VolunteerTeamSerializer

BY_ID = "[0-9]{1,18}"


class PartyOrgViewSet(ScopedViewSet):
    """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""

    queryset = PartyOrg.objects.for_list()
    required_right = Right.VIEW
    lookup_value_regex = BY_ID
    serializer_class = PartyOrgSerializer
    filterset_class = PartyOrgFilter
    order = ("area_code", "id")
    layout = tables.ORGS

    def get_queryset(self):
        rows = super().get_queryset()
        return rows.described_on(today()) if self.action == "retrieve" else rows


class VolunteerTeamViewSet(ScopedViewSet):
    """Volunteer teams on the books on `as_of`."""

    queryset = VolunteerTeam.objects.for_list()
    required_right = Right.VIEW
    lookup_value_regex = BY_ID
    serializer_class = VolunteerTeamSerializer
    filterset_class = VolunteerTeamFilter
    order = ("area_code", "id")
    layout = tables.TEAMS


ROUTES = [
    ("party-organisations", PartyOrgViewSet, "party-organisation"),
    ("volunteer-teams", VolunteerTeamViewSet, "volunteer-team"),
]
