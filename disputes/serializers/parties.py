from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from disputes.enums.disputes import PartyRole
from disputes.models import Party
from governance.kernel.identity import is_id_no

MOST_PARTIES = 200


MOST_CENTS = 10**13


PHONE = RegexValidator(r"^\+?[0-9][0-9-]{5,18}$", _("电话只能是数字和短横，请检查。"))


class PartyRowSerializer(serializers.ModelSerializer):
    name = serializers.CharField(source="shown_name")

    class Meta:
        model = Party
        fields = [
            "id", "role", "name", "is_org", "is_representative", "phone_masked", "id_no_masked",
            "claim_cents", "settled_cents", "result",
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


class PartiesInput(serializers.Serializer):
    parties = PartyInput(many=True, max_length=MOST_PARTIES)
