"""What the API of a dispute knows of others that may be the same matter."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from disputes.actions.alike import dismiss_alike, link_disputes
from disputes.actions.series_hints import dismiss_hint
from disputes.enums.rights import Right
from disputes.filters.alike import SeriesHintFilter
from disputes.models import SeriesHint
from disputes.presenting.alike import alike_of
from disputes.serializers.alike import LinkInput, OtherInput, SeriesHintSerializer, SimilarSerializer
from disputes.tables.alike import SERIES_HINTS
from governance.kernel.api import ScopedViewSet
from governance.kernel.scope import demand

_NUMBER = [OpenApiParameter("number", str, OpenApiParameter.PATH)]
JUDGING_ALIKE = dict.fromkeys(("link", "dismiss_alike"), Right.REGISTER)


class AlikeActions:
    """Mixed into the view set of disputes."""

    @extend_schema(parameters=_NUMBER, responses=SimilarSerializer)
    @action(detail=True, methods=["get"], url_path="similar", url_name="similar")
    def similar(self, request, number=None):
        """Disputes that may be the same matter, each with the reasons; nothing is linked by itself."""
        return self._similar(self.find(number))

    @extend_schema(parameters=_NUMBER, request=LinkInput, responses=SimilarSerializer)
    @action(detail=True, methods=["post"], url_path="link", url_name="link")
    def link(self, request, number=None):
        """Say that another dispute is the same matter (`alike`) or the same again (`again`)."""
        dispute, given = self._given(number, LinkInput)
        link_disputes(dispute, by=request.user, **given)
        return self._similar(dispute)

    @extend_schema(parameters=_NUMBER, request=OtherInput, responses=SimilarSerializer)
    @action(detail=True, methods=["post"], url_path="dismiss_alike", url_name="dismiss-alike")
    def dismiss_alike(self, request, number=None):
        """Say that another dispute has nothing to do with it: it is not suggested again."""
        dispute, given = self._given(number, OtherInput)
        dismiss_alike(dispute, by=request.user, **given)
        return self._similar(dispute)

    def _given(self, number: str, body):
        dispute = self.find(number)
        demand(self.request.user, Right.REGISTER, dispute.case.area_code)
        read = body(data=self.request.data)
        read.is_valid(raise_exception=True)
        return dispute, read.validated_data | {"other": self.find(read.validated_data["other"])}

    def _similar(self, dispute) -> Response:
        return Response(SimilarSerializer(alike_of(dispute, self.request.user)).data)


class SeriesHintViewSet(ScopedViewSet):
    """Groups of disputes that may be one series; opening it, or not, is for a person."""

    queryset = SeriesHint.objects.all()
    required_right = Right.VIEW
    action_rights = {"dismiss": Right.MEDIATE}
    serializer_class = SeriesHintSerializer
    filterset_class = SeriesHintFilter
    layout = SERIES_HINTS
    lookup_field = "pk"

    def get_queryset(self):
        return super().get_queryset().waiting().for_list()

    @extend_schema(request=None, responses=SeriesHintSerializer)
    @action(detail=True, methods=["post"])
    def dismiss(self, request, pk=None):
        """No series after all; the same disputes are not suggested again."""
        hint = self.get_object()
        demand(request.user, Right.MEDIATE, hint.area_code)
        dismiss_hint(hint, by=request.user)
        return Response(SeriesHintSerializer(hint).data)
