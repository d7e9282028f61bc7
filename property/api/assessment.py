from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, OpenApiTypes, extend_schema
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from governance.kernel.papers import DOCX, word_answer
from governance.kernel.parsers import StrictJSONParser
from governance.kernel.scope import demand
from property.actions import cards, mandates, rectifications, rounds, score_sheets, scores
from property.api.programmes import RunViewSet
from property.enums.assessment import AssessmentRight as Right
from property.filters import assessment as filters
from property.models import (
    Assessment,
    AssessmentMandate,
    AssessmentRound,
    CompanyCard,
    Rectification,
    ScoreAppeal,
    ScoreSheet,
)
from property.papers.assessment import file_name, round_list
from property.rules.results import results_of
from property.serializers import assessment as bodies
from property.states.assessment import RECTIFICATION_STEPS
from property.tables import assessment as tables

_FILE = {(200, DOCX): OpenApiResponse(OpenApiTypes.BINARY, "the Word file")}
NUMBER = OpenApiParameter("number", str, OpenApiParameter.PATH)


class AssessingViewSet(RunViewSet):
    """Rows of assessment: find one in scope, see that the right reaches it, press, show."""

    required_right = Right.VIEW
    action_rights: dict[str, str] = {}

    def get_queryset(self):
        return super().get_queryset().for_list()

    def find(self, pk, *related: str):
        rows = self.queryset.model.objects.for_user(self.request.user)
        return get_object_or_404(rows.select_related("area", *related), pk=pk)

    def allowed(self, pk, right: str, *related: str):
        found = self.find(pk, *related)
        demand(self.request.user, right, found.area_code)
        return found


class ScoreSheetViewSet(AssessingViewSet):
    """Versions of score sheets."""

    queryset = ScoreSheet.objects.all()
    action_rights = {"create": Right.RUN}
    serializer_class = bodies.ScoreSheetSerializer
    filterset_class = filters.ScoreSheetFilter
    layout = tables.SHEETS

    @extend_schema(responses=bodies.ScoreSheetDetailSerializer)
    def retrieve(self, request, pk=None):
        """One version with its items and weights."""
        found = self.find(pk)
        more = {
            "items": bodies.ScoreItemSerializer(found.items.all(), many=True).data,
            "weights": bodies.RaterWeightSerializer(found.weights.all(), many=True).data,
        }
        return self.show(pk, more)

    @extend_schema(request=bodies.DraftSheetIn, responses={201: bodies.ScoreSheetDetailSerializer})
    def create(self, request):
        """Begin a version, from a pattern or from items and weights."""
        made = score_sheets.draft_sheet(by=request.user, **self.read(bodies.DraftSheetIn))
        answer = self.retrieve(request, pk=made.pk)
        answer.status_code = 201
        return answer

    @extend_schema(request=bodies.ReviseSheetIn, responses=bodies.ScoreSheetDetailSerializer)
    @action(detail=True, methods=["post"])
    def revise(self, request, pk=None):
        """Write a draft anew."""
        found = self.allowed(pk, Right.RUN)
        score_sheets.revise_sheet(found, by=request.user, **self.read(bodies.ReviseSheetIn))
        return self.retrieve(request, pk=pk)

    @extend_schema(request=bodies.NothingIn, responses=bodies.ScoreSheetSerializer)
    @action(detail=True, methods=["post"])
    def enforce(self, request, pk=None):
        """Put a draft in force; the present version gives way to it."""
        score_sheets.step_sheet(self.allowed(pk, Right.RUN), "enforce", by=request.user)
        return self.show(pk)

    @extend_schema(request=bodies.NothingIn, responses=bodies.ScoreSheetSerializer)
    @action(detail=True, methods=["post"])
    def withdraw(self, request, pk=None):
        """Take what is in force out of force."""
        score_sheets.step_sheet(self.allowed(pk, Right.RUN), "withdraw", by=request.user)
        return self.show(pk)


class MandateViewSet(AssessingViewSet):
    """Where the right to assess was handed down; with `as_of` those of a day."""

    queryset = AssessmentMandate.objects.all()
    action_rights = {"create": Right.RUN}
    serializer_class = bodies.MandateSerializer
    filterset_class = filters.MandateFilter
    order = ("area_code", "id")
    layout = tables.MANDATES

    @extend_schema(request=bodies.GiveMandateIn, responses={201: bodies.MandateSerializer})
    def create(self, request):
        """Hand the right to assess down."""
        made = mandates.give_mandate(by=request.user, **self.read(bodies.GiveMandateIn))
        return self.show(made.pk, status=201)

    @extend_schema(request=bodies.EndMandateIn, responses=bodies.MandateSerializer)
    @action(detail=True, methods=["post"])
    def end(self, request, pk=None):
        """Take it back from a day on."""
        found = self.allowed(pk, Right.RUN)
        mandates.end_mandate(found, by=request.user, **self.read(bodies.EndMandateIn))
        return self.show(pk)


