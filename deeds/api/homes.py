from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from deeds import actions, tables
from deeds.api.shells import VerbViewSet
from deeds.enums import Right
from deeds.filters import HomeFilter, UndertakingFilter
from deeds.models import DeedProject, EntitledPerson, Home, Undertaking
from deeds.serializers import HomeSerializer, IssueSerializer
from deeds.serializers import backlog as bodies
from governance.audit.actions import reveal
from governance.audit.enums import Right as AuditRight
from governance.kernel.scope import demand


class HomeViewSet(VerbViewSet):
    queryset = Home.objects.for_list()
    action_rights = {
        **dict.fromkeys(("issue", "step", "add_person", "remove_person"), Right.ISSUE),
        "reveal": AuditRight.REVEAL,
    }
    serializer_class = HomeSerializer
    filterset_class = HomeFilter
    order = ("project_id", "building", "unit", "room")
    layout = tables.HOMES

    def find(self, pk, right: str = Right.ISSUE) -> Home:
        home = get_object_or_404(Home.objects.for_user(self.request.user).select_related("project"), pk=pk)
        demand(self.request.user, right, home.area_code)
        return home

    def person(self, home: Home, pk: int) -> EntitledPerson:
        rows = EntitledPerson.objects.for_user(self.request.user).select_related("home")
        return get_object_or_404(rows, home=home, left_on__isnull=True, pk=pk)

    @extend_schema(request=IssueSerializer, responses={200: HomeSerializer})
    @action(detail=True, methods=["post"])
    def issue(self, request, pk=None):
        """Hand out the deed of a registered home."""
        actions.issue_home(self.find(pk), by=request.user, **self.read(IssueSerializer))
        return self.show(pk)

    @extend_schema(request=bodies.StepHomeInput, responses={200: HomeSerializer})
    @action(detail=True, methods=["post"])
    def step(self, request, pk=None):
        """Take one home a step on."""
        home, sent = self.find(pk), self.read(bodies.StepHomeInput)
        actions.step_home(home, sent["step"], by=request.user, note=sent["note"])
        return self.show(pk)

    @extend_schema(responses=bodies.EntitledPersonSerializer(many=True), filters=False)
    @action(detail=True, methods=["get"], pagination_class=None)
    def people(self, request, pk=None):
        """Who is entitled to a home, masked."""
        home = self.find(pk, Right.VIEW)
        people = home.entitled.filter(left_on__isnull=True)
        return Response(bodies.EntitledPersonSerializer(people, many=True).data)

    @extend_schema(request=bodies.EntitledInput, responses={201: bodies.EntitledPersonSerializer})
    @action(detail=True, methods=["post"], url_path="add-person", url_name="add-person")
    def add_person(self, request, pk=None):
        """Enter a person entitled to a home."""
        made = actions.add_entitled(self.find(pk), by=request.user, **self.read(bodies.EntitledInput))
        return Response(bodies.EntitledPersonSerializer(made).data, status=201)

    @extend_schema(request=bodies.RemoveEntitledInput, responses=HomeSerializer)
    @action(detail=True, methods=["post"], url_path="remove-person", url_name="remove-person")
    def remove_person(self, request, pk=None):
        """Take somebody off a home who is no longer entitled to it."""
        home, sent = self.find(pk), self.read(bodies.RemoveEntitledInput)
        person = self.person(home, sent["person"])
        actions.remove_entitled(person, by=request.user, reason=sent["reason"])
        return self.show(pk)

    @extend_schema(request=bodies.RevealEntitledInput, responses=bodies.RevealedSerializer)
    @action(detail=True, methods=["post"])
    def reveal(self, request, pk=None):
        """One value of a person in the clear, for a reason that is kept."""
        home = self.find(pk, AuditRight.REVEAL)
        sent = self.read(bodies.RevealEntitledInput)
        person = self.person(home, sent["person"])
        return Response({"value": reveal(person, sent["field"], by=request.user, reason=sent["reason"])})


class UndertakingViewSet(VerbViewSet):
    """What is let pass for the time being, and what is promised."""

    queryset = Undertaking.objects.for_list()
    action_rights = dict.fromkeys(("create", "settle"), Right.MANAGE)
    serializer_class = bodies.UndertakingSerializer
    filterset_class = UndertakingFilter
    order = ("due_on", "id")
    layout = tables.UNDERTAKINGS

    @extend_schema(request=bodies.UndertakingInput, responses={201: bodies.UndertakingSerializer})
    def create(self, request):
        """Write down what is let pass, until when, and what follows if not."""
        sent, user = self.read(bodies.UndertakingInput), request.user
        projects = DeedProject.objects.for_user(user).select_related("area")
        project = get_object_or_404(projects, pk=sent.pop("project"))
        homes = Home.objects.for_user(user)
        people = EntitledPerson.objects.for_user(user).select_related("home")
        for name, rows in (("home", homes), ("person", people)):
            sent[name] = sent[name] and get_object_or_404(rows, pk=sent[name])
        return self.show(actions.make_undertaking(project, by=user, **sent).pk, status=201)

    @extend_schema(request=bodies.SettleInput, responses=bodies.UndertakingSerializer)
    @action(detail=True, methods=["post"])
    def settle(self, request, pk=None):
        """Say after a check whether the word was kept."""
        found = get_object_or_404(Undertaking.objects.for_user(request.user).select_related("project"), pk=pk)
        demand(request.user, Right.MANAGE, found.area_code)
        sent = self.read(bodies.SettleInput)
        actions.settle_undertaking(found, sent["step"], by=request.user, finding=sent["finding"])
        return self.show(pk)


ROUTES = [
    ("deed-homes", HomeViewSet, "deed-home"),
    ("deed-undertakings", UndertakingViewSet, "deed-undertaking"),
]
