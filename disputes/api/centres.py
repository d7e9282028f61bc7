from django.core.exceptions import ValidationError
from django.db.models import F
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import exceptions
from rest_framework.decorators import action
from rest_framework.response import Response

from disputes.actions import centres as verbs
from disputes.actions.tickets import call_next, call_ticket, draw_ticket, leave_ticket
from disputes.enums.rights import Right
from disputes.filters.centres import CentreFilter, TicketFilter
from disputes.models import CentreWindow, MediationCentre, QueueTicket, RosterEntry
from disputes.presenting.centres import centre_context
from disputes.serializers import centres as bodies
from disputes.tables.centres import CENTRES, TICKETS
from governance.kernel.api import ScopedViewSet
from governance.kernel.scope import demand


def _adds(name: str, body, verb):
    """The POST sub-path that adds a part to a centre."""

    def add(self, request, pk=None):
        centre = self.managed(pk)
        read = body(data=request.data, context={"request": request, "centre": centre})
        read.is_valid(raise_exception=True)
        try:
            verb(centre, by=request.user, **read.validated_data)
        except ValidationError as invalid:
            raise exceptions.ValidationError({"non_field_errors": invalid.messages}) from invalid
        return self.show(centre)

    add.__name__ = name
    schema = extend_schema(operation_id=f"centres_{name}", request=body, responses=bodies.CentreSerializer)
    return schema(action(detail=True, methods=["post"], url_path=name, url_name=name)(add))


class CentreViewSet(ScopedViewSet):
    """综治中心 of all levels, with rooms, windows, units present and the plan of today."""

    queryset = MediationCentre.objects.all()
    required_right = Right.VIEW
    action_rights = dict.fromkeys(("contact", "rooms", "windows", "units", "roster", "end"), Right.CENTRE)
    serializer_class = bodies.CentreRowSerializer
    filterset_class = CentreFilter
    order = ("area_code", "id")
    layout = CENTRES

    @extend_schema(responses=bodies.CentreSerializer)
    def retrieve(self, request, pk=None):
        return self.show(get_object_or_404(self.get_queryset(), pk=pk))

    def managed(self, pk) -> MediationCentre:
        centre = get_object_or_404(self.get_queryset(), pk=pk)
        demand(self.request.user, Right.CENTRE, centre.area_code)
        return centre

    def show(self, centre: MediationCentre) -> Response:
        context = centre_context(centre)
        row = bodies.CentreRowSerializer(centre).data
        row |= {
            "rooms": bodies.CentreRoomSerializer(context["rooms"], many=True).data,
            "windows": bodies.WindowSerializer(centre.windows.filter(closed_on=None), many=True).data,
            "units": bodies.UnitSerializer(context["units"], many=True).data,
            "plan": bodies.PlanSerializer(context["plan"], many=True).data,
        }
        return Response(row)

    contact = _adds("contact", bodies.ContactInput, verbs.set_contact)
    rooms = _adds("rooms", bodies.CentreRoomInput, verbs.add_room)
    windows = _adds("windows", bodies.WindowInput, verbs.add_window)
    units = _adds("units", bodies.UnitInput, verbs.add_unit)
    roster = _adds("roster", bodies.RosterInput, verbs.plan_roster)

    @extend_schema(request=bodies.EndInput, responses=bodies.CentreSerializer)
    @action(detail=True, methods=["post"])
    def end(self, request, pk=None):
        """A room or window is given up, a unit leaves, a planned half-day is struck."""
        centre = self.managed(pk)
        read = bodies.EndInput(data=request.data)
        read.is_valid(raise_exception=True)
        part, row = read.validated_data["part"], read.validated_data["row"]
        roster = RosterEntry.objects.filter(window__centre=centre)
        rows = roster if part == "roster" else getattr(centre, part).all()
        verbs.end_part(get_object_or_404(rows, pk=row), by=request.user)
        return self.show(centre)


class TicketViewSet(ScopedViewSet):
    """Numbers drawn in the halls. They know nobody's name."""

    queryset = QueueTicket.objects.annotate(centre_name=F("centre__name"))
    required_right = Right.VIEW
    action_rights = dict.fromkeys(("create", "next", "call", "leave"), Right.REGISTER)
    serializer_class = bodies.TicketSerializer
    filterset_class = TicketFilter
    layout = TICKETS

    @extend_schema(request=bodies.DrawInput, responses={201: bodies.TicketSerializer})
    def create(self, request):
        """Draw the next number of a centre."""
        read = bodies.DrawInput(data=request.data, context={"request": request})
        read.is_valid(raise_exception=True)
        centre = read.validated_data["centre"]
        demand(request.user, Right.REGISTER, centre.area_code)
        return self._row(draw_ticket(centre, by=request.user), status=201)

    @extend_schema(request=bodies.CallNextInput, responses=bodies.TicketSerializer)
    @action(detail=False, methods=["post"])
    def next(self, request):
        """Call the lowest number that waits to a window."""
        read = bodies.CallNextInput(data=request.data, context={"request": request})
        read.is_valid(raise_exception=True)
        centre = read.validated_data["centre"]
        demand(request.user, Right.REGISTER, centre.area_code)
        return self._row(call_next(centre, by=request.user, window=_window(centre, read)))

    @extend_schema(request=bodies.CallInput, responses=bodies.TicketSerializer)
    @action(detail=True, methods=["post"])
    def call(self, request, pk=None):
        """Call one number, or call it once more."""
        ticket = self._own(request, pk)
        read = bodies.CallInput(data=request.data)
        read.is_valid(raise_exception=True)
        call_ticket(ticket, by=request.user, window=_window(ticket.centre, read))
        return self._row(ticket)

    @extend_schema(request=None, responses=bodies.TicketSerializer)
    @action(detail=True, methods=["post"])
    def leave(self, request, pk=None):
        ticket = self._own(request, pk)
        leave_ticket(ticket, by=request.user)
        return self._row(ticket)

    def _own(self, request, pk) -> QueueTicket:
        ticket = get_object_or_404(QueueTicket.objects.for_user(request.user).for_list(), pk=pk)
        demand(request.user, Right.REGISTER, ticket.area_code)
        return ticket

    def _row(self, ticket: QueueTicket, *, status: int = 200) -> Response:
        row = self.get_queryset().filter(pk=ticket.pk).values(*self.columns).get()
        return Response(row, status=status)


def _window(centre: MediationCentre, read) -> CentreWindow:
    return get_object_or_404(centre.windows, pk=read.validated_data["window"])
