from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.dispatch import actions
from governance.dispatch.api import DispatchViewSet
from governance.dispatch.enums import Right
from governance.dispatch.filters.briefs import BriefFilter, BriefTemplateFilter
from governance.dispatch.models import Brief, BriefTemplate, Cycle
from governance.dispatch.serializers import briefs as bodies
from governance.dispatch.serializers.corrections import FigureChangeSerializer
from governance.dispatch.tables.briefs import BRIEF_TEMPLATES, BRIEFS
from governance.files.api.templates import WORD, OfficeTemplateViewSet
from governance.kernel.papers import word_answer
from governance.kernel.scope import demand

_ANSWER = bodies.BriefDetailSerializer


class BriefViewSet(DispatchViewSet):
    """Briefs of cycles: minutes, lists of tasks, circulars, reports on the work."""

    queryset = Brief.objects.for_list()
    action_rights = {"create": Right.MANAGE}
    serializer_class = bodies.BriefSerializer
    filterset_class = BriefFilter
    order = ("-id",)
    layout = BRIEFS

    @extend_schema(responses=_ANSWER)
    def retrieve(self, request, *args, pk=None, **kwargs):
        """One brief with its value and its words."""
        return self._answer(self.find(pk).pk)

    @extend_schema(request=bodies.PrepareBriefInput, responses={201: _ANSWER})
    def create(self, request):
        """Draw up a kind of brief of a cycle."""
        given = self.read(bodies.PrepareBriefInput)
        cycle = get_object_or_404(Cycle.objects.for_user(request.user), pk=given["cycle"])
        demand(request.user, Right.MANAGE, cycle.area_code)
        return self._answer(actions.prepare_brief(cycle, given["kind"], by=request.user).pk, status=201)

    @extend_schema(request=bodies.EditBriefInput, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def edit(self, request, pk=None):
        """What an official writes before the parts, after them and beside each."""
        brief = self.find(pk, Right.MANAGE)
        actions.edit_brief(brief, by=request.user, **self.read(bodies.EditBriefInput))
        return self._answer(brief.pk)

    @extend_schema(request=None, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def renew(self, request, pk=None):
        """Take the figures anew; the words stay."""
        brief = self.find(pk, Right.MANAGE)
        actions.renew_brief(brief, by=request.user)
        return self._answer(brief.pk)

    @extend_schema(request=None, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def issue(self, request, pk=None):
        """Issue it under the next number: from then on the file never changes."""
        brief = self.find(pk, Right.MANAGE)
        actions.issue_brief(brief, by=request.user)
        return self._answer(brief.pk)

    @extend_schema(responses=WORD)
    @action(detail=True)
    def file(self, request, pk=None):
        """The issued file byte for byte, or the draft as it would be."""
        made = actions.brief_file(self.find(pk))
        return word_answer(made.data, made.name)

    @extend_schema(responses={200: FigureChangeSerializer(many=True)}, filters=False)
    @action(detail=True, pagination_class=None)
    def changes(self, request, pk=None):
        """Figures of the issued report that read otherwise now and wait to be corrected."""
        rows = self.find(pk).figure_changes.filter(correction=None)
        return Response(FigureChangeSerializer(rows, many=True).data)

    def _answer(self, pk: int, status: int = 200) -> Response:
        columns = list(_ANSWER().fields)
        return Response(self.get_queryset().filter(pk=pk).values(*columns).get(), status=status)


class BriefTemplateViewSet(OfficeTemplateViewSet):
    """Templates of briefs that officials made for their area, the latest first."""

    queryset = BriefTemplate.objects.for_list()
    required_right = Right.MANAGE
    serializer_class = bodies.BriefTemplateSerializer
    filterset_class = BriefTemplateFilter
    layout = BRIEF_TEMPLATES

    @extend_schema(
        request={"multipart/form-data": bodies.BriefTemplateInput},
        responses={201: bodies.BriefTemplateSerializer},
    )
    def create(self, request):
        """Send a new version, in force at once when its trial went well."""
        return self.keep(request, bodies.BriefTemplateInput)

    def upload(self, sent: dict) -> BriefTemplate:
        given = {"area": sent["area"], "upload": sent["file"], "note": sent["note"]}
        return actions.upload_brief_template(sent["kind"], by=self.request.user, **given)
