from rest_framework import serializers

from governance.party.models import (
    MemberOrg,
    PartyOrg,
    PartyOrgArea,
    PartyOrgChange,
    PartyTerm,
)


class PartyOrgSerializer(serializers.ModelSerializer):
    """`name_then`, `parent_then` (id) and `parent_name_then` read as they did on `as_of` (today without it)."""

    tier_name = serializers.CharField(read_only=True)
    area_name = serializers.CharField(read_only=True)
    name_then = serializers.CharField(read_only=True)
    parent_then = serializers.IntegerField(read_only=True, allow_null=True)
    parent_name_then = serializers.CharField(read_only=True, allow_null=True)

    class Meta:
        model = PartyOrg
        fields = (
            "id", "name", "name_then", "tier", "tier_name", "kind", "parent_then", "parent_name_then",
            "area_code", "area_name", "established_on", "dissolved_on", "approved_no", "term_years",
            "term_ends_on", "member_count", "full_member_count", "committee_size",
        )  # fmt: skip


class ServedSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(source="area.name")

    class Meta:
        model = PartyOrgArea
        fields = ("id", "area_code", "area_name")


class MemberUnitSerializer(serializers.ModelSerializer):
    class Meta:
        model = MemberOrg
        fields = ("id", "kind", "name", "uscc")


class TermSerializer(serializers.ModelSerializer):
    from_on = serializers.DateField(source="valid.lower")
    to_on = serializers.DateField(source="valid.upper", allow_null=True)

    class Meta:
        model = PartyTerm
        fields = ("id", "from_on", "to_on", "due_on", "approved_no")


class ChangeSerializer(serializers.ModelSerializer):
    other_name = serializers.CharField(source="other.name", allow_null=True, default=None)

    class Meta:
        model = PartyOrgChange
        fields = ("id", "kind", "on", "approved_no", "other", "other_name", "note")


class AboveSerializer(serializers.Serializer):
    id = serializers.IntegerField(source="pk")
    name_then = serializers.CharField()


class StandingSerializer(serializers.Serializer):
    """`above` (the highest first), `served` and `members` are those of `as_of`; `terms` and `changes` are all."""

    above = AboveSerializer(many=True)
    served = ServedSerializer(many=True)
    members = MemberUnitSerializer(many=True)
    terms = TermSerializer(many=True)
    changes = ChangeSerializer(many=True)
