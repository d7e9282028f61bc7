"""Events going out, and what a client hands in for each step."""

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from governance.areas.models import Area
from governance.casework.choices import areas_above
from governance.casework.enums import NOTE_LENGTH, SUMMARY_LENGTH, Outcome, Source
from governance.people.models import Post
from grids.choices.events import seats_for
from grids.enums.events import EventGrade, EventSatisfaction, MeasureUnit, ParticipantRole, ReturnReason
from grids.forms.events import PHONE
from grids.models import (
    Event,
    EventCategory,
    EventReporter,
    Household,
    JointVerification,
    VerificationParticipant,
    Visit,
    WorkListItem,
)
from grids.states.events import EventState


class InScope:
    """A row named in a body: one outside the client's area is answered like one that does not exist."""

    def get_queryset(self):
        return super().get_queryset().for_user(self.context["request"].user)


class ScopedSlug(InScope, serializers.SlugRelatedField):
    pass


class ScopedKey(InScope, serializers.PrimaryKeyRelatedField):
    pass


class EventRowSerializer(serializers.ModelSerializer):
    """A line of the list."""

    number = serializers.CharField()
    title = serializers.CharField()
    place = serializers.CharField()
    area_code = serializers.CharField()
    area_name = serializers.CharField()
    category_name = serializers.CharField()
    grade = serializers.ChoiceField(EventGrade.choices)
    source = serializers.ChoiceField(Source.choices)
    state = serializers.ChoiceField(EventState.choices)
    outcome = serializers.ChoiceField(Outcome.choices, allow_blank=True)
    owner_name = serializers.CharField(allow_null=True)
    registered_on = serializers.DateField()
    accepted_on = serializers.DateField(allow_null=True)
    due_at = serializers.DateTimeField(allow_null=True)
    late_on = serializers.DateField(allow_null=True)
    paused_at = serializers.DateTimeField(allow_null=True)
    resolved_on = serializers.DateField(allow_null=True)
    closed_on = serializers.DateField(allow_null=True)
    returned_count = serializers.IntegerField()
    reopened_count = serializers.IntegerField()
    version = serializers.IntegerField()

    class Meta:
        model = Event
        fields = [
            "case_id", "number", "title", "place", "area_code", "area_name", "category_id", "category_name",
            "grade", "source", "state", "outcome", "owner_name", "registered_on", "accepted_on", "due_at",
            "late_on", "paused_at", "resolved_on", "closed_on", "returned_count", "reopened_count", "version",
        ]  # fmt: skip
        read_only_fields = fields


class ReporterRowSerializer(serializers.ModelSerializer):
    name = serializers.CharField(source="shown_name")

    class Meta:
        model = EventReporter
        fields = ["id", "name", "phone_masked"]
        read_only_fields = fields


class ParticipantRowSerializer(serializers.ModelSerializer):
    class Meta:
        model = VerificationParticipant
        fields = ["unit", "name", "role", "has_signed"]
        read_only_fields = fields


class VerificationRowSerializer(serializers.ModelSerializer):
    participants = ParticipantRowSerializer(many=True)

    class Meta:
        model = JointVerification
        fields = ["id", "held_at", "place", "measured_value", "measured_unit", "minutes", "participants"]
        read_only_fields = fields


class EventActionSerializer(serializers.Serializer):
    kind = serializers.CharField()
    from_state = serializers.CharField()
    to_state = serializers.CharField()
    post_label = serializers.CharField()
    note = serializers.CharField()
    at = serializers.DateTimeField()


class EventSerializer(EventRowSerializer):
    """One event with its reporters (masked), joint verifications, timeline and the steps open to the client."""

    summary = serializers.CharField()
    public_code = serializers.CharField()
    answer = serializers.CharField()
    satisfaction = serializers.CharField()
    main = serializers.CharField(allow_null=True, help_text="number of the event it was merged into")
    photos = serializers.ListField(child=serializers.UUIDField(), help_text="numbers of /files/")
    result_photos = serializers.ListField(child=serializers.UUIDField())
    reporters = ReporterRowSerializer(many=True)
    verifications = VerificationRowSerializer(many=True)
    actions = EventActionSerializer(many=True)
    open_steps = serializers.ListField(child=serializers.CharField())

    class Meta(EventRowSerializer.Meta):
        fields = [
            *EventRowSerializer.Meta.fields,
            "summary", "public_code", "answer", "satisfaction", "main", "photos", "result_photos",
            "reporters", "verifications", "actions", "open_steps",
        ]  # fmt: skip
        read_only_fields = fields


class ReporterIn(serializers.Serializer):
    name = serializers.CharField(max_length=40, allow_blank=True, default="")
    phone = serializers.CharField(max_length=20, allow_blank=True, default="", validators=[PHONE])


