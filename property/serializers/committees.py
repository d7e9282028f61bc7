from rest_framework import serializers

from grids.forms.errands import PHONE
from property.enums import CommitteeKind
from property.enums.committees import MemberTitle
from property.models import CommitteeMember, OwnersCommittee
from property.serializers.meetings import MOST_ID


def _meeting() -> serializers.IntegerField:
    return serializers.IntegerField(
        min_value=1,
        max_value=MOST_ID,
        required=False,
        allow_null=True,
        default=None,
        help_text="id of an announced owners' meeting of the compound",
    )


def _member() -> serializers.IntegerField:
    return serializers.IntegerField(
        min_value=1, max_value=MOST_ID, help_text="id of a member of this committee"
    )


class OwnersCommitteeSerializer(serializers.ModelSerializer):
    """`ended_on` is the first day without the committee, null while it lasts."""

    compound_name = serializers.CharField(read_only=True)
    area_name = serializers.CharField(read_only=True)
    formed_on = serializers.DateField(read_only=True)
    ended_on = serializers.DateField(read_only=True, allow_null=True)

    class Meta:
        model = OwnersCommittee
        fields = (
            "id", "compound", "compound_name", "area_code", "area_name", "kind", "formed_on", "ended_on",
            "member_count", "term_ends_on", "filing_no", "filed_on", "elected_at", "dissolved_at",
        )  # fmt: skip
        read_only_fields = fields


class CommitteeMemberSerializer(serializers.ModelSerializer):
    """`post` is the seat among `body-posts`, null while no telephone is known; `crosses` as there."""

    from_on = serializers.DateField(source="valid.lower")
    to_on = serializers.DateField(source="valid.upper", allow_null=True)
    phone_masked = serializers.CharField(source="post.phone_masked", default="")
    crosses = serializers.BooleanField()

    class Meta:
        model = CommitteeMember
        fields = (
            "id",
            "name_masked",
            "phone_masked",
            "title",
            "is_owner",
            "from_on",
            "to_on",
            "post",
            "crosses",
        )
        read_only_fields = fields


class OwnersCommitteeDetailSerializer(OwnersCommitteeSerializer):
    """With its members, masked, and what the rules want otherwise."""

    members = CommitteeMemberSerializer(many=True)
    warnings = serializers.ListField(child=serializers.CharField())

    class Meta(OwnersCommitteeSerializer.Meta):
        fields = (*OwnersCommitteeSerializer.Meta.fields, "members", "warnings")
        read_only_fields = fields


class FormCommitteeInput(serializers.Serializer):
    compound = serializers.IntegerField(min_value=1, max_value=MOST_ID, help_text="id of a compound")
    kind = serializers.ChoiceField(choices=CommitteeKind.choices)
    on = serializers.DateField()
    meeting = _meeting()
    member_count = serializers.IntegerField(min_value=1, max_value=99)
    term_ends_on = serializers.DateField(required=False, allow_null=True)
    filing_no = serializers.CharField(max_length=60, required=False, allow_blank=True)
    filed_on = serializers.DateField(required=False, allow_null=True)


class CommitteeFilingInput(serializers.Serializer):
    filing_no = serializers.CharField(max_length=60)
    filed_on = serializers.DateField()


class CommitteeMemberInput(serializers.Serializer):
    name = serializers.CharField(max_length=40)
    phone = serializers.CharField(max_length=20, validators=[PHONE])
    title = serializers.ChoiceField(choices=MemberTitle.choices)
    is_owner = serializers.BooleanField()
    from_on = serializers.DateField()


class CompleteMemberInput(serializers.Serializer):
    member = _member()
    phone = serializers.CharField(max_length=20, validators=[PHONE])


class EndMemberInput(serializers.Serializer):
    member = _member()
    on = serializers.DateField(help_text="the first day out of the committee")
    reason = serializers.CharField(max_length=200)


class RevealMemberInput(serializers.Serializer):
    member = _member()
    reason = serializers.CharField(max_length=200)


class DissolveCommitteeInput(serializers.Serializer):
    on = serializers.DateField(help_text="the first day without the committee")
    reason = serializers.CharField(max_length=200)
    meeting = _meeting()


class CommitteeMemberNameSerializer(serializers.Serializer):
    name = serializers.CharField()
