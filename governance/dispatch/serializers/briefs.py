from rest_framework import serializers

from governance.dispatch.enums import BriefKind
from governance.dispatch.models import Brief, BriefTemplate
from governance.dispatch.models.briefs import REMARK, WORDS
from governance.dispatch.serializers.meetings import MOST_ID
from governance.party.serializers.inputs import AreaByCode


class BriefSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)
    cycle_kind = serializers.CharField(read_only=True)
    cycle_period = serializers.CharField(read_only=True)
    waiting_count = serializers.IntegerField(
        read_only=True, help_text="figures that read otherwise now and wait to be corrected"
    )

    class Meta:
        model = Brief
        fields = (
            "id", "cycle", "cycle_kind", "cycle_period", "kind", "area_code", "area_name", "state", "drawn_at",
            "issue_year", "issue_no", "issued_at", "sha256", "waiting_count",
        )  # fmt: skip
        read_only_fields = fields


class BriefDetailSerializer(BriefSerializer):
    """With the plain value the file is drawn from, and the words of the official who edited it."""

    content = serializers.DictField(read_only=True)
    remarks = serializers.DictField(child=serializers.CharField(), read_only=True)

    class Meta(BriefSerializer.Meta):
        fields = (*BriefSerializer.Meta.fields, "content", "introduction", "closing", "remarks")
        read_only_fields = fields


class PrepareBriefInput(serializers.Serializer):
    cycle = serializers.IntegerField(min_value=1, max_value=MOST_ID, help_text="id of a cycle")
    kind = serializers.ChoiceField(BriefKind.choices)


class EditBriefInput(serializers.Serializer):
    """All of them at once: what is left out is empty afterwards."""

    introduction = serializers.CharField(max_length=WORDS, required=False, allow_blank=True)
    closing = serializers.CharField(max_length=WORDS, required=False, allow_blank=True)
    remarks = serializers.DictField(
        child=serializers.CharField(max_length=REMARK, allow_blank=True),
        required=False,
        help_text="name of a part → what is said beside it",
    )


class BriefTemplateSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)
    uploaded_by_name = serializers.CharField(read_only=True)

    class Meta:
        model = BriefTemplate
        fields = [
            "id", "kind", "version", "area_code", "area_name", "file_name", "size", "sha256", "note", "uploaded_at",
            "uploaded_by_name", "withdrawn_at",
        ]  # fmt: skip
        read_only_fields = fields


class BriefTemplateInput(serializers.Serializer):
    """A template as a .docx, for an area by code. It is tried out first: 409 with what is wrong and where."""

    kind = serializers.ChoiceField(BriefKind.choices)
    area = AreaByCode(help_text="code of the area")
    file = serializers.FileField(max_length=200, allow_empty_file=True)
    note = serializers.CharField(max_length=200, allow_blank=True, default="")