class ReportIn(serializers.Serializer):
    client_uuid = serializers.UUIDField(
        required=False, help_text="the same number and content give the same answer"
    )
    area = ScopedSlug("code", queryset=Area.objects.filter(closed_on=None), help_text="code of the place")
    category = ScopedSlug("code", queryset=EventCategory.objects.all())
    text = serializers.CharField(max_length=SUMMARY_LENGTH)
    place = serializers.CharField(max_length=100, allow_blank=True, default="")
    household = ScopedKey(queryset=Household.objects.all(), required=False, allow_null=True)
    visit = ScopedSlug("client_uuid", queryset=Visit.objects.all(), required=False, allow_null=True)
    grade = serializers.ChoiceField(
        EventGrade.choices, required=False, help_text="0: settled where it was found, closed at once"
    )
    source = serializers.ChoiceField(Source.choices, default=Source.INTERFACE)
    reporter = ReporterIn(required=False, allow_null=True)


class EventStepIn(serializers.Serializer):
    note = serializers.CharField(max_length=NOTE_LENGTH, allow_blank=True, default="")
    version = serializers.IntegerField(
        min_value=1, required=False, help_text="the version you saw; another one now is 409"
    )


class SeatIn(serializers.PrimaryKeyRelatedField):
    """A seat that covers the place of the event and may handle it."""

    def get_queryset(self):
        event = self.context.get("event")
        return seats_for(event.case) if event else Post.objects.none()


class VerifyIn(EventStepIn):
    category = ScopedSlug("code", queryset=EventCategory.objects.all(), required=False)
    grade = serializers.ChoiceField(EventGrade.choices, required=False)
    post = SeatIn(queryset=Post.objects.none(), required=False, help_text="dispatch to this seat at once")

    def validate_grade(self, value):
        if value == EventGrade.OWN:
            raise serializers.ValidationError(_("立案的事件不能是自办，请选择紧急、重要或一般。"))
        return value


class DispatchIn(EventStepIn):
    post = SeatIn(queryset=Post.objects.none(), help_text="id of the seat that takes over")


class ReturnIn(EventStepIn):
    reason = serializers.ChoiceField(ReturnReason.choices, default=ReturnReason.OTHER)


class MergeIn(EventStepIn):
    main = serializers.CharField(max_length=20, help_text="number of the event that goes on")

    def validate_main(self, value):
        rows = Event.objects.for_user(self.context["request"].user).select_related("case")
        found = rows.filter(case__number=value.strip().upper()).first()
        if found is None:
            raise serializers.ValidationError(_("没有找到这个编号的事件，请核对后再填。"))
        return found


class FeedbackIn(EventStepIn):
    answer = serializers.CharField(max_length=1000)
    is_solved = serializers.BooleanField(default=True)


class ParticipantIn(serializers.Serializer):
    unit = serializers.CharField(max_length=60)
    name = serializers.CharField(max_length=40, allow_blank=True, default="")
    role = serializers.ChoiceField(ParticipantRole.choices, default=ParticipantRole.WITNESS)
    has_signed = serializers.BooleanField(default=False)


class VerificationIn(EventStepIn):
    held_at = serializers.DateTimeField(required=False)
    place = serializers.CharField(max_length=100)
    minutes = serializers.CharField(max_length=4000)
    measured_value = serializers.DecimalField(
        max_digits=12, decimal_places=3, min_value=0, required=False, allow_null=True
    )
    measured_unit = serializers.ChoiceField(MeasureUnit.choices, required=False)
    participants = ParticipantIn(many=True, max_length=12)

    def validate(self, data):
        if (data.get("measured_value") is None) == bool(data.get("measured_unit")):
            raise serializers.ValidationError({"measured_unit": [_("实测数值和单位要一起填写。")]})
        return data


class AskExtensionIn(EventStepIn):
    amount = serializers.IntegerField(min_value=1, max_value=1000, help_text="in the unit of the limit")


class SuspendEventIn(EventStepIn):
    resume_on = serializers.DateField(required=False, allow_null=True)


class RateIn(EventStepIn):
    satisfaction = serializers.ChoiceField(EventSatisfaction.choices)


class EscalateEventIn(EventStepIn):
    to = serializers.SlugRelatedField("code", queryset=Area.objects.none(), help_text="code of an area above")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if event := self.context.get("event"):
            self.fields["to"].queryset = areas_above(event.case)


class EventCategorySerializer(serializers.ModelSerializer):
    parent_name = serializers.CharField(allow_null=True)

    class Meta:
        model = EventCategory
        fields = [
            "code", "name", "parent_id", "parent_name", "grade", "amount", "unit", "is_open",
            "needs_joint_verification", "follow_up", "hint",
        ]  # fmt: skip
        read_only_fields = fields


class WorkListSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()
    category_name = serializers.CharField()
    from_on = serializers.DateField()
    to_on = serializers.DateField(allow_null=True)

    class Meta:
        model = WorkListItem
        fields = [
            "id", "area_code", "area_name", "category_id", "category_name", "title", "basis", "from_on", "to_on",
        ]  # fmt: skip
        read_only_fields = fields
