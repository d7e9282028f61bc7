from rest_framework import serializers

from property.models import ManagedCompound, PropertyCompany, PropertyContract


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
            "company_name", "mode", "contract_ends_on", "committee",
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


class PropertyContractSerializer(serializers.ModelSerializer):
    """`ends_on` is the first day without the contract, null when it runs on."""

    compound_name = serializers.CharField(read_only=True)
    company_name = serializers.CharField(read_only=True, allow_null=True)
    starts_on = serializers.DateField(read_only=True)
    ends_on = serializers.DateField(read_only=True, allow_null=True)

    class Meta:
        model = PropertyContract
        fields = (
            "id", "compound", "compound_name", "company", "company_name", "area_code", "mode",
            "starts_on", "ends_on", "fee_cents", "manager_masked",
        )  # fmt: skip
