from rest_framework import serializers

from grids.enums.pocket import SYNC_MOST, Delivery
from grids.serializers.visits import ReceiptSerializer


class SyncIn(serializers.Serializer):
    """Up to 200 contents, each as for logging a single visit; each is judged by itself.

    With `user`, the number of whoever wrote them, nothing is logged while somebody else is logged in.
    """

    user = serializers.IntegerField(required=False)
    visits = serializers.ListField(child=serializers.JSONField(), min_length=1, max_length=SYNC_MOST)


class DeliverySerializer(serializers.Serializer):
    """What became of one content. `code` and `detail` say why it was kept, refused or found invalid."""

    client_uuid = serializers.CharField()
    status = serializers.ChoiceField(Delivery.choices)
    code = serializers.CharField()
    detail = serializers.CharField()
    receipt = ReceiptSerializer(allow_null=True)


class SyncOut(serializers.Serializer):
    results = DeliverySerializer(many=True)


class ChoiceSerializer(serializers.Serializer):
    value = serializers.CharField()
    label = serializers.CharField()


class PocketPostSerializer(serializers.Serializer):
    label = serializers.CharField()
    area_code = serializers.CharField()
    area_name = serializers.CharField()
    ends_on = serializers.DateField(allow_null=True)


class PocketHouseholdSerializer(serializers.Serializer):
    """A door and whom to ask for: no telephone, no document number, no year of birth."""

    id = serializers.IntegerField()
    label = serializers.CharField()
    area_code = serializers.CharField()
    building = serializers.CharField()
    compound = serializers.CharField(allow_null=True)
    last_contact_on = serializers.DateField(allow_null=True)
    contacts = serializers.ListField(child=serializers.CharField())
    care = serializers.ListField(child=serializers.CharField())


class PocketSuggestionSerializer(serializers.Serializer):
    household = serializers.IntegerField()
    reason = serializers.CharField()


class PocketChoicesSerializer(serializers.Serializer):
    outcome = ChoiceSerializer(many=True)
    way = ChoiceSerializer(many=True)
    kind = ChoiceSerializer(many=True)
    need_kind = ChoiceSerializer(many=True)
    companions = ChoiceSerializer(many=True)
    hazard_category = ChoiceSerializer(many=True)
    phrases = serializers.DictField(child=serializers.ListField(child=serializers.CharField()))


class PocketSerializer(serializers.Serializer):
    """What a phone keeps for a walk without a signal. `households` are in the order in which one walks."""

    user = serializers.IntegerField()
    valid_until = serializers.DateTimeField()
    day = serializers.DateField()
    posts = PocketPostSerializer(many=True)
    households = PocketHouseholdSerializer(many=True)
    suggestions = PocketSuggestionSerializer(many=True)
    choices = PocketChoicesSerializer()
