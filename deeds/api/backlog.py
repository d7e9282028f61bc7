from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiResponse, OpenApiTypes, extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from deeds import actions, tables
from deeds.api.shells import VerbViewSet
from deeds.enums import Right
from deeds.filters import DeedProjectFilter, ObstacleFilter
from deeds.models import BacklogCutoff, DeedProject, HomeStep, ProjectObstacle
from deeds.papers.plan import plan_file_name, plan_sheet
from deeds.serializers import DeedProjectSerializer, HomeSerializer
from deeds.serializers import backlog as bodies
from governance.kernel.papers import DOCX, word_answer
from governance.kernel.parsers import StrictJSONParser
from governance.kernel.scope import demand

_FILE = {(200, DOCX): OpenApiResponse(OpenApiTypes.BINARY, "the Word file")}


class DeedProjectViewSet(VerbViewSet):
    """Projects of the backlog, and those that came after the cut-off day."""

    queryset = DeedProject.objects.for_list()
    action_rights = {
        **dict.fromkeys(("create", "step", "buildings", "add_home", "plan", "obstacles"), Right.MANAGE),
        **dict.fromkeys(("step_homes", "undo_homes"), Right.ISSUE),
    }
    serializer_class = DeedProjectSerializer
    filterset_class = DeedProjectFilter
    order = ("area_code", "id")
    layout = tables.PROJECTS

    def find(self, pk, right: str = Right.MANAGE) -> DeedProject:
        rows = DeedProject.objects.for_user(self.request.user).select_related("area", "plan")
        project = get_object_or_404(rows, pk=pk)
        demand(self.request.user, right, project.area_code)
        return project

    @extend_schema(responses=bodies.DeedProjectDetailSerializer)
    def retrieve(self, request, pk=None):
        """One project with its buildings and its plan."""
        project = self.find(pk, Right.VIEW)
        plan = getattr(project, "plan", None)
        more = {
            "buildings": bodies.DeedBuildingSerializer(project.buildings.all(), many=True).data,
            "plan": plan and bodies.ProjectPlanSerializer(plan).data,
        }
        return self.show(pk, more)

    @extend_schema(request=bodies.ListProjectInput, responses={201: DeedProjectSerializer})
    def create(self, request):
        """Enter a project into the ledger."""
        made = actions.list_project(by=request.user, **self.read(bodies.ListProjectInput))
        return self.show(made.pk, status=201)

    @extend_schema(request=bodies.ProjectStepInput, responses=DeedProjectSerializer)
    @action(detail=True, methods=["post"])
    def step(self, request, pk=None):
        """Take a project one step on; its homes follow."""
        project, sent = self.find(pk), self.read(bodies.ProjectStepInput)
        actions.take_project_step(project, sent.pop("step"), by=request.user, **sent)
        return self.show(pk)

    @extend_schema(request=bodies.BuildingInput, responses={201: bodies.DeedBuildingSerializer})
    @action(detail=True, methods=["post"])
    def buildings(self, request, pk=None):
        """Enter a building; one finished after the cut-off day is refused in the old backlog."""
        made = actions.add_building(self.find(pk), by=request.user, **self.read(bodies.BuildingInput))
        return Response(bodies.DeedBuildingSerializer(made).data, status=201)

    @extend_schema(request=bodies.HomeInput, responses={201: HomeSerializer})
    @action(detail=True, methods=["post"], url_path="homes", url_name="homes")
    def add_home(self, request, pk=None):
        """Enter a home; one that stands in another project is refused."""
        made = actions.add_home(self.find(pk), by=request.user, **self.read(bodies.HomeInput))
        row = made._meta.model.objects.for_user(request.user).for_list().filter(pk=made.pk)
        return Response(row.values(*HomeSerializer().fields).get(), status=201)

    @extend_schema(request=bodies.PlanInput, responses=bodies.ProjectPlanSerializer)
    @action(detail=True, methods=["post"])
    def plan(self, request, pk=None):
        """Write the plan of a project, or put it right."""
        plan = actions.write_plan(self.find(pk), by=request.user, **self.read(bodies.PlanInput))
        return Response(bodies.ProjectPlanSerializer(plan).data)

    @extend_schema(responses=_FILE, filters=False)
    @action(detail=True, methods=["get"], pagination_class=None, url_path="plan-word", url_name="plan-word")
    def plan_word(self, request, pk=None):
        """The plan in Word."""
        project = self.find(pk, Right.VIEW)
        if not hasattr(project, "plan"):
            raise NotFound
        return word_answer(plan_sheet(project), plan_file_name(project))

    @extend_schema(request=bodies.OpenObstacleInput, responses={201: bodies.ProjectObstacleSerializer})
    @action(detail=True, methods=["post"])
    def obstacles(self, request, pk=None):
        """Name what stands in the way."""
        made = actions.open_obstacle(self.find(pk), by=request.user, **self.read(bodies.OpenObstacleInput))
        row = ProjectObstacle.objects.for_user(request.user).for_list().filter(pk=made.pk)
        return Response(row.values(*bodies.ProjectObstacleSerializer().fields).get(), status=201)

    @extend_schema(request=bodies.ChosenHomesInput, responses=bodies.HomeStepSerializer)
    @action(detail=True, methods=["post"], url_path="step-homes", url_name="step-homes")
    def step_homes(self, request, pk=None):
        """Take homes through a step for one reason: all of them, or none."""
        project, sent = self.find(pk, Right.ISSUE), self.read(bodies.ChosenHomesInput)
        homes = bodies.homes_chosen(project, sent)
        done = actions.step_homes(project, homes, sent["step"], by=request.user, note=sent["note"])
        return Response(bodies.HomeStepSerializer(done).data)

    @extend_schema(request=bodies.UndoHomeStepInput, responses=bodies.HomeStepSerializer)
    @action(detail=True, methods=["post"], url_path="undo-homes", url_name="undo-homes")
    def undo_homes(self, request, pk=None):
        """Take a wrong step over homes back by a counter step."""
        project, sent = self.find(pk, Right.ISSUE), self.read(bodies.UndoHomeStepInput)
        rows = HomeStep.objects.select_related("project").filter(project=project)
        wrong = get_object_or_404(rows, pk=sent["step"])
        done = actions.undo_home_step(wrong, by=request.user, note=sent["note"])
        return Response(bodies.HomeStepSerializer(done).data)


