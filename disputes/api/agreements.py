from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action

from disputes.actions.agreements import save_draft
from disputes.actions.performance import perform_obligation, release_obligation
from disputes.actions.sittings import change_sitting, record_sitting
from disputes.enums.rights import Right
from disputes.models import Obligation
from disputes.serializers import agreements as bodies
from disputes.serializers.disputes import DisputeSerializer
from governance.kernel.scope import demand

NUMBER = OpenApiParameter("number", str, OpenApiParameter.PATH)
ROW = OpenApiParameter("pk", int, OpenApiParameter.PATH)


SETTLING = dict.fromkeys(
    ("draft", "record_sitting", "change_sitting", "perform_obligation", "release_obligation"), Right.MEDIATE
)


def _verb(path: str, name: str, body, *, parameters=(NUMBER,)):
    """A POST sub-path of a dispute that takes `body`, under the name of the method."""

    def decorate(method):
        schema = extend_schema(
            operation_id=f"disputes_{method.__name__}",
            parameters=list(parameters),
            request=body,
            responses=DisputeSerializer,
        )
        return schema(action(detail=True, methods=["post"], url_path=path, url_name=name)(method))

    return decorate


class AgreementActions:
    """What of a dispute is written beside its lifecycle: drafts, sittings, receipts. For `DisputeViewSet`."""

    def _read(self, request, number, body):
        """The dispute, and what was handed in for it."""
        dispute = self.find(number)
        demand(request.user, Right.MEDIATE, dispute.case.area_code)
        read = body(data=request.data, context={"request": request, "dispute": dispute})
        read.is_valid(raise_exception=True)
        return dispute, read.validated_data

    @_verb("draft", "draft", bodies.AgreementDraftInput)
    def draft(self, request, number=None):
        """Keep a draft of the agreement as a whole."""
        dispute, given = self._read(request, number, bodies.AgreementDraftInput)
        save_draft(dispute, by=request.user, **given)
        return self.show(number)

    @_verb("sittings", "record-sitting", bodies.SittingInput)
    def record_sitting(self, request, number=None):
        """Add a sitting and who came."""
        dispute, given = self._read(request, number, bodies.SittingInput)
        record_sitting(dispute, by=request.user, **given)
        return self.show(number)

    @_verb("sittings/(?P<pk>[0-9]{1,18})", "change-sitting", bodies.SittingChange, parameters=(NUMBER, ROW))
    def change_sitting(self, request, number=None, pk=None):
        """Change the record of a sitting as a whole."""
        dispute, given = self._read(request, number, bodies.SittingChange)
        change_sitting(get_object_or_404(dispute.sessions, pk=pk), by=request.user, **given)
        return self.show(number)

    @_verb(
        "obligations/(?P<pk>[0-9]{1,18})/perform", "perform-obligation", bodies.PerformInput,
        parameters=(NUMBER, ROW),
    )  # fmt: skip
    def perform_obligation(self, request, number=None, pk=None):
        """Record that what was owed has come."""
        dispute, given = self._read(request, number, bodies.PerformInput)
        perform_obligation(self._obligation(dispute, pk), by=request.user, **given)
        return self.show(number)

    @_verb(
        "obligations/(?P<pk>[0-9]{1,18})/release", "release-obligation", bodies.ReleaseInput,
        parameters=(NUMBER, ROW),
    )  # fmt: skip
    def release_obligation(self, request, number=None, pk=None):
        """Record that an obligation is given up, or carried on by enforcement or suit."""
        dispute, given = self._read(request, number, bodies.ReleaseInput)
        release_obligation(self._obligation(dispute, pk), by=request.user, **given)
        return self.show(number)

    def _obligation(self, dispute, pk) -> Obligation:
        rows = Obligation.objects.for_user(self.request.user)
        return get_object_or_404(rows, agreement__dispute=dispute, pk=pk)
