from rest_framework import serializers

from governance.people.models import ApiToken, TokenUse


class ApiTokenSerializer(serializers.ModelSerializer):
    """A key by its first characters; the key itself is kept nowhere."""

    owner_name = serializers.CharField()
    calls_of_week = serializers.IntegerField(help_text="calls of the last seven days")
    errors_of_week = serializers.IntegerField(help_text="of these, answered with an error")
    limited_of_week = serializers.IntegerField(help_text="of these, refused as too many (429)")
    calls_kept = serializers.IntegerField(help_text="calls of the last ninety days")

    class Meta:
        model = ApiToken
        fields = ("id", "name", "owner_name", "hint", "rights", "created_at", "expires_at", "revoked_at",
                  "last_used_on", "calls_of_week", "errors_of_week", "limited_of_week", "calls_kept")  # fmt: skip


class TokenUseSerializer(serializers.ModelSerializer):
    class Meta:
        model = TokenUse
        fields = ("day", "group", "calls", "errors", "limited")
