from rest_framework import serializers

from grids.models import (
    Adviser,
    AdviserDuty,
    AdviserRecord,
    Community,
    CommunityOrg,
    CouncilTopic,
    ServiceMember,
)


class CommunitySerializer(serializers.ModelSerializer):
    kind = serializers.CharField()
    grids = serializers.IntegerField()
    vacancies = serializers.IntegerField()
    adviser = serializers.CharField(allow_null=True)
    duties = serializers.IntegerField()
    lectures = serializers.IntegerField()
    orgs = serializers.IntegerField()

    class Meta:
        model = Community
        fields = ["id", "code", "name", "kind", "grids", "vacancies", "adviser", "duties", "lectures",
                  "orgs"]  # fmt: skip


class ServiceMemberSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()
    from_on = serializers.DateField()

    class Meta:
        model = ServiceMember
        fields = ["id", "area_code", "area_name", "kind", "name", "unit", "duty_phone", "from_on"]


class AdviserSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()
    communities = serializers.IntegerField()

    class Meta:
        model = Adviser
        fields = ["id", "area_code", "area_name", "name", "firm", "licence_no", "communities"]


class AdviserDutySerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()
    adviser_name = serializers.CharField()
    firm = serializers.CharField()

    class Meta:
        model = AdviserDuty
        fields = ["id", "on", "from_time", "to_time", "area_code", "area_name", "place", "adviser_name",
                  "firm"]  # fmt: skip


class AdviserRecordSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()
    adviser_name = serializers.CharField()

    class Meta:
        model = AdviserRecord
        fields = ["id", "on", "area_code", "area_name", "kind", "minutes", "topic", "adviser_name"]


class CouncilTopicSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()

    class Meta:
        model = CouncilTopic
        fields = ["id", "area_code", "area_name", "title", "text", "proposer_kind", "proposed_on", "state",
                  "noticed_on", "meeting_at", "meeting_place", "votes_for", "votes_against", "votes_abstained",
                  "is_adopted", "decision", "decided_on", "executor", "due_on", "outcome", "executed_on",
                  "disclosure", "disclosed_on"]  # fmt: skip


class CommunityOrgSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()
    kind_name = serializers.CharField()
    activities_count = serializers.IntegerField()

    class Meta:
        model = CommunityOrg
        fields = ["id", "area_code", "area_name", "name", "kind_name", "purpose", "founded_on", "people_count",
                  "activities_count"]  # fmt: skip
