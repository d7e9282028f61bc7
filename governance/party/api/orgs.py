from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.kernel.days import today
from governance.party import actions, tables
from governance.party import serializers as bodies
from governance.party.api.verbs import VerbViewSet, called, verb_path
from governance.party.chain import ancestors_on
from governance.party.enums import Right
from governance.party.filters import PartyOrgFilter
from governance.party.forms import day_asked
from governance.party.models import PartyOrg, PartyOrgArea


def end_served(org: PartyOrg, *, by, link: int, on) -> None:
    actions.leave_area(get_object_or_404(PartyOrgArea.objects.for_user(by), org=org, pk=link), by=by, on=on)


def end_member(org: PartyOrg, *, by, link: int, on) -> None:
    actions.unseat_member(get_object_or_404(org.member_orgs, pk=link), by=by, on=on)


def merge_into(org: PartyOrg, *, into: PartyOrg, **change) -> None:
    actions.merge_orgs([org], into=into, **change)


VERBS = {
    "rename": (bodies.RenameInput, actions.rename_org),
    "dissolve": (bodies.DissolveInput, actions.dissolve_org),
    "move": (bodies.MoveInput, actions.move_org),
    "merge": (bodies.MergeInput, merge_into),
    "split": (bodies.SplitInput, actions.split_org),
    "elect": (bodies.ElectInput, actions.elect_org),
    "revise": (bodies.ReviseInput, actions.revise_org),
    "serve": (bodies.ServeInput, actions.serve_area),
    "leave": (bodies.EndLinkInput, end_served),
    "seat": (bodies.SeatInput, actions.seat_member),
    "unseat": (bodies.EndLinkInput, end_member),
}


def _verb(name: str):
    body, verb = VERBS[name]
    return verb_path(name, body, verb, thing="organisations", row=bodies.PartyOrgSerializer)


class PartyOrgViewSet(VerbViewSet):
    """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""

    queryset = PartyOrg.objects.for_list()
    verb_right = Right.MANAGE
    action_rights = dict.fromkeys(("create", *VERBS), Right.MANAGE) | {"activity": Right.BUILD}
    serializer_class = bodies.PartyOrgSerializer
    filterset_class = PartyOrgFilter
    order = ("area_code", "id")
    layout = tables.ORGS

    def get_queryset(self):
        rows = super().get_queryset()
        return rows if self.action == "list" else rows.described_on(today())

    @extend_schema(request=bodies.EstablishInput, responses={201: bodies.PartyOrgSerializer})
    def create(self, request):
        """Set up an organisation below `parent`."""
        read = bodies.EstablishInput(data=request.data, context={"request": request})
        org = called(actions.establish_org, request=request, read=read)
        row = self.get_queryset().filter(pk=org.pk).values(*self.columns).get()
        return Response(row, status=201)

    @extend_schema(
        parameters=[OpenApiParameter("as_of", OpenApiTypes.DATE)], responses=bodies.StandingSerializer
    )
    @action(detail=True, methods=["get"], pagination_class=None, filter_backends=[])
    def standing(self, request, pk=None):
        """How an organisation stands in the chain on a day, and what is on record of it."""
        day = day_asked(request)
        org = get_object_or_404(PartyOrg.objects.for_user(request.user), pk=pk)
        served = PartyOrgArea.objects.for_user(request.user).filter(org=org).live_on(day)
        found = {
            "above": ancestors_on(org, day),
            "served": served.select_related("area").order_by("area_code"),
            "members": org.member_orgs.filter(valid__contains=day).order_by("pk"),
            "terms": org.terms.order_by("valid"),
            "changes": org.changes.select_related("other"),
        }
        return Response(bodies.StandingSerializer(found).data)

    rename = _verb("rename")
    dissolve = _verb("dissolve")
    move = _verb("move")
    merge = _verb("merge")
    split = _verb("split")
    elect = _verb("elect")
    revise = _verb("revise")
    serve = _verb("serve")
    leave = _verb("leave")
    seat = _verb("seat")
    unseat = _verb("unseat")
    activity = verb_path(
        "activity",
        bodies.ActivityInput,
        actions.record_activity,
        thing="organisations",
        row=bodies.PartyOrgSerializer,
        photos=True,
        right=Right.BUILD,
    )
