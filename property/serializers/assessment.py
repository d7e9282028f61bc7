import json

from django.utils.translation import gettext as _
from rest_framework import serializers

from grids.enums.visits import MOST_PHOTOS
from property.enums.assessment import (
    MOST_SLIPS,
    REASON_LENGTH,
    TEXT_LENGTH,
    WHOLE,
    AppealVerdict,
    RaterKind,
)
from property.models import (
    Assessment,
    AssessmentMandate,
    AssessmentRound,
    CompanyCard,
    ItemScore,
    RaterWeight,
    Rectification,
    ScoreAppeal,
    ScoreItem,
    ScorePreset,
    ScoreSheet,
)
from property.serializers.programmes import by_code
from property.states.assessment import RectificationState

_NUMBERS = ("a_from", "b_from", "c_from", "fair_marks", "appeal_days", "yellows_for_red", "card_years")
_VERDICTS = [choice for choice in AppealVerdict.choices if choice[0]]


class ScoreItemSerializer(serializers.ModelSerializer):
    class Meta:
        model = ScoreItem
        fields = ("id", "section", "text", "marks", "position")


class RaterWeightSerializer(serializers.ModelSerializer):
    class Meta:
        model = RaterWeight
        fields = ("rater", "weight")


class ScoreSheetSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)

    class Meta:
        model = ScoreSheet
        fields = (
            "id", "name", "basis", "area_code", "area_name", "state", "in_force_from", "withdrawn_on", *_NUMBERS,
        )  # fmt: skip


class ScoreSheetDetailSerializer(ScoreSheetSerializer):
    """With its items and the weights of its raters."""

    items = ScoreItemSerializer(many=True, read_only=True)
    weights = RaterWeightSerializer(many=True, read_only=True)

    class Meta(ScoreSheetSerializer.Meta):
        fields = (*ScoreSheetSerializer.Meta.fields, "items", "weights")


class MandateSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)
    from_on = serializers.DateField(read_only=True)
    to_on = serializers.DateField(read_only=True, allow_null=True)

    class Meta:
        model = AssessmentMandate
        fields = ("id", "area_code", "area_name", "rater", "from_on", "to_on", "order_no")


class AssessmentRoundSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)
    sheet_name = serializers.CharField(read_only=True)

    class Meta:
        model = AssessmentRound
        fields = (
            "id", "area_code", "area_name", "begins_on", "sheet", "sheet_name", "state", "scoring_from",
            "scoring_to", "appeal_from", "appeal_to", "published_on", "cancel_reason",
        )  # fmt: skip


class AssessmentSerializer(serializers.ModelSerializer):
    """`total` is in hundredths of a point, written when the round is published."""

    area_name = serializers.CharField(read_only=True)
    compound_name = serializers.CharField(read_only=True)
    company_name = serializers.CharField(read_only=True)
    round_area = serializers.CharField(read_only=True)
    begins_on = serializers.DateField(read_only=True)
    content_count = serializers.IntegerField(read_only=True, allow_null=True)
    slip_count = serializers.IntegerField(read_only=True, allow_null=True)

    class Meta:
        model = Assessment
        fields = (
            "id", "round", "round_area", "begins_on", "compound", "compound_name", "company", "company_name",
            "area_code", "area_name", "total", "grade", "slips_satisfied", "slips_fair", "slips_unsatisfied",
            "content_count", "slip_count",
        )  # fmt: skip


class ItemScoreSerializer(serializers.ModelSerializer):
    """One standing row; corrected ones are not among them."""

    evidence = serializers.SlugRelatedField("number", read_only=True)

    class Meta:
        model = ItemScore
        fields = ("item", "rater", "marks", "reason", "evidence", "appeal", "at")


class AssessmentDetailSerializer(AssessmentSerializer):
    """With the standing scores, and what they come to now (hundredths)."""

    scores = ItemScoreSerializer(many=True, read_only=True)
    present_total = serializers.IntegerField(read_only=True, allow_null=True)
    missing_raters = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta(AssessmentSerializer.Meta):
        fields = (*AssessmentSerializer.Meta.fields, "scores", "present_total", "missing_raters")


class ScoreAppealSerializer(serializers.ModelSerializer):
    compound_name = serializers.CharField(read_only=True)
    company_name = serializers.CharField(read_only=True)
    section = serializers.CharField(read_only=True)

    class Meta:
        model = ScoreAppeal
        fields = (
            "id", "assessment", "compound_name", "company_name", "area_code", "item", "section", "text",
            "handed_on", "handed_by", "verdict", "marks", "reason", "decided_on",
        )  # fmt: skip


class RectificationSerializer(serializers.ModelSerializer):
    number = serializers.CharField(read_only=True)
    state = serializers.ChoiceField(RectificationState.choices, read_only=True)
    version = serializers.IntegerField(read_only=True)
    compound_name = serializers.CharField(read_only=True)
    company_name = serializers.CharField(read_only=True)
    area_name = serializers.CharField(read_only=True)
    section = serializers.CharField(read_only=True)
    due_at = serializers.DateTimeField(read_only=True, allow_null=True)
    late_on = serializers.DateField(read_only=True, allow_null=True)
    closed_on = serializers.DateField(read_only=True, allow_null=True)

    class Meta:
        model = Rectification
        fields = (
            "number", "state", "version", "assessment", "compound_name", "company_name", "area_code",
            "area_name", "section", "demand", "issued_on", "due_at", "answer", "answered_on", "late_on",
            "closed_on",
        )  # fmt: skip


class CompanyCardSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)
    company_name = serializers.CharField(read_only=True)

    class Meta:
        model = CompanyCard
        fields = (
            "id", "company", "company_name", "area_code", "area_name", "grade", "reason", "given_on",
            "expires_on", "lifted_on", "lift_reason",
        )  # fmt: skip


