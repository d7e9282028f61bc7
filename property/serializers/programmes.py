from rest_framework import serializers

from governance.areas.models import Area
from governance.people.models import Post
from grids.enums.visits import MOST_PHOTOS
from property.enums.programmes import (
    REASON_LENGTH,
    RULE_TEXT_LENGTH,
    TEXT_LENGTH,
    WHOLE,
    ItemState,
    ProgrammeKind,
)
from property.models import (
    ItemProgress,
    Programme,
    ProgrammeCategory,
    ProgrammeItem,
    ProgrammePreset,
    Regulation,
)
from property.states.regulations import REGULATION_STEPS


class ProgrammeSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)

    class Meta:
        model = Programme
        fields = (
            "id", "name", "kind", "area_code", "area_name", "begins_on", "ends_on", "preset", "closed_on",
            "closing_note",
        )  # fmt: skip


class ProgrammeCategorySerializer(serializers.ModelSerializer):
    class Meta:
        model = ProgrammeCategory
        fields = ("id", "name", "position")


class ProgrammeDetailSerializer(ProgrammeSerializer):
    """With its classes and, of the tasks the client may see, how many stand in each state today."""

    categories = ProgrammeCategorySerializer(many=True, read_only=True)
    states = serializers.DictField(child=serializers.IntegerField(), read_only=True)

    class Meta(ProgrammeSerializer.Meta):
        fields = (*ProgrammeSerializer.Meta.fields, "categories", "states")


class ProgrammeItemSerializer(serializers.ModelSerializer):
    """`state`, `percent` and `due_then` are those of `as_of` (today without it)."""

    area_name = serializers.CharField(read_only=True)
    category_name = serializers.CharField(read_only=True)
    programme_id = serializers.IntegerField(read_only=True)
    programme_name = serializers.CharField(read_only=True)
    due_then = serializers.DateField(read_only=True)
    percent = serializers.IntegerField(read_only=True)
    state = serializers.ChoiceField(ItemState.choices, read_only=True)

    class Meta:
        model = ProgrammeItem
        fields = (
            "id", "title", "programme_id", "programme_name", "category", "category_name", "area_code",
            "area_name", "lead_office", "lead_post", "co_offices", "standard", "evidence", "due_on",
            "due_then", "percent", "state", "added_on", "dropped_on", "drop_reason",
        )  # fmt: skip


class ItemProgressSerializer(serializers.ModelSerializer):
    written_by = serializers.CharField(source="written_by.name", default="", read_only=True)
    checked_by = serializers.CharField(source="checked_by.name", default="", read_only=True)
    evidence = serializers.SlugRelatedField("number", many=True, read_only=True)

    class Meta:
        model = ItemProgress
        fields = (
            "id", "day", "percent", "previous_percent", "text", "back_reason", "written_by", "written_on",
            "result", "checked_by", "checked_on", "check_note", "evidence",
        )  # fmt: skip


class ProgrammeItemDetailSerializer(ProgrammeItemSerializer):
    """With every line of its progress, the latest first."""

    progress = ItemProgressSerializer(many=True, read_only=True)

    class Meta(ProgrammeItemSerializer.Meta):
        fields = (*ProgrammeItemSerializer.Meta.fields, "progress")


class RegulationSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)
    item_title = serializers.CharField(read_only=True, allow_null=True)

    class Meta:
        model = Regulation
        fields = (
            "id", "title", "batch", "owner_office", "area_code", "area_name", "text", "item", "item_title",
            "state", "issued_no", "issued_on", "repealed_on",
        )  # fmt: skip


def by_code(**options) -> serializers.SlugRelatedField:
    return serializers.SlugRelatedField("code", queryset=Area.objects.open(), **options)


class OpenProgrammeInput(serializers.Serializer):
    """`preset` is the key of a pattern; without it the programme is empty."""

    area = by_code()
    name = serializers.CharField(max_length=80)
    kind = serializers.ChoiceField(ProgrammeKind.choices, default=ProgrammeKind.OTHER)
    preset = serializers.PrimaryKeyRelatedField(
        queryset=ProgrammePreset.objects.all(), required=False, allow_null=True, default=None
    )
    begins_on = serializers.DateField()
    ends_on = serializers.DateField()


class ProgrammeCategoryInput(serializers.Serializer):
    name = serializers.CharField(max_length=60)


class ItemFields(serializers.Serializer):
    """`area` is where the leading office lies: the programme's own area without it."""

    title = serializers.CharField(max_length=120)
    lead_office = serializers.CharField(max_length=80)
    area = by_code(required=False)
    lead_post = serializers.PrimaryKeyRelatedField(
        queryset=Post.objects.all(), required=False, allow_null=True
    )
    co_offices = serializers.CharField(max_length=200, required=False, allow_blank=True)
    standard = serializers.CharField(max_length=TEXT_LENGTH)
    evidence = serializers.CharField(max_length=REASON_LENGTH, required=False, allow_blank=True)
    due_on = serializers.DateField()


class AddItemInput(ItemFields):
    category = serializers.IntegerField(min_value=1, max_value=2**63 - 1)


class ChangeItemInput(ItemFields):
    """Only what is sent is changed."""

    reason = serializers.CharField(max_length=REASON_LENGTH)


class DropItemInput(serializers.Serializer):
    reason = serializers.CharField(max_length=REASON_LENGTH)


class CloseProgrammeInput(serializers.Serializer):
    note = serializers.CharField(max_length=REASON_LENGTH, required=False, allow_blank=True, default="")


class ItemProgressInput(serializers.Serializer):
    percent = serializers.IntegerField(min_value=0, max_value=WHOLE)
    text = serializers.CharField(max_length=TEXT_LENGTH)
    day = serializers.DateField(required=False)
    back_reason = serializers.CharField(
        max_length=REASON_LENGTH, required=False, allow_blank=True, default=""
    )
    photos = serializers.ListField(
        child=serializers.FileField(max_length=200, allow_empty_file=True),
        max_length=MOST_PHOTOS,
        required=False,
    )


class CheckProgressInput(serializers.Serializer):
    """The line that is checked, and what is thought of it; sending back takes a note."""

    progress = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    is_accepted = serializers.BooleanField()
    note = serializers.CharField(max_length=REASON_LENGTH, required=False, allow_blank=True, default="")


class RegulationFields(serializers.Serializer):
    title = serializers.CharField(max_length=100)
    owner_office = serializers.CharField(max_length=80)
    batch = serializers.IntegerField(min_value=1, max_value=99, required=False)
    text = serializers.CharField(
        max_length=RULE_TEXT_LENGTH, required=False, allow_blank=True, trim_whitespace=False
    )


class DraftRegulationInput(RegulationFields):
    area = by_code()


class RegulationStepInput(serializers.Serializer):
    """Issuing takes `issued_no` and `issued_on`; going back and repealing take a note."""

    step = serializers.ChoiceField([(step.name, step.label) for step in REGULATION_STEPS.values()])
    note = serializers.CharField(max_length=REASON_LENGTH, required=False, allow_blank=True, default="")
    issued_no = serializers.CharField(max_length=60, required=False, allow_blank=True, default="")
    issued_on = serializers.DateField(required=False, allow_null=True, default=None)
