from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiResponse, OpenApiTypes, extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from disputes.actions.series import add_dispute, change_series, close_series, open_series, reopen_series
from disputes.actions.series_agreements import take_agreements
from disputes.actions.series_members import add_household, change_household, open_disputes, remove_household
from disputes.actions.series_steps import step_households, undo_step
from disputes.enums.rights import Right
from disputes.filters.series import SeriesFilter, SeriesHouseholdFilter
from disputes.models import Series, SeriesMember
from disputes.presenting.series import figures_of, latest_steps
from disputes.serializers import series as bodies
from disputes.serializers.series import SeriesHouseholdSerializer, SeriesRowSerializer, SeriesSerializer
from disputes.tables.series import HOUSEHOLDS, SERIES
from disputes.views.series_files import DOCX, agreements_answer
from governance.kernel.api import ScopedViewSet
from governance.kernel.scope import demand

_FILE = {(200, DOCX): OpenApiResponse(OpenApiTypes.BINARY, "the Word file")}


class SeriesViewSet(ScopedViewSet):
    """Series of disputes alike with their figures. Households come as a file through `imports` with `target`."""

    queryset = Series.objects.for_list()
    required_right = Right.VIEW
    action_rights = dict.fromkeys(
        ("create", "change", "step", "undo", "close", "reopen", "agreements", "disputes", "add_dispute"),
        Right.MEDIATE,
    )  # fmt: skip
    serializer_class = SeriesRowSerializer
    filterset_class = SeriesFilter
    layout = SERIES
    lookup_value_regex = "[0-9]{1,18}"

    def find(self, pk) -> Series:
        """A series in scope whose households the client may change."""
        rows = Series.objects.for_user(self.request.user)
        found = get_object_or_404(
            rows.select_related("lead__case", "lead__category", "area__successor"), pk=pk
        )
        demand(self.request.user, Right.MEDIATE, found.area_code)
        return found

    def parse(self, body, **options):
        read = body(data=self.request.data, context={"request": self.request}, **options)
        read.is_valid(raise_exception=True)
        return read

    def show(self, pk, *, status: int = 200) -> Response:
        row = self.get_queryset().filter(pk=pk).values(*self.columns, "agreement_text").first()
        if row is None:
            raise Http404
        series = Series.objects.for_user(self.request.user).get(pk=pk)
        figures = figures_of(series)
        row["states"] = {
            state: {"households": count, "due_cents": figures.due[state], "paid_cents": figures.paid[state]}
            for state, count in figures.counts.items()
        }
        row["steps"] = bodies.SeriesStepSerializer(latest_steps(series), many=True).data
        return Response(row, status=status)

    @extend_schema(responses=SeriesSerializer)
    def retrieve(self, request, pk=None):
        """One series with the figures of each state and its latest steps."""
        return self.show(pk)

    @extend_schema(request=bodies.OpenSeriesInput, responses={201: SeriesSerializer})
    def create(self, request):
        """Open a series after its lead case."""
        sent = self.parse(bodies.OpenSeriesInput).validated_data
        demand(request.user, Right.MEDIATE, sent["lead"].area_code)
        return self.show(open_series(by=request.user, **sent).pk, status=201)

    @extend_schema(request=bodies.SeriesTermsInput(partial=True), responses=SeriesSerializer)
    @action(detail=True, methods=["post"])
    def change(self, request, pk=None):
        """Change title, other side, time limit or the text of the agreement."""
        series = self.find(pk)
        sent = self.parse(bodies.SeriesTermsInput, partial=True).validated_data
        change_series(series, by=request.user, **{name: sent[name] for name in sent if name in request.data})
        return self.show(pk)

    @extend_schema(request=bodies.BulkStepInput, responses=SeriesSerializer)
    @action(detail=True, methods=["post"])
    def step(self, request, pk=None):
        """Take households through a step for one reason: all of them, or none."""
        series, read = self.find(pk), self.parse(bodies.BulkStepInput)
        sent = read.validated_data
        given = {"note": sent["note"], "version": sent.get("version")}
        step_households(series, read.members_of(series), sent["step"], by=request.user, **given)
        return self.show(pk)

    @extend_schema(request=bodies.UndoStepInput, responses=SeriesSerializer)
    @action(detail=True, methods=["post"])
    def undo(self, request, pk=None):
        """Take a wrong step back by a counter step."""
        series, sent = self.find(pk), self.parse(bodies.UndoStepInput).validated_data
        wrong = get_object_or_404(series.steps.select_related("series"), pk=sent["step"])
        undo_step(wrong, by=request.user, note=sent["note"])
        return self.show(pk)

    @extend_schema(request=bodies.ReasonInput, responses=SeriesSerializer)
    @action(detail=True, methods=["post"])
    def close(self, request, pk=None):
        """Close a series whose households have all come to an end."""
        close_series(self.find(pk), by=request.user, **self.parse(bodies.ReasonInput).validated_data)
        return self.show(pk)

    @extend_schema(request=bodies.ReasonInput, responses=SeriesSerializer)
    @action(detail=True, methods=["post"])
    def reopen(self, request, pk=None):
        """Open a closed series again."""
        reopen_series(self.find(pk), by=request.user, **self.parse(bodies.ReasonInput).validated_data)
        return self.show(pk)

    @extend_schema(request=bodies.ChosenInput, responses=_FILE)
    @action(detail=True, methods=["post"])
    def agreements(self, request, pk=None):
        """The agreements of the households, filled, in one Word file."""
        series, read = self.find(pk), self.parse(bodies.ChosenInput)
        return agreements_answer(series, take_agreements(series, read.members_of(series), by=request.user))

    @extend_schema(request=bodies.ChosenInput, responses=SeriesSerializer)
    @action(detail=True, methods=["post"])
    def disputes(self, request, pk=None):
        """Register a dispute of its own for each of the households."""
        series, read = self.find(pk), self.parse(bodies.ChosenInput)
        version = read.validated_data.get("version")
        open_disputes(series, read.members_of(series), by=request.user, version=version)
        return self.show(pk)

    @extend_schema(request=bodies.AddDisputeInput, responses=SeriesSerializer)
    @action(detail=True, methods=["post"], url_path="disputes/add", url_name="add-dispute")
    def add_dispute(self, request, pk=None):
        """Take a registered dispute in, as the household that its party is."""
        series, sent = self.find(pk), self.parse(bodies.AddDisputeInput).validated_data
        add_dispute(series, sent["number"], by=request.user)
        return self.show(pk)


