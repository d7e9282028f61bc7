from rest_framework import serializers

from disputes.enums.alike import Basis, LinkKind
from disputes.models import SeriesHint


class SimilarRowSerializer(serializers.Serializer):
    """A dispute in sight that may be the same matter."""

    number = serializers.CharField()
    title = serializers.CharField()
    area_name = serializers.CharField()
    registered_on = serializers.DateField()
    kind = serializers.ChoiceField(LinkKind.choices)
    reasons = serializers.ListField(child=serializers.CharField())


class LinkedRowSerializer(serializers.Serializer):
    number = serializers.CharField()
    title = serializers.CharField()
    kind = serializers.ChoiceField(LinkKind.choices, source="link.kind")
    reasons = serializers.ListField(child=serializers.CharField(), source="link.reasons")


class SimilarSerializer(serializers.Serializer):
    suggestions = SimilarRowSerializer(many=True)
    linked = LinkedRowSerializer(many=True)
    offices = serializers.ListField(
        child=serializers.CharField(),
        help_text="offices beyond your area that may have the same matter of a firm",
    )


class OtherInput(serializers.Serializer):
    other = serializers.CharField(max_length=40, help_text="number of the other dispute")
    note = serializers.CharField(max_length=200, allow_blank=True, default="")


class LinkInput(OtherInput):
    kind = serializers.ChoiceField(LinkKind.choices, help_text="`alike` or `again`")


class SeriesHintSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()
    count = serializers.IntegerField()
    basis = serializers.ChoiceField(Basis.choices)

    class Meta:
        model = SeriesHint
        fields = ["id", "basis", "label", "area_code", "area_name", "count", "first_on", "last_on"]
        read_only_fields = fields
