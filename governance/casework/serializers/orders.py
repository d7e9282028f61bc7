from rest_framework import serializers

from governance.casework.choices import seats_to_call
from governance.casework.enums import NOTE_LENGTH, OrderRating, WhistleNeed
from governance.casework.models import WorkOrder
from governance.casework.models.orders import OUTCOME_LENGTH
from governance.people.models import Post


class WorkOrderSerializer(serializers.ModelSerializer):
    case_number = serializers.CharField()
    case_title = serializers.CharField()
    from_office = serializers.CharField(allow_null=True)
    to_office = serializers.CharField()

    class Meta:
        model = WorkOrder
        fields = [
            "id", "case_number", "case_title", "area_code", "kind", "from_post_id", "from_office", "to_post_id",
            "to_office", "reason", "sent_at", "respond_by", "state", "arrived_at", "attendee", "outcome",
            "answered_at", "ended_note", "rating", "need",
        ]  # fmt: skip
        read_only_fields = fields


class SendInput(serializers.Serializer):
    posts = serializers.PrimaryKeyRelatedField(
        many=True, queryset=Post.objects.none(), help_text="ids of the seats that are asked"
    )
    reason = serializers.CharField(max_length=NOTE_LENGTH)
    version = serializers.IntegerField(
        min_value=1, required=False, help_text="the version you saw; another one now is 409"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if case := self.context.get("case"):
            seats = seats_to_call(case, self.context["kind"])
            self.fields["posts"].child_relation.queryset = seats


class OrderStepInput(serializers.Serializer):
    note = serializers.CharField(max_length=NOTE_LENGTH, allow_blank=True, default="")


class AnswerInput(serializers.Serializer):
    outcome = serializers.CharField(max_length=OUTCOME_LENGTH)
    arrived_at = serializers.DateTimeField(required=False, allow_null=True, help_text="a whistle needs it")
    attendee = serializers.CharField(
        max_length=40, allow_blank=True, default="", help_text="who came; a whistle needs it"
    )
    need = serializers.ChoiceField(
        WhistleNeed.choices, allow_blank=True, default="", help_text="a whistle needs it"
    )


class RateInput(OrderStepInput):
    rating = serializers.ChoiceField(OrderRating.choices)
