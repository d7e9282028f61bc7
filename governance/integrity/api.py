"""Checks, what they find, and having them carried out, over REST."""

from drf_spectacular.utils import extend_schema
from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.integrity.actions import ask_for_checks
from governance.integrity.enums import Right
from governance.integrity.filters import FindingFilter
from governance.integrity.models import Finding
from governance.integrity.presenting import lines_for
from governance.integrity.registry import checks, find_check
from governance.integrity.serializers import (
    AskedSerializer,
    FindingSerializer,
    IntegrityCheckSerializer,
    check_entry,
)
from governance.integrity.tables import FINDINGS
from governance.kernel.api import ScopedViewSet
from governance.statistics.questions import refuse_unknown


class CheckViewSet(viewsets.ViewSet):
    """What is looked through every night, and how it stands in the client's areas."""

    required_right = Right.VIEW
    action_rights = {"run": Right.RUN, "run_one": Right.RUN}
    lookup_field = "code"
    lookup_value_regex = "[a-z-]+"

    @extend_schema(operation_id="integrity_checks", responses=IntegrityCheckSerializer(many=True))
    def list(self, request):
        """Every check; `found` counts all rows, the findings are at most 200 of a county."""
        refuse_unknown(request.query_params, {"format"})
        return Response([check_entry(line) for line in lines_for(request.user)])

    @extend_schema(operation_id="integrity_ask_all", request=None, responses={201: AskedSerializer})
    @action(detail=False, methods=["post"])
    def run(self, request):
        """Have every check carried out soon; 409 when all are waiting or were just done."""
        return Response({"asked": ask_for_checks(list(checks()), by=request.user)}, status=201)

    @extend_schema(operation_id="integrity_ask", request=None, responses={201: AskedSerializer})
    @action(detail=True, methods=["post"], url_path="run", url_name="run-one")
    def run_one(self, request, code=None):
        """Have one check carried out soon; 409 when it is waiting or was just done."""
        return Response({"asked": ask_for_checks([find_check(code).code], by=request.user)}, status=201)


class FindingViewSet(ScopedViewSet):
    """What is wrong: the oldest first."""

    queryset = Finding.objects.for_list()
    required_right = Right.VIEW
    lookup_value_regex = "[0-9]{1,18}"
    serializer_class = FindingSerializer
    filterset_class = FindingFilter
    order = ("first_seen_at", "id")
    layout = FINDINGS


ROUTES = [
    ("integrity/checks", CheckViewSet, "integrity-check"),
    ("integrity/findings", FindingViewSet, "integrity-finding"),
]
