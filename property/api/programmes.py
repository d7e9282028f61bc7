from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, OpenApiTypes, extend_schema
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from governance.kernel.api import ScopedViewSet
from governance.kernel.days import today
from governance.kernel.papers import DOCX
from governance.kernel.parsers import StrictJSONParser
from governance.kernel.scope import demand
from property.actions import items as item_verbs
from property.actions import programmes as verbs
from property.actions import regulations as rule_verbs
from property.actions.progress import check_progress, may_report, write_progress
from property.enums.programmes import ProgrammeRight as Right
from property.filters.programmes import ProgrammeFilter, ProgrammeItemFilter, RegulationFilter
from property.models import ItemProgress, Programme, ProgrammeCategory, ProgrammeItem, Regulation
from property.presenting.circular import circular_answer
from property.presenting.programmes import counts_of
from property.serializers import programmes as bodies
from property.tables.programmes import ITEMS, PROGRAMMES, REGULATIONS
from property.views.compounds import day_asked

_FILE = {(200, DOCX): OpenApiResponse(OpenApiTypes.BINARY, "the Word file")}
_AS_OF = OpenApiParameter("as_of", OpenApiTypes.DATE, description="the day it speaks of, today without it")


class RunViewSet(ScopedViewSet):
    """What is run: find one in scope, see that the right reaches it, press, show."""

    required_right = Right.VIEW
    action_rights = {"create": Right.RUN}
    lookup_value_regex = "[0-9]{1,18}"

    def show(self, pk, more: dict | None = None, *, status: int = 200) -> Response:
        found = self.get_queryset().filter(pk=pk).values(*self.columns).first()
        if found is None:
            raise Http404
        return Response(found | (more or {}), status=status)


class ProgrammeViewSet(RunViewSet):
    """Programmes of the areas in scope, and those in which an office there has a task."""

    queryset = Programme.objects.for_list()
    serializer_class = bodies.ProgrammeSerializer
    filterset_class = ProgrammeFilter
    order = ("-begins_on", "-id")
    layout = PROGRAMMES

    def find(self, pk) -> Programme:
        return get_object_or_404(Programme.objects.for_user(self.request.user), pk=pk)

    def to_run(self, pk) -> Programme:
        found = self.find(pk)
        demand(self.request.user, Right.RUN, found.area_code)
        return found

    @extend_schema(responses=bodies.ProgrammeDetailSerializer)
    def retrieve(self, request, pk=None):
        """One programme with its classes and its counts by state."""
        found = self.find(pk)
        counts = counts_of(request.user, [found.pk], today()).get(found.pk, {})
        classes = bodies.ProgrammeCategorySerializer(found.categories.all(), many=True).data
        return self.show(pk, {"categories": classes, "states": dict(counts)})

    @extend_schema(request=bodies.OpenProgrammeInput, responses={201: bodies.ProgrammeSerializer})
    def create(self, request):
        """Begin a programme, empty or from a pattern."""
        sent = self.read(bodies.OpenProgrammeInput)
        return self.show(verbs.open_programme(by=request.user, **sent).pk, status=201)

    @extend_schema(request=bodies.ProgrammeCategoryInput, responses={201: bodies.ProgrammeCategorySerializer})
    @action(detail=True, methods=["post"])
    def categories(self, request, pk=None):
        """Add a class of tasks."""
        made = verbs.add_category(
            self.to_run(pk), by=request.user, **self.read(bodies.ProgrammeCategoryInput)
        )
        return Response(bodies.ProgrammeCategorySerializer(made).data, status=201)

    @extend_schema(request=bodies.CloseProgrammeInput, responses=bodies.ProgrammeSerializer)
    @action(detail=True, methods=["post"])
    def close(self, request, pk=None):
        """End a programme whose tasks are all complete or dropped."""
        verbs.close_programme(self.to_run(pk), by=request.user, **self.read(bodies.CloseProgrammeInput))
        return self.show(pk)

    @extend_schema(parameters=[_AS_OF], responses=_FILE, filters=False)
    @action(detail=True, methods=["get"], pagination_class=None)
    def circular(self, request, pk=None):
        """The draft of the circular, in Word."""
        found = self.find(pk)
        demand(request.user, Right.VIEW, found.area_code)
        return circular_answer(found, day_asked(request))


