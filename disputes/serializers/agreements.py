from rest_framework import serializers

from disputes.enums.agreements import MOST_OBLIGATIONS, ConfirmationPaper
from disputes.enums.disputes import Method
from disputes.enums.mediation import AttendanceRole
from disputes.models import (
    Agreement,
    AgreementParty,
    JudicialConfirmation,
    MediationSession,
    Obligation,
    Party,
    SessionAttendance,
    TrackReferral,
)
from disputes.serializers.parties import MOST_CENTS, MOST_PARTIES
from disputes.serializers.steps import StepInput
from governance.kernel.days import today
from governance.people.models import Post


class PartyOfDispute(serializers.PrimaryKeyRelatedField):
    """A party by its id; one of another dispute is answered like one that does not exist."""

    def __init__(self, **kwargs):
        if not kwargs.get("read_only"):
            kwargs.setdefault("queryset", Party.objects.none())
        super().__init__(**kwargs)

    def get_queryset(self):
        dispute = self.context.get("dispute")
        return dispute.parties.all() if dispute else Party.objects.none()


class OfficeOfDispute(serializers.PrimaryKeyRelatedField):
    """The seat of an office that was called in."""

    def __init__(self, **kwargs):
        super().__init__(queryset=Post.objects.none(), **kwargs)

    def get_queryset(self):
        dispute = self.context.get("dispute")
        called = dispute.called_organs.values("to_post") if dispute else ()
        return Post.objects.filter(pk__in=called)


class CentsField(serializers.IntegerField):
    def __init__(self, **kwargs):
        super().__init__(
            **({"min_value": 0, "max_value": MOST_CENTS, "required": False, "allow_null": True} | kwargs)
        )


class ObligationInput(serializers.Serializer):
    """Who owes what to whom by when."""

    obliged = PartyOfDispute()
    entitled = PartyOfDispute(required=False, allow_null=True)
    what = serializers.CharField(max_length=200)
    amount_cents = CentsField()
    due_on = serializers.DateField()


class ShareInput(serializers.Serializer):
    """What a party gets or gives, and when it signed."""

    party = PartyOfDispute()
    amount_cents = CentsField()
    obligation = serializers.CharField(max_length=500, allow_blank=True, required=False)
    signed_on = serializers.DateField(required=False, allow_null=True)


class AgreementInput(StepInput):
    content = serializers.CharField(
        max_length=4000, allow_blank=True, default="", help_text="empty: what the draft says"
    )
    facts = serializers.CharField(max_length=4000, allow_blank=True, required=False)
    disputed = serializers.CharField(max_length=2000, allow_blank=True, required=False)
    responsibilities = serializers.CharField(max_length=2000, allow_blank=True, required=False)
    term = serializers.CharField(max_length=2000, allow_blank=True, required=False)
    copies = serializers.IntegerField(min_value=1, max_value=999, required=False, allow_null=True)
    parties = PartyOfDispute(many=True)
    effective_on = serializers.DateField(required=False, allow_null=True)
    amount_cents = CentsField()
    method = serializers.ChoiceField(Method.choices, default=Method.PEOPLES)
    shares = ShareInput(many=True, max_length=MOST_PARTIES, default=())
    obligations = ObligationInput(many=True, max_length=MOST_OBLIGATIONS, default=())


class ConfirmationInput(StepInput):
    court = serializers.CharField(max_length=100)
    applied_on = serializers.DateField(required=False, allow_null=True)
    external_number = serializers.CharField(max_length=60, allow_blank=True, default="")
    applicants = PartyOfDispute(many=True, help_text="all principals: the application is a joint one")
    papers = serializers.MultipleChoiceField(choices=ConfirmationPaper.choices)


class RulingInput(StepInput):
    decided_on = serializers.DateField(required=False, allow_null=True)
    external_number = serializers.CharField(max_length=60, allow_blank=True, default="")


class PerformanceInput(StepInput):
    obligations = ObligationInput(
        many=True, max_length=MOST_OBLIGATIONS, default=(), help_text="added to those of the agreement"
    )


