from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from governance.files.models import Attachment
from governance.kernel.api import ScopedViewSet
from governance.kernel.lifecycle import open_steps
from governance.kernel.parsers import StrictJSONParser
from governance.kernel.scope import demand
from grids.actions.event_steps import VERBS
from grids.actions.events import add_event_photo, report_event
from grids.enums.rights import EventRight as Right
from grids.filters.events import EventCategoryFilter, EventFilter, WorkListFilter
from grids.models import Event, EventCategory, WorkListItem
from grids.serializers import events as bodies
from grids.serializers.events import EventRowSerializer, EventSerializer
from grids.serializers.visits import PhotoIn, PhotoSerializer
from grids.states.events import EVENT_STEPS
from grids.tables.events import EVENT_CATEGORIES, EVENTS, WORK_LIST

# Steps whose own name a class cannot give to a method.
ATTRIBUTES = {"return": "send_back", "dispatch": "dispatch_to"}
NUMBER = OpenApiParameter("number", str, OpenApiParameter.PATH)


def _step(name: str, body=bodies.EventStepIn):
    """The POST sub-path of a step: it reads `body` and calls the verb."""

    def take(self, request, number=None):
        event = self.find(number)
        demand(request.user, EVENT_STEPS[name].right, event.area_code)
        read = body(data=request.data, context={"request": request, "event": event})
        read.is_valid(raise_exception=True)
        VERBS[name](event, by=request.user, **read.validated_data)
        return self.show(number)

    take.__name__ = ATTRIBUTES.get(name, name)
    schema = extend_schema(
        operation_id=f"events_{name}",
        description=str(EVENT_STEPS[name].label),
        parameters=[NUMBER],
        request=body,
        responses=EventSerializer,
    )
    return schema(action(detail=True, methods=["post"], url_path=name, url_name=name.replace("_", "-"))(take))


class EventViewSet(ScopedViewSet):
    """Events of the client's area, the newest first. Each step of the lifecycle is a POST sub-path."""

    queryset = Event.objects.all()
    required_right = Right.VIEW
    action_rights = {"create": Right.REPORT, "photos": Right.REPORT} | {
        ATTRIBUTES.get(name, name): step.right for name, step in EVENT_STEPS.items()
    }
    serializer_class = EventRowSerializer
    filterset_class = EventFilter
    order = ("-case_id",)
    layout = EVENTS
    lookup_field = "number"

    def get_queryset(self):
        return super().get_queryset().for_list()

    @extend_schema(parameters=[NUMBER], responses=EventSerializer)
    def retrieve(self, request, number=None):
        """One event with its reporters (masked), joint verifications, timeline and open steps."""
        return self.show(number)

    @extend_schema(request=bodies.ReportIn, responses={201: EventSerializer, 200: EventSerializer})
    def create(self, request):
        """Report an event: 201. Again under the same `client_uuid`: 200 for the same content, 409 for other."""
        read = bodies.ReportIn(data=request.data, context={"request": request})
        read.is_valid(raise_exception=True)
        event, created = report_event(by=request.user, **read.validated_data)
        return self.show(event.case.number, status=201 if created else 200)

    @extend_schema(
        parameters=[NUMBER], request={"multipart/form-data": PhotoIn}, responses={201: PhotoSerializer}
    )
    @action(detail=True, methods=["post"], parser_classes=[MultiPartParser, StrictJSONParser])
    def photos(self, request, number=None):
        """Add a picture of what was found to an event that is still open."""
        event = self.find(number)
        demand(request.user, Right.REPORT, event.area_code)
        sent = PhotoIn(data=request.data)
        sent.is_valid(raise_exception=True)
        data = sent.validated_data
        photo = add_event_photo(event, data["file"], by=request.user, client_uuid=data["client_uuid"])
        return Response(PhotoSerializer(photo).data, status=201)

    def find(self, number: str) -> Event:
        found = Event.objects.for_user(self.request.user).for_page().filter(case__number=number).first()
        if found is None:
            raise Http404
        return found

    def show(self, number: str, *, status: int = 200) -> Response:
        row = super().get_queryset().for_list().filter(case__number=number)
        found = row.values(*EventRowSerializer.Meta.fields).first()
        if found is None:
            raise Http404
        return Response(found | _more(self.find(number), self.request.user), status=status)

    verify = _step("verify", bodies.VerifyIn)
    reject = _step("reject")
    merge = _step("merge", bodies.MergeIn)
    self_handle = _step("self_handle")
    dispatch_to = _step("dispatch", bodies.DispatchIn)
    accept = _step("accept")
    send_back = _step("return", bodies.ReturnIn)
    start = _step("start")
    record_verification = _step("record_verification", bodies.VerificationIn)
    feedback = _step("feedback", bodies.FeedbackIn)
    ask_extension = _step("ask_extension", bodies.AskExtensionIn)
    grant_extension = _step("grant_extension")
    refuse_extension = _step("refuse_extension")
    suspend = _step("suspend", bodies.SuspendEventIn)
    resume = _step("resume")
    redo = _step("redo")
    check = _step("check")
    close = _step("close")
    rate = _step("rate", bodies.RateIn)
    reopen = _step("reopen")
    escalate = _step("escalate", bodies.EscalateEventIn)


def _more(event: Event, user) -> dict:
    """What one event says beside its line of the list."""
    case = event.case
    photos = Attachment.objects.for_user(user).kept().order_by("pk").values_list("number", flat=True)
    found = event.verifications.prefetch_related("participants")
    return {
        "summary": case.summary,
        "public_code": case.public_code,
        "answer": event.answer,
        "satisfaction": event.satisfaction,
        "main": event.main.case.number if event.main else None,
        "photos": list(photos.filter(reported_events=event)),
        "result_photos": list(photos.filter(settled_events=event)),
        "reporters": bodies.ReporterRowSerializer(event.reporters.all(), many=True).data,
        "verifications": bodies.VerificationRowSerializer(found, many=True).data,
        "actions": list(case.actions.values(*bodies.EventActionSerializer().fields)),
        "open_steps": [step.name for step in open_steps(case, user)],
    }


class EventCategoryViewSet(ScopedViewSet):
    """The catalogue: classes and what lies in them."""

    queryset = EventCategory.objects.for_list()
    required_right = Right.VIEW
    serializer_class = bodies.EventCategorySerializer
    filterset_class = EventCategoryFilter
    layout = EVENT_CATEGORIES
    order = ("code",)
    lookup_field = "code"


class WorkListViewSet(ScopedViewSet):
    """What may be given to the communities and grids of an area (网格服务管理事项清单)."""

    queryset = WorkListItem.objects.for_list()
    required_right = Right.VIEW
    serializer_class = bodies.WorkListSerializer
    filterset_class = WorkListFilter
    layout = WORK_LIST
    order = ("category_id", "id")
