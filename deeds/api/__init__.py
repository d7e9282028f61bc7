from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action

from deeds import tables
from deeds.actions import issue_home
from deeds.api import desk, housing
from deeds.enums import Right
from deeds.filters import DeedProjectFilter, HomeFilter
from deeds.models import DeedProject, Home
from deeds.serializers import DeedProjectSerializer, HomeSerializer, IssueSerializer
from governance.kernel.api import ScopedViewSet

BY_ID = "[0-9]{1,18}"


class DeedProjectViewSet(ScopedViewSet):
    queryset = DeedProject.objects.for_list()
    required_right = Right.VIEW
    lookup_value_regex = BY_ID
    serializer_class = DeedProjectSerializer
    filterset_class = DeedProjectFilter
    order = ("area_code", "id")
    layout = tables.PROJECTS


class HomeViewSet(ScopedViewSet):
    queryset = Home.objects.for_list()
    required_right = Right.VIEW
    lookup_value_regex = BY_ID
    action_rights = {"issue": Right.ISSUE}
    serializer_class = HomeSerializer
    filterset_class = HomeFilter
    order = ("project_id", "building", "unit", "room")
    layout = tables.HOMES

    @extend_schema(request=IssueSerializer, responses={200: HomeSerializer})
    @action(detail=True, methods=["post"])
    def issue(self, request, pk):
        home = get_object_or_404(self.get_queryset(), pk=pk)
        answer = IssueSerializer(data=request.data)
        answer.is_valid(raise_exception=True)
        issue_home(home, by=request.user, **answer.validated_data)
        return self.retrieve(request, pk=pk)


ROUTES = [
    ("deed-projects", DeedProjectViewSet, "deed-project"),
    ("deed-homes", HomeViewSet, "deed-home"),
    *housing.ROUTES,
    *desk.ROUTES,
]
