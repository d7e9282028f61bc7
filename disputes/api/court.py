from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from disputes.actions.court import (
    ask_judge,
    attend_sitting,
    end_collaboration,
    give_opinion,
    keep_shared_court,
    return_to_court,
)
from disputes.enums.court import CourtRight
from disputes.enums.rights import Right
from disputes.filters.court import ConsultationFilter, DelegationFilter, SharedCourtFilter
from disputes.models import CourtCollaboration, CourtDelegation, Dispute, SharedCourt
from disputes.presenting.court import file_for_judge
from disputes.serializers import court as shapes
from disputes.serializers.parties import PartyRowSerializer
from disputes.tables.court import CONSULTATIONS, DELEGATIONS, SHARED_COURTS
from governance.kernel.api import ScopedViewSet
from governance.kernel.scope import demand


class ConsultationViewSet(ScopedViewSet):
    """What the client, a judge, was invited to: nothing else is shown or counted."""

    queryset = CourtCollaboration.objects.all()
    required_right = CourtRight.CONSULT
    serializer_class = shapes.ConsultationSerializer
    filterset_class = ConsultationFilter
    layout = CONSULTATIONS

    def get_queryset(self):
        return CourtCollaboration.invitations.for_user(self.request.user).for_list()

    @extend_schema(responses=shapes.JudgeFileSerializer)
    def retrieve(self, request, pk=None):
        """The question with the masked file of its dispute."""
        return self._file()

    @extend_schema(request=shapes.OpinionInput, responses=shapes.JudgeFileSerializer)
    @action(detail=True, methods=["post"])
    def answer(self, request, pk=None):
        """Give the legal opinion."""
        asked = self.get_object()
        read = shapes.OpinionInput(data=request.data)
        read.is_valid(raise_exception=True)
        give_opinion(asked, by=request.user, **read.validated_data)
        return self._file()

    @extend_schema(request=shapes.AttendInput, responses=shapes.JudgeFileSerializer)
    @action(detail=True, methods=["post"])
    def attend(self, request, pk=None):
        """Note that the judge sat in at a sitting."""
        asked = self.get_object()
        read = shapes.AttendInput(data=request.data)
        read.is_valid(raise_exception=True)
        session = asked.dispute.sessions.filter(pk=read.validated_data["session"]).first()
        if session is None:
            raise Http404
        attend_sitting(asked, by=request.user, session=session)
        return self._file()

    def _file(self) -> Response:
        found = file_for_judge(self.get_object())
        case, asked = found["case"], found["asked"]
        row = {name: getattr(asked, name) for name in shapes.ConsultationSerializer.Meta.fields}
        sessions = list(found["sessions"].values("id", "held_on", "place", "record"))
        parties = PartyRowSerializer(found["parties"], many=True).data
        return Response(
            row | {"summary": case.summary, "state": case.state, "parties": parties, "sessions": sessions}
        )


class CollaborationViewSet(ScopedViewSet):
    """Judges invited to the disputes of the client's area."""

    queryset = CourtCollaboration.objects.for_list()
    required_right = Right.VIEW
    action_rights = {"create": Right.MEDIATE, "end": Right.MEDIATE}
    serializer_class = shapes.CollaborationSerializer
    filterset_class = ConsultationFilter
    layout = CONSULTATIONS

    @extend_schema(request=shapes.AskInput, responses={201: shapes.CollaborationSerializer})
    def create(self, request):
        """Invite a judge to one dispute."""
        read = shapes.AskInput(data=request.data)
        read.is_valid(raise_exception=True)
        given = dict(read.validated_data)
        disputes = Dispute.objects.for_user(request.user).select_related("case__area")
        dispute = disputes.filter(case__number=given.pop("number")).first()
        if dispute is None:
            raise Http404
        asked = ask_judge(dispute, by=request.user, **given)
        return Response(self.get_queryset().filter(pk=asked.pk).values(*self.columns).get(), status=201)

    @extend_schema(request=None, responses=shapes.CollaborationSerializer)
    @action(detail=True, methods=["post"])
    def end(self, request, pk=None):
        """From now on the judge no longer sees the dispute."""
        asked = self.get_object()
        demand(request.user, Right.MEDIATE, asked.dispute.area_code)
        end_collaboration(asked, by=request.user)
        return Response(self.get_queryset().filter(pk=asked.pk).values(*self.columns).get())


class DelegationViewSet(ScopedViewSet):
    """Cases that courts delegated, the next to give back first."""

    queryset = CourtDelegation.objects.for_list()
    required_right = Right.VIEW
    action_rights = {"give_back": Right.MEDIATE}
    serializer_class = shapes.CourtDelegationSerializer
    filterset_class = DelegationFilter
    order = ("return_by", "dispute_id")
    layout = DELEGATIONS
    lookup_field = "pk"

    @extend_schema(request=shapes.ReturnInput, responses=shapes.CourtDelegationSerializer)
    @action(detail=True, methods=["post"], url_path="return", url_name="return")
    def give_back(self, request, pk=None):
        """Give the case back to its court with the result."""
        delegation = self.get_object()
        demand(request.user, Right.MEDIATE, delegation.dispute.area_code)
        read = shapes.ReturnInput(data=request.data)
        read.is_valid(raise_exception=True)
        return_to_court(delegation, by=request.user, **read.validated_data)
        return Response(self.get_queryset().filter(pk=pk).values(*self.columns).get())


class SharedCourtViewSet(ScopedViewSet):
    """Where a judge can be met in a township, and when."""

    queryset = SharedCourt.objects.filter(closed_on=None).for_list()
    required_right = Right.VIEW
    action_rights = {"create": Right.ASSIGN, "change": Right.ASSIGN}
    serializer_class = shapes.SharedCourtSerializer
    filterset_class = SharedCourtFilter
    order = ("area_code", "id")
    layout = SHARED_COURTS

    @extend_schema(request=shapes.SharedCourtInput, responses={201: shapes.SharedCourtSerializer})
    def create(self, request):
        """Open a shared court in a township."""
        read = shapes.SharedCourtInput(data=request.data)
        read.is_valid(raise_exception=True)
        return self._kept(SharedCourt(**read.validated_data), status=201)

    @extend_schema(request=shapes.SharedCourtInput, responses=shapes.SharedCourtSerializer)
    @action(detail=True, methods=["post"])
    def change(self, request, pk=None):
        """Say anew where, who and when."""
        court = self.get_object()
        demand(request.user, Right.ASSIGN, court.area_code)
        read = shapes.SharedCourtInput(data=request.data)
        read.is_valid(raise_exception=True)
        for name, value in read.validated_data.items():
            setattr(court, name, value)
        return self._kept(court)

    def _kept(self, court: SharedCourt, status: int = 200) -> Response:
        keep_shared_court(court, by=self.request.user)
        return Response(self.get_queryset().filter(pk=court.pk).values(*self.columns).get(), status=status)
