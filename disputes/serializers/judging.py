from rest_framework import serializers

from disputes.enums.disputes import Complexity, Risk
from governance.casework.enums import NOTE_LENGTH


class JudgeInput(serializers.Serializer):
    risk = serializers.ChoiceField(Risk.choices)
    complexity = serializers.ChoiceField(Complexity.choices)
    note = serializers.CharField(max_length=NOTE_LENGTH, allow_blank=True, default="")
    version = serializers.IntegerField(min_value=1, required=False)
