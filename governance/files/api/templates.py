from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiResponse, OpenApiTypes, extend_schema
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser

from governance.files.actions.templates import version_file, withdraw_template
from governance.files.models.templates import OfficeTemplate
from governance.kernel.api import ScopedViewSet
from governance.kernel.papers import DOCX, word_answer
from governance.kernel.parsers import StrictJSONParser
from governance.kernel.scope import demand

WORD = {(200, DOCX): OpenApiResponse(OpenApiTypes.BINARY, "the paper")}


class OfficeTemplateViewSet(ScopedViewSet):
    """Templates that officials made for their area, the latest first. What none was made for comes with the portal."""

    parser_classes = [MultiPartParser, StrictJSONParser]
    lookup_value_regex = "[0-9]{1,18}"

    def upload(self, sent: dict) -> OfficeTemplate:
        """Keep what was sent as a new version."""
        raise NotImplementedError

    def keep(self, request, body):
        """A new version, in force at once when its trial went well."""
        sent = self.read(body, context={"request": request})
        demand(request.user, self.required_right, sent["area"].code)
        answer = self.retrieve(request, pk=self.upload(sent).pk)
        answer.status_code = 201
        return answer

    @extend_schema(responses=WORD)
    @action(detail=True)
    def file(self, request, pk=None):
        """The version as it was sent."""
        made = version_file(self.find(pk))
        return word_answer(made.data, made.name)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def withdraw(self, request, pk=None):
        """Stop using a version: the one before it is in force again."""
        withdraw_template(self.find(pk), by=request.user)
        return self.retrieve(request, pk=pk)

    def find(self, pk) -> OfficeTemplate:
        found = get_object_or_404(self.queryset.model.objects.for_user(self.request.user), pk=pk)
        demand(self.request.user, self.required_right, found.area_code)
        return found
