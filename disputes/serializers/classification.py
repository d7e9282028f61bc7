from django.utils.translation import gettext as _
from rest_framework import serializers

from disputes.enums.classification import Scheme
from disputes.models import Category, Dispute, SchemeKind
from disputes.tables.standard import STANDARD_ROWS


class TallySerializer(serializers.Serializer):
    """What is reported of the disputes of a kind. `people` are those involved, `amount_cents` what was agreed on."""

    cases = serializers.IntegerField()
    settled = serializers.IntegerField()
    written = serializers.IntegerField()
    oral = serializers.IntegerField()
    failed = serializers.IntegerField()
    refused = serializers.IntegerField()
    people = serializers.IntegerField()
    amount_cents = serializers.IntegerField()


class CategoryLineSerializer(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()
    level = serializers.IntegerField()
    tally = TallySerializer()


class CategoryReportSerializer(serializers.Serializer):
    """Lines of level 1 add up to the total; lines of level 2 say what is inside the line above.

    `withheld` are the restricted disputes of the same days, which the figures count and no line does.
    """

    lines = CategoryLineSerializer(many=True)
    total = TallySerializer()
    withheld = serializers.IntegerField()


class MapRowSerializer(serializers.Serializer):
    category = serializers.CharField(source="category.code")
    name = serializers.CharField(source="category.name")
    kind = serializers.CharField(source="kind.code", default="")
    kind_name = serializers.CharField(source="kind.name", default="")
    is_own = serializers.BooleanField()


class MapInput(serializers.Serializer):
    """`kind` is a code of the scheme; empty leaves the category to its first level."""

    scheme = serializers.ChoiceField(Scheme.choices)
    category = serializers.SlugRelatedField("code", queryset=Category.objects.all())
    kind = serializers.CharField(max_length=4, allow_blank=True)

    def validate(self, given):
        if given["kind"]:
            found = SchemeKind.objects.filter(scheme=given["scheme"], code=given["kind"]).first()
            if found is None:
                raise serializers.ValidationError({"kind": _("没有这个统计类别，请从类别对照中选取代码。")})
            given["kind"] = found
        else:
            given["kind"] = None
        return given


_TEXTS = (
    "id_type", "id_no", "party_name", "sex", "ethnicity", "education", "party_kind", "party_address",
    "resolving_org", "owner", "owner_phone", "success", "result", "reviewed_on", "review_note", "lng", "lat",
)  # fmt: skip


class StandardRowSerializer(serializers.ModelSerializer):
    """GB/T 31000-2015 T30, masked. What is not collected is empty."""

    title = serializers.CharField()
    place = serializers.CharField()
    summary = serializers.CharField()
    due_on = serializers.DateField(allow_null=True)

    class Meta:
        model = Dispute
        fields = STANDARD_ROWS.fields
        read_only_fields = fields

    def build_field(self, name, info, model_class, nested_depth):
        """What is computed is text."""
        if name in _TEXTS:
            return serializers.CharField, {"read_only": True, "allow_null": True}
        return super().build_field(name, info, model_class, nested_depth)
