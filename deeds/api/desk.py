"""The mobile desk for programs, and for its own page when the signal is back."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from deeds.actions.desk import book_home, open_session, send_back, stamp_step
from deeds.enums import Right
from deeds.filters.housing import DeskSessionFilter
from deeds.models import DeedProject, DeskSession, Home
from deeds.presenting.desk import report_of
from deeds.serializers import desk as bodies
from deeds.tables.housing import DESK_SESSIONS
from governance.kernel.api import ScopedViewSet
from governance.kernel.errors import Refused
from governance.kernel.scope import demand


class DeskSessionViewSet(ScopedViewSet):
    queryset = DeskSession.objects.for_list()
    required_right = Right.VIEW
    action_rights = {"create": Right.ISSUE}
    lookup_value_regex = "[0-9]{1,18}"
    serializer_class = bodies.DeskSessionSerializer
    filterset_class = DeskSessionFilter
    order = ("-day", "-id")
    layout = DESK_SESSIONS

    def find(self, pk) -> DeskSession:
        rows = DeskSession.objects.for_user(self.request.user).select_related("project")
        return get_object_or_404(rows, pk=pk)

    def to_serve(self, pk) -> DeskSession:
        found = self.find(pk)
        demand(self.request.user, Right.ISSUE, found.project.area_code)
        return found

    @extend_schema(request=bodies.OpenDeskInput, responses={201: bodies.DeskSessionSerializer})
    def create(self, request):
        """Plan a session."""
        sent = self.read(bodies.OpenDeskInput)
        projects = DeedProject.objects.for_user(request.user)
        project = get_object_or_404(projects, pk=sent.pop("project").pk)
        made = open_session(project, by=request.user, **sent)
        return Response(self.get_queryset().filter(pk=made.pk).values(*self.columns).get(), status=201)

    @extend_schema(request=bodies.BookHomeInput, responses={201: bodies.DeskAppointmentSerializer})
    @action(detail=True, methods=["post"])
    def book(self, request, pk):
        """Give a home its time."""
        session, sent = self.to_serve(pk), self.read(bodies.BookHomeInput)
        home = get_object_or_404(Home.objects.for_user(request.user), pk=sent["home"])
        made = book_home(session, by=request.user, home=home, slot=sent["slot"])
        return Response(bodies.DeskAppointmentSerializer(made).data, status=201)

    @extend_schema(request=bodies.StampsInput, responses=bodies.StampResults)
    @action(detail=True, methods=["post"])
    def stamps(self, request, pk):
        """Steps done at the table, in order; each is a transaction of its own and is answered by itself."""
        session, sent = self.to_serve(pk), self.read(bodies.StampsInput)
        if sent["user"] != request.user.pk:
            raise Refused("other_user", _("这些步骤是另一个人登记的，请由原来的人登录后发送。"))
        booked = session.appointments.select_related("session__project", "home")
        booked = booked.in_bulk({stamp["appointment"] for stamp in sent["stamps"]})
        return Response({"results": [self._hear(booked, dict(stamp)) for stamp in sent["stamps"]]})

    def _hear(self, booked: dict, stamp: dict) -> dict:
        appointment, detail = booked.get(stamp.pop("appointment")), ""
        try:
            if appointment is None:
                raise Refused("unknown", _("这一场没有这一户，请刷新页面。"))
            stamp_step(appointment, by=self.request.user, **stamp)
        except (Refused, ValidationError) as wrong:
            detail = wrong.message if isinstance(wrong, Refused) else wrong.messages[0]
        status = "refused" if detail else "received"
        return {"client_uuid": str(stamp["client_uuid"]), "status": status, "detail": str(detail)}

    @extend_schema(request=bodies.DeskSendBackInput, responses=bodies.DeskAppointmentSerializer)
    @action(detail=True, methods=["post"])
    def send_back(self, request, pk):
        """A home could not be served, and why."""
        session, sent = self.to_serve(pk), self.read(bodies.DeskSendBackInput)
        appointment = get_object_or_404(session.appointments, pk=sent["appointment"])
        send_back(appointment, by=request.user, reason=sent["reason"])
        appointment.refresh_from_db()
        return Response(bodies.DeskAppointmentSerializer(appointment).data)

    @extend_schema(responses=bodies.DeskReportSerializer, filters=False)
    @action(detail=True, methods=["get"], pagination_class=None)
    def report(self, request, pk):
        """The evening's report."""
        return Response(bodies.DeskReportSerializer(report_of(self.find(pk))).data)


ROUTES = [("desk-sessions", DeskSessionViewSet, "desk-session")]
