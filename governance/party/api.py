from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import exceptions
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.kernel.api import ScopedViewSet
from governance.kernel.days import today
from governance.kernel.scope import demand
from governance.party import actions, tables
from governance.party import serializers as bodies
from governance.party.chain import ancestors_on
from governance.party.enums import Right
from governance.party.filters import PartyOrgFilter, VolunteerTeamFilter
from governance.party.forms import day_asked
from governance.party.models import PartyOrg, PartyOrgArea, VolunteerTeam

BY_ID = "[0-9]{1,18}"


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
    """The POST sub-path of a verb; it answers with the organisation as it stands today."""
    body, verb = VERBS[name]

    def change(self, request, pk=None):
        org = get_object_or_404(PartyOrg.objects.for_user(request.user), pk=pk)
        demand(request.user, Right.MANAGE, org.area_code)
        called(verb, org, request=request, read=body(data=request.data, context={"request": request}))
        return self.retrieve(request, pk=pk)

    change.__name__ = name
    schema = extend_schema(
        operation_id=f"party_organisations_{name}", request=body, responses=bodies.PartyOrgSerializer
    )
    return schema(action(detail=True, methods=["post"], url_path=name, url_name=name)(change))


def called(verb, *subject, request, read):
    """Call a verb with a body that is in order; what the database refuses is an error of the body."""
    read.is_valid(raise_exception=True)
    try:
        return verb(*subject, by=request.user, **read.validated_data)
    except ValidationError as invalid:
        raise exceptions.ValidationError({"non_field_errors": invalid.messages}) from invalid


class PartyOrgViewSet(ScopedViewSet):
    """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""

    queryset = PartyOrg.objects.for_list()
    required_right = Right.VIEW
    action_rights = dict.fromkeys(("create", *VERBS), Right.MANAGE)
    lookup_value_regex = BY_ID
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


class VolunteerTeamViewSet(ScopedViewSet):
    """Volunteer teams on the books on `as_of`."""

    queryset = VolunteerTeam.objects.for_list()
    required_right = Right.VIEW
    lookup_value_regex = BY_ID
    serializer_class = bodies.VolunteerTeamSerializer
    filterset_class = VolunteerTeamFilter
    order = ("area_code", "id")
    layout = tables.TEAMS


ROUTES = [
    ("party-organisations", PartyOrgViewSet, "party-organisation"),
    ("volunteer-teams", VolunteerTeamViewSet, "volunteer-team"),
]
