from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from disputes.actions.registering import register_dispute
from disputes.actions.steps import VERBS
from disputes.api.agreements import SETTLING, AgreementActions
from disputes.api.alike import JUDGING_ALIKE, AlikeActions
from disputes.api.judging import Judging
from disputes.api.room import AT_THE_TABLE, RoomActions
from disputes.api.safety import PROTECTING, SafetyActions
from disputes.enums.rights import Right
from disputes.filters.disputes import DisputeFilter, withheld_from
from disputes.models import Agreement, Dispute, MediationSession, TrackReferral
from disputes.serializers import agreements
from disputes.serializers import steps as bodies
from disputes.serializers.agreements import AgreementRow, ReferralRow, SittingRow
from disputes.serializers.disputes import (
    ActionRowSerializer,
    DisputeRowSerializer,
    DisputeSerializer,
    MovedDisputeSerializer,
    RegisterInput,
)
from disputes.serializers.parties import PartyRowSerializer
from disputes.states import STEPS
from disputes.tables.disputes import DISPUTES
from governance.kernel.api import ScopedViewSet
from governance.kernel.lifecycle import open_steps
from governance.kernel.scope import demand

LINE = tuple(DisputeRowSerializer.Meta.fields)
PARTY = tuple(PartyRowSerializer.Meta.fields)
TIMELINE = tuple(ActionRowSerializer().fields)
# Most disputes have none of these: whether there are any comes with the dispute itself.
HANGING = {
    "has_agreements": Exists(Agreement.objects.filter(dispute=OuterRef("pk"))),
    "has_sessions": Exists(MediationSession.objects.filter(dispute=OuterRef("pk"))),
    "has_referrals": Exists(TrackReferral.objects.filter(dispute=OuterRef("pk"))),
}
NUMBER = OpenApiParameter("number", str, OpenApiParameter.PATH)


def _step(name: str, body=bodies.StepInput, attribute: str = ""):
    """The POST sub-path of a step: it reads `body` and calls the verb. A Python keyword needs another `attribute`."""

    def take(self, request, number=None):
        dispute = self.find(number)
        demand(request.user, STEPS[name].right, dispute.case.area_code)
        read = body(data=request.data, context={"request": request, "dispute": dispute})
        read.is_valid(raise_exception=True)
        VERBS[name](dispute, by=request.user, **read.validated_data)
        return self.moved(dispute)

    take.__name__ = attribute or name
    schema = extend_schema(
        operation_id=f"disputes_{name}",
        description=str(STEPS[name].label),
        parameters=[NUMBER],
        request=body,
        responses=MovedDisputeSerializer,
    )
    return schema(action(detail=True, methods=["post"], url_path=name, url_name=name.replace("_", "-"))(take))


def _shown(there_are: bool, serializer, rows) -> list:
    """What hangs on a dispute; only what there is, is read."""
    return serializer(rows, many=True).data if there_are else []


