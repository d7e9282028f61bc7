from rest_framework import serializers

from deeds.enums.housing import (
    QUESTION_LENGTH,
    REASON_LENGTH,
    TEXT_LENGTH,
    FundsLevel,
    PermitKind,
    Rating,
    RiskKind,
)
from deeds.models import (
    BuildingStage,
    Bulletin,
    FundReport,
    HousingBuilding,
    HousingDelivery,
    HousingPermit,
    HousingProject,
    HousingRisk,
    Milestone,
    Payout,
    PurchaserQuestion,
)
from governance.areas.models import Area
from grids.enums.visits import MOST_PHOTOS

_SUMS = (
    "escrow_balance", "escrow_quota", "due", "paid", "to_finish", "loan_approved", "loan_released", "loan_used",
    "credit_approved", "credit_released",
)  # fmt: skip
_PROJECT = (
    "name", "developer", "uscc", "group", "track", "homes", "homes_sold", "buildings", "floor_area", "contract_on",
    "promised_on", "task_force", "leader",
)  # fmt: skip


class HousingProjectSerializer(serializers.ModelSerializer):
    """`percent`, `planned_percent`, `workers` and `week_start` are those of the last weekly row by `as_of`,
    `gap` and `escrow_balance` (in 万元) those of the books told last."""

    area_name = serializers.CharField(read_only=True)
    percent = serializers.IntegerField(read_only=True, allow_null=True)
    planned_percent = serializers.IntegerField(read_only=True, allow_null=True)
    workers = serializers.IntegerField(read_only=True, allow_null=True)
    week_start = serializers.DateField(read_only=True, allow_null=True)
    delivered_homes = serializers.IntegerField(read_only=True)
    escrow_balance = serializers.IntegerField(read_only=True, allow_null=True)
    gap = serializers.IntegerField(read_only=True, allow_null=True)

    class Meta:
        model = HousingProject
        fields = (
            "id", *_PROJECT, "area_code", "area_name", "listed_on", "token", "percent", "planned_percent",
            "workers", "week_start", "delivered_homes", "escrow_balance", "gap",
        )  # fmt: skip


class HousingPermitSerializer(serializers.ModelSerializer):
    class Meta:
        model = HousingPermit
        fields = ("id", "kind", "number", "issued_on")


class FundReportSerializer(serializers.ModelSerializer):
    """In whole 万元; `gap` follows from the others."""

    class Meta:
        model = FundReport
        fields = ("id", "day", *_SUMS, "gap")
        read_only_fields = ("gap",)


class HousingBuildingSerializer(serializers.ModelSerializer):
    """With what was told last, and how it stands against its plan."""

    stage_name = serializers.CharField(read_only=True, allow_null=True)
    percent = serializers.IntegerField(read_only=True, allow_null=True)
    planned_percent = serializers.IntegerField(read_only=True, allow_null=True)
    floors_done = serializers.IntegerField(read_only=True, allow_null=True)
    told_on = serializers.DateField(read_only=True, allow_null=True)
    workers = serializers.IntegerField(read_only=True, allow_null=True)
    machines = serializers.IntegerField(read_only=True, allow_null=True)

    class Meta:
        model = HousingBuilding
        fields = (
            "id", "project", "name", "floors", "homes", "stage_name", "percent", "planned_percent", "floors_done",
            "told_on", "workers", "machines",
        )  # fmt: skip


class HousingRiskSerializer(serializers.ModelSerializer):
    class Meta:
        model = HousingRisk
        fields = (
            "id", "project", "kind", "rating", "reason", "lead_office", "raised_on", "closed_on", "closing_note",
        )  # fmt: skip


class OfProjectSerializer(serializers.ModelSerializer):
    project_name = serializers.CharField(read_only=True)
    area_code = serializers.CharField(read_only=True)


class MilestoneSerializer(OfProjectSerializer):
    project_id = serializers.IntegerField(read_only=True)
    building_name = serializers.CharField(read_only=True)
    stage_name = serializers.CharField(read_only=True)

    class Meta:
        model = Milestone
        fields = (
            "id", "project_id", "project_name", "area_code", "building", "building_name", "stage", "stage_name",
            "planned_on", "reached_on",
        )  # fmt: skip


class PayoutSerializer(OfProjectSerializer):
    class Meta:
        model = Payout
        fields = (
            "id", "project", "project_name", "area_code", "node", "amount", "requested_on", "due_on", "paid_on",
            "note",
        )  # fmt: skip


class HousingDeliverySerializer(OfProjectSerializer):
    class Meta:
        model = HousingDelivery
        fields = (
            "id", "project", "project_name", "area_code", "batch", "planned_on", "planned", "delivered_on",
            "delivered", "with_certificate",
        )  # fmt: skip


