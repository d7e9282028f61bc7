from rest_framework import serializers

from disputes.enums.centres import Half, Presence, RoomKind, TicketState
from disputes.models import CentreRoom, CentreUnit, CentreWindow, MediationCentre, QueueTicket
from disputes.serializers.parties import PHONE
from disputes.serializers.scoped import ScopedKey
from governance.kernel.days import today


class CentreRowSerializer(serializers.ModelSerializer):
    class Meta:
        model = MediationCentre
        fields = [
            "id", "name", "area_code", "level_id", "address", "phone", "hours", "is_model", "opened_on",
            "closed_on",
        ]  # fmt: skip
        read_only_fields = fields


class CentreRoomSerializer(serializers.ModelSerializer):
    class Meta:
        model = CentreRoom
        fields = ["id", "name", "kind", "place"]
        read_only_fields = fields


class WindowSerializer(serializers.ModelSerializer):
    class Meta:
        model = CentreWindow
        fields = ["id", "number", "purpose"]
        read_only_fields = fields


class UnitSerializer(serializers.ModelSerializer):
    class Meta:
        model = CentreUnit
        fields = ["id", "name", "presence", "window_id", "seat", "contact", "from_on"]
        read_only_fields = fields


class HalfSerializer(serializers.Serializer):
    half = serializers.ChoiceField(Half.choices)
    units = serializers.ListField(child=serializers.CharField())


class PlanSerializer(serializers.Serializer):
    window = WindowSerializer()
    halves = HalfSerializer(many=True)


class CentreSerializer(CentreRowSerializer):
    """One centre with its house and the plan of a day."""

    rooms = CentreRoomSerializer(many=True)
    windows = WindowSerializer(many=True)
    units = UnitSerializer(many=True)
    plan = PlanSerializer(many=True)

    class Meta(CentreRowSerializer.Meta):
        fields = [*CentreRowSerializer.Meta.fields, "rooms", "windows", "units", "plan"]
        read_only_fields = fields


class PartInput(serializers.Serializer):
    """A window and a unit named in a body are the centre's own."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if centre := self.context.get("centre"):
            for name, rows in {"window": centre.windows.all(), "unit": centre.units.all()}.items():
                if name in self.fields:
                    self.fields[name].queryset = rows


class ContactInput(PartInput):
    phone = serializers.CharField(max_length=20, validators=[PHONE])
    hours = serializers.CharField(max_length=60, allow_blank=True, default="")
    address = serializers.CharField(max_length=200, allow_blank=True, default="")


class CentreRoomInput(PartInput):
    name = serializers.CharField(max_length=40)
    kind = serializers.ChoiceField(RoomKind.choices, default=RoomKind.MEDIATION)
    place = serializers.CharField(max_length=40, allow_blank=True, default="")


class WindowInput(PartInput):
    number = serializers.IntegerField(min_value=1, max_value=999)
    purpose = serializers.CharField(max_length=40)


class UnitInput(PartInput):
    name = serializers.CharField(max_length=60)
    presence = serializers.ChoiceField(Presence.choices, default=Presence.RESIDENT)
    window = serializers.PrimaryKeyRelatedField(
        queryset=CentreWindow.objects.none(), required=False, allow_null=True
    )
    seat = serializers.CharField(max_length=40, allow_blank=True, default="")
    contact = serializers.CharField(max_length=20, allow_blank=True, default="", validators=[PHONE])
    from_on = serializers.DateField(default=today)


class RosterInput(PartInput):
    window = serializers.PrimaryKeyRelatedField(queryset=CentreWindow.objects.none())
    unit = serializers.PrimaryKeyRelatedField(queryset=CentreUnit.objects.none())
    from_on = serializers.DateField()
    until_on = serializers.DateField()
    weekdays = serializers.ListField(
        child=serializers.IntegerField(min_value=0, max_value=6), help_text="0 is Monday"
    )
    halves = serializers.ListField(child=serializers.ChoiceField(Half.choices), default=list(Half.values))


class EndInput(serializers.Serializer):
    part = serializers.ChoiceField(["rooms", "windows", "units", "roster"])
    row = serializers.IntegerField(min_value=1)


class TicketSerializer(serializers.ModelSerializer):
    centre_name = serializers.CharField()
    state = serializers.ChoiceField(TicketState.choices)

    class Meta:
        model = QueueTicket
        fields = [
            "id", "centre_id", "centre_name", "area_code", "day", "number", "state", "window_id", "drawn_at",
            "called_at", "ended_at",
        ]  # fmt: skip
        read_only_fields = fields


class DrawInput(serializers.Serializer):
    centre = ScopedKey(queryset=MediationCentre.objects.open())


class CallInput(serializers.Serializer):
    window = serializers.IntegerField(min_value=1, help_text="id of a window of the ticket's centre")


class CallNextInput(CallInput):
    centre = ScopedKey(queryset=MediationCentre.objects.open())
