from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import mixins, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.casework.actions.rules import change_rule, copy_rule_set, put_in_force
from governance.casework.enums import Right
from governance.casework.filters.rules import InForceFilter
from governance.casework.models import RuleSet, RuleSetInForce
from governance.casework.serializers.rules import (
    CopyInput,
    DeadlineRuleSerializer,
    InForceInput,
    RuleSetInForceSerializer,
    RuleSetSerializer,
)
from governance.casework.tables.rules import IN_FORCE
from governance.kernel.api import ScopedViewSet

RULE = OpenApiParameter("rule", int, OpenApiParameter.PATH)


class RuleSetInForceViewSet(ScopedViewSet):
    """Which set of rules holds where, from which day on."""

    queryset = RuleSetInForce.objects.for_list()
    required_right = Right.RULES
    lookup_value_regex = "[0-9]{1,18}"
    serializer_class = RuleSetInForceSerializer
    filterset_class = InForceFilter
    order = ("area_code", "-id")
    layout = IN_FORCE


class RuleSetViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    """Sets of deadline rules. One that is or was in force does not change: copy it."""

    queryset = RuleSet.objects.prefetch_related("rules")
    required_right = Right.RULES
    serializer_class = RuleSetSerializer
    lookup_field = "code"
    pagination_class = None
    filter_backends: list = []

    @extend_schema(request=CopyInput, responses={201: RuleSetSerializer})
    @action(detail=True, methods=["post"])
    def copy(self, request, code=None):
        """A set of the same rules under another name."""
        read = CopyInput(data=request.data)
        read.is_valid(raise_exception=True)
        copied = copy_rule_set(self.get_object(), by=request.user, **read.validated_data)
        return Response(RuleSetSerializer(copied).data, status=201)

    @extend_schema(request=InForceInput, responses={201: RuleSetInForceSerializer})
    @action(detail=True, methods=["post"], url_path="in-force", url_name="in-force")
    def in_force(self, request, code=None):
        """Let the set hold in an area from a day on."""
        read = InForceInput(data=request.data)
        read.is_valid(raise_exception=True)
        placed = put_in_force(self.get_object(), by=request.user, **read.validated_data)
        rows = RuleSetInForce.objects.for_user(request.user).for_list().filter(pk=placed.pk)
        return Response(rows.values(*RuleSetInForceSerializer.Meta.fields).get(), status=201)

    @extend_schema(parameters=[RULE], request=DeadlineRuleSerializer, responses=RuleSetSerializer)
    @action(detail=True, methods=["post"], url_path=r"rules/(?P<rule>[0-9]{1,18})", url_name="rule")
    def change(self, request, code=None, rule=None):
        """Change one rule of a set that never was in force."""
        found = get_object_or_404(self.get_object().rules.select_related("rule_set"), pk=rule)
        read = DeadlineRuleSerializer(found, data=request.data, partial=True)
        read.is_valid(raise_exception=True)
        change_rule(found, by=request.user, **read.validated_data)
        return self.retrieve(request, code=code)
