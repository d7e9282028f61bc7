from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from disputes.actions.drafts import discard_draft, keep_draft, open_draft
from disputes.actions.receptions import dispose_matter, receive_visitor
from disputes.enums.rights import Right
from disputes.filters.receptions import MatterFilter, ReceptionFilter
from disputes.models import DisputeDraft, Matter, Reception
from disputes.serializers.receptions import (
    DisposeInput,
    DisputeDraftInput,
    DraftSerializer,
    MatterSerializer,
    ReceptionInput,
    ReceptionMadeSerializer,
    ReceptionSerializer,
)
from disputes.tables.receptions import MATTERS, RECEPTIONS
from governance.kernel.api import ScopedViewSet
from governance.kernel.scope import demand


class ReceptionViewSet(ScopedViewSet):
    """Visits to the centres."""

    queryset = Reception.objects.for_list()
    required_right = Right.VIEW
    action_rights = {"create": Right.REGISTER}
    serializer_class = ReceptionSerializer
    filterset_class = ReceptionFilter
    layout = RECEPTIONS

    @extend_schema(request=ReceptionInput, responses={201: ReceptionMadeSerializer})
    def create(self, request):
        """Receive a visitor with what they raised; each matter to become a dispute is begun as a draft."""
        read = ReceptionInput(data=request.data, context={"request": request})
        read.is_valid(raise_exception=True)
        given = dict(read.validated_data)
        centre = given.pop("centre")
        demand(request.user, Right.REGISTER, centre.area_code)
        reception, drafts = receive_visitor(centre, by=request.user, **given)
        made = {
            "id": reception.pk,
            "matters": list(reception.matters.order_by("id").values_list("id", flat=True)),
            "drafts": [draft.pk for draft in drafts],
        }
        return Response(made, status=201)


class MatterViewSet(ScopedViewSet):
    """What visitors raised."""

    queryset = Matter.objects.for_list()
    required_right = Right.VIEW
    action_rights = {"dispose": Right.REGISTER}
    serializer_class = MatterSerializer
    filterset_class = MatterFilter
    layout = MATTERS

    @extend_schema(request=DisposeInput, responses=MatterSerializer)
    @action(detail=True, methods=["post"])
    def dispose(self, request, pk=None):
        """Say what became of a matter that opens no dispute, and with what result."""
        matter = get_object_or_404(Matter.objects.for_user(request.user), pk=pk)
        demand(request.user, Right.REGISTER, matter.area_code)
        read = DisposeInput(data=request.data)
        read.is_valid(raise_exception=True)
        dispose_matter(matter, by=request.user, **read.validated_data)
        return self.retrieve(request, pk=pk)


class DraftViewSet(viewsets.GenericViewSet):
    """The client's own registrations not yet sent; nobody else's are ever shown. To register one: POST /disputes/."""

    queryset = DisputeDraft.objects.none()
    required_right = Right.REGISTER
    serializer_class = DraftSerializer
    pagination_class = None
    filter_backends = []

    def get_queryset(self):
        return DisputeDraft.objects.of(self.request.user)

    @extend_schema(responses=DraftSerializer(many=True))
    def list(self, request):
        return Response([_draft(draft) for draft in self.get_queryset()])

    @extend_schema(request=DisputeDraftInput, responses={201: DraftSerializer})
    def create(self, request):
        """Keep what is typed so far for 30 days; nothing of it is checked before it is registered."""
        read = DisputeDraftInput(data=request.data, context={"request": request})
        read.is_valid(raise_exception=True)
        given = dict(read.validated_data)
        matter = given.pop("matter", None)
        return Response(_draft(keep_draft(by=request.user, content=given, matter=matter)), status=201)

    def retrieve(self, request, pk=None):
        return Response(_draft(self.get_object()))

    @extend_schema(responses={204: None})
    def destroy(self, request, pk=None):
        discard_draft(self.get_object(), by=request.user)
        return Response(status=204)


def _draft(draft: DisputeDraft) -> dict:
    return {
        "id": draft.pk,
        "matter_id": draft.matter_id,
        "kept_at": draft.kept_at,
        "expires_on": draft.expires_on,
        "content": open_draft(draft),
    }
