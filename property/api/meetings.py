from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.kernel.api import ScopedViewSet
from governance.kernel.papers import DOCX, word_answer
from governance.kernel.scope import demand
from property import actions
from property.enums import Right
from property.filters.meetings import OwnersMeetingFilter
from property.models import ManagedCompound, OwnersMeeting
from property.papers.results import file_name, result_sheet
from property.presenting.meetings import MatterShown, shown
from property.serializers import meetings as shapes
from property.tables.meetings import MEETINGS

VERBS = (
    "create", "revise", "add_matter", "remove_matter", "notice", "count", "announce", "correct", "call_off",
)  # fmt: skip
_ANSWER = shapes.OwnersMeetingDetailSerializer


class OwnersMeetingViewSet(ScopedViewSet):
    """Owners' meetings with their matters, votes and verdicts."""

    queryset = OwnersMeeting.objects.for_list()
    required_right = Right.VIEW
    action_rights = dict.fromkeys(VERBS, Right.MANAGE)
    lookup_value_regex = "[0-9]{1,18}"
    serializer_class = shapes.OwnersMeetingSerializer
    filterset_class = OwnersMeetingFilter
    order = ("-meeting_on", "-id")
    layout = MEETINGS

    @extend_schema(responses=_ANSWER)
    def retrieve(self, request, pk=None):
        """One meeting with its matters."""
        return self._answer(self.get_object().pk)

    @extend_schema(request=shapes.PrepareMeetingInput, responses={201: _ANSWER})
    def create(self, request):
        """Begin to prepare a meeting of a compound's owners."""
        given = self.read(shapes.PrepareMeetingInput)
        compounds = ManagedCompound.objects.for_user(request.user)
        compound = get_object_or_404(compounds, pk=given.pop("compound"))
        meeting = actions.prepare_meeting(compound, by=request.user, **given)
        return self._answer(meeting.pk, status=201)

    @extend_schema(request=shapes.ReviseMeetingInput, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def revise(self, request, pk=None):
        """Say anew what the meeting is about to be, before its notice."""
        return self._run(actions.revise_meeting, shapes.ReviseMeetingInput)

    @extend_schema(request=shapes.OwnersMatterInput, responses=_ANSWER)
    @action(detail=True, methods=["post"], url_path="add-matter", url_name="add-matter")
    def add_matter(self, request, pk=None):
        """Put one more matter to the vote."""
        return self._run(actions.add_matter, shapes.OwnersMatterInput)

    @extend_schema(request=shapes.RemoveMatterInput, responses=_ANSWER)
    @action(detail=True, methods=["post"], url_path="remove-matter", url_name="remove-matter")
    def remove_matter(self, request, pk=None):
        """Take a matter off the vote."""
        meeting = self._managed()
        matter = get_object_or_404(meeting.matters, pk=self.read(shapes.RemoveMatterInput)["matter"])
        actions.remove_matter(matter, by=request.user)
        return self._answer(meeting.pk)

    @extend_schema(request=shapes.MeetingNoticeInput, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def notice(self, request, pk=None):
        """Record that owners and residents' committee were told."""
        return self._run(actions.give_notice, shapes.MeetingNoticeInput)

    @extend_schema(request=shapes.CountVotesInput, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def count(self, request, pk=None):
        """Write down the votes on every matter, all or none."""
        meeting = self._managed()
        rows = self.read(shapes.CountVotesInput)["tallies"]
        tallies = {row.pop("matter"): row for row in rows}
        if len(tallies) < len(rows):
            raise ValidationError(_("同一个表决事项登记了两次计票，请核对。"))
        actions.count_votes(meeting, by=request.user, tallies=tallies)
        return self._answer(meeting.pk)

    @extend_schema(request=shapes.AnnounceResultInput, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def announce(self, request, pk=None):
        """Record that the result was posted."""
        return self._run(actions.announce_result, shapes.AnnounceResultInput)

    @extend_schema(request=shapes.MeetingReasonInput, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def correct(self, request, pk=None):
        """Take an announced result back to the counting."""
        return self._run(actions.correct_votes, shapes.MeetingReasonInput)

    @extend_schema(request=shapes.MeetingReasonInput, responses=_ANSWER)
    @action(detail=True, methods=["post"], url_path="call-off", url_name="call-off")
    def call_off(self, request, pk=None):
        """A meeting that will not be held."""
        return self._run(actions.call_off, shapes.MeetingReasonInput)

    @extend_schema(responses={(200, DOCX): OpenApiResponse(OpenApiTypes.BINARY)})
    @action(detail=True, methods=["get"])
    def sheet(self, request, pk=None):
        """The result sheet as a Word file."""
        meeting = self.get_object()
        return word_answer(result_sheet(meeting), file_name(meeting))

    def _managed(self) -> OwnersMeeting:
        """The meeting in sight (404) that the client may manage (403)."""
        meeting = self.get_object()
        demand(self.request.user, Right.MANAGE, meeting.area_code)
        return meeting

    def _run(self, verb, shape) -> Response:
        meeting = self._managed()
        verb(meeting, by=self.request.user, **self.read(shape))
        return self._answer(meeting.pk)

    def _answer(self, pk: int, status: int = 200) -> Response:
        row = self.get_queryset().filter(pk=pk).values(*self.columns).get()
        matters = OwnersMeeting(pk=pk).matters.all()
        return Response(row | {"matters": [_matter(shown(matter)) for matter in matters]}, status=status)


def _matter(found: MatterShown) -> dict:
    row = {name: getattr(found.matter, name) for name in shapes.MATTER_COLUMNS}
    verdict = found.verdict
    return row | {
        "rule": found.rule,
        "result": found.result,
        "is_passed": verdict and verdict.is_passed,
        "tests": [
            {
                "question": str(test.question),
                "measure": str(test.measure),
                "share": str(test.threshold.share),
                "takes_in_itself": test.threshold.takes_in_itself,
                "part": test.part,
                "whole": test.whole,
                "lacking": test.lacking,
                "is_passed": test.is_passed,
            }
            for test in (verdict.tests if verdict else ())
        ],
    }
