from rest_framework import serializers

from property.enums.meetings import MatterKind, MeetingForm, MeetingKind
from property.models import OwnersMatter, OwnersMeeting
from property.models.meetings import AREAS, HEADS, MOST_AREA, MOST_HEADS
from property.rules.votes import Measure, Question

MOST_ID = 2**63 - 1
MATTER_COLUMNS = ("id", "position", "kind", "text", *HEADS, *AREAS)


def _heads(least: int = 0) -> serializers.IntegerField:
    return serializers.IntegerField(min_value=least, max_value=MOST_HEADS)


def _area(least: int = 0) -> serializers.DecimalField:
    return serializers.DecimalField(
        max_digits=10, decimal_places=2, min_value=least, max_value=MOST_AREA, help_text="square metres"
    )


class OwnersMeetingSerializer(serializers.ModelSerializer):
    """Areas are square metres to the hundredth, of the owners' own parts."""

    compound_name = serializers.CharField(read_only=True)
    area_name = serializers.CharField(read_only=True)
    matter_count = serializers.IntegerField(read_only=True)

    class Meta:
        model = OwnersMeeting
        fields = (
            "id", "compound", "compound_name", "area_code", "area_name", "title", "kind", "form", "place",
            "state", "notice_on", "told_on", "meeting_on", "announced_on", "owner_count", "owner_area",
            "matter_count",
        )  # fmt: skip
        read_only_fields = fields


class VoteTestSerializer(serializers.Serializer):
    """One of the four tests. `part`, `whole` and `lacking` are heads, or hundredths of a square metre."""

    question = serializers.ChoiceField(choices=[(item.value, item.value) for item in Question])
    measure = serializers.ChoiceField(choices=[(item.value, item.value) for item in Measure])
    share = serializers.CharField(help_text="as a fraction, e.g. 2/3")
    takes_in_itself = serializers.BooleanField(help_text="whether exactly the share is enough")
    part = serializers.IntegerField()
    whole = serializers.IntegerField()
    lacking = serializers.IntegerField(help_text="how much more would have been enough")
    is_passed = serializers.BooleanField()


class OwnersMatterSerializer(serializers.ModelSerializer):
    """A matter with its votes; `is_passed`, `result` and `tests` once they are counted."""

    rule = serializers.CharField(help_text="what this class of matter takes")
    is_passed = serializers.BooleanField(allow_null=True)
    result = serializers.CharField(help_text="in words: carried, or which tests failed and by how much")
    tests = VoteTestSerializer(many=True)

    class Meta:
        model = OwnersMatter
        fields = (*MATTER_COLUMNS, "rule", "is_passed", "result", "tests")
        read_only_fields = fields


class OwnersMeetingDetailSerializer(OwnersMeetingSerializer):
    matters = OwnersMatterSerializer(many=True)

    class Meta(OwnersMeetingSerializer.Meta):
        fields = (*OwnersMeetingSerializer.Meta.fields, "matters")
        read_only_fields = fields


class ReviseMeetingInput(serializers.Serializer):
    title = serializers.CharField(max_length=80)
    kind = serializers.ChoiceField(choices=MeetingKind.choices)
    form = serializers.ChoiceField(choices=MeetingForm.choices)
    meeting_on = serializers.DateField()
    place = serializers.CharField(max_length=100, required=False, allow_blank=True, default="")
    owner_count = _heads(1)
    owner_area = _area(1)


class PrepareMeetingInput(ReviseMeetingInput):
    compound = serializers.IntegerField(min_value=1, max_value=MOST_ID, help_text="id of a compound")


class OwnersMatterInput(serializers.Serializer):
    kind = serializers.ChoiceField(choices=MatterKind.choices)
    text = serializers.CharField(max_length=500)


class RemoveMatterInput(serializers.Serializer):
    matter = serializers.IntegerField(
        min_value=1, max_value=MOST_ID, help_text="id of a matter of this meeting"
    )


class MeetingNoticeInput(serializers.Serializer):
    notice_on = serializers.DateField()
    told_on = serializers.DateField(help_text="the day the residents' committee was told")


class TallyInput(serializers.Serializer):
    matter = serializers.IntegerField(
        min_value=1, max_value=MOST_ID, help_text="id of a matter of this meeting"
    )
    took_part_heads = _heads()
    for_heads = _heads()
    against_heads = _heads()
    abstain_heads = _heads()
    took_part_area = _area()
    for_area = _area()
    against_area = _area()
    abstain_area = _area()


class CountVotesInput(serializers.Serializer):
    tallies = TallyInput(many=True)


class AnnounceResultInput(serializers.Serializer):
    on = serializers.DateField()


class MeetingReasonInput(serializers.Serializer):
    note = serializers.CharField(max_length=500)
