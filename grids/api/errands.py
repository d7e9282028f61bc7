from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import mixins, viewsets
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from governance.kernel.api import ScopedViewSet
from governance.kernel.lifecycle import open_steps
from governance.kernel.parsers import StrictJSONParser
from governance.kernel.scope import demand
from grids.actions.eligibility import decline_hint, take_hint
from grids.actions.errand_papers import add_photo, check_papers
from grids.actions.errand_steps import VERBS
from grids.actions.errands import open_errand
from grids.enums.rights import ErrandRight
from grids.filters.errands import ErrandFilter, HintFilter
from grids.models import EligibilityHint, Errand, ServiceItem
from grids.serializers import errands as bodies
from grids.serializers.visits import PhotoSerializer
from grids.states.errands import ERRAND_STEPS
from grids.tables.errands import ERRANDS, HINTS

NUMBER = OpenApiParameter("number", str, OpenApiParameter.PATH)


def _step(name: str, body=bodies.StepIn):
    """The POST sub-path of a step: it reads `body` and calls the verb."""

    def take(self, request, number=None):
        errand = self.find(number)
        demand(request.user, ERRAND_STEPS[name].right, errand.area_code)
        read = body(data=request.data)
        read.is_valid(raise_exception=True)
        VERBS[name](errand, by=request.user, **read.validated_data)
        return self.show(number)

    take.__name__ = name
    schema = extend_schema(
        operation_id=f"errands_{name}",
        description=str(ERRAND_STEPS[name].label),
        parameters=[NUMBER],
        request=body,
        responses=bodies.ErrandSerializer,
    )
    return schema(action(detail=True, methods=["post"], url_path=name, url_name=name)(take))


class ErrandViewSet(ScopedViewSet):
    """Errands of the client's area, the newest first. Each step of the lifecycle is a POST sub-path."""

    queryset = Errand.objects.all()
    required_right = ErrandRight.VIEW
    action_rights = {
        "create": ErrandRight.HANDLE,
        "papers": ErrandRight.HANDLE,
        "photos": ErrandRight.HANDLE,
    } | {name: step.right for name, step in ERRAND_STEPS.items()}
    serializer_class = bodies.ErrandRowSerializer
    filterset_class = ErrandFilter
    order = ("-case_id",)
    layout = ERRANDS
    lookup_field = "number"

    def get_queryset(self):
        return super().get_queryset().for_list()

    @extend_schema(parameters=[NUMBER], responses=bodies.ErrandSerializer)
    def retrieve(self, request, number=None):
        """One errand with its consent, checklist and open steps."""
        return self.show(number)

    @extend_schema(
        request=bodies.ErrandIn, responses={201: bodies.ErrandSerializer, 200: bodies.ErrandSerializer}
    )
    def create(self, request):
        """Open an errand: 201. Again under the same `client_uuid`: 200 for the same content, 409 for other."""
        read = bodies.ErrandIn(data=request.data, context={"request": request})
        read.is_valid(raise_exception=True)
        errand, created = open_errand(by=request.user, **read.validated_data)
        return self.show(errand.case.number, status=201 if created else 200)

    @extend_schema(parameters=[NUMBER], request=bodies.PapersIn, responses=bodies.ErrandSerializer)
    @action(detail=True, methods=["post"])
    def papers(self, request, number=None):
        """Tick the checklist: lines not named stay as they are."""
        errand = self.find(number)
        demand(request.user, ErrandRight.HANDLE, errand.area_code)
        read = bodies.PapersIn(data=request.data)
        read.is_valid(raise_exception=True)
        marks = {
            row.pop("id"): {mark for mark, is_set in row.items() if is_set}
            for row in map(dict, read.validated_data["papers"])
        }
        check_papers(errand, by=request.user, marks=marks)
        return self.show(number)

    @extend_schema(
        parameters=[NUMBER],
        request={"multipart/form-data": bodies.PaperPhotoIn},
        responses={201: PhotoSerializer},
    )
    @action(detail=True, methods=["post"], parser_classes=[MultiPartParser, StrictJSONParser])
    def photos(self, request, number=None):
        """Add a picture of a paper of the checklist; it is deleted some days after delivery."""
        errand = self.find(number)
        demand(request.user, ErrandRight.HANDLE, errand.area_code)
        read = bodies.PaperPhotoIn(data=request.data)
        read.is_valid(raise_exception=True)
        sent = read.validated_data
        paper = get_object_or_404(errand.materials, pk=sent["paper"])
        photo = add_photo(
            errand, by=request.user, paper=paper, upload=sent["file"], client_uuid=sent["client_uuid"]
        )
        return Response(PhotoSerializer(photo).data, status=201)

    def find(self, number: str) -> Errand:
        return get_object_or_404(Errand.objects.for_user(self.request.user).for_page(), case__number=number)

    def show(self, number: str, *, status: int = 200) -> Response:
        found = self.get_queryset().filter(number=number).values(*self.columns).first()
        if found is None:
            raise Http404
        errand = self.find(number)
        consent = getattr(errand, "consent", None)
        found |= {
            "public_code": errand.case.public_code,
            "place": errand.place,
            "external_number": errand.external_number,
            "consent": bodies.ConsentSerializer(consent).data if consent else None,
            "papers": bodies.PaperSerializer(errand.materials.all(), many=True).data,
            "open_steps": [step.name for step in open_steps(errand.case, self.request.user)],
        }
        return Response(found, status=status)

    consent = _step("consent", bodies.ConsentIn)
    gather = _step("gather")
    submit = _step("submit", bodies.SubmitIn)
    supplement = _step("supplement")
    resubmit = _step("resubmit")
    grant = _step("grant")
    reject = _step("reject")
    deliver = _step("deliver", bodies.DeliverIn)
    close = _step("close", bodies.CloseIn)
    withdraw = _step("withdraw")


