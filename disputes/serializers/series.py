from drf_spectacular.utils import OpenApiTypes, extend_schema_field
from rest_framework import serializers

from disputes.enums.series import AGREEMENT_LENGTH, MOST_CHOSEN, REASON_LENGTH, HouseholdRole, HouseholdState
from disputes.models import Dispute, Series, SeriesMember
from disputes.serializers.parties import MOST_CENTS, PHONE
from disputes.serializers.scoped import ScopedKey, ScopedName
from disputes.states import BULK_STEPS


@extend_schema_field(OpenApiTypes.STR)
class DisputeNumber(ScopedName):
    """A dispute in the client's scope, by the number of its case."""

    def __init__(self, **options):
        super().__init__("case__number", queryset=Dispute.objects.for_page(), **options)


class SeriesRowSerializer(serializers.ModelSerializer):
    """A line of the list, with its figures."""

    area_name = serializers.CharField()
    lead_number = serializers.CharField()
    households = serializers.IntegerField()
    settled = serializers.IntegerField()
    due_cents = serializers.IntegerField()
    paid_cents = serializers.IntegerField()

    class Meta:
        model = Series
        fields = [
            "id", "title", "area_code", "area_name", "lead_number", "counterpart", "household_role", "deadline",
            "opened_on", "closed_on", "households", "settled", "due_cents", "paid_cents", "version",
        ]  # fmt: skip
        read_only_fields = fields


class StateFiguresSerializer(serializers.Serializer):
    households = serializers.IntegerField()
    due_cents = serializers.IntegerField()
    paid_cents = serializers.IntegerField()


class SeriesStepSerializer(serializers.Serializer):
    """One press for many households; `undoes` is the step it takes back."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    note = serializers.CharField()
    count = serializers.IntegerField()
    post_label = serializers.CharField()
    at = serializers.DateTimeField()
    undoes_id = serializers.IntegerField(allow_null=True)


class SeriesSerializer(SeriesRowSerializer):
    """One series with its template, the figures of each state and its latest steps."""

    states = serializers.DictField(child=StateFiguresSerializer())
    steps = SeriesStepSerializer(many=True)

    class Meta(SeriesRowSerializer.Meta):
        fields = [*SeriesRowSerializer.Meta.fields, "agreement_text", "states", "steps"]
        read_only_fields = fields


class SeriesTermsInput(serializers.Serializer):
    title = serializers.CharField(max_length=100)
    counterpart = serializers.CharField(max_length=100, allow_blank=True, default="")
    household_role = serializers.ChoiceField(HouseholdRole.choices, default=HouseholdRole.APPLICANT)
    deadline = serializers.DateField(required=False, allow_null=True)
    agreement_text = serializers.CharField(max_length=AGREEMENT_LENGTH, allow_blank=True, default="")


class OpenSeriesInput(SeriesTermsInput):
    lead = DisputeNumber(help_text="number of the lead case")
    also = DisputeNumber(many=True, required=False, help_text="numbers of disputes alike that come along")


class ReasonInput(serializers.Serializer):
    note = serializers.CharField(max_length=REASON_LENGTH, allow_blank=True, default="")


class ChosenInput(serializers.Serializer):
    """Households by id, or `everyone` of the series, in one `state` when that is given."""

    rows = serializers.ListField(
        child=serializers.IntegerField(min_value=1), max_length=MOST_CHOSEN, required=False, default=list
    )
    everyone = serializers.BooleanField(default=False)
    state = serializers.ChoiceField(HouseholdState.choices, required=False)
    version = serializers.IntegerField(
        min_value=1, required=False, help_text="the version you saw; a household changed since is 409"
    )

    def members_of(self, series: Series):
        sent = self.validated_data
        members = series.members.all() if sent["everyone"] else series.members.filter(pk__in=sent["rows"])
        return members.filter(state=sent["state"]) if "state" in sent else members


class BulkStepInput(ChosenInput):
    step = serializers.ChoiceField([(step.name, step.label) for step in BULK_STEPS.values()])
    note = serializers.CharField(max_length=REASON_LENGTH, allow_blank=True, default="")


class UndoStepInput(ReasonInput):
    step = serializers.IntegerField(min_value=1, help_text="id of the step")


class AddDisputeInput(serializers.Serializer):
    number = DisputeNumber()


class SeriesHouseholdSerializer(serializers.ModelSerializer):
    """One household, its name and telephone masked."""

    name = serializers.CharField(source="shown_name")
    address = serializers.CharField(source="shown_address")
    dispute_number = serializers.CharField(allow_null=True)

    class Meta:
        model = SeriesMember
        fields = [
            "id", "series_id", "household", "name", "phone_masked", "address", "note", "state", "due_cents",
            "paid_cents", "changed_on", "version", "dispute_number",
        ]  # fmt: skip
        read_only_fields = fields


class HouseholdTermsInput(serializers.Serializer):
    household = serializers.CharField(max_length=80)
    name = serializers.CharField(max_length=40, allow_blank=True, required=False)
    phone = serializers.CharField(max_length=20, allow_blank=True, required=False, validators=[PHONE])
    address = serializers.CharField(max_length=120, allow_blank=True, required=False)
    note = serializers.CharField(max_length=200, allow_blank=True, required=False)
    due_cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS, required=False, allow_null=True)
    paid_cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS, required=False)


class AddHouseholdInput(HouseholdTermsInput):
    series = ScopedKey(queryset=Series.objects.all(), help_text="id of the series")


class ChangeHouseholdInput(HouseholdTermsInput):
    version = serializers.IntegerField(min_value=1, required=False)
