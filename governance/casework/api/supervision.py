from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action

from governance.casework.actions import supervision as verbs
from governance.casework.enums import Right
from governance.casework.filters.supervision import LetterFilter, SupervisionFilter
from governance.casework.models import Supervision, WarningLetter
from governance.casework.serializers.supervision import (
    LiftInput,
    OfficeAnswerInput,
    SupervisionSerializer,
    WarningLetterSerializer,
)
from governance.casework.tables.supervision import LETTERS, SUPERVISIONS
from governance.kernel.api import ScopedViewSet
from governance.kernel.scope import demand


class ToOfficeViewSet(ScopedViewSet):
    """What offices are told about cases: find one, see that the right reaches it, press, show."""

    required_right = Right.VIEW
    lookup_value_regex = "[0-9]{1,18}"

    def find(self, pk, right: str):
        rows = self.queryset.model.objects.for_user(self.request.user).select_related("area", "case__area")
        found = get_object_or_404(rows, pk=pk)
        demand(self.request.user, right, found.area_code)
        return found


class SupervisionViewSet(ToOfficeViewSet):
    """督办 and cards, the latest first. Offices are named, never persons."""

    queryset = Supervision.objects.for_list()
    action_rights = {"answer": Right.ANSWER, "lift": Right.SUPERVISE}
    serializer_class = SupervisionSerializer
    filterset_class = SupervisionFilter
    order = ("-given_on", "-id")
    layout = SUPERVISIONS

    @extend_schema(request=OfficeAnswerInput, responses=SupervisionSerializer)
    @action(detail=True, methods=["post"])
    def answer(self, request, pk=None):
        """整改说明 by the office that is meant."""
        verbs.answer_supervision(self.find(pk, Right.ANSWER), by=request.user, **self.read(OfficeAnswerInput))
        return self.retrieve(request, pk=pk)

    @extend_schema(request=LiftInput, responses=SupervisionSerializer)
    @action(detail=True, methods=["post"])
    def lift(self, request, pk=None):
        """解除, with the reason."""
        verbs.lift_supervision(self.find(pk, Right.SUPERVISE), by=request.user, **self.read(LiftInput))
        return self.retrieve(request, pk=pk)


class WarningLetterViewSet(ToOfficeViewSet):
    """预警函, the latest first."""

    queryset = WarningLetter.objects.for_list()
    action_rights = {"mark_read": Right.ANSWER, "answer": Right.ANSWER}
    serializer_class = WarningLetterSerializer
    filterset_class = LetterFilter
    order = ("-sent_on", "-id")
    layout = LETTERS

    @extend_schema(request=None, responses=WarningLetterSerializer)
    @action(detail=True, methods=["post"], url_path="read", url_name="read")
    def mark_read(self, request, pk=None):
        """签收."""
        verbs.read_letter(self.find(pk, Right.ANSWER), by=request.user)
        return self.retrieve(request, pk=pk)

    @extend_schema(request=OfficeAnswerInput, responses=WarningLetterSerializer)
    @action(detail=True, methods=["post"])
    def answer(self, request, pk=None):
        """答复 by the office the letter went to."""
        verbs.answer_letter(self.find(pk, Right.ANSWER), by=request.user, **self.read(OfficeAnswerInput))
        return self.retrieve(request, pk=pk)