class DisputeViewSet(AlikeActions, RoomActions, AgreementActions, SafetyActions, Judging, ScopedViewSet):
    """Disputes of the client's area, the newest first. Each step of the lifecycle is a POST sub-path."""

    queryset = Dispute.objects.all()
    required_right = Right.VIEW
    action_rights = (
        {"create": Right.REGISTER, "judge": Right.MEDIATE}
        | PROTECTING
        | AT_THE_TABLE
        | SETTLING
        | JUDGING_ALIKE
        | {"send_back" if name == "return" else name: step.right for name, step in STEPS.items()}
    )
    serializer_class = DisputeRowSerializer
    filterset_class = DisputeFilter
    order = ("-case_id",)
    keys_first = frozenset({"state", "registered_from", "registered_to"})
    layout = DISPUTES
    lookup_field = "number"

    def shown(self, rows):
        return rows.for_list()

    def withheld(self, request):
        return withheld_from(request)

    @extend_schema(parameters=[NUMBER], responses=DisputeSerializer)
    def retrieve(self, request, number=None):
        """One dispute with its parties (masked), timeline and open steps."""
        return self.show(number)

    @extend_schema(request=RegisterInput, responses={201: DisputeSerializer, 200: DisputeSerializer})
    def create(self, request):
        """Register a dispute: 201. Again under the same `client_uuid`: 200 for the same content, 409 for other.

        A dispute restricted from the client's own sight is answered by its number and code alone.
        """
        read = RegisterInput(data=request.data, context={"request": request})
        read.is_valid(raise_exception=True)
        dispute, created = register_dispute(by=request.user, **read.validated_data)
        status = 201 if created else 200
        if not Dispute.objects.for_user(request.user).filter(pk=dispute.pk).exists():
            return Response(
                {"number": dispute.case.number, "public_code": dispute.case.public_code}, status=status
            )
        return self.show(dispute.case.number, status=status)

    def find(self, number: str, **more) -> Dispute:
        rows = Dispute.objects.for_user(self.request.user).select_related("case__area", "category")
        return get_object_or_404(rows.annotate(**more), case__number=number)

    def show(self, number: str, *, status: int = 200) -> Response:
        dispute = self.find(number, **HANGING)
        case, sittings = dispute.case, dispute.sessions.prefetch_related("attendance")
        found = dispute.line(LINE) | {
            "summary": case.summary,
            "public_code": case.public_code,
            "agreements": _shown(dispute.has_agreements, AgreementRow, dispute.agreements.for_show()),
            "sittings": _shown(dispute.has_sessions, SittingRow, sittings),
            "referrals": _shown(dispute.has_referrals, ReferralRow, dispute.referrals.all()),
            "parties": [party.line(PARTY) for party in dispute.parties.all()],
            "actions": list(case.actions.values(*TIMELINE)),
            "open_steps": self._open_steps(dispute),
        }
        return Response(found, status=status)

    def moved(self, dispute: Dispute) -> Response:
        """After a step: the line of the list and the steps open now."""
        if not self.get_queryset().filter(pk=dispute.pk).exists():
            raise Http404
        return Response(dispute.line(LINE) | {"open_steps": self._open_steps(dispute)})

    def _open_steps(self, dispute: Dispute) -> list[str]:
        return [step.name for step in open_steps(dispute.case, self.request.user)]

    accept = _step("accept", bodies.AcceptInput)
    decline = _step("decline", bodies.DeclineInput)
    assign = _step("assign", bodies.AssignInput)
    send_back = _step("return", attribute="send_back")
    escalate = _step("escalate", bodies.EscalateInput)
    ask_extension = _step("ask_extension", bodies.ExtensionInput)
    grant_extension = _step("grant_extension")
    refuse_extension = _step("refuse_extension")
    start_mediation = _step("start_mediation", bodies.MediationInput)
    open_joint = _step("open_joint", bodies.JointInput)
    close_joint = _step("close_joint")
    suspend = _step("suspend", bodies.SuspendInput)
    resume = _step("resume")
    resume_jointly = _step("resume_jointly")
    agree_in_writing = _step("agree_in_writing", agreements.AgreementInput)
    agree_orally = _step("agree_orally", agreements.AgreementInput)
    fail = _step("fail", bodies.FailInput)
    refuse = _step("refuse")
    redirect = _step("redirect", bodies.RedirectInput)
    record_track = _step("record_track", bodies.TrackInput)
    apply_confirmation = _step("apply_confirmation", agreements.ConfirmationInput)
    confirm = _step("confirm", agreements.RulingInput)
    reject_confirmation = _step("reject_confirmation", agreements.RulingInput)
    start_performance = _step("start_performance", agreements.PerformanceInput)
    perform = _step("perform")
    default = _step("default")
    resume_performance = _step("resume_performance")
    follow_up = _step("follow_up", bodies.FollowUpInput)
    close = _step("close")
    archive = _step("archive")
    reopen = _step("reopen", bodies.ReopenInput)
