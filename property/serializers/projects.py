from drf_spectacular.utils import inline_serializer
from rest_framework import serializers

from grids.serializers.events import ReportIn
from property.enums import ServiceMode
from property.models import ProjectComplaint, ProjectFee, PropertyContract
from property.serializers.meetings import MOST_ID


def _id(text: str, **options) -> serializers.IntegerField:
    return serializers.IntegerField(min_value=1, max_value=MOST_ID, help_text=text, **options)


def _count() -> serializers.IntegerField:
    return serializers.IntegerField(min_value=0, max_value=9999, required=False)


class PropertyContractSerializer(serializers.ModelSerializer):
    """A project. `ends_on` is the first day without the contract, null when it runs on."""

    compound_name = serializers.CharField(read_only=True)
    company_name = serializers.CharField(read_only=True, allow_null=True)
    area_name = serializers.CharField(read_only=True)
    starts_on = serializers.DateField(read_only=True)
    ends_on = serializers.DateField(read_only=True, allow_null=True)
    household_count = serializers.IntegerField(read_only=True)
    floor_area = serializers.IntegerField(read_only=True)

    class Meta:
        model = PropertyContract
        fields = (
            "id", "compound", "compound_name", "company", "company_name", "area_code", "area_name", "mode", "number",
            "starts_on", "ends_on", "fee_cents", "manager_masked", "manager_phone_masked", "manager_since",
            "staff_count", "guard_count", "cleaner_count", "repairer_count", "household_count", "floor_area",
        )  # fmt: skip
        read_only_fields = fields


class _StaffInput(serializers.Serializer):
    number = serializers.CharField(max_length=40, required=False, allow_blank=True)
    fee_cents = serializers.IntegerField(
        min_value=0, max_value=100_000, required=False, help_text="a square metre and month"
    )
    staff_count = _count()
    guard_count = _count()
    cleaner_count = _count()
    repairer_count = _count()


class SignContractInput(_StaffInput):
    compound = _id("id of a compound")
    company = _id(
        "id of a company; not needed for other modes than professional", required=False, allow_null=True
    )
    mode = serializers.ChoiceField(choices=ServiceMode.choices)
    from_on = serializers.DateField()
    to_on = serializers.DateField(
        required=False, allow_null=True, help_text="the first day without the contract"
    )
    manager = serializers.CharField(max_length=40, required=False, allow_blank=True)
    manager_phone = serializers.CharField(max_length=20, required=False, allow_blank=True)


class DescribeContractInput(_StaffInput):
    """Only what is given is changed."""


class RenewContractInput(serializers.Serializer):
    to_on = serializers.DateField(
        required=False, allow_null=True, help_text="the first day without the contract"
    )
    fee_cents = serializers.IntegerField(min_value=0, max_value=100_000, required=False)
    number = serializers.CharField(max_length=40, required=False, allow_blank=True)


class ChangeManagerInput(serializers.Serializer):
    on = serializers.DateField()
    manager = serializers.CharField(max_length=40)
    manager_phone = serializers.CharField(max_length=20, required=False, allow_blank=True)


class EndContractInput(serializers.Serializer):
    on = serializers.DateField(help_text="the first day without the contract")
    reason = serializers.CharField(max_length=200)


class RevealManagerInput(serializers.Serializer):
    field = serializers.ChoiceField(choices=["manager", "manager_phone"])
    reason = serializers.CharField(max_length=200)


class ProjectFeeSerializer(serializers.ModelSerializer):
    compound_name = serializers.CharField(read_only=True)
    company_name = serializers.CharField(read_only=True, allow_null=True)
    area_name = serializers.CharField(read_only=True)

    class Meta:
        model = ProjectFee
        fields = (
            "id", "contract", "compound_name", "company_name", "area_code", "area_name", "quarter_on", "due_yuan",
            "received_yuan",
        )  # fmt: skip
        read_only_fields = fields


class ProjectFeeInput(serializers.Serializer):
    contract = _id("id of a project")
    quarter_on = serializers.DateField(help_text="the first day of a quarter")
    due_yuan = serializers.IntegerField(min_value=0, max_value=10**12)
    received_yuan = serializers.IntegerField(min_value=0, max_value=10**12)


class ProjectComplaintSerializer(serializers.ModelSerializer):
    """An event as a complaint about a project; `number` leads to the event."""

    number = serializers.CharField(read_only=True)
    compound_name = serializers.CharField(read_only=True)
    company_name = serializers.CharField(read_only=True, allow_null=True)
    area_name = serializers.CharField(read_only=True)
    category_name = serializers.CharField(read_only=True)
    state = serializers.CharField(read_only=True)

    class Meta:
        model = ProjectComplaint
        fields = (
            "id", "number", "contract", "compound_name", "company_name", "area_code", "area_name", "category_name",
            "state", "received_on", "closed_on",
        )  # fmt: skip
        read_only_fields = fields


class ProjectComplaintInput(ReportIn):
    """A report of an event, and the project it is about."""

    contract = _id("id of a project")


_DAY = inline_serializer(
    "PropertyRateOfDay",
    {
        "day": serializers.DateField(),
        "numerator": serializers.IntegerField(),
        "denominator": serializers.IntegerField(),
        "value": serializers.FloatField(allow_null=True, help_text="percent, four decimals"),
        "lists": inline_serializer(
            "PropertyRateLists",
            {
                "numerator": serializers.URLField(allow_null=True),
                "denominator": serializers.URLField(allow_null=True),
                "gap": serializers.URLField(allow_null=True),
            },
        ),
    },
)
RATES_SHAPE = inline_serializer(
    "PropertyRates",
    {
        "indicator": serializers.CharField(),
        "name": serializers.CharField(),
        "counted": serializers.CharField(help_text="what the numerator counts"),
        "now": _DAY,
        "then": _DAY,
        "points": serializers.FloatField(allow_null=True, help_text="difference of the rates"),
        "relative": serializers.FloatField(allow_null=True, help_text="growth of the numerator in percent"),
    },
    many=True,
)