class AgreementDraftInput(serializers.Serializer):
    """A draft of an agreement as a whole: what is left out is emptied."""

    version = serializers.IntegerField(
        min_value=1,
        required=False,
        allow_null=True,
        help_text="the version you saw; left out for a first draft",
    )
    facts = serializers.CharField(max_length=4000, allow_blank=True, default="")
    disputed = serializers.CharField(max_length=2000, allow_blank=True, default="")
    responsibilities = serializers.CharField(max_length=2000, allow_blank=True, default="")
    content = serializers.CharField(max_length=4000)
    term = serializers.CharField(max_length=2000, allow_blank=True, default="")
    copies = serializers.IntegerField(min_value=1, max_value=999, default=None, allow_null=True)
    amount_cents = CentsField(default=None)
    shares = ShareInput(many=True, max_length=MOST_PARTIES, default=())
    obligations = ObligationInput(many=True, max_length=MOST_OBLIGATIONS, default=())


class AttendanceInput(serializers.Serializer):
    """One of party, post (of an office called in) and name."""

    party = PartyOfDispute(required=False)
    post = OfficeOfDispute(required=False)
    name = serializers.CharField(max_length=80, required=False)
    role = serializers.ChoiceField(AttendanceRole.choices)
    consent = serializers.BooleanField(default=False, help_text="of the parties, to somebody invited")


class SittingInput(serializers.Serializer):
    held_on = serializers.DateField(default=today)
    place = serializers.CharField(max_length=100, allow_blank=True, default="")
    is_open = serializers.BooleanField(default=False)
    record = serializers.CharField(max_length=4000, allow_blank=True, default="")
    attendance = AttendanceInput(many=True, max_length=MOST_PARTIES, default=())


class SittingChange(SittingInput):
    version = serializers.IntegerField(min_value=1, help_text="the version you saw; another one now is 409")


class PerformInput(serializers.Serializer):
    performed_on = serializers.DateField(required=False, allow_null=True)
    receipt_note = serializers.CharField(max_length=200, allow_blank=True, default="")


class ReleaseInput(serializers.Serializer):
    note = serializers.CharField(max_length=200, allow_blank=True, default="")


class ShareRow(serializers.ModelSerializer):
    class Meta:
        model = AgreementParty
        fields = ["party_id", "amount_cents", "obligation", "signed_on"]
        read_only_fields = fields


class ObligationRow(serializers.ModelSerializer):
    class Meta:
        model = Obligation
        fields = [
            "id", "obliged_id", "entitled_id", "what", "amount_cents", "due_on", "performed_on", "receipt_note",
            "released_on", "release_note",
        ]  # fmt: skip
        read_only_fields = fields


class ConfirmationRow(serializers.ModelSerializer):
    papers = serializers.ListField(child=serializers.ChoiceField(ConfirmationPaper.choices))

    class Meta:
        model = JudicialConfirmation
        fields = [
            "court", "applied_on", "external_number", "papers", "decided_on", "is_confirmed", "ruling_note",
        ]  # fmt: skip
        read_only_fields = fields


class AgreementRow(serializers.ModelSerializer):
    """An agreement; without `effective_on` it is a draft."""

    last_day_to_confirm = serializers.DateField(allow_null=True)
    parties = ShareRow(many=True)
    obligations = ObligationRow(many=True)
    confirmation = ConfirmationRow(allow_null=True, default=None)

    class Meta:
        model = Agreement
        fields = [
            "id", "form", "facts", "disputed", "responsibilities", "content", "term", "copies", "amount_cents",
            "effective_on", "last_day_to_confirm", "version", "parties", "obligations", "confirmation",
        ]  # fmt: skip
        read_only_fields = fields


class AttendanceRow(serializers.ModelSerializer):
    party_id = serializers.IntegerField(allow_null=True)
    post_id = serializers.IntegerField(allow_null=True)

    class Meta:
        model = SessionAttendance
        fields = ["party_id", "post_id", "name", "role", "consent"]
        read_only_fields = fields


class SittingRow(serializers.ModelSerializer):
    attendance = AttendanceRow(many=True)

    class Meta:
        model = MediationSession
        fields = ["id", "held_on", "place", "is_open", "record", "version", "attendance"]
        read_only_fields = fields


class ReferralRow(serializers.ModelSerializer):
    class Meta:
        model = TrackReferral
        fields = ["track", "body", "external_number", "sent_on", "due_on", "result", "result_on"]
        read_only_fields = fields
