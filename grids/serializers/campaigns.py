from rest_framework import serializers

from grids.models import Campaign


class CampaignSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()

    class Meta:
        model = Campaign
        fields = ["id", "name", "kind", "area_code", "area_name", "from_on", "to_on", "description"]


class ReachedSerializer(serializers.Serializer):
    """Households of an area, and how many were met or spoken to in the campaign's time."""

    code = serializers.CharField()
    name = serializers.CharField()
    households = serializers.IntegerField()
    contacted = serializers.IntegerField()


class ProgressSerializer(serializers.Serializer):
    whole = ReachedSerializer()
    parts = ReachedSerializer(many=True)
