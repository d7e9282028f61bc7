"""Resources, needs, joint projects and wishes: rows, and the bodies of their verbs."""

from rest_framework import serializers

from governance.kernel.inputs import is_phone
from governance.party.enums import COBUILD_TEXT_LENGTH, MOST_CAPACITY, NOTE_LENGTH
from governance.party.models import (
    CobuildKind,
    CommunityNeed,
    CoProject,
    Partner,
    PartnerResource,
    StewardTeam,
    VolunteerTeam,
    Wish,
)
from governance.party.serializers.inputs import AreaByCode, ScopedKey
from governance.party.states.cobuild import PROJECT_STEPS, RESOURCE_STEPS


class PartnerResourceSerializer(serializers.ModelSerializer):
    """`in_use` is how many projects it serves now."""

    area_name = serializers.CharField(read_only=True)
    kind_name = serializers.CharField(read_only=True)
    partner_name = serializers.CharField(read_only=True)
    in_use = serializers.IntegerField(read_only=True)

    class Meta:
        model = PartnerResource
        fields = (
            "id", "text", "area_code", "area_name", "kind", "kind_name", "partner", "partner_name", "capacity",
            "in_use", "from_on", "to_on", "state",
        )  # fmt: skip


class CommunityNeedSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)
    kind_name = serializers.CharField(read_only=True)

    class Meta:
        model = CommunityNeed
        fields = (
            "id", "text", "area_code", "area_name", "kind", "kind_name", "posted_on", "wanted_by",
            "matched_on", "withdrawn_on", "state",
        )  # fmt: skip


class CoProjectSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)
    need_text = serializers.CharField(read_only=True)
    kind_name = serializers.CharField(read_only=True)
    partner_name = serializers.CharField(read_only=True)

    class Meta:
        model = CoProject
        fields = (
            "id", "need", "need_text", "area_code", "area_name", "kind_name", "partner", "partner_name",
            "planned_on", "started_on", "ended_on", "result", "people_served", "state",
        )  # fmt: skip


class WishSerializer(serializers.ModelSerializer):
    """Who asks is not given out."""

    area_name = serializers.CharField(read_only=True)
    claimant_name = serializers.CharField(read_only=True, allow_null=True)

    class Meta:
        model = Wish
        fields = (
            "id", "text", "area_code", "area_name", "posted_on", "claimant_name", "claimed_on", "done_on",
            "result", "thanks", "withdrawn_on", "state",
        )  # fmt: skip


class ResourceSuggestionSerializer(serializers.Serializer):
    resource = serializers.IntegerField()
    text = serializers.CharField()
    partner_name = serializers.CharField()
    reasons = serializers.ListField(child=serializers.CharField())


class NoteInput(serializers.Serializer):
    note = serializers.CharField(max_length=NOTE_LENGTH)


class OfferInput(serializers.Serializer):
    partner = ScopedKey(queryset=Partner.objects.all())
    kind = serializers.PrimaryKeyRelatedField(queryset=CobuildKind.objects.all())
    text = serializers.CharField(max_length=COBUILD_TEXT_LENGTH)
    capacity = serializers.IntegerField(min_value=1, max_value=MOST_CAPACITY, default=1)
    from_on = serializers.DateField()
    to_on = serializers.DateField(required=False, allow_null=True, default=None)


class ResourceStepInput(serializers.Serializer):
    step = serializers.ChoiceField(list(RESOURCE_STEPS))
    note = serializers.CharField(max_length=NOTE_LENGTH, required=False, allow_blank=True, default="")


class NeedInput(serializers.Serializer):
    area = AreaByCode()
    kind = serializers.PrimaryKeyRelatedField(queryset=CobuildKind.objects.all())
    text = serializers.CharField(max_length=COBUILD_TEXT_LENGTH)
    wanted_by = serializers.DateField()


class MatchInput(serializers.Serializer):
    """Resources of one partner."""

    resources = ScopedKey(queryset=PartnerResource.objects.all(), many=True)


class CoProjectStepInput(serializers.Serializer):
    """`finish` takes `result` and `people_served`, `stop` a `note`."""

    step = serializers.ChoiceField(list(PROJECT_STEPS))
    note = serializers.CharField(max_length=NOTE_LENGTH, required=False, allow_blank=True, default="")
    result = serializers.CharField(
        max_length=COBUILD_TEXT_LENGTH, required=False, allow_blank=True, default=""
    )
    people_served = serializers.IntegerField(min_value=0, max_value=10_000_000, required=False)


class WishInput(serializers.Serializer):
    area = AreaByCode()
    text = serializers.CharField(max_length=COBUILD_TEXT_LENGTH)
    contact = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    phone = serializers.CharField(
        max_length=20, required=False, allow_blank=True, default="", validators=[is_phone]
    )


class ClaimInput(serializers.Serializer):
    """Exactly one of the three."""

    partner = ScopedKey(queryset=Partner.objects.all(), required=False)
    steward_team = ScopedKey(queryset=StewardTeam.objects.all(), required=False)
    volunteer_team = ScopedKey(queryset=VolunteerTeam.objects.all(), required=False)


class WishResultInput(serializers.Serializer):
    result = serializers.CharField(max_length=COBUILD_TEXT_LENGTH)


class ThanksInput(serializers.Serializer):
    thanks = serializers.CharField(max_length=COBUILD_TEXT_LENGTH)
