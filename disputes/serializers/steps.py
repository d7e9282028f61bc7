from rest_framework import serializers

from disputes.enums.disputes import Complexity, Method, Track
from disputes.enums.mediation import FollowUpMethod, Satisfaction
from disputes.models import Party
from disputes.serializers.parties import MOST_CENTS
from disputes.serializers.scoped import ScopedKey
from governance.areas.models import Area
from governance.casework.enums import NOTE_LENGTH
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