class HintViewSet(ScopedViewSet):
    """Who may be entitled to something, the newest first."""

    queryset = EligibilityHint.objects.for_list()
    required_right = ErrandRight.HANDLE
    serializer_class = bodies.HintSerializer
    filterset_class = HintFilter
    layout = HINTS

    @extend_schema(request=None, responses={201: bodies.ErrandRowSerializer})
    @action(detail=True, methods=["post"])
    def take(self, request, pk):
        """Open the errand of a hint: 201 with it."""
        hint = self.find(pk)
        demand(request.user, ErrandRight.HANDLE, hint.area_code)
        errand = take_hint(hint, by=request.user)
        rows = Errand.objects.for_user(request.user).for_list().filter(pk=errand.pk)
        return Response(rows.values(*bodies.ErrandRowSerializer().fields).get(), status=201)

    @extend_schema(request=bodies.HintReasonIn, responses=bodies.HintSerializer)
    @action(detail=True, methods=["post"])
    def decline(self, request, pk):
        """Put a hint aside, with the reason."""
        hint = self.find(pk)
        demand(request.user, ErrandRight.HANDLE, hint.area_code)
        read = bodies.HintReasonIn(data=request.data)
        read.is_valid(raise_exception=True)
        decline_hint(hint, by=request.user, note=read.validated_data["reason"])
        return self.retrieve(request, pk=pk)

    def find(self, pk) -> EligibilityHint:
        hints = EligibilityHint.objects.for_user(self.request.user)
        return get_object_or_404(
            hints.select_related("rule__item", "resident__household", "household"), pk=pk
        )


class ServiceItemViewSet(mixins.ListModelMixin, viewsets.GenericViewSet):
    """The catalogue: the same for every area, a page long, read in one piece."""

    queryset = ServiceItem.objects.prefetch_related("materials")
    required_right = ErrandRight.VIEW
    serializer_class = bodies.ServiceItemSerializer
    pagination_class = None
    filter_backends = []
