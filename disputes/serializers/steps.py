from rest_framework import serializers

from disputes.enums.disputes import Complexity, Track
from disputes.enums.mediation import FollowUpMethod, Satisfaction
from disputes.serializers.scoped import ScopedKey
from governance.areas.models import Area
from governance.casework.choices import seats_to_call
from governance.casework.enums import NOTE_LENGTH, OrderKind
from governance.people.models import Post


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
    is_open = serializers.BooleanField(default=False)
    mediator_chosen = serializers.BooleanField(default=False, help_text="the parties chose the mediator")


class SuspendInput(StepInput):
    resume_on = serializers.DateField(required=False, allow_null=True)


class FailInput(StepInput):
    told_paths = serializers.BooleanField(default=False, help_text="the parties were told what else is open")


class DeclineInput(StepInput):
    right_path = serializers.ChoiceField(
        Track.choices, default="", help_text="where the parties were told to go instead"
    )


class ReopenInput(StepInput):
    post = ScopedKey(
        queryset=Post.objects.all(), required=False, help_text="another seat; empty: the one that had it"
    )


class JointInput(StepInput):
    organs = serializers.PrimaryKeyRelatedField(
        many=True, queryset=Post.objects.none(), default=(), help_text="ids of the seats called"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if dispute := self.context.get("dispute"):
            self.fields["organs"].child_relation.queryset = seats_to_call(dispute.case, OrderKind.WHISTLE)


class ExtensionInput(StepInput):
    amount = serializers.IntegerField(
        min_value=1, max_value=999, help_text="of the unit the limit is counted in; half of it at most"
    )


class RedirectInput(StepInput):
    track = serializers.ChoiceField(Track.choices)
    body = serializers.CharField(max_length=100, allow_blank=True, default="")
    external_number = serializers.CharField(max_length=60, allow_blank=True, default="")
    sent_on = serializers.DateField(required=False, allow_null=True)


class TrackInput(StepInput):
    external_number = serializers.CharField(max_length=60, allow_blank=True, default="")
    result = serializers.CharField(max_length=2000, allow_blank=True, default="")
    result_on = serializers.DateField(required=False, allow_null=True)


class FollowUpInput(StepInput):
    satisfaction = serializers.ChoiceField(Satisfaction.choices)
    method = serializers.ChoiceField(FollowUpMethod.choices, default=FollowUpMethod.PHONE)
    rekindled = serializers.BooleanField(default=False)
