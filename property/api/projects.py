"""Projects, their fees and complaints, and the coverage rates over REST."""

from django.core.exceptions import BadRequest
from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.audit.actions import reveal
from governance.audit.enums import Right as AuditRight
from governance.kernel.scope import demand
from governance.statistics.questions import refuse_unknown
from grids.enums.rights import EventRight
from property import actions, tables
from property.api.programmes import RunViewSet
from property.choices import companies_for
from property.enums import Right
from property.enums.projects import RateUnit
from property.filters import PropertyContractFilter
from property.filters.projects import ProjectComplaintFilter, ProjectFeeFilter
from property.forms.rates import RatesForm
from property.models import (
    ManagedCompound,
    ProjectComplaint,
    ProjectFee,
    PropertyContract,
)
from property.presenting.places import area_asked
from property.presenting.rates import RateLine, read_rates
from property.serializers import projects as bodies
from property.serializers.committees import CommitteeMemberNameSerializer
from property.tables.projects import COMPLAINTS, FEES

_VERBS = ("create", "renew", "change_manager", "describe", "end")


class ProjectViewSet(RunViewSet):
    """Projects (company × compound for a time), past ones too; the manager is masked."""

    queryset = PropertyContract.objects.for_list()
    required_right = Right.VIEW
    action_rights = dict.fromkeys(_VERBS, Right.MANAGE) | {"reveal_manager": AuditRight.REVEAL}
    serializer_class = bodies.PropertyContractSerializer
    filterset_class = PropertyContractFilter
    order = ("area_code", "id")
    layout = tables.CONTRACTS

    def managed(self) -> PropertyContract:
        """The project in sight (404) that the client may manage (403)."""
        contract = self.get_object()
        demand(self.request.user, Right.MANAGE, contract.area_code)
        return contract

    @extend_schema(request=bodies.SignContractInput, responses={201: bodies.PropertyContractSerializer})
    def create(self, request):
        """Sign a contract for a compound."""
        given = self.read(bodies.SignContractInput)
        compounds = ManagedCompound.objects.for_user(request.user)
        compound = get_object_or_404(compounds, pk=given.pop("compound"))
        if given.get("company") is not None:
            given["company"] = get_object_or_404(companies_for(compound.area_code), pk=given["company"])
        contract = actions.sign_contract(compound, by=request.user, **given)
        return self.show(contract.pk, status=201)

    @extend_schema(request=bodies.RenewContractInput, responses={201: bodies.PropertyContractSerializer})
    @action(detail=True, methods=["post"])
    def renew(self, request, pk=None):
        """The same company goes on from the day the contract ends."""
        contract = self.managed()
        following = actions.renew_contract(contract, by=request.user, **self.read(bodies.RenewContractInput))
        return self.show(following.pk, status=201)

    @extend_schema(request=bodies.ChangeManagerInput, responses=bodies.PropertyContractSerializer)
    @action(detail=True, methods=["post"], url_path="change-manager", url_name="change-manager")
    def change_manager(self, request, pk=None):
        """Another manager from a day on."""
        contract = self.managed()
        actions.change_manager(contract, by=request.user, **self.read(bodies.ChangeManagerInput))
        return self.show(pk)

    @extend_schema(request=bodies.DescribeContractInput, responses=bodies.PropertyContractSerializer)
    @action(detail=True, methods=["post"])
    def describe(self, request, pk=None):
        """Correct number, fee and staff."""
        contract = self.managed()
        actions.describe_contract(contract, by=request.user, **self.read(bodies.DescribeContractInput))
        return self.show(pk)

    @extend_schema(request=bodies.EndContractInput, responses=bodies.PropertyContractSerializer)
    @action(detail=True, methods=["post"])
    def end(self, request, pk=None):
        """Let the contract end on a day."""
        contract = self.managed()
        actions.end_contract(contract, by=request.user, **self.read(bodies.EndContractInput))
        return self.show(pk)

    @extend_schema(request=bodies.RevealManagerInput, responses=CommitteeMemberNameSerializer)
    @action(detail=True, methods=["post"], url_path="reveal-manager", url_name="reveal-manager")
    def reveal_manager(self, request, pk=None):
        """The manager's name or phone in the clear, for a stated reason; the look is on record."""
        contract = self.get_object()
        demand(request.user, AuditRight.REVEAL, contract.area_code)
        given = self.read(bodies.RevealManagerInput)
        value = reveal(contract, given["field"], by=request.user, reason=given["reason"])
        return Response({"name": value})


