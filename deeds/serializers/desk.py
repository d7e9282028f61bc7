from rest_framework import serializers

from deeds.enums.desk import MOST_HOMES, MOST_STAMPS, PLACE_LENGTH, REASON_LENGTH, DeskStep
from deeds.models import DeedProject, DeskAppointment, DeskSession


class DeskSessionSerializer(serializers.ModelSerializer):
    project_name = serializers.CharField(read_only=True)
    area_code = serializers.CharField(read_only=True)
    booked = serializers.IntegerField(read_only=True)
    served = serializers.IntegerField(read_only=True)
    sent_back = serializers.IntegerField(read_only=True)

    class Meta:
        model = DeskSession
        fields = (
            "id", "project", "project_name", "area_code", "day", "place", "quota", "booked", "served", "sent_back",
        )  # fmt: skip


class DeskAppointmentSerializer(serializers.ModelSerializer):
    class Meta:
        model = DeskAppointment
        fields = ("id", "session", "home", "slot", "printed_at", "sent_back_at", "sent_back_reason")


class OpenDeskInput(serializers.Serializer):
    project = serializers.PrimaryKeyRelatedField(queryset=DeedProject.objects.all())
    day = serializers.DateField()
    place = serializers.CharField(max_length=PLACE_LENGTH)
    quota = serializers.IntegerField(min_value=1, max_value=MOST_HOMES)


class BookHomeInput(serializers.Serializer):
    home = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    slot = serializers.TimeField()


class DeskSendBackInput(serializers.Serializer):
    appointment = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    reason = serializers.CharField(max_length=REASON_LENGTH)


class StampIn(serializers.Serializer):
    """A step done, by the device's clock, under a number of its own."""

    appointment = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    step = serializers.ChoiceField(DeskStep.choices)
    at = serializers.DateTimeField()
    client_uuid = serializers.UUIDField()


class StampsInput(serializers.Serializer):
    """`user` is who pressed: what one person kept on a device is not sent by the next."""

    user = serializers.IntegerField()
    stamps = StampIn(many=True, max_length=MOST_STAMPS)


class StampResult(serializers.Serializer):
    """`received` also for what had arrived before; what is `refused` says why."""

    client_uuid = serializers.UUIDField()
    status = serializers.ChoiceField(["received", "refused"])
    detail = serializers.CharField(allow_blank=True)


class StampResults(serializers.Serializer):
    results = StampResult(many=True)


class DeskStepTime(serializers.Serializer):
    step = serializers.ChoiceField(DeskStep.choices)
    label = serializers.CharField()
    seconds = serializers.IntegerField(allow_null=True)


class DeskReturned(serializers.Serializer):
    home = serializers.CharField()
    reason = serializers.CharField()


class DeskReportSerializer(serializers.Serializer):
    """Medians in seconds."""

    booked = serializers.IntegerField()
    served = serializers.IntegerField()
    issued = serializers.IntegerField()
    sent_back = serializers.IntegerField()
    median = serializers.IntegerField(allow_null=True)
    aim = serializers.IntegerField()
    within_aim = serializers.BooleanField()
    steps = DeskStepTime(many=True)
    returned = DeskReturned(many=True)
