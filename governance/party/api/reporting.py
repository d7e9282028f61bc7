from functools import partial

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema

from governance.kernel.days import today
from governance.party import actions, filters, tables
from governance.party import serializers as bodies
from governance.party.api.verbs import VerbViewSet, called, verb_path
from governance.party.enums import Right
from governance.party.models import ReportingUnit, ServicePost

_unit = partial(verb_path, thing="reporting_units", row=bodies.ReportingUnitSerializer)
_post = partial(verb_path, thing="service_posts", row=bodies.ServicePostSerializer)


def end_member(unit: ReportingUnit, *, by, link: int, on) -> None:
    actions.leave_member(get_object_or_404(unit.members, pk=link), by=by, on=on)


def release(post: ServicePost, *, by, link: int) -> None:
    actions.release_claim(get_object_or_404(post.claims.select_related("post"), pk=link), by=by)


def write(post: ServicePost, *, by, link: int, **done) -> None:
    actions.write_service(get_object_or_404(post.claims.select_related("post"), pk=link), by=by, **done)


class ReportingUnitViewSet(VerbViewSet):
    """Units that report on `as_of`; a single one also after it left."""

    queryset = ReportingUnit.objects.for_list()
    action_rights = dict.fromkeys(
        ("create", "recount", "leave", "report", "end_member", "feedback"), Right.BUILD
    )
    serializer_class = bodies.ReportingUnitSerializer
    filterset_class = filters.ReportingUnitFilter
    order = ("area_code", "id")
    layout = tables.UNITS

    def get_queryset(self):
        rows = super().get_queryset()
        return rows if self.action == "list" else rows.counted_on(today())

    @extend_schema(request=bodies.ReportUnitInput, responses={201: bodies.ReportingUnitSerializer})
    def create(self, request):
        """Enter a unit that reports to a community."""
        read = bodies.ReportUnitInput(data=request.data, context={"request": request})
        return self.made(called(actions.report_unit, request=request, read=read))

    recount = _unit("recount", bodies.RecountInput, actions.recount_unit)
    leave = _unit("leave", bodies.EndOnInput, actions.leave_unit)
    report = _unit("report", bodies.ReportMemberInput, actions.report_member)
    end_member = _unit("end_member", bodies.EndLinkInput, end_member)
    feedback = _unit("feedback", bodies.FeedbackInput, actions.send_feedback)


class ServicePostViewSet(VerbViewSet):
    """Posts that communities offer."""

    queryset = ServicePost.objects.for_list()
    action_rights = dict.fromkeys(("create", "close", "claim", "release", "service"), Right.BUILD)
    serializer_class = bodies.ServicePostSerializer
    filterset_class = filters.ServicePostFilter
    layout = tables.POSTS

    @extend_schema(request=bodies.OfferPostInput, responses={201: bodies.ServicePostSerializer})
    def create(self, request):
        """Offer a post."""
        read = bodies.OfferPostInput(data=request.data, context={"request": request})
        return self.made(called(actions.offer_post, request=request, read=read))

    close = _post("close", bodies.ClosePostInput, actions.close_post)
    claim = _post("claim", bodies.ClaimPostInput, actions.claim_post)
    release = _post("release", bodies.ClaimLinkInput, release)
    service = _post("service", bodies.ServiceInput, write)
