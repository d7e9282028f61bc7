from rest_framework import serializers

from disputes.forms.room import RESULT_LENGTH
from disputes.models import JointTask
from disputes.models.joint import OPINION_LENGTH, TASK_LENGTH
from disputes.serializers.agreements import CentsField, PartyOfDispute, SittingRow
from disputes.serializers.parties import MOST_CENTS, MOST_PARTIES
from governance.people.models import Post


class OrganOfDispute(serializers.PrimaryKeyRelatedField):
    """The seat of an organ called to the table; any other is answered like one that does not exist."""

    def __init__(self, **kwargs):
        if not kwargs.get("read_only"):
            kwargs.setdefault("queryset", Post.objects.none())
        super().__init__(**kwargs)

    def get_queryset(self):
        dispute = self.context.get("dispute")
        if dispute is None:
            return Post.objects.none()
        return Post.objects.filter(pk__in=dispute.called_organs.values("to_post"))


class JointTaskSerializer(serializers.ModelSerializer):
    organ_name = serializers.CharField(source="organ.__str__", read_only=True)

    class Meta:
        model = JointTask
        fields = ["id", "organ", "organ_name", "task", "due_on", "opinion", "opinion_on", "done_on"]
        read_only_fields = fields


class OutcomeSerializer(serializers.Serializer):
    """What one party asked for, was promised and got, in cents."""

    party = serializers.IntegerField(source="party.pk")
    name = serializers.CharField(source="party.shown_name")
    role = serializers.CharField(source="party.role")
    is_representative = serializers.BooleanField(source="party.is_representative")
    represented_by = serializers.IntegerField(source="party.represented_by_id", allow_null=True)
    claimed = serializers.IntegerField(source="party.claim_cents", allow_null=True)
    agreed = serializers.IntegerField(allow_null=True)
    paid = serializers.IntegerField(allow_null=True)
    settled = serializers.IntegerField(source="party.settled_cents", allow_null=True)
    signed_on = serializers.DateField(allow_null=True)
    result = serializers.CharField(source="words")


class JointRoomSerializer(serializers.Serializer):
    """The joint table: tasks of the organs, sittings, and what each party gets."""

    tasks = JointTaskSerializer(many=True)
    sittings = SittingRow(many=True)
    outcomes = OutcomeSerializer(many=True)


class TaskInput(serializers.Serializer):
    organ = OrganOfDispute(help_text="id of a seat that was called to the table")
    task = serializers.CharField(max_length=TASK_LENGTH)
    due_on = serializers.DateField()


class OrganOpinionInput(serializers.Serializer):
    task = serializers.PrimaryKeyRelatedField(queryset=JointTask.objects.none())
    opinion = serializers.CharField(max_length=OPINION_LENGTH)
    is_done = serializers.BooleanField(default=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if dispute := self.context.get("dispute"):
            self.fields["task"].queryset = dispute.tasks.all()


class SpokenForInput(serializers.Serializer):
    party = PartyOfDispute()
    by = PartyOfDispute(help_text="the representative who speaks for it")


class RepresentativesInput(serializers.Serializer):
    representatives = PartyOfDispute(many=True)
    spoken_for = SpokenForInput(many=True, max_length=MOST_PARTIES, default=())


class ResultInput(serializers.Serializer):
    party = PartyOfDispute()
    settled_cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS, allow_null=True, default=None)
    result = serializers.CharField(max_length=RESULT_LENGTH, allow_blank=True, default="")


class ResultsInput(serializers.Serializer):
    results = ResultInput(many=True, max_length=MOST_PARTIES)


class AmountInput(serializers.Serializer):
    party = PartyOfDispute()
    cents = CentsField(min_value=1, required=True, allow_null=False)


class GroupDraftInput(serializers.Serializer):
    content = serializers.CharField(max_length=4000)
    term = serializers.CharField(max_length=2000, allow_blank=True, default="")
    payer = PartyOfDispute()
    due_on = serializers.DateField()
    amounts = AmountInput(many=True, max_length=MOST_PARTIES)
    version = serializers.IntegerField(
        min_value=1,
        required=False,
        allow_null=True,
        help_text="version of the draft you saw, none before there is one",
    )


class SignatureInput(serializers.Serializer):
    party = PartyOfDispute()
    signed_on = serializers.DateField(allow_null=True, help_text="null: has not signed")


class SignaturesInput(serializers.Serializer):
    signatures = SignatureInput(many=True, max_length=MOST_PARTIES)
