from drf_spectacular.utils import extend_schema
from rest_framework.parsers import MultiPartParser

from governance.kernel.days import today
from governance.kernel.parsers import StrictJSONParser
from governance.party import actions, tables
from governance.party import serializers as bodies
from governance.party.api.verbs import VerbViewSet, called, verb_path
from governance.party.enums import Right
from governance.party.filters import PartnerFilter
from governance.party.models import Partner

VERBS = {
    "renew": (bodies.RenewInput, actions.renew_agreement),
    "end": (bodies.EndPartnerInput, actions.end_partner),
}


class PartnerViewSet(VerbViewSet):
    """Partners of `as_of` with the agreement of that day; a single one is given also after it ended."""

    queryset = Partner.objects.for_list()
    action_rights = dict.fromkeys(("create", *VERBS), Right.BUILD)
    serializer_class = bodies.PartnerSerializer
    filterset_class = PartnerFilter
    order = ("area_code", "id")
    layout = tables.PARTNERS
    parser_classes = [StrictJSONParser, MultiPartParser]

    def get_queryset(self):
        rows = super().get_queryset()
        return rows if self.action == "list" else rows.agreed_on(today())

    @extend_schema(request=bodies.SignPartnerInput, responses={201: bodies.PartnerSerializer})
    def create(self, request):
        """Take in a unit that signed; a picture of the agreement comes along as multipart `scan`."""
        read = bodies.SignPartnerInput(data=request.data, context={"request": request})
        return self.made(called(actions.sign_partner, request=request, read=read))

    renew = verb_path("renew", *VERBS["renew"], thing="partners", row=bodies.PartnerSerializer, photos=True)
    end = verb_path("end", *VERBS["end"], thing="partners", row=bodies.PartnerSerializer)
