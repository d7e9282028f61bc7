from rest_framework import serializers

from governance.dispatch.enums import BriefKind
from governance.dispatch.models import Correction, FigureChange
from governance.dispatch.models.meetings import STATEMENT


class CorrectionSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)
    brief_kind = serializers.ChoiceField(BriefKind.choices, read_only=True)
    cycle_period = serializers.CharField(read_only=True)
    figure_count = serializers.IntegerField(read_only=True)

    class Meta:
        model = Correction
        fields = (
            "id", "area_code", "area_name", "brief", "brief_kind", "cycle_period", "issue_year", "issue_no",
            "issued_on", "figure_count", "arrived", "sha256",
        )  # fmt: skip
        read_only_fields = fields


class FigureSideSerializer(serializers.Serializer):
    value = serializers.FloatField(allow_null=True)
    numerator = serializers.IntegerField()
    denominator = serializers.IntegerField(allow_null=True)


class CorrectedFigureSerializer(serializers.Serializer):
    key = serializers.CharField(help_text="of the indicator")
    name = serializers.CharField()
    unit = serializers.CharField()
    said = FigureSideSerializer(help_text="as it was issued, or corrected last")
    now = FigureSideSerializer(help_text="as it reads since")
    change = serializers.CharField()
    where = serializers.CharField(help_text="the units the difference comes from")
    definition = serializers.CharField()


class CorrectionDetailSerializer(CorrectionSerializer):
    figures = CorrectedFigureSerializer(many=True, read_only=True)

    class Meta(CorrectionSerializer.Meta):
        fields = (*CorrectionSerializer.Meta.fields, "figures")
        read_only_fields = fields


class FigureChangeSerializer(serializers.ModelSerializer):
    said = FigureSideSerializer(read_only=True)
    now = FigureSideSerializer(read_only=True)

    class Meta:
        model = FigureChange
        fields = ("indicator", "said", "now", "found_on")
        read_only_fields = fields


class IssueCorrectionInput(serializers.Serializer):
    brief = serializers.IntegerField(min_value=1, max_value=2**63 - 1, help_text="id of an issued report")
    arrived = serializers.CharField(max_length=STATEMENT, help_text="what arrived late")
