"""Disputes going out, and what a client hands in for each step."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from disputes.enums import Channel, Complexity, FollowUpMethod, Method, PartyRole, Satisfaction, Track
from disputes.models import Category, Dispute, Matter, Party, Reception
from disputes.states import DisputeState
from governance.areas.models import Area
from governance.casework.enums import NOTE_LENGTH, SUMMARY_LENGTH, Outcome, Source
from governance.kernel.identity import is_id_no
from governance.people.models import Post
from grids.models import Visit

MOST_PARTIES = 200
MOST_CENTS = 10**13

PHONE = RegexValidator(r"^\+?[0-9][0-9-]{5,18}$", _("电话只能是数字和短横，请检查。"))


class InScope:
    """A row named in a body: one outside the client's area is answered like one that does not exist."""

    def get_queryset(self):
        return super().get_queryset().for_user(self.context["request"].user)


class ScopedName(InScope, serializers.SlugRelatedField):
    pass


class ScopedKey(InScope, serializers.PrimaryKeyRelatedField):
    pass


class DisputeRowSerializer(serializers.ModelSerializer):
    """A line of the list."""

    number = serializers.CharField()
    title = serializers.CharField()
    place = serializers.CharField()
    area_code = serializers.CharField()
    area_name = serializers.CharField()
    level = serializers.CharField()
    category_name = serializers.CharField()
    source = serializers.ChoiceField(Source.choices)
    state = serializers.ChoiceField(DisputeState.choices)
    outcome = serializers.ChoiceField(Outcome.choices, allow_blank=True)
    is_joint = serializers.BooleanField()
    registered_on = serializers.DateField()
    accepted_on = serializers.DateField(allow_null=True)
    due_at = serializers.DateTimeField(allow_null=True)
    late_on = serializers.DateField(allow_null=True)
    paused_at = serializers.DateTimeField(allow_null=True)
    resolved_on = serializers.DateField(allow_null=True)
    closed_on = serializers.DateField(allow_null=True)
    version = serializers.IntegerField()

    class Meta:
        model = Dispute
        fields = [
            "case_id", "number", "title", "place", "area_code", "area_name", "level", "category_id",
            "category_name", "source", "complexity", "scale", "people_count", "risk", "state", "outcome",
            "is_joint", "registered_on", "accepted_on", "due_at", "late_on", "paused_at", "resolved_on",
            "closed_on", "method", "track", "version",
        ]  # fmt: skip
        read_only_fields = fields


class PartyRowSerializer(serializers.ModelSerializer):
    name = serializers.CharField(source="shown_name")

    class Meta:
        model = Party
        fields = [
            "id", "role", "name", "is_org", "is_representative", "phone_masked", "id_no_masked",
            "claim_cents", "settled_cents", "result",
        ]  # fmt: skip
        read_only_fields = fields


class ActionRowSerializer(serializers.Serializer):
    kind = serializers.CharField()
    from_state = serializers.CharField()
    to_state = serializers.CharField()
    post_label = serializers.CharField()
    note = serializers.CharField()
    at = serializers.DateTimeField()


class DisputeSerializer(DisputeRowSerializer):
    """One dispute with its parties (masked), timeline and the steps open to the client."""

    summary = serializers.CharField()
    public_code = serializers.CharField()
    parties = PartyRowSerializer(many=True)
    actions = ActionRowSerializer(many=True)
    open_steps = serializers.ListField(child=serializers.CharField())

    class Meta(DisputeRowSerializer.Meta):
        fields = [
            *DisputeRowSerializer.Meta.fields,
            "summary", "public_code", "parties", "actions", "open_steps",
        ]  # fmt: skip
        read_only_fields = fields


class PartyInput(serializers.Serializer):
    name = serializers.CharField(max_length=80)
    role = serializers.ChoiceField(PartyRole.choices, default=PartyRole.APPLICANT)
    is_org = serializers.BooleanField(default=False)
    is_representative = serializers.BooleanField(default=False)
    phone = serializers.CharField(max_length=20, allow_blank=True, default="", validators=[PHONE])
    id_no = serializers.CharField(max_length=18, allow_blank=True, default="")
    claim_cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS, allow_null=True, default=None)

    def validate_id_no(self, value):
        if value and not is_id_no(value):
            raise serializers.ValidationError(_("身份证号码不正确，请核对。"))
        return value.upper()


