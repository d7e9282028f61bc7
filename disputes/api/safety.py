"""What the API of a dispute knows of people's safety; mixed into its view set."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from disputes.actions.safety import mark_minor, number_police_report, report_to_police
from disputes.enums.rights import Right
from disputes.serializers.safety import (
    MinorInput,
    PoliceNumberInput,
    PoliceReportInput,
    PoliceReportSerializer,
)
from governance.kernel.scope import demand

_NUMBER = [OpenApiParameter("number", str, OpenApiParameter.PATH)]


PROTECTING = dict.fromkeys(("police", "police_number", "minor"), Right.PROTECT)


class SafetyActions:
    """POST sub-paths beside the steps of the lifecycle: they leave the state alone."""

    def _protected(self, request, number: str, body):
        dispute = self.find(number)
        demand(request.user, Right.PROTECT, dispute.case.area_code)
        read = body(data=request.data)
        read.is_valid(raise_exception=True)
        return dispute, read.validated_data

    @extend_schema(parameters=_NUMBER, request=PoliceReportInput, responses={201: PoliceReportSerializer})
    @action(detail=True, methods=["post"], url_path="police", url_name="police")
    def police(self, request, number=None):
        """Record that the police were told of a possible crime; the dispute stays where it is."""
        dispute, given = self._protected(request, number, PoliceReportInput)
        report = report_to_police(dispute, by=request.user, **given)
        return Response(PoliceReportSerializer(report).data, status=201)

    @extend_schema(parameters=_NUMBER, request=PoliceNumberInput, responses=PoliceReportSerializer)
    @action(detail=True, methods=["post"], url_path="police_number", url_name="police-number")
    def police_number(self, request, number=None):
        """The number the police gave for a report."""
        dispute, given = self._protected(request, number, PoliceNumberInput)
        report = get_object_or_404(dispute.police_reports, pk=given["report"])
        number_police_report(report, by=request.user, external_number=given["external_number"])
        return Response(PoliceReportSerializer(report).data)

    @extend_schema(parameters=_NUMBER, request=MinorInput, responses={204: None})
    @action(detail=True, methods=["post"], url_path="minor", url_name="minor")
    def minor(self, request, number=None):
        """Mark that a minor is involved: from then on only named roles see the dispute, perhaps not the client."""
        dispute, given = self._protected(request, number, MinorInput)
        mark_minor(dispute, by=request.user, **given)
        return Response(status=204)
