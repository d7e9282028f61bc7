from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action

from governance.kernel.api import ScopedViewSet
from governance.kernel.scope import demand
from grids.actions.suggestions import answer_suggestion
from grids.enums.rights import Right, SuggestionRight
from grids.filters.public import PublicCodeFilter, SuggestionFilter
from grids.models import PublicCode, Suggestion
from grids.serializers.public import AnswerIn, PublicCodeSerializer, SuggestionSerializer
from grids.tables.public import PUBLIC_CODES, SUGGESTIONS


class PublicCodeViewSet(ScopedViewSet):
    queryset = PublicCode.objects.for_list()
    required_right = Right.VIEW
    serializer_class = PublicCodeSerializer
    filterset_class = PublicCodeFilter
    layout = PUBLIC_CODES
    order = ("area_code", "id")


class SuggestionViewSet(ScopedViewSet):
    queryset = Suggestion.objects.for_list()
    required_right = SuggestionRight.VIEW
    action_rights = {"answer": SuggestionRight.ANSWER}
    serializer_class = SuggestionSerializer
    filterset_class = SuggestionFilter
    layout = SUGGESTIONS
    order = ("due_on", "id")
    lookup_field = "number"

    @extend_schema(request=AnswerIn, responses=SuggestionSerializer)
    @action(detail=True, methods=["post"])
    def answer(self, request, number):
        """Answer it: 409 when it is answered already."""
        suggestion = get_object_or_404(self.get_queryset(), number=number)
        demand(request.user, SuggestionRight.ANSWER, suggestion.area_code)
        sent = AnswerIn(data=request.data)
        sent.is_valid(raise_exception=True)
        answer_suggestion(suggestion, by=request.user, text=sent.validated_data["text"])
        return self.retrieve(request, number=number)