class RegisterInput(serializers.Serializer):
    client_uuid = serializers.UUIDField(
        required=False, help_text="the same number and content give the same answer"
    )
    area = ScopedName("code", queryset=Area.objects.filter(closed_on=None), help_text="code of the place")
    category = serializers.SlugRelatedField("code", queryset=Category.objects.filter(parent__isnull=False))
    title = serializers.CharField(max_length=100)
    place = serializers.CharField(max_length=100, allow_blank=True, default="")
    summary = serializers.CharField(max_length=SUMMARY_LENGTH, allow_blank=True, default="")
    source = serializers.ChoiceField(Source.choices, default=Source.INTERFACE)
    occurred_on = serializers.DateField(required=False, allow_null=True)
    complexity = serializers.ChoiceField(Complexity.choices, default=Complexity.ORDINARY)
    people_count = serializers.IntegerField(min_value=1, max_value=999_999, default=2)
    involved_org = serializers.CharField(max_length=100, allow_blank=True, default="")
    matter = ScopedKey(queryset=Matter.objects.all(), required=False, allow_null=True)
    visit = ScopedName(
        "client_uuid", queryset=Visit.objects.all(), required=False, allow_null=True,
        help_text="number the visit was sent under",
    )  # fmt: skip
    parties = PartyInput(many=True, max_length=MOST_PARTIES)


class StepInput(serializers.Serializer):
    note = serializers.CharField(max_length=NOTE_LENGTH, allow_blank=True, default="")
    version = serializers.IntegerField(
        min_value=1, required=False, help_text="the version you saw; another one now is 409"
    )


class AcceptInput(StepInput):
    complexity = serializers.ChoiceField(Complexity.choices, required=False)


class AssignInput(StepInput):
    post = ScopedKey(queryset=Post.objects.all(), help_text="id of the seat that takes over")


class EscalateInput(StepInput):
    to = serializers.SlugRelatedField(
        "code", queryset=Area.objects.filter(closed_on=None), help_text="code of an area above"
    )


class MediationInput(StepInput):
    place = serializers.CharField(max_length=100, allow_blank=True, default="")


class SuspendInput(StepInput):
    resume_on = serializers.DateField(required=False, allow_null=True)


class AgreementInput(StepInput):
    content = serializers.CharField(max_length=4000)
    parties = serializers.PrimaryKeyRelatedField(many=True, queryset=Party.objects.none())
    effective_on = serializers.DateField(required=False, allow_null=True)
    amount_cents = serializers.IntegerField(
        min_value=0, max_value=MOST_CENTS, required=False, allow_null=True
    )
    method = serializers.ChoiceField(Method.choices, default=Method.PEOPLES)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if dispute := self.context.get("dispute"):
            self.fields["parties"].child_relation.queryset = dispute.parties.all()


class FailInput(StepInput):
    told_paths = serializers.BooleanField(default=False, help_text="the parties were told what else is open")


class RedirectInput(StepInput):
    track = serializers.ChoiceField(Track.choices)
    external_number = serializers.CharField(max_length=60, allow_blank=True, default="")


class FollowUpInput(StepInput):
    satisfaction = serializers.ChoiceField(Satisfaction.choices)
    method = serializers.ChoiceField(FollowUpMethod.choices, default=FollowUpMethod.PHONE)
    rekindled = serializers.BooleanField(default=False)


class ReceptionSerializer(serializers.ModelSerializer):
    centre_name = serializers.CharField()
    channel = serializers.ChoiceField(Channel.choices)

    class Meta:
        model = Reception
        fields = [
            "id", "centre_id", "centre_name", "area_code", "received_at", "received_on", "channel",
            "visitor_masked", "people_count",
        ]  # fmt: skip
        read_only_fields = fields


class MatterSerializer(serializers.ModelSerializer):
    centre_name = serializers.CharField()

    class Meta:
        model = Matter
        fields = ["id", "reception_id", "title", "centre_name", "area_code", "received_on"]
        read_only_fields = fields