class AssessmentRoundViewSet(AssessingViewSet):
    """Rounds of the areas in scope, and those in which a project there is assessed."""

    queryset = AssessmentRound.objects.all()
    action_rights = {"create": Right.RUN}
    serializer_class = bodies.AssessmentRoundSerializer
    filterset_class = filters.RoundFilter
    order = ("-begins_on", "-id")
    layout = tables.ROUNDS

    @extend_schema(request=bodies.OpenRoundIn, responses={201: bodies.AssessmentRoundSerializer})
    def create(self, request):
        """Prepare the round of a quarter."""
        made = rounds.open_round(by=request.user, **self.read(bodies.OpenRoundIn))
        return self.show(made.pk, status=201)

    @extend_schema(request=bodies.NothingIn, responses=bodies.AssessmentRoundSerializer)
    @action(detail=True, methods=["post"])
    def start(self, request, pk=None):
        """Open the scoring: one assessment for each project."""
        rounds.start_round(self.allowed(pk, Right.RUN), by=request.user)
        return self.show(pk)

    @extend_schema(request=bodies.NothingIn, responses=bodies.AssessmentRoundSerializer)
    @action(detail=True, methods=["post"])
    def hear(self, request, pk=None):
        """End the scoring; the appeal window begins."""
        rounds.hear_round(self.allowed(pk, Right.RUN, "sheet"), by=request.user)
        return self.show(pk)

    @extend_schema(request=bodies.NothingIn, responses=bodies.AssessmentRoundSerializer)
    @action(detail=True, methods=["post"])
    def publish(self, request, pk=None):
        """Write totals and grades, for good."""
        rounds.publish_round(self.allowed(pk, Right.RUN, "sheet"), by=request.user)
        return self.show(pk)

    @extend_schema(request=bodies.CancelRoundIn, responses=bodies.AssessmentRoundSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request, pk=None):
        """Give a round up, with a reason."""
        rounds.cancel_round(self.allowed(pk, Right.RUN), by=request.user, **self.read(bodies.CancelRoundIn))
        return self.show(pk)

    @extend_schema(responses=_FILE, filters=False)
    @action(detail=True, methods=["get"], pagination_class=None)
    def paper(self, request, pk=None):
        """The published list, in Word."""
        found = self.find(pk, "sheet")
        return word_answer(round_list(found, request.user), file_name(found))


class AssessmentViewSet(AssessingViewSet):
    """One row for each project and round."""

    queryset = Assessment.objects.all()
    serializer_class = bodies.AssessmentSerializer
    filterset_class = filters.AssessmentFilter
    order = ("-begins_on", "area_code", "id")
    layout = tables.ASSESSMENTS

    @extend_schema(responses=bodies.AssessmentDetailSerializer)
    def retrieve(self, request, pk=None):
        """One project with its standing scores and what they come to."""
        found = self.find(pk, "round__sheet")
        standing = found.scores.standing().select_related("evidence")
        result = results_of([found], found.round.sheet)[found.pk]
        more = {
            "scores": bodies.ItemScoreSerializer(standing, many=True).data,
            "present_total": result.total,
            "missing_raters": list(result.missing),
        }
        return self.show(pk, more)

    @extend_schema(request=bodies.GiveScoresIn, responses=bodies.AssessmentDetailSerializer)
    @action(detail=True, methods=["post"], parser_classes=[StrictJSONParser, MultiPartParser])
    def scores(self, request, pk=None):
        """One rater's whole sheet; again corrects it while the window is open."""
        found = self.allowed(pk, Right.SCORE, "round__sheet", "compound")
        read = bodies.GiveScoresIn(data=request.data)
        read.is_valid(raise_exception=True)
        scores.give_scores(found, by=request.user, **read.given)
        return self.retrieve(request, pk=pk)

    @extend_schema(request=bodies.CountSlipsIn, responses=bodies.AssessmentDetailSerializer)
    @action(detail=True, methods=["post"])
    def slips(self, request, pk=None):
        """The owners' answers as counted."""
        found = self.allowed(pk, Right.SCORE, "round__sheet", "compound")
        scores.count_slips(found, by=request.user, **self.read(bodies.CountSlipsIn))
        return self.retrieve(request, pk=pk)

    @extend_schema(request=bodies.HandInAppealIn, responses={201: bodies.ScoreAppealSerializer})
    @action(detail=True, methods=["post"], parser_classes=[MultiPartParser, StrictJSONParser])
    def appeals(self, request, pk=None):
        """Record what the company objects to; pictures come along as multipart `photos`."""
        found = self.allowed(pk, Right.ANSWER, "round__sheet")
        sent = self.read(bodies.HandInAppealIn)
        item = get_object_or_404(found.round.sheet.items, pk=sent.pop("item"))
        made = scores.hand_in_appeal(found, by=request.user, item=item, **sent)
        rows = ScoreAppeal.objects.for_user(request.user).for_list().filter(pk=made.pk)
        return Response(rows.values(*bodies.ScoreAppealSerializer().fields).get(), status=201)

    @extend_schema(request=bodies.NothingIn, responses={201: bodies.RectificationSerializer(many=True)})
    @action(detail=True, methods=["post"], pagination_class=None)
    def rectify(self, request, pk=None):
        """A ticket for every deduction that has none."""
        made = rectifications.issue_rectifications(self.allowed(pk, Right.RUN), by=request.user)
        rows = Rectification.objects.for_user(request.user).for_list().filter(pk__in=[row.pk for row in made])
        return Response(
            list(rows.order_by("pk").values(*bodies.RectificationSerializer().fields)), status=201
        )


