"""双报到 by API: rows, and the bodies of its verbs."""

from rest_framework import serializers

from governance.kernel.inputs import is_phone
from governance.party.enums import COBUILD_TEXT_LENGTH, MOST_PLACES
from governance.party.models import Partner, ReportingUnit, ServicePost, ServicePostKind, ServingMember
from governance.party.rules.quarters import KEY
from governance.party.serializers.inputs import AreaByCode, ScopedKey


class ReportingUnitSerializer(serializers.ModelSerializer):
    """`reported` is how many members report on `as_of` (today without it)."""

    area_name = serializers.CharField(read_only=True)
    from_on = serializers.DateField(read_only=True)
    reported = serializers.IntegerField(read_only=True)

    class Meta:
        model = ReportingUnit
        fields = (
            "id", "name", "area_code", "area_name", "partner", "from_on", "in_service_count", "reported",
        )  # fmt: skip


class ServicePostSerializer(serializers.ModelSerializer):
    """`claimed` is how many of its `places` are held now."""

    area_name = serializers.CharField(read_only=True)
    kind_name = serializers.CharField(read_only=True)
    claimed = serializers.IntegerField(read_only=True)

    class Meta:
        model = ServicePost
        fields = (
            "id", "text", "area_code", "area_name", "kind", "kind_name", "places", "claimed", "offered_on",
            "closed_on",
        )  # fmt: skip


class RecountInput(serializers.Serializer):
    in_service_count = serializers.IntegerField(min_value=0, max_value=100_000)


class ReportUnitInput(RecountInput):
    area = AreaByCode()
    name = serializers.CharField(max_length=100)
    partner = ScopedKey(queryset=Partner.objects.all(), required=False)
    on = serializers.DateField()


class ReportMemberInput(serializers.Serializer):
    name = serializers.CharField(max_length=40)
    phone = serializers.CharField(
        max_length=20, required=False, allow_blank=True, default="", validators=[is_phone]
    )
    on = serializers.DateField()


class FeedbackInput(serializers.Serializer):
    quarter = serializers.RegexField(KEY)


class OfferPostInput(serializers.Serializer):
    area = AreaByCode()
    kind = serializers.PrimaryKeyRelatedField(queryset=ServicePostKind.objects.all())
    text = serializers.CharField(max_length=COBUILD_TEXT_LENGTH)
    places = serializers.IntegerField(min_value=1, max_value=MOST_PLACES)


class ClosePostInput(serializers.Serializer):
    pass


class ClaimPostInput(serializers.Serializer):
    unit = ScopedKey(queryset=ReportingUnit.objects.all())
    member = ScopedKey(queryset=ServingMember.objects.all(), required=False)


class ClaimLinkInput(serializers.Serializer):
    """`link` is the id of the claim."""

    link = serializers.IntegerField(min_value=1, max_value=2**63 - 1)


class ServiceInput(ClaimLinkInput):
    on = serializers.DateField()
    text = serializers.CharField(max_length=COBUILD_TEXT_LENGTH)
    result = serializers.CharField(
        max_length=COBUILD_TEXT_LENGTH, required=False, allow_blank=True, default=""
    )