class ScoreItemIn(serializers.Serializer):
    section = serializers.CharField(max_length=40)
    text = serializers.CharField(max_length=200)
    marks = serializers.IntegerField(min_value=1, max_value=WHOLE)


class SheetFields(serializers.Serializer):
    """Items and weights of raters each sum to 100."""

    name = serializers.CharField(max_length=80)
    basis = serializers.CharField(max_length=REASON_LENGTH, required=False, allow_blank=True, default="")
    items = ScoreItemIn(many=True, required=False)
    weights = serializers.DictField(
        child=serializers.IntegerField(min_value=1, max_value=WHOLE), required=False
    )
    a_from = serializers.IntegerField(min_value=1, max_value=WHOLE, required=False)
    b_from = serializers.IntegerField(min_value=1, max_value=WHOLE, required=False)
    c_from = serializers.IntegerField(min_value=1, max_value=WHOLE, required=False)
    fair_marks = serializers.IntegerField(min_value=0, max_value=WHOLE, required=False)
    appeal_days = serializers.IntegerField(min_value=1, max_value=60, required=False)
    yellows_for_red = serializers.IntegerField(min_value=2, max_value=12, required=False)
    card_years = serializers.IntegerField(min_value=1, max_value=5, required=False)


class DraftSheetIn(SheetFields):
    """`preset` is the key of a pattern; with it, items, weights and numbers come from there."""

    area = by_code()
    preset = serializers.PrimaryKeyRelatedField(
        queryset=ScorePreset.objects.all(), required=False, allow_null=True, default=None
    )


class ReviseSheetIn(SheetFields):
    items = ScoreItemIn(many=True)
    weights = serializers.DictField(child=serializers.IntegerField(min_value=1, max_value=WHOLE))


class GiveMandateIn(serializers.Serializer):
    area = by_code()
    rater = serializers.ChoiceField(RaterKind.choices)
    from_on = serializers.DateField()
    to_on = serializers.DateField(required=False, allow_null=True, default=None)
    order_no = serializers.CharField(max_length=60)


class EndMandateIn(serializers.Serializer):
    on = serializers.DateField()
    reason = serializers.CharField(max_length=200)


class OpenRoundIn(serializers.Serializer):
    """`begins_on` is any day of the quarter."""

    area = by_code()
    begins_on = serializers.DateField()
    scoring_from = serializers.DateField()
    scoring_to = serializers.DateField()


class NothingIn(serializers.Serializer):
    """The press alone."""


class CancelRoundIn(serializers.Serializer):
    note = serializers.CharField(max_length=REASON_LENGTH)


class ItemScoreIn(serializers.Serializer):
    item = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    marks = serializers.IntegerField(min_value=0, max_value=WHOLE)
    reason = serializers.CharField(max_length=REASON_LENGTH, required=False, allow_blank=True, default="")


class GiveScoresIn(serializers.Serializer):
    """A whole sheet: every item of the round. As multipart, `scores` is JSON text and `photo_<item>` its picture."""

    rater = serializers.ChoiceField(RaterKind.choices)
    scores = ItemScoreIn(many=True, allow_empty=False)

    def to_internal_value(self, data):
        if isinstance(data.get("scores"), str):
            data = {"rater": data.get("rater"), "scores": self._read(data["scores"])}
        return super().to_internal_value(data)

    @staticmethod
    def _read(text: str) -> list:
        try:
            return json.loads(text)
        except ValueError as wrong:
            raise serializers.ValidationError({"scores": [_("要写成 JSON 列表，请核对。")]}) from wrong

    @property
    def given(self) -> dict:
        """What `give_scores` takes."""
        rows = {row["item"]: dict(row) for row in self.validated_data["scores"]}
        a_file = serializers.FileField(max_length=200, allow_empty_file=True)
        for item, row in rows.items():
            if sent := self.initial_data.get(f"photo_{item}"):
                row["photo"] = a_file.run_validation(sent)
        return {"rater": self.validated_data["rater"], "given": rows}


class CountSlipsIn(serializers.Serializer):
    satisfied = serializers.IntegerField(min_value=0, max_value=MOST_SLIPS)
    fair = serializers.IntegerField(min_value=0, max_value=MOST_SLIPS)
    unsatisfied = serializers.IntegerField(min_value=0, max_value=MOST_SLIPS)


class _WithPhotos(serializers.Serializer):
    photos = serializers.ListField(
        child=serializers.FileField(max_length=200, allow_empty_file=True),
        max_length=MOST_PHOTOS,
        required=False,
    )


class HandInAppealIn(_WithPhotos):
    item = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    text = serializers.CharField(max_length=REASON_LENGTH)
    handed_on = serializers.DateField(required=False)
    handed_by = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")


class DecideAppealIn(serializers.Serializer):
    """`marks` are asked for when an objection is upheld in part."""

    verdict = serializers.ChoiceField(_VERDICTS)
    marks = serializers.IntegerField(
        min_value=0, max_value=WHOLE, required=False, allow_null=True, default=None
    )
    reason = serializers.CharField(max_length=REASON_LENGTH)


class RectificationStepIn(serializers.Serializer):
    note = serializers.CharField(max_length=TEXT_LENGTH, required=False, allow_blank=True, default="")
    version = serializers.IntegerField(required=False)


class AnswerRectificationIn(_WithPhotos, RectificationStepIn):
    note = serializers.CharField(max_length=TEXT_LENGTH)
    answered_on = serializers.DateField(required=False)


class LiftCardIn(serializers.Serializer):
    reason = serializers.CharField(max_length=REASON_LENGTH)
