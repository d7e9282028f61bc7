"""Housing delivery for programs: the lists behind the figures, and every verb of the pages."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from deeds import tables
from deeds.actions import buildings, bulletins, funds, handing_over, housing, purchasers
from deeds.enums import Right
from deeds.filters import HousingProjectFilter
from deeds.filters.housing import (
    BuildingFilter,
    BulletinFilter,
    DeliveryFilter,
    MilestoneFilter,
    PayoutFilter,
    QuestionFilter,
    RiskFilter,
)
from deeds.models import (
    Bulletin,
    HousingBuilding,
    HousingDelivery,
    HousingProject,
    HousingRisk,
    Milestone,
    Payout,
    PurchaserQuestion,
)
from deeds.serializers import housing as bodies
from deeds.tables import housing as housing_tables
from governance.kernel.api import ScopedViewSet
from governance.kernel.days import today
from governance.kernel.parsers import StrictJSONParser
from governance.kernel.scope import demand


class HousingViewSet(ScopedViewSet):
    """What a verb is pressed on: find it in scope, see that the right reaches it, press, show."""

    required_right = Right.VIEW
    lookup_value_regex = "[0-9]{1,18}"
    verb_right = Right.MANAGE

    def find(self, pk):
        """The row, for whoever holds the right of its verbs where it lies."""
        rows = self.queryset.model.objects.for_user(self.request.user)
        rows = rows if self.is_project else rows.select_related("project__area")
        found = get_object_or_404(rows, pk=pk)
        project = found if self.is_project else found.project
        demand(self.request.user, self.verb_right, project.area_code)
        return found

    @property
    def is_project(self) -> bool:
        return self.queryset.model is HousingProject

    def press(self, verb, pk, body) -> Response:
        """A verb on the row, which is shown as it is now."""
        verb(self.find(pk), by=self.request.user, **self.read(body))
        return self.show(pk)

    def show(self, pk, *, status: int = 200) -> Response:
        found = self.get_queryset().filter(pk=pk).values(*self.columns).first()
        if found is None:
            raise Http404
        return Response(found, status=status)


class HousingProjectViewSet(HousingViewSet):
    queryset = HousingProject.objects.all()
    action_rights = {"create": Right.MANAGE}
    serializer_class = bodies.HousingProjectSerializer
    filterset_class = HousingProjectFilter
    order = ("area_code", "id")
    layout = tables.HOUSING

    def get_queryset(self):
        return super().get_queryset().for_list()

    def add(self, verb, pk, body, shown, right: str = Right.MANAGE) -> Response:
        """One row more of the project."""
        self.verb_right = right
        made = verb(self.find(pk), by=self.request.user, **self.read(body))
        return Response(shown(made).data, status=201)

    @extend_schema(request=bodies.RegisterHousingInput, responses={201: bodies.HousingProjectSerializer})
    def create(self, request):
        """Put a project under watch."""
        sent = self.read(bodies.RegisterHousingInput)
        made = housing.register_project(sent.pop("area"), by=request.user, **sent)
        return self.show(made.pk, status=201)

    @extend_schema(
        request=bodies.HousingProjectInput(partial=True), responses=bodies.HousingProjectSerializer
    )
    @action(detail=True, methods=["post"])
    def revise(self, request, pk):
        """Correct what is said of a project; only what is sent is changed."""
        sent = self.read(bodies.HousingProjectInput, partial=True)
        housing.revise_project(self.find(pk), by=request.user, **sent)
        return self.show(pk)

    @extend_schema(request=bodies.HousingPermitInput, responses={201: bodies.HousingPermitSerializer})
    @action(detail=True, methods=["post"])
    def permits(self, request, pk):
        """Enter one of the papers a project stands on."""
        return self.add(housing.add_permit, pk, bodies.HousingPermitInput, bodies.HousingPermitSerializer)

    @extend_schema(request=bodies.HousingBuildingInput, responses={201: bodies.HousingBuildingInput})
    @action(detail=True, methods=["post"])
    def buildings(self, request, pk):
        """One more building."""
        return self.add(buildings.add_building, pk, bodies.HousingBuildingInput, bodies.HousingBuildingInput)

    @extend_schema(request=bodies.FundReportInput, responses={201: bodies.FundReportSerializer})
    @action(detail=True, methods=["post"])
    def funds(self, request, pk):
        """Tell how the money stands on a day."""
        return self.add(funds.report_funds, pk, bodies.FundReportInput, bodies.FundReportSerializer)

    @extend_schema(request=bodies.PayoutInput, responses={201: bodies.PayoutInput})
    @action(detail=True, methods=["post"])
    def payouts(self, request, pk):
        """Ask for money at a node of the works."""
        return self.add(funds.request_payout, pk, bodies.PayoutInput, bodies.PayoutInput)

    @extend_schema(request=bodies.HousingRiskInput, responses={201: bodies.HousingRiskSerializer})
    @action(detail=True, methods=["post"])
    def risks(self, request, pk):
        """Enter what endangers the project."""
        return self.add(handing_over.raise_risk, pk, bodies.HousingRiskInput, bodies.HousingRiskSerializer)

    @extend_schema(request=bodies.HousingDeliveryInput, responses={201: bodies.HousingDeliveryInput})
    @action(detail=True, methods=["post"])
    def deliveries(self, request, pk):
        """Plan a batch of homes to be handed over."""
        return self.add(
            handing_over.plan_delivery, pk, bodies.HousingDeliveryInput, bodies.HousingDeliveryInput
        )

    @extend_schema(request=bodies.BulletinInput, responses={201: bodies.BulletinSerializer})
    @action(detail=True, methods=["post"], parser_classes=[MultiPartParser, StrictJSONParser])
    def bulletins(self, request, pk):
        """Draft the bulletin of a month; pictures come along as multipart `photos`."""
        return self.add(
            bulletins.draft_bulletin, pk, bodies.BulletinInput, bodies.BulletinSerializer, Right.ANSWER
        )

    @extend_schema(request=bodies.PurchaserInput, responses={201: bodies.PurchaserEnteredSerializer})
    @action(detail=True, methods=["post"])
    def purchasers(self, request, pk):
        """Let a purchaser ask about the project."""
        return self.add(
            purchasers.enter_purchaser, pk, bodies.PurchaserInput, bodies.PurchaserEnteredSerializer,
            Right.ANSWER,
        )  # fmt: skip


class HousingBuildingViewSet(HousingViewSet):
    queryset = HousingBuilding.objects.all()
    serializer_class = bodies.HousingBuildingSerializer
    order = ("project_id", "id")
    filterset_class = BuildingFilter
    layout = housing_tables.BUILDINGS

    def get_queryset(self):
        return super().get_queryset().with_progress(today())

    @extend_schema(request=bodies.BuildingProgressInput, responses=bodies.HousingBuildingSerializer)
    @action(detail=True, methods=["post"])
    def report(self, request, pk):
        """Tell which stage the building has completed."""
        return self.press(buildings.report_building, pk, bodies.BuildingProgressInput)

    @extend_schema(request=bodies.MilestoneInput, responses=bodies.HousingBuildingSerializer)
    @action(detail=True, methods=["post"])
    def plan(self, request, pk):
        """Set the day by which a stage is to be complete."""
        return self.press(buildings.plan_milestone, pk, bodies.MilestoneInput)


class MilestoneViewSet(ScopedViewSet):
    queryset = Milestone.objects.for_list()
    required_right = Right.VIEW
    lookup_value_regex = "[0-9]{1,18}"
    serializer_class = bodies.MilestoneSerializer
    filterset_class = MilestoneFilter
    order = ("planned_on", "id")
    layout = housing_tables.MILESTONES


class PayoutViewSet(HousingViewSet):
    queryset = Payout.objects.for_list()
    serializer_class = bodies.PayoutSerializer
    filterset_class = PayoutFilter
    order = ("-requested_on", "-id")
    layout = housing_tables.PAYOUTS

    @extend_schema(request=bodies.PaidInput, responses=bodies.PayoutSerializer)
    @action(detail=True, methods=["post"])
    def pay(self, request, pk):
        """The money has left the escrow account."""
        return self.press(funds.pay_out, pk, bodies.PaidInput)


class HousingDeliveryViewSet(HousingViewSet):
    queryset = HousingDelivery.objects.for_list()
    serializer_class = bodies.HousingDeliverySerializer
    filterset_class = DeliveryFilter
    order = ("planned_on", "id")
    layout = housing_tables.DELIVERIES

    @extend_schema(request=bodies.HandOverInput, responses=bodies.HousingDeliverySerializer)
    @action(detail=True, methods=["post"])
    def hand_over(self, request, pk):
        """Tell how many homes of the batch are handed over by now."""
        return self.press(handing_over.hand_over, pk, bodies.HandOverInput)


class HousingRiskViewSet(HousingViewSet):
    queryset = HousingRisk.objects.all()
    serializer_class = bodies.HousingRiskSerializer
    filterset_class = RiskFilter
    order = ("-raised_on", "-id")
    layout = housing_tables.RISKS

    @extend_schema(request=bodies.HousingNoteInput, responses=bodies.HousingRiskSerializer)
    @action(detail=True, methods=["post"])
    def close(self, request, pk):
        """The danger has passed."""
        return self.press(handing_over.close_risk, pk, bodies.HousingNoteInput)


class BulletinViewSet(HousingViewSet):
    queryset = Bulletin.objects.all()
    serializer_class = bodies.BulletinSerializer
    filterset_class = BulletinFilter
    order = ("-period", "-id")
    layout = housing_tables.BULLETINS
    verb_right = Right.ANSWER

    @extend_schema(request=bodies.ReviseBulletinInput, responses=bodies.BulletinSerializer)
    @action(detail=True, methods=["post"], parser_classes=[MultiPartParser, StrictJSONParser])
    def revise(self, request, pk):
        """Change a draft."""
        return self.press(bulletins.revise_bulletin, pk, bodies.ReviseBulletinInput)

    @extend_schema(request=None, responses=bodies.BulletinSerializer)
    @action(detail=True, methods=["post"])
    def publish(self, request, pk):
        """Let purchasers read it."""
        bulletins.publish_bulletin(self.find(pk), by=request.user)
        return self.show(pk)

    @extend_schema(request=bodies.HousingNoteInput, responses=bodies.BulletinSerializer)
    @action(detail=True, methods=["post"])
    def withdraw(self, request, pk):
        """Take it back, for a reason."""
        return self.press(bulletins.withdraw_bulletin, pk, bodies.HousingNoteInput)


class PurchaserQuestionViewSet(HousingViewSet):
    queryset = PurchaserQuestion.objects.for_list()
    serializer_class = bodies.PurchaserQuestionSerializer
    filterset_class = QuestionFilter
    order = ("-asked_on", "-id")
    layout = housing_tables.QUESTIONS
    verb_right = Right.ANSWER

    @extend_schema(request=bodies.AnswerQuestionInput, responses=bodies.PurchaserQuestionSerializer)
    @action(detail=True, methods=["post"])
    def answer(self, request, pk):
        """Answer a purchaser; with `public_text` everybody reads both."""
        return self.press(purchasers.answer_question, pk, bodies.AnswerQuestionInput)


ROUTES = [
    ("housing-projects", HousingProjectViewSet, "housing-project"),
    ("housing-buildings", HousingBuildingViewSet, "housing-building"),
    ("housing-milestones", MilestoneViewSet, "housing-milestone"),
    ("housing-payouts", PayoutViewSet, "housing-payout"),
    ("housing-deliveries", HousingDeliveryViewSet, "housing-delivery"),
    ("housing-risks", HousingRiskViewSet, "housing-risk"),
    ("housing-bulletins", BulletinViewSet, "housing-bulletin"),
    ("housing-questions", PurchaserQuestionViewSet, "housing-question"),
]
