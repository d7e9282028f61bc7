from rest_framework import serializers

from disputes.enums.litigation import Rate
from disputes.models import LitigationFigure, RateDefinition
from disputes.models.litigation import COUNTED
from governance.areas.models import Area


class LitigationFigureSerializer(serializers.ModelSerializer):
    """A month of a county; `filings` and `population_present` are the sums of both kinds."""

    area_name = serializers.CharField()
    filings = serializers.IntegerField()
    population_present = serializers.IntegerField()
    is_corrected = serializers.BooleanField()

    class Meta:
        model = LitigationFigure
        fields = [
            "id", "area_code", "area_name", "month", *COUNTED, "filings", "population_present", "source",
            "is_corrected",
        ]  # fmt: skip
        read_only_fields = fields


class FiguresInput(serializers.ModelSerializer):
    area = serializers.SlugRelatedField("code", queryset=Area.objects.filter(closed_on=None))

    class Meta:
        model = LitigationFigure
        fields = ["area", "month", *COUNTED, "source"]
        validators = []


class CorrectionInput(serializers.ModelSerializer):
    reason = serializers.CharField(max_length=200)

    class Meta:
        model = LitigationFigure
        fields = [*COUNTED, "source", "reason"]


class RateSerializer(serializers.Serializer):
    """A rate as the area reckons it: `definition` with its formula, both numbers, and the year before."""

    rate = serializers.ChoiceField(Rate.choices)
    definition = serializers.CharField()
    indicator = serializers.CharField(source="reading.indicator.key")
    formula = serializers.CharField(source="reading.indicator.formula")
    numerator = serializers.IntegerField(source="reading.numerator")
    denominator = serializers.IntegerField(source="reading.denominator")
    value = serializers.FloatField(source="reading.value", allow_null=True)
    value_before = serializers.FloatField(source="before.value", allow_null=True)


class GrowthSerializer(serializers.Serializer):
    """First-instance filings beside those of the same days a year before; `change` is in per cent."""

    code = serializers.CharField()
    name = serializers.CharField()
    now = serializers.IntegerField()
    before = serializers.IntegerField()
    change = serializers.FloatField(allow_null=True)


class LitigationRatesSerializer(serializers.Serializer):
    rates = RateSerializer(many=True)
    filings = GrowthSerializer()
    areas = GrowthSerializer(many=True)


class RateDefinitionSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()

    class Meta:
        model = RateDefinition
        fields = ["id", "area_code", "area_name", "rate", "definition", "from_day", "basis"]
        read_only_fields = fields


class DefinitionInput(serializers.ModelSerializer):
    area = serializers.SlugRelatedField("code", queryset=Area.objects.filter(closed_on=None))

    class Meta:
        model = RateDefinition
        fields = ["area", "rate", "definition", "from_day", "basis"]
        validators = []
