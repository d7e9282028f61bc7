"""What the API of a dispute knows of its many parties and of the joint table; mixed into its view set."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action

from disputes.actions.parties import add_parties
from disputes.enums.rights import Right
from disputes.serializers.disputes import DisputeSerializer
from disputes.serializers.parties import PartiesInput
from governance.kernel.pages import demand

_NUMBER = [OpenApiParameter("number", str, OpenApiParameter.PATH)]

AT_THE_TABLE = {"parties": Right.REGISTER}


class RoomActions:
    """POST sub-paths beside the steps of the lifecycle: they leave the state alone."""

    def _given(self, request, number: str, right: str, body, **context):
        """The dispute, and what a valid body says, for somebody who holds the right there."""
        dispute = self.find(number)
        demand(request.user, right, dispute.case.area_code)
        read = body(data=request.data, context={"dispute": dispute, **context})
        read.is_valid(raise_exception=True)
        return dispute, read.validated_data

    @extend_schema(parameters=_NUMBER, request=PartiesInput, responses=DisputeSerializer)
    @action(detail=True, methods=["post"], url_path="parties", url_name="parties")
    def parties(self, request, number=None):
        """补录当事人: several at once, all or none."""
        dispute, given = self._given(request, number, Right.REGISTER, PartiesInput)
        add_parties(dispute, by=request.user, **given)
        return self.show(number)
