from rest_framework import serializers

from governance.party.models import PartyOrg, VolunteerTeam


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


class VolunteerTeamSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)

    class Meta:
        model = VolunteerTeam
        fields = (
            "id", "name", "area_code", "area_name", "leader_masked", "member_count", "founded_on", "ended_on",
        )  # fmt: skip
