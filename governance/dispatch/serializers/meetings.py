from rest_framework import serializers

from governance.dispatch.enums import CycleKind, CycleState, Presence
from governance.dispatch.models.actions import STANDARD, TASK
from governance.dispatch.models.meetings import MINUTES, STATEMENT, TITLE

MOST_ID = 2**63 - 1
_OFFICE = "code of an area, or `code.seat` with the id of one of its seats"


class MinutesFiguresSerializer(serializers.Serializer):
    late = serializers.IntegerField()
    carried = serializers.IntegerField()
    tasks = serializers.IntegerField()
    closed = serializers.IntegerField()
    decided = serializers.IntegerField()


class PresenceSerializer(serializers.Serializer):
    office = serializers.CharField()
    presence = serializers.ChoiceField(Presence.choices)


class MinutesPointSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    position = serializers.IntegerField()
    title = serializers.CharField()
    hint = serializers.CharField()
    minutes = serializers.CharField()


class MinutesItemSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    key = serializers.CharField()
    action = serializers.IntegerField(allow_null=True)
    topic = serializers.CharField()
    title = serializers.CharField()
    url = serializers.CharField()
    owner = serializers.CharField()
    lag = serializers.CharField()
    days_late = serializers.IntegerField()
    times = serializers.IntegerField()
    age_days = serializers.IntegerField(allow_null=True)


class MinutesActionSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    point = serializers.IntegerField(allow_null=True, help_text="position on the agenda")
    text = serializers.CharField()
    standard = serializers.CharField()
    owner = serializers.CharField()
    co_offices = serializers.CharField()
    due_on = serializers.DateField()


class CircularRowSerializer(serializers.Serializer):
    """A project or an office that was visited; never a person."""

    rank = serializers.IntegerField(allow_null=True, help_text="null when nothing was found")
    subject = serializers.CharField()
    last_on = serializers.DateField()
    checked = serializers.IntegerField(
        required=False, help_text="points of the checklist filled in; absent in earlier minutes"
    )
    found = serializers.IntegerField()
    cleared = serializers.IntegerField()
    overdue = serializers.IntegerField()
    rate = serializers.FloatField(allow_null=True, help_text="per cent; null when nothing was found")


class CorrectionNoteSerializer(serializers.Serializer):
    text = serializers.CharField()
    written_at = serializers.DateTimeField()


class MinutesSerializer(serializers.Serializer):
    """`issued_on`, `issue` (year and number) and `hash` once they are issued."""

    office = serializers.CharField()
    area_code = serializers.CharField()
    kind = serializers.ChoiceField(CycleKind.choices)
    period = serializers.CharField()
    state = serializers.ChoiceField(CycleState.choices)
    due_on = serializers.DateField()
    meets_on = serializers.DateField(allow_null=True)
    place = serializers.CharField()
    chair = serializers.CharField()
    figures = MinutesFiguresSerializer()
    attendance = PresenceSerializer(many=True)
    agenda = MinutesPointSerializer(many=True)
    tasks = MinutesItemSerializer(many=True, help_text="set by earlier meetings and still open")
    items = MinutesItemSerializer(many=True, help_text="late on the day of the cycle")
    actions = MinutesActionSerializer(many=True, help_text="set by this meeting")
    circular = CircularRowSerializer(many=True, help_text="of a monthly cycle")
    issued_on = serializers.DateField(required=False)
    issue = serializers.ListField(child=serializers.IntegerField(), required=False)
    hash = serializers.CharField()
    corrections = CorrectionNoteSerializer(many=True)


class PlanMeetingInput(serializers.Serializer):
    meets_on = serializers.DateField()
    place = serializers.CharField(max_length=100, required=False, allow_blank=True)
    chair = serializers.IntegerField(min_value=1, max_value=MOST_ID, required=False, help_text="id of a seat")


class OfficePresenceInput(serializers.Serializer):
    office = serializers.CharField(max_length=40, help_text=_OFFICE)
    presence = serializers.ChoiceField(Presence.choices, allow_blank=True)


class OfficesPresentInput(serializers.Serializer):
    offices = OfficePresenceInput(many=True)


class AgendaPointInput(serializers.Serializer):
    title = serializers.CharField(max_length=TITLE)


class PointMinutesInput(serializers.Serializer):
    position = serializers.IntegerField(min_value=1, max_value=32767)
    minutes = serializers.CharField(max_length=MINUTES, allow_blank=True)


class DecideInput(serializers.Serializer):
    text = serializers.CharField(max_length=TASK)
    office = serializers.CharField(max_length=40, help_text=_OFFICE)
    due_on = serializers.DateField()
    standard = serializers.CharField(max_length=STANDARD, required=False, allow_blank=True)
    co_offices = serializers.ListField(
        child=serializers.CharField(max_length=40, help_text=_OFFICE), required=False
    )
    point = serializers.IntegerField(
        min_value=1, max_value=32767, required=False, help_text="position on the agenda"
    )
    item = serializers.IntegerField(
        min_value=1, max_value=MOST_ID, required=False, help_text="id of a line of the cycle"
    )


class MinutesCorrectionInput(serializers.Serializer):
    text = serializers.CharField(max_length=STATEMENT)
