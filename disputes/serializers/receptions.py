from rest_framework import serializers

from disputes.actions.receptions import Raised, Visitor
from disputes.enums.centres import Channel, Disposal
from disputes.models import DisputeDraft, Matter, MediationCentre, QueueTicket, Reception
from disputes.serializers.parties import PHONE
from disputes.serializers.scoped import ScopedKey

MOST_MATTERS = 20


class ReceptionSerializer(serializers.ModelSerializer):
    centre_name = serializers.CharField()
    channel = serializers.ChoiceField(Channel.choices)

    class Meta:
        model = Reception
        fields = [
            "id", "centre_id", "centre_name", "area_code", "received_at", "received_on", "channel",
            "visitor_masked", "people_count", "representatives", "ticket_id",
        ]  # fmt: skip
        read_only_fields = fields


class MatterSerializer(serializers.ModelSerializer):
    centre_name = serializers.CharField()
    disposal = serializers.ChoiceField(Disposal.choices)
    disputes_count = serializers.IntegerField()

    class Meta:
        model = Matter
        fields = [
            "id", "reception_id", "title", "centre_name", "area_code", "received_on", "disposal", "answer",
            "handed_to", "external_number", "result", "result_on", "disputes_count",
        ]  # fmt: skip
        read_only_fields = fields


class RaisedInput(serializers.Serializer):
    title = serializers.CharField(max_length=100)
    disposal = serializers.ChoiceField(Disposal.choices, default=Disposal.PENDING)
    note = serializers.CharField(
        max_length=500, allow_blank=True, default="", help_text="answer given, or unit it goes to, or summary"
    )

    def to_internal_value(self, data) -> Raised:
        return Raised(**super().to_internal_value(data))


class ReceptionInput(serializers.Serializer):
    centre = ScopedKey(queryset=MediationCentre.objects.open())
    ticket = ScopedKey(queryset=QueueTicket.objects.all(), required=False, allow_null=True)
    channel = serializers.ChoiceField(Channel.choices, default=Channel.WINDOW)
    visitor = serializers.CharField(max_length=40, help_text="kept masked")
    phone = serializers.CharField(
        max_length=20, allow_blank=True, default="", validators=[PHONE], help_text="goes into drafts alone"
    )
    people_count = serializers.IntegerField(min_value=1, max_value=9999, default=1)
    representatives = serializers.ListField(child=serializers.CharField(max_length=40), default=list)
    matters = RaisedInput(many=True, max_length=MOST_MATTERS, default=list)

    def validate(self, attrs):
        person = {name: attrs.pop(name) for name in ("phone", "people_count")}
        named = tuple(attrs.pop("representatives"))
        return attrs | {"visitor": Visitor(attrs["visitor"], representatives=named, **person)}


class ReceptionMadeSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    matters = serializers.ListField(child=serializers.IntegerField(), help_text="ids in the order given")
    drafts = serializers.ListField(child=serializers.IntegerField(), help_text="ids of the disputes begun")


class DisposeInput(serializers.Serializer):
    disposal = serializers.ChoiceField(Disposal.choices)
    note = serializers.CharField(max_length=500, allow_blank=True, default="")
    external_number = serializers.CharField(max_length=60, allow_blank=True, default="")
    result = serializers.CharField(max_length=500, allow_blank=True, default="")
    result_on = serializers.DateField(required=False, allow_null=True)


class DraftSerializer(serializers.ModelSerializer):
    content = serializers.DictField(help_text="`form` by field and `parties`, as typed")

    class Meta:
        model = DisputeDraft
        fields = ["id", "matter_id", "kept_at", "expires_on", "content"]
        read_only_fields = fields


class DisputeDraftInput(serializers.Serializer):
    matter = ScopedKey(queryset=Matter.objects.all(), required=False, allow_null=True)
    form = serializers.DictField(child=serializers.CharField(max_length=4000, allow_blank=True))
    parties = serializers.ListField(
        child=serializers.DictField(child=serializers.CharField(max_length=200, allow_blank=True)),
        max_length=20,
        default=list,
    )
