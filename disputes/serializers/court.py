from rest_framework import serializers

from disputes.enums.court import CourtRight, DelegationResult
from disputes.models import CourtCollaboration, CourtDelegation, SharedCourt
from disputes.serializers.parties import PartyRowSerializer
from governance.areas.models import Area
from governance.people.models import Post


class ConsultationSerializer(serializers.ModelSerializer):
    """A question put to the judge. Nothing else of the area is shown."""

    number = serializers.CharField()
    title = serializers.CharField()
    area_name = serializers.CharField()

    class Meta:
        model = CourtCollaboration
        fields = ["id", "number", "title", "area_name", "question", "asked_on", "answer", "answered_on"]
        read_only_fields = fields


class JudgeFileSerializer(ConsultationSerializer):
    """With the file of the dispute, masked."""

    summary = serializers.CharField()
    state = serializers.CharField()
    parties = PartyRowSerializer(many=True)
    sessions = serializers.ListField(child=serializers.DictField())

    class Meta(ConsultationSerializer.Meta):
        fields = [*ConsultationSerializer.Meta.fields, "summary", "state", "parties", "sessions"]
        read_only_fields = fields


class OpinionInput(serializers.Serializer):
    answer = serializers.CharField(max_length=4000)


class AttendInput(serializers.Serializer):
    session = serializers.IntegerField(help_text="id of a sitting of this dispute")


class CollaborationSerializer(ConsultationSerializer):
    judge_post_id = serializers.IntegerField()

    class Meta(ConsultationSerializer.Meta):
        fields = [*ConsultationSerializer.Meta.fields, "judge_post_id", "ended_on"]
        read_only_fields = fields


class AskInput(serializers.Serializer):
    number = serializers.CharField(max_length=20, help_text="number of the dispute")
    judge_post = serializers.PrimaryKeyRelatedField(queryset=Post.objects.filter(closed_on=None))
    question = serializers.CharField(max_length=1000)


class CourtDelegationSerializer(serializers.ModelSerializer):
    number = serializers.CharField()
    title = serializers.CharField()
    area_name = serializers.CharField()

    class Meta:
        model = CourtDelegation
        fields = [
            "dispute_id", "number", "title", "area_name", "court", "external_number", "delegated_on",
            "return_by", "result", "result_note", "returned_on",
        ]  # fmt: skip
        read_only_fields = fields


class ReturnInput(serializers.Serializer):
    result = serializers.ChoiceField(DelegationResult.choices)
    note = serializers.CharField(max_length=500, allow_blank=True, default="")


class SharedCourtSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()

    class Meta:
        model = SharedCourt
        fields = ["id", "area_code", "area_name", "name", "place", "judge_post_id", "schedule"]
        read_only_fields = fields


class SharedCourtInput(serializers.ModelSerializer):
    area = serializers.SlugRelatedField("code", queryset=Area.objects.filter(closed_on=None))
    judge_post = serializers.PrimaryKeyRelatedField(
        queryset=Post.objects.filter(closed_on=None, role__rights__contains=[CourtRight.CONSULT]),
        required=False, allow_null=True,
    )  # fmt: skip

    class Meta:
        model = SharedCourt
        fields = ["area", "name", "place", "judge_post", "schedule"]
        validators = []
