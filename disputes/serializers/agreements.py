from rest_framework import serializers

from disputes.enums.agreements import MOST_OBLIGATIONS, ConfirmationPaper
from disputes.enums.disputes import Method
from disputes.models import Party
from disputes.serializers.parties import MOST_CENTS, MOST_PARTIES
from disputes.serializers.steps import StepInput


class PartyOfDispute(serializers.PrimaryKeyRelatedField):
    """A party by its id; one of another dispute is answered like one that does not exist."""

    def __init__(self, **kwargs):
        if not kwargs.get("read_only"):
            kwargs.setdefault("queryset", Party.objects.none())
        super().__init__(**kwargs)

    def get_queryset(self):
        dispute = self.context.get("dispute")
        return dispute.parties.all() if dispute else Party.objects.none()


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