class ProjectFeeViewSet(RunViewSet):
    """Fees of projects by quarter, in whole yuan."""

    queryset = ProjectFee.objects.for_list()
    required_right = Right.VIEW
    action_rights = {"create": Right.MANAGE}
    serializer_class = bodies.ProjectFeeSerializer
    filterset_class = ProjectFeeFilter
    order = ("-quarter_on", "-id")
    layout = FEES

    @extend_schema(request=bodies.ProjectFeeInput, responses={201: bodies.ProjectFeeSerializer})
    def create(self, request):
        """Write the fees of a quarter; again for the same quarter corrects them."""
        given = self.read(bodies.ProjectFeeInput)
        contracts = PropertyContract.objects.for_user(request.user)
        contract = get_object_or_404(contracts, pk=given.pop("contract"))
        return self.show(actions.record_fee(contract, by=request.user, **given).pk, status=201)


class ProjectComplaintViewSet(RunViewSet):
    """Complaints about projects; each is an event."""

    queryset = ProjectComplaint.objects.for_list()
    required_right = Right.VIEW
    action_rights = {"create": EventRight.REPORT}
    serializer_class = bodies.ProjectComplaintSerializer
    filterset_class = ProjectComplaintFilter
    order = ("-received_on", "-id")
    layout = COMPLAINTS

    @extend_schema(request=bodies.ProjectComplaintInput, responses={201: bodies.ProjectComplaintSerializer})
    def create(self, request):
        """Report an event under a project. Again under the same `client_uuid` it is the same complaint."""
        given = dict(self.read(bodies.ProjectComplaintInput, context={"request": request}))
        contracts = PropertyContract.objects.for_user(request.user).select_related("area", "compound")
        contract = get_object_or_404(contracts, pk=given.pop("contract"))
        given["place"] = given.get("place") or contract.compound.name
        return self.show(actions.register_complaint(contract, by=request.user, **given).pk, status=201)


class PropertyRatesViewSet(viewsets.ViewSet):
    """The coverage rates of an area on two days."""

    required_right = Right.VIEW

    @extend_schema(
        operation_id="property_rates",
        responses=bodies.RATES_SHAPE,
        parameters=[
            OpenApiParameter("area", OpenApiTypes.STR, description="code of an area within reach"),
            OpenApiParameter(
                "unit", OpenApiTypes.STR, enum=RateUnit.values, description="default: compounds"
            ),
            OpenApiParameter("as_of", OpenApiTypes.DATE, description="default: today"),
            OpenApiParameter("against", OpenApiTypes.DATE, description="default: the end of the year before"),
        ],
    )
    def list(self, request):
        """Service, committees, Party in companies, Party in projects: both days, points and growth."""
        given = request.query_params.dict()
        refuse_unknown(given, {"area", "unit", "as_of", "against", "format"})
        form = RatesForm(given)
        if not form.is_valid():
            raise BadRequest(" ".join(form.sentences))
        area = area_asked(form.cleaned_data["area"], request.user)
        lines = read_rates(area, **form.asked)
        return Response([_rate_answer(line, request.build_absolute_uri) for line in lines])


def _rate_answer(line: RateLine, absolute) -> dict:
    indicator = line.now.indicator
    return {
        "indicator": indicator.key,
        "name": str(indicator.name),
        "counted": str(indicator.numerator.label),
        "now": _day_answer(line.now, absolute),
        "then": _day_answer(line.then, absolute),
        "points": line.points,
        "relative": line.relative,
    }


def _day_answer(reading, absolute) -> dict:
    return {
        "day": reading.span.as_of,
        "numerator": reading.numerator,
        "denominator": reading.denominator,
        "value": reading.value,
        "lists": {name: url and absolute(url) for name, url in reading.api_lists().items()},
    }


ROUTES = [
    ("property-contracts", ProjectViewSet, "property-contract"),
    ("project-fees", ProjectFeeViewSet, "project-fee"),
    ("property-complaints", ProjectComplaintViewSet, "property-complaint"),
    ("property-rates", PropertyRatesViewSet, "property-rates"),
]