class ScoreAppealViewSet(AssessingViewSet):
    """What companies objected to."""

    queryset = ScoreAppeal.objects.all()
    serializer_class = bodies.ScoreAppealSerializer
    filterset_class = filters.ScoreAppealFilter
    layout = tables.APPEALS

    @extend_schema(request=bodies.DecideAppealIn, responses=bodies.ScoreAppealSerializer)
    @action(detail=True, methods=["post"])
    def decide(self, request, pk=None):
        """Uphold it, wholly or in part, or reject it."""
        found = self.find(pk, "item", "assessment__round")
        demand(request.user, Right.RUN, found.assessment.round.area_code)
        scores.decide_appeal(found, by=request.user, **self.read(bodies.DecideAppealIn))
        return self.show(pk)


def _step(name: str, body=bodies.RectificationStepIn, **options):
    """The POST sub-path of a step: it reads `body` and calls the verb."""

    def take(self, request, number=None):
        ticket = self.find(number)
        demand(request.user, RECTIFICATION_STEPS[name].right, ticket.area_code)
        rectifications.VERBS[name](ticket, by=request.user, **self.read(body))
        return self.show(ticket.pk)

    take.__name__ = name
    schema = extend_schema(
        operation_id=f"rectifications_{name}",
        description=str(RECTIFICATION_STEPS[name].label),
        parameters=[NUMBER],
        request=body,
        responses=bodies.RectificationSerializer,
    )
    path = {"url_path": name.replace("_", "-"), "url_name": name.replace("_", "-")}
    return schema(action(detail=True, methods=["post"], **path, **options)(take))


class RectificationViewSet(AssessingViewSet):
    """Tickets of rectification; each step is a POST sub-path."""

    queryset = Rectification.objects.all()
    serializer_class = bodies.RectificationSerializer
    filterset_class = filters.RectificationFilter
    order = ("-case_id",)
    layout = tables.RECTIFICATIONS
    lookup_field = "number"
    lookup_value_regex = "[0-9A-Z]{1,20}"

    def find(self, number):
        rows = Rectification.objects.for_user(self.request.user)
        return get_object_or_404(rows.select_related("area", "case__area"), case__number=number)

    @extend_schema(parameters=[NUMBER])
    def retrieve(self, request, number=None):
        """One ticket."""
        return self.show(self.find(number).pk)

    answer = _step("answer", bodies.AnswerRectificationIn, parser_classes=[MultiPartParser, StrictJSONParser])
    accept = _step("accept")
    send_back = _step("send_back")
    fail = _step("fail")


class CompanyCardViewSet(AssessingViewSet):
    """Yellow and red cards of companies; with `live` those in force on the day of `as_of`."""

    queryset = CompanyCard.objects.all()
    serializer_class = bodies.CompanyCardSerializer
    filterset_class = filters.CompanyCardFilter
    order = ("-given_on", "-id")
    layout = tables.CARDS

    @extend_schema(request=bodies.LiftCardIn, responses=bodies.CompanyCardSerializer)
    @action(detail=True, methods=["post"])
    def lift(self, request, pk=None):
        """End a card before its day."""
        cards.lift_card(self.allowed(pk, Right.RUN), by=request.user, **self.read(bodies.LiftCardIn))
        return self.show(pk)


ROUTES = [
    ("score-sheets", ScoreSheetViewSet, "score-sheet"),
    ("assessment-mandates", MandateViewSet, "assessment-mandate"),
    ("assessment-rounds", AssessmentRoundViewSet, "assessment-round"),
    ("assessments", AssessmentViewSet, "assessment"),
    ("score-appeals", ScoreAppealViewSet, "score-appeal"),
    ("rectifications", RectificationViewSet, "rectification"),
    ("company-cards", CompanyCardViewSet, "company-card"),
]