class SeriesHouseholdViewSet(ScopedViewSet):
    """Households of series, names and telephones masked; `series` narrows to one."""

    queryset = SeriesMember.objects.all()
    required_right = Right.VIEW
    action_rights = dict.fromkeys(("create", "change", "remove"), Right.MEDIATE)
    serializer_class = SeriesHouseholdSerializer
    filterset_class = SeriesHouseholdFilter
    order = ("id",)
    layout = HOUSEHOLDS
    lookup_value_regex = "[0-9]{1,18}"

    def get_queryset(self):
        return super().get_queryset().with_dispute_number(self.request.user)

    def list(self, request, *args, **kwargs):
        """Rows are read whole, for what is masked is masked by the model."""
        if request.accepted_renderer.format == "csv":
            return super().list(request, *args, **kwargs)
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(SeriesHouseholdSerializer(page, many=True).data)

    def retrieve(self, request, pk=None):
        """One household."""
        found = get_object_or_404(self.get_queryset(), pk=pk)
        return Response(SeriesHouseholdSerializer(found).data)

    def find(self, pk) -> SeriesMember:
        rows = SeriesMember.objects.for_user(self.request.user)
        found = get_object_or_404(rows.select_related("series__area"), pk=pk)
        demand(self.request.user, Right.MEDIATE, found.area_code)
        return found

    @extend_schema(request=bodies.AddHouseholdInput, responses={201: SeriesHouseholdSerializer})
    def create(self, request):
        """Enter a household."""
        read = bodies.AddHouseholdInput(data=request.data, context={"request": request})
        read.is_valid(raise_exception=True)
        sent = dict(read.validated_data)
        member = add_household(sent.pop("series"), by=request.user, **sent)
        answer = self.retrieve(request, pk=member.pk)
        answer.status_code = 201
        return answer

    @extend_schema(request=bodies.ChangeHouseholdInput(partial=True), responses=SeriesHouseholdSerializer)
    @action(detail=True, methods=["post"])
    def change(self, request, pk=None):
        """Put what is known of a household right."""
        found = self.find(pk)
        read = bodies.ChangeHouseholdInput(data=request.data, partial=True)
        read.is_valid(raise_exception=True)
        change_household(found, by=request.user, **read.validated_data)
        return self.retrieve(request, pk=pk)

    @extend_schema(request=bodies.ReasonInput, responses={204: None})
    @action(detail=True, methods=["post"])
    def remove(self, request, pk=None):
        """Take off a household listed by mistake; one with a history stays."""
        found = self.find(pk)
        read = bodies.ReasonInput(data=request.data)
        read.is_valid(raise_exception=True)
        remove_household(found, by=request.user, **read.validated_data)
        return Response(status=204)
