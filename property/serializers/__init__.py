from rest_framework import serializers

from property.models import ManagedCompound, PropertyCompany


class ManagedCompoundSerializer(serializers.ModelSerializer):
    """Company, mode, end of contract and kind of committee are those of `as_of` (today without it)."""

    area_name = serializers.CharField(read_only=True)
    company_name = serializers.CharField(read_only=True, allow_null=True)
    mode = serializers.CharField(read_only=True, allow_null=True)
    contract_ends_on = serializers.DateField(read_only=True, allow_null=True)
    committee = serializers.CharField(read_only=True, allow_null=True)

    class Meta:
        model = ManagedCompound
        fields = (
            "id", "name", "kind", "area_code", "area_name", "building_count", "household_count",
            "floor_area", "company_name", "mode", "contract_ends_on", "committee",
        )  # fmt: skip


class PropertyCompanySerializer(serializers.ModelSerializer):
    """`party_link` is own, joint or null on `as_of` (today without it)."""

    area_name = serializers.CharField(read_only=True)
    party_link = serializers.CharField(read_only=True, allow_null=True)
    party_since = serializers.DateField(read_only=True, allow_null=True)

    class Meta:
        model = PropertyCompany
        fields = (
            "id", "name", "uscc", "area_code", "area_name", "started_on", "ended_on",
            "party_link", "party_since",
        )  # fmt: skip