class ProgrammeItemViewSet(RunViewSet):
    """Tasks in force, each with its state of `as_of`."""

    queryset = ProgrammeItem.objects.all()
    serializer_class = bodies.ProgrammeItemSerializer
    filterset_class = ProgrammeItemFilter
    order = ("due_on", "id")
    layout = ITEMS

    def get_queryset(self):
        rows = super().get_queryset()
        return rows if self.action == "list" else rows.for_list(today())

    def find(self, pk) -> ProgrammeItem:
        rows = ProgrammeItem.objects.for_user(self.request.user).with_state(today())
        return get_object_or_404(rows.select_related("area", "category__programme", "lead_post"), pk=pk)

    def to_run(self, pk) -> ProgrammeItem:
        found = self.find(pk)
        demand(self.request.user, Right.RUN, found.category.programme.area_code)
        return found

    @extend_schema(responses=bodies.ProgrammeItemDetailSerializer)
    def retrieve(self, request, pk=None):
        """One task with every line of its progress."""
        lines = ItemProgress.objects.filter(item__in=ProgrammeItem.objects.for_user(request.user), item_id=pk)
        lines = lines.select_related("written_by", "checked_by").prefetch_related("evidence")
        return self.show(pk, {"progress": bodies.ItemProgressSerializer(lines, many=True).data})

    @extend_schema(request=bodies.AddItemInput, responses={201: bodies.ProgrammeItemSerializer})
    def create(self, request):
        """Add a task to a class of a programme."""
        sent = self.read(bodies.AddItemInput)
        programmes = Programme.objects.for_user(request.user)
        rows = ProgrammeCategory.objects.filter(programme__in=programmes.values("pk"))
        category = get_object_or_404(rows.select_related("programme__area"), pk=sent.pop("category"))
        return self.show(item_verbs.add_item(category, by=request.user, **sent).pk, status=201)

    @extend_schema(request=bodies.ChangeItemInput(partial=True), responses=bodies.ProgrammeItemSerializer)
    @action(detail=True, methods=["post"])
    def change(self, request, pk=None):
        """Change what a task says, for a reason."""
        found, sent = self.to_run(pk), self.read(bodies.ChangeItemInput, partial=True)
        reason = sent.pop("reason", "")
        item_verbs.change_item(found, by=request.user, reason=reason, **sent)
        return self.show(pk)

    @extend_schema(request=bodies.DropItemInput, responses=bodies.ProgrammeItemSerializer)
    @action(detail=True, methods=["post"])
    def drop(self, request, pk=None):
        """Take an unfinished task off the programme."""
        item_verbs.drop_item(self.to_run(pk), by=request.user, **self.read(bodies.DropItemInput))
        return self.show(pk)

    @extend_schema(request=bodies.ItemProgressInput, responses={201: bodies.ProgrammeItemDetailSerializer})
    @action(detail=True, methods=["post"], parser_classes=[MultiPartParser, StrictJSONParser])
    def progress(self, request, pk=None):
        """Say how far a task is; pictures come along as multipart `photos`."""
        found = self.find(pk)
        if not may_report(found, request.user):
            raise PermissionDenied
        write_progress(found, by=request.user, **self.read(bodies.ItemProgressInput))
        answer = self.retrieve(request, pk=pk)
        answer.status_code = 201
        return answer

    @extend_schema(request=bodies.CheckProgressInput, responses=bodies.ProgrammeItemDetailSerializer)
    @action(detail=True, methods=["post"])
    def check(self, request, pk=None):
        """Accept the last line of a task, or send it back."""
        found = self.find(pk)
        demand(request.user, Right.CHECK, found.category.programme.area_code)
        sent = self.read(bodies.CheckProgressInput)
        lines = found.progress.select_related("item__category__programme")
        check_progress(get_object_or_404(lines, pk=sent.pop("progress")), by=request.user, **sent)
        return self.retrieve(request, pk=pk)


class RegulationViewSet(RunViewSet):
    """The register of rules."""

    queryset = Regulation.objects.for_list()
    serializer_class = bodies.RegulationSerializer
    filterset_class = RegulationFilter
    order = ("batch", "area_code", "id")
    layout = REGULATIONS

    def to_run(self, pk) -> Regulation:
        found = get_object_or_404(
            Regulation.objects.for_user(self.request.user).select_related("area"), pk=pk
        )
        demand(self.request.user, Right.RUN, found.area_code)
        return found

    @extend_schema(request=bodies.DraftRegulationInput, responses={201: bodies.RegulationSerializer})
    def create(self, request):
        """Enter a rule that is being drawn up."""
        sent = self.read(bodies.DraftRegulationInput)
        return self.show(rule_verbs.draft_regulation(by=request.user, **sent).pk, status=201)

    @extend_schema(request=bodies.RegulationFields(partial=True), responses=bodies.RegulationSerializer)
    @action(detail=True, methods=["post"])
    def revise(self, request, pk=None):
        """Change a rule that is not issued yet."""
        found, sent = self.to_run(pk), self.read(bodies.RegulationFields, partial=True)
        rule_verbs.revise_regulation(found, by=request.user, **sent)
        return self.show(pk)

    @extend_schema(request=bodies.RegulationStepInput, responses=bodies.RegulationSerializer)
    @action(detail=True, methods=["post"])
    def step(self, request, pk=None):
        """Take a rule a step on: consult, redraft, issue, repeal."""
        found, sent = self.to_run(pk), self.read(bodies.RegulationStepInput)
        rule_verbs.step_regulation(found, sent.pop("step"), by=request.user, **sent)
        return self.show(pk)


ROUTES = [
    ("programmes", ProgrammeViewSet, "programme"),
    ("programme-items", ProgrammeItemViewSet, "programme-item"),
    ("regulations", RegulationViewSet, "regulation"),
]
