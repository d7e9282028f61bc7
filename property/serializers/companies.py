from rest_framework import serializers

from property.enums import PartyLinkKind


class ReviseCompanyInput(serializers.Serializer):
    name = serializers.CharField(max_length=100)
    uscc = serializers.CharField(max_length=18, help_text="unified social credit code, its check digit right")


class RegisterCompanyInput(ReviseCompanyInput):
    area = serializers.CharField(max_length=18, help_text="code of the area that supervises it")
    on = serializers.DateField(help_text="its first day in business")


class CloseCompanyInput(serializers.Serializer):
    on = serializers.DateField(help_text="the first day out of business")
    reason = serializers.CharField(max_length=200)


class LinkPartyInput(serializers.Serializer):
    kind = serializers.ChoiceField(choices=PartyLinkKind.choices)
    on = serializers.DateField()


class EndPartyInput(serializers.Serializer):
    on = serializers.DateField(help_text="the first day without a Party organisation")
