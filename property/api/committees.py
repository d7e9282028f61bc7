from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.audit.actions import reveal
from governance.audit.enums import Right as AuditRight
from governance.kernel.api import ScopedViewSet
from governance.kernel.days import today
from governance.kernel.scope import demand
from property import actions
from property.enums import Right
from property.filters.meetings import OwnersCommitteeFilter
from property.models import ManagedCompound, OwnersCommittee, OwnersMeeting
from property.presenting.committees import committee_page
from property.serializers import committees as shapes
from property.tables.meetings import COMMITTEES

VERBS = ("create", "file", "add_member", "complete_member", "end_member", "dissolve")
_ANSWER = shapes.OwnersCommitteeDetailSerializer


class OwnersCommitteeViewSet(ScopedViewSet):
    """Owners' and management committees, past ones too; members are shown by masked names."""

    queryset = OwnersCommittee.objects.for_list()
    required_right = Right.VIEW
    action_rights = dict.fromkeys(VERBS, Right.MANAGE) | {"reveal_member": AuditRight.REVEAL}
    lookup_value_regex = "[0-9]{1,18}"
    serializer_class = shapes.OwnersCommitteeSerializer
    filterset_class = OwnersCommitteeFilter
    order = ("area_code", "id")
    layout = COMMITTEES

    @extend_schema(responses=_ANSWER)
    def retrieve(self, request, pk=None):
        """One committee with its members of today."""
        return self._answer(self.get_object().pk)

    @extend_schema(request=shapes.FormCommitteeInput, responses={201: _ANSWER})
    def create(self, request):
        """Register a committee from its election on."""
        given = self.read(shapes.FormCommitteeInput)
        compounds = ManagedCompound.objects.for_user(request.user)
        compound = get_object_or_404(compounds, pk=given.pop("compound"))
        given["meeting"] = self._meeting(given["meeting"])
        committee = actions.form_committee(compound, by=request.user, **given)
        return self._answer(committee.pk, status=201)

    @extend_schema(request=shapes.CommitteeFilingInput, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def file(self, request, pk=None):
        """Record the filing with county and street."""
        committee = self._managed()
        actions.file_committee(committee, by=request.user, **self.read(shapes.CommitteeFilingInput))
        return self._answer(committee.pk)

    @extend_schema(request=shapes.CommitteeMemberInput, responses=_ANSWER)
    @action(detail=True, methods=["post"], url_path="add-member", url_name="add-member")
    def add_member(self, request, pk=None):
        """Register who sits in the committee from a day on."""
        committee = self._managed()
        actions.add_member(committee, by=request.user, **self.read(shapes.CommitteeMemberInput))
        return self._answer(committee.pk)

    @extend_schema(request=shapes.CompleteMemberInput, responses=_ANSWER)
    @action(detail=True, methods=["post"], url_path="complete-member", url_name="complete-member")
    def complete_member(self, request, pk=None):
        """Enter the telephone of a member who was registered without one."""
        committee, given = self._managed(), self.read(shapes.CompleteMemberInput)
        member = get_object_or_404(committee.members, pk=given.pop("member"))
        actions.complete_member(member, by=request.user, **given)
        return self._answer(committee.pk)

    @extend_schema(request=shapes.EndMemberInput, responses=_ANSWER)
    @action(detail=True, methods=["post"], url_path="end-member", url_name="end-member")
    def end_member(self, request, pk=None):
        """Somebody leaves the committee."""
        committee, given = self._managed(), self.read(shapes.EndMemberInput)
        member = get_object_or_404(committee.members, pk=given.pop("member"))
        actions.end_member(member, by=request.user, **given)
        return self._answer(committee.pk)

    @extend_schema(request=shapes.DissolveCommitteeInput, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def dissolve(self, request, pk=None):
        """End the committee."""
        committee, given = self._managed(), self.read(shapes.DissolveCommitteeInput)
        given["meeting"] = self._meeting(given["meeting"])
        actions.dissolve_committee(committee, by=request.user, **given)
        return self._answer(committee.pk)

    @extend_schema(request=shapes.RevealMemberInput, responses=shapes.CommitteeMemberNameSerializer)
    @action(detail=True, methods=["post"], url_path="reveal-member", url_name="reveal-member")
    def reveal_member(self, request, pk=None):
        """A member's name in the clear, for a stated reason; the look is on record."""
        committee = self.get_object()
        demand(request.user, AuditRight.REVEAL, committee.area_code)
        given = self.read(shapes.RevealMemberInput)
        member = get_object_or_404(committee.members, pk=given["member"])
        return Response({"name": reveal(member, "name", by=request.user, reason=given["reason"])})

    def _managed(self) -> OwnersCommittee:
        """The committee in sight (404) that the client may manage (403)."""
        committee = self.get_object()
        demand(self.request.user, Right.MANAGE, committee.area_code)
        return committee

    def _meeting(self, pk: int | None) -> OwnersMeeting | None:
        meetings = OwnersMeeting.objects.for_user(self.request.user)
        return None if pk is None else get_object_or_404(meetings, pk=pk)

    def _answer(self, pk: int, status: int = 200) -> Response:
        row = self.get_queryset().filter(pk=pk).values(*self.columns).get()
        committee = self.get_queryset().select_related("compound", "elected_at").get(pk=pk)
        found = committee_page(committee, self.request.user, today())
        members = shapes.CommitteeMemberSerializer(found["members"], many=True).data
        return Response(row | {"members": members, "warnings": found["warnings"]}, status=status)