class ObstacleViewSet(VerbViewSet):
    """Obstacles of all projects in scope."""

    queryset = ProjectObstacle.objects.for_list()
    action_rights = dict.fromkeys(("close", "bring"), Right.MANAGE)
    serializer_class = bodies.ProjectObstacleSerializer
    filterset_class = ObstacleFilter
    order = ("due_on", "id")
    layout = tables.OBSTACLES

    def find(self, pk) -> ProjectObstacle:
        rows = ProjectObstacle.objects.for_user(self.request.user).select_related("project__area")
        obstacle = get_object_or_404(rows, pk=pk)
        demand(self.request.user, Right.MANAGE, obstacle.area_code)
        return obstacle

    @extend_schema(request=bodies.CloseObstacleInput, responses=bodies.ProjectObstacleSerializer)
    @action(detail=True, methods=["post"], parser_classes=[MultiPartParser, StrictJSONParser])
    def close(self, request, pk=None):
        """Close an obstacle on the strength of a document."""
        sent = self.read(bodies.CloseObstacleInput)
        actions.close_obstacle(self.find(pk), by=request.user, **sent)
        return self.show(pk)

    @extend_schema(request=bodies.RaiseObstacleInput, responses=bodies.ProjectObstacleSerializer)
    @action(detail=True, methods=["post"], url_path="raise", url_name="raise")
    def bring(self, request, pk=None):
        """Bring an obstacle before a higher office."""
        actions.raise_obstacle(self.find(pk), by=request.user, **self.read(bodies.RaiseObstacleInput))
        return self.show(pk)


class BacklogCutoffViewSet(VerbViewSet):
    """From which day on what is finished is no old backlog, by county."""

    queryset = BacklogCutoff.objects.for_list()
    action_rights = {"create": Right.MANAGE}
    serializer_class = bodies.BacklogCutoffSerializer
    order = ("area_code", "id")
    layout = tables.CUTOFFS

    @extend_schema(request=bodies.CutoffInput, responses=bodies.BacklogCutoffSerializer)
    def create(self, request):
        """Set the cut-off day of a county, or change it."""
        return self.show(actions.set_cutoff(by=request.user, **self.read(bodies.CutoffInput)).pk)


ROUTES = [
    ("deed-projects", DeedProjectViewSet, "deed-project"),
    ("deed-obstacles", ObstacleViewSet, "deed-obstacle"),
    ("deed-cutoffs", BacklogCutoffViewSet, "deed-cutoff"),
]
