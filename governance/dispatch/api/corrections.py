from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.dispatch import actions
from governance.dispatch.api import DispatchViewSet
from governance.dispatch.enums import Right
from governance.dispatch.filters.corrections import CorrectionFilter
from governance.dispatch.models import Brief, Correction
from governance.dispatch.presenting.corrections import file_name
from governance.dispatch.serializers import corrections as bodies
from governance.dispatch.tables.corrections import CORRECTIONS
from governance.kernel.papers import DOCX, word_answer
from governance.kernel.scope import demand

_ANSWER = bodies.CorrectionDetailSerializer
_FILE = {(200, DOCX): OpenApiResponse(OpenApiTypes.BINARY, "the Word file, byte for byte as it was issued")}


class CorrectionViewSet(DispatchViewSet):
    """Corrections of figures in issued reports."""

    queryset = Correction.objects.for_list()
    action_rights = {"create": Right.MANAGE}
    serializer_class = bodies.CorrectionSerializer
    filterset_class = CorrectionFilter
    order = ("-issued_on", "-id")
    layout = CORRECTIONS

    @extend_schema(responses=_ANSWER)
    def retrieve(self, request, *args, pk=None, **kwargs):
        """One correction with its figures."""
        return self._answer(self.find(pk).pk)

    @extend_schema(request=bodies.IssueCorrectionInput, responses={201: _ANSWER})
    def create(self, request):
        """Issue a correction of what an issued report says otherwise than the figures of today."""
        given = self.read(bodies.IssueCorrectionInput)
        brief = get_object_or_404(Brief.objects.for_user(request.user), pk=given.pop("brief"))
        demand(request.user, Right.MANAGE, brief.area_code)
        correction = actions.issue_correction(brief, by=request.user, **given)
        return self._answer(correction.pk, status=201)

    @extend_schema(responses=_FILE, filters=False)
    @action(detail=True, methods=["get"], pagination_class=None)
    def file(self, request, pk=None):
        """The paper as it was issued."""
        found = self.find(pk)
        return word_answer(bytes(found.file), file_name(found))

    def _answer(self, pk: int, status: int = 200) -> Response:
        row = self.get_queryset().filter(pk=pk).values(*self.columns, "content").get()
        return Response(row | {"figures": row.pop("content")["figures"]}, status=status)
