from rest_framework import serializers

from disputes.enums.disputes import Complexity
from disputes.models import Category, Dispute, DisputeDraft, Matter
from disputes.serializers.agreements import AgreementRow, ReferralRow, SittingRow
from disputes.serializers.parties import MOST_PARTIES, PartyInput, PartyRowSerializer
from disputes.serializers.scoped import OwnDraft, ScopedKey, ScopedName
from disputes.states import DisputeState
from governance.areas.models import Area
from governance.casework.enums import SUMMARY_LENGTH, Outcome, Source
from grids.models import Visit


class DisputeRowSerializer(serializers.ModelSerializer):
    """A line of the list."""

    number = serializers.CharField()
    title = serializers.CharField()
    place = serializers.CharField()
    area_code = serializers.CharField()
    area_name = serializers.CharField()
    level = serializers.CharField()
    category_name = serializers.CharField()
    source = serializers.ChoiceField(Source.choices)
    state = serializers.ChoiceField(DisputeState.choices)
    outcome = serializers.ChoiceField(Outcome.choices, allow_blank=True)
    is_joint = serializers.BooleanField()
    is_restricted = serializers.BooleanField()
    registered_on = serializers.DateField()
    accepted_on = serializers.DateField(allow_null=True)
    due_at = serializers.DateTimeField(allow_null=True)
    late_on = serializers.DateField(allow_null=True)
    paused_at = serializers.DateTimeField(allow_null=True)
    resolved_on = serializers.DateField(allow_null=True)
    closed_on = serializers.DateField(allow_null=True)
    version = serializers.IntegerField()

    class Meta:
        model = Dispute
        fields = [
            "case_id", "number", "title", "place", "area_code", "area_name", "level", "category_id",
            "category_name", "source", "complexity", "scale", "people_count", "risk", "state", "outcome",
            "is_joint", "is_restricted", "registered_on", "accepted_on", "due_at", "late_on", "paused_at",
            "resolved_on", "closed_on", "method", "track", "version",
        ]  # fmt: skip
        read_only_fields = fields


class MovedDisputeSerializer(DisputeRowSerializer):
    """What a step answers: the dispute as it stands now and the steps open to the client."""

    open_steps = serializers.ListField(child=serializers.CharField())

    class Meta(DisputeRowSerializer.Meta):
        fields = [*DisputeRowSerializer.Meta.fields, "open_steps"]
        read_only_fields = fields


class ActionRowSerializer(serializers.Serializer):
    kind = serializers.CharField()
    from_state = serializers.CharField()
    to_state = serializers.CharField()
    post_label = serializers.CharField()
    note = serializers.CharField()
    at = serializers.DateTimeField()


class DisputeSerializer(DisputeRowSerializer):
    """One dispute with its parties (masked), timeline and the steps open to the client."""

    summary = serializers.CharField()
    public_code = serializers.CharField()
    parties = PartyRowSerializer(many=True)
    agreements = AgreementRow(many=True, help_text="without `effective_on`: the draft")
    sittings = SittingRow(many=True)
    referrals = ReferralRow(many=True)
    actions = ActionRowSerializer(many=True)
    open_steps = serializers.ListField(child=serializers.CharField())

    class Meta(DisputeRowSerializer.Meta):
        fields = [
            *DisputeRowSerializer.Meta.fields,
            "summary", "public_code", "parties", "agreements", "sittings", "referrals", "actions",
            "open_steps",
        ]  # fmt: skip
        read_only_fields = fields


class DelegationInput(serializers.Serializer):
    """What a court delegates: its number there and the day it goes back."""

    court = serializers.CharField(max_length=100)
    external_number = serializers.CharField(max_length=60)
    delegated_on = serializers.DateField(required=False)
    return_by = serializers.DateField()


class RegisterInput(serializers.Serializer):
    client_uuid = serializers.UUIDField(
        required=False, help_text="the same number and content give the same answer"
    )
    area = ScopedName("code", queryset=Area.objects.filter(closed_on=None), help_text="code of the place")
    category = serializers.SlugRelatedField("code", queryset=Category.objects.filter(parent__isnull=False))
    title = serializers.CharField(max_length=100)
    place = serializers.CharField(max_length=100, allow_blank=True, default="")
    summary = serializers.CharField(max_length=SUMMARY_LENGTH, allow_blank=True, default="")
    source = serializers.ChoiceField(Source.choices, default=Source.INTERFACE)
    occurred_on = serializers.DateField(required=False, allow_null=True)
    complexity = serializers.ChoiceField(Complexity.choices, default=Complexity.ORDINARY)
    people_count = serializers.IntegerField(min_value=1, max_value=999_999, default=2)
    involved_org = serializers.CharField(max_length=100, allow_blank=True, default="")
    involves_minor = serializers.BooleanField(
        default=False, help_text="true: only seats that may see restricted disputes will see this one"
    )
    matter = ScopedKey(queryset=Matter.objects.all(), required=False, allow_null=True)
    draft = OwnDraft(
        queryset=DisputeDraft.objects.all(),
        required=False,
        allow_null=True,
        help_text="one's own; ends with it",
    )
    visit = ScopedName(
        "client_uuid", queryset=Visit.objects.all(), required=False, allow_null=True,
        help_text="number the visit was sent under",
    )  # fmt: skip
    delegation = DelegationInput(
        required=False, allow_null=True, help_text="required when the source is court"
    )
    parties = PartyInput(many=True, max_length=MOST_PARTIES)