class PurchaserQuestionSerializer(OfProjectSerializer):
    """Without what the purchaser wrote: that is read on the project's page, by whoever answers it."""

    class Meta:
        model = PurchaserQuestion
        fields = (
            "id", "project", "project_name", "area_code", "asked_on", "due_on", "answered_on", "public_text",
        )  # fmt: skip


class BulletinSerializer(serializers.ModelSerializer):
    class Meta:
        model = Bulletin
        fields = (
            "id", "project", "period", "progress_text", "funds_level", "next_on", "percent", "state",
            "published_on",
        )  # fmt: skip


class HousingProjectInput(serializers.ModelSerializer):
    class Meta:
        model = HousingProject
        fields = _PROJECT


class RegisterHousingInput(HousingProjectInput):
    area = serializers.SlugRelatedField("code", queryset=Area.objects.open())

    class Meta(HousingProjectInput.Meta):
        fields = ("area", *_PROJECT)


class HousingPermitInput(serializers.Serializer):
    kind = serializers.ChoiceField(PermitKind.choices)
    number = serializers.CharField(max_length=80)
    issued_on = serializers.DateField()


class HousingBuildingInput(serializers.Serializer):
    name = serializers.CharField(max_length=20)
    floors = serializers.IntegerField(min_value=1, max_value=200)
    homes = serializers.IntegerField(min_value=1, max_value=100_000)


class BuildingProgressInput(serializers.Serializer):
    """The stage that is complete; while the frame is built, with the floors that are."""

    stage = serializers.PrimaryKeyRelatedField(queryset=BuildingStage.objects.all())
    floors_done = serializers.IntegerField(min_value=0, max_value=200, required=False, allow_null=True)
    workers = serializers.IntegerField(min_value=0, max_value=100_000, default=0)
    machines = serializers.IntegerField(min_value=0, max_value=100_000, default=0)
    day = serializers.DateField(required=False)
    reason = serializers.CharField(max_length=REASON_LENGTH, required=False, allow_blank=True, default="")


class MilestoneInput(serializers.Serializer):
    stage = serializers.PrimaryKeyRelatedField(queryset=BuildingStage.objects.all())
    planned_on = serializers.DateField()


class FundReportInput(serializers.ModelSerializer):
    day = serializers.DateField()

    class Meta:
        model = FundReport
        fields = ("day", *_SUMS)


class PayoutInput(serializers.Serializer):
    node = serializers.CharField(max_length=60)
    amount = serializers.IntegerField(min_value=1, max_value=2**31 - 1)
    requested_on = serializers.DateField(required=False)
    due_on = serializers.DateField(required=False)
    note = serializers.CharField(max_length=REASON_LENGTH, required=False, allow_blank=True, default="")


class PaidInput(serializers.Serializer):
    paid_on = serializers.DateField(required=False)


class HousingRiskInput(serializers.Serializer):
    kind = serializers.ChoiceField(RiskKind.choices)
    rating = serializers.ChoiceField(Rating.choices)
    reason = serializers.CharField(max_length=REASON_LENGTH)
    lead_office = serializers.CharField(max_length=80, required=False, allow_blank=True, default="")


class HousingNoteInput(serializers.Serializer):
    note = serializers.CharField(max_length=REASON_LENGTH)


class HousingDeliveryInput(serializers.Serializer):
    batch = serializers.CharField(max_length=60)
    planned_on = serializers.DateField()
    planned = serializers.IntegerField(min_value=1, max_value=2**31 - 1)


class HandOverInput(serializers.Serializer):
    """All that are handed over by now, not only today's; fewer than before takes a reason."""

    delivered = serializers.IntegerField(min_value=0, max_value=2**31 - 1)
    with_certificate = serializers.IntegerField(min_value=0, max_value=2**31 - 1, default=0)
    delivered_on = serializers.DateField(required=False)
    reason = serializers.CharField(max_length=REASON_LENGTH, required=False, allow_blank=True, default="")


class ReviseBulletinInput(serializers.Serializer):
    progress_text = serializers.CharField(max_length=TEXT_LENGTH)
    funds_level = serializers.ChoiceField(FundsLevel.choices)
    next_on = serializers.DateField()
    photos = serializers.ListField(
        child=serializers.FileField(max_length=200, allow_empty_file=True),
        max_length=MOST_PHOTOS,
        required=False,
    )


class BulletinInput(ReviseBulletinInput):
    """`period` is any day of the month."""

    period = serializers.DateField()


class PurchaserInput(serializers.Serializer):
    """Neither number is kept: only a check value, and the contract's masked."""

    contract = serializers.CharField(max_length=60)
    phone = serializers.CharField(max_length=20)


class PurchaserEnteredSerializer(serializers.Serializer):
    contract_masked = serializers.CharField()
    entered_on = serializers.DateField()


class AnswerQuestionInput(serializers.Serializer):
    answer = serializers.CharField(max_length=TEXT_LENGTH)
    public_text = serializers.CharField(
        max_length=QUESTION_LENGTH, required=False, allow_blank=True, default=""
    )
