"""Errands going out, and what a client hands in for each step. People are masked."""

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from governance.areas.models import Area
from governance.casework.enums import NOTE_LENGTH, Source
from grids.enums.errands import (
    MOST_MATERIALS,
    NAME_LENGTH,
    NUMBER_LENGTH,
    PLACE_LENGTH,
    ConsentWay,
    Contentment,
    Delivery,
    ErrandResult,
    Recipient,
)
from grids.forms.errands import PHONE
from grids.models import (
    EligibilityHint,
    Errand,
    ErrandConsent,
    ErrandMaterial,
    Household,
    NeedRequest,
    Resident,
    ServiceItem,
    ServiceMaterial,
)
from grids.states.errands import ErrandState


class InScope:
    """A row named in a body: one outside the client's area is answered like one that does not exist."""

    def get_queryset(self):
        return super().get_queryset().for_user(self.context["request"].user)


class ScopedKey(InScope, serializers.PrimaryKeyRelatedField):
    pass


class AreaByCode(InScope, serializers.SlugRelatedField):
    pass


class ErrandRowSerializer(serializers.ModelSerializer):
    """A line of the list."""

    number = serializers.CharField()
    area_name = serializers.CharField()
    item_name = serializers.CharField()
    person = serializers.CharField()
    worker_name = serializers.CharField()
    state = serializers.ChoiceField(ErrandState.choices)
    result = serializers.ChoiceField(ErrandResult.choices, allow_blank=True)
    satisfaction = serializers.ChoiceField(Contentment.choices, allow_blank=True)
    due_at = serializers.DateTimeField(allow_null=True)
    late_on = serializers.DateField(allow_null=True)
    closed_on = serializers.DateField(allow_null=True)
    version = serializers.IntegerField()

    class Meta:
        model = Errand
        fields = [
            "case_id", "number", "area_code", "area_name", "item_id", "item_name", "person", "worker_name",
            "state", "requested_on", "submitted_on", "result", "decided_on", "delivered_on", "satisfaction",
            "due_at", "late_on", "closed_on", "version",
        ]  # fmt: skip
        read_only_fields = fields


class ConsentSerializer(serializers.ModelSerializer):
    class Meta:
        model = ErrandConsent
        fields = ["way", "giver_masked", "given_on", "notice_version", "recorded_at", "withdrawn_on"]
        read_only_fields = fields


class PaperSerializer(serializers.ModelSerializer):
    class Meta:
        model = ErrandMaterial
        fields = ["id", "name", "is_required", "comes_back", "received_on", "is_copied", "returned_on"]
        read_only_fields = fields


class ErrandSerializer(ErrandRowSerializer):
    """One errand with its consent, checklist and the steps open to the client."""

    public_code = serializers.CharField()
    place = serializers.CharField()
    external_number = serializers.CharField()
    consent = ConsentSerializer(allow_null=True)
    papers = PaperSerializer(many=True)
    open_steps = serializers.ListField(child=serializers.CharField())

    class Meta(ErrandRowSerializer.Meta):
        fields = [
            *ErrandRowSerializer.Meta.fields,
            "public_code", "place", "external_number", "consent", "papers", "open_steps",
        ]  # fmt: skip
        read_only_fields = fields


class ErrandIn(serializers.Serializer):
    """`resident` for somebody of the roster; otherwise `name`, and `household` or `area`."""

    client_uuid = serializers.UUIDField(required=False)
    item = serializers.PrimaryKeyRelatedField(
        queryset=ServiceItem.objects.all(), help_text="code of the item"
    )
    resident = ScopedKey(
        queryset=Resident.objects.select_related("household__area__successor"), required=False
    )
    household = ScopedKey(queryset=Household.objects.select_related("area__successor"), required=False)
    need = ScopedKey(queryset=NeedRequest.objects.all(), required=False)
    area = AreaByCode("code", queryset=Area.objects.filter(closed_on=None), required=False)
    name = serializers.CharField(max_length=NAME_LENGTH, allow_blank=True, default="")
    phone = serializers.CharField(max_length=20, allow_blank=True, default="", validators=[PHONE])
    note = serializers.CharField(max_length=NOTE_LENGTH, allow_blank=True, default="")
    source = serializers.ChoiceField(Source.choices, default=Source.INTERFACE)

    def validate(self, data):
        if "resident" not in data and not data["name"].strip():
            raise serializers.ValidationError({"name": _("请选择居民，或填写姓名。")})
        if not {"resident", "household", "area"} & set(data):
            raise serializers.ValidationError({"area": _("请写明在哪一户或哪个网格。")})
        return data


class StepIn(serializers.Serializer):
    note = serializers.CharField(max_length=NOTE_LENGTH, allow_blank=True, default="")
    version = serializers.IntegerField(
        min_value=1, required=False, help_text="the version you saw; another one now is 409"
    )


class ConsentIn(StepIn):
    way = serializers.ChoiceField(ConsentWay.choices)
    giver = serializers.CharField(max_length=NAME_LENGTH, allow_blank=True, default="")
    given_on = serializers.DateField(required=False)


class SubmitIn(StepIn):
    place = serializers.CharField(max_length=PLACE_LENGTH)
    submitted_on = serializers.DateField(required=False)
    external_number = serializers.CharField(max_length=NUMBER_LENGTH, allow_blank=True, default="")


class DeliverIn(StepIn):
    delivery = serializers.ChoiceField(Delivery.choices, default=Delivery.HOME)
    delivered_to = serializers.ChoiceField(Recipient.choices, default=Recipient.SELF)
    returns_papers = serializers.BooleanField(default=False)
    satisfaction = serializers.ChoiceField(Contentment.choices, allow_blank=True, default="")


class CloseIn(StepIn):
    satisfaction = serializers.ChoiceField(Contentment.choices, required=False)


class PaperMarkIn(serializers.Serializer):
    id = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    received = serializers.BooleanField(default=False)
    copied = serializers.BooleanField(default=False)
    returned = serializers.BooleanField(default=False)


class PapersIn(serializers.Serializer):
    papers = PaperMarkIn(many=True, max_length=MOST_MATERIALS)


class PaperPhotoIn(serializers.Serializer):
    """A picture of a paper; `client_uuid` makes sending it again harmless."""

    client_uuid = serializers.UUIDField()
    paper = serializers.IntegerField(min_value=1, max_value=2**63 - 1, help_text="id of the paper")
    file = serializers.FileField(max_length=200, allow_empty_file=True)


class MaterialSerializer(serializers.ModelSerializer):
    class Meta:
        model = ServiceMaterial
        fields = ["name", "is_required", "comes_back", "note"]


class ServiceItemSerializer(serializers.ModelSerializer):
    """An item of the catalogue with the papers it asks for."""

    materials = MaterialSerializer(many=True)

    class Meta:
        model = ServiceItem
        fields = ["code", "name", "department", "where", "amount", "unit", "keep_days", "basis", "is_active",
                  "materials"]  # fmt: skip


class HintSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()
    rule_name = serializers.CharField()
    item_name = serializers.CharField()
    person = serializers.CharField(allow_null=True)

    class Meta:
        model = EligibilityHint
        fields = [
            "id",
            "area_code",
            "area_name",
            "rule_name",
            "item_name",
            "person",
            "period",
            "due_on",
            "state",
        ]


class HintReasonIn(serializers.Serializer):
    reason = serializers.CharField(max_length=200)
