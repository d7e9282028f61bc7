"""Partners, leagues, teams and what they did: rows, and the bodies of their verbs."""

from rest_framework import serializers

from governance.files.enums import MOST_PICTURES
from governance.kernel.identity import validate_uscc
from governance.kernel.inputs import is_phone
from governance.party.enums import ACTIVITY_RESULT_LENGTH, PartnerKind
from governance.party.models import Activity, League, Partner, PartyOrg, StewardTeam, VolunteerTeam
from governance.party.serializers.inputs import AreaByCode, ScopedKey


class PartnerSerializer(serializers.ModelSerializer):
    """`agreement_*` are those of the agreement that runs on `as_of` (today without it)."""

    area_name = serializers.CharField(read_only=True)
    agreement_no = serializers.CharField(read_only=True, allow_null=True)
    agreement_for = serializers.CharField(read_only=True, allow_null=True)
    agreement_due_on = serializers.DateField(read_only=True, allow_null=True)

    class Meta:
        model = Partner
        fields = (
            "id", "name", "area_code", "area_name", "kind", "uscc", "signed_on", "ended_on", "agreement_no",
            "agreement_for", "agreement_due_on",
        )  # fmt: skip


class LeagueSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)
    partner_count = serializers.IntegerField(read_only=True)

    class Meta:
        model = League
        fields = (
            "id", "name", "area_code", "area_name", "purpose", "partner_count", "founded_on", "ended_on",
        )  # fmt: skip


class StewardTeamSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)

    class Meta:
        model = StewardTeam
        fields = ("id", "name", "area_code", "area_name", "org", "member_count", "founded_on", "ended_on")


class VolunteerTeamSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)

    class Meta:
        model = VolunteerTeam
        fields = (
            "id", "name", "area_code", "area_name", "leader_masked", "member_count", "founded_on", "ended_on",
        )  # fmt: skip


class ActivitySerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)
    host_name = serializers.CharField(read_only=True)

    class Meta:
        model = Activity
        fields = (
            "id", "on", "title", "place", "people_count", "result", "area_code", "area_name", "org", "league",
            "steward_team", "volunteer_team", "host_name",
        )  # fmt: skip


class RenewInput(serializers.Serializer):
    """`on` is the first day of the agreement; `scan` a picture of it (multipart)."""

    on = serializers.DateField()
    number = serializers.CharField(max_length=40)
    due_on = serializers.DateField()
    purpose = serializers.CharField(max_length=200)
    contact = serializers.CharField(max_length=40, required=False, allow_blank=True)
    phone = serializers.CharField(max_length=20, required=False, allow_blank=True, validators=[is_phone])
    scan = serializers.FileField(max_length=200, allow_empty_file=True, required=False)


class SignPartnerInput(RenewInput):
    area = AreaByCode()
    name = serializers.CharField(max_length=100)
    kind = serializers.ChoiceField(PartnerKind.choices)
    uscc = serializers.CharField(
        max_length=18, required=False, allow_blank=True, default="", validators=[validate_uscc]
    )


class EndOnInput(serializers.Serializer):
    """`on` is the first day without it."""

    on = serializers.DateField()


class EndPartnerInput(EndOnInput):
    reason = serializers.CharField(max_length=200)


class FoundInput(serializers.Serializer):
    area = AreaByCode()
    name = serializers.CharField(max_length=100)
    on = serializers.DateField()


class ReviseLeagueInput(serializers.Serializer):
    purpose = serializers.CharField(max_length=200)


class FoundLeagueInput(FoundInput, ReviseLeagueInput):
    pass


class ReviseStewardsInput(serializers.Serializer):
    org = ScopedKey(queryset=PartyOrg.objects.all(), required=False, allow_null=True, default=None)


class FoundStewardsInput(FoundInput, ReviseStewardsInput):
    pass


class ReviseVolunteersInput(serializers.Serializer):
    leader = serializers.CharField(max_length=40, required=False, allow_blank=True)
    member_count = serializers.IntegerField(min_value=0, max_value=100_000)


class FoundVolunteersInput(FoundInput, ReviseVolunteersInput):
    pass


class JoinLeagueInput(serializers.Serializer):
    partner = ScopedKey(queryset=Partner.objects.all())
    on = serializers.DateField()


class JoinTeamInput(serializers.Serializer):
    name = serializers.CharField(max_length=40)
    duty = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    on = serializers.DateField()


class ActivityInput(serializers.Serializer):
    """Pictures come along as multipart `photos`."""

    on = serializers.DateField()
    title = serializers.CharField(max_length=100)
    place = serializers.CharField(max_length=100)
    people_count = serializers.IntegerField(min_value=0, max_value=100_000)
    result = serializers.CharField(
        max_length=ACTIVITY_RESULT_LENGTH, required=False, allow_blank=True, default=""
    )
    photos = serializers.ListField(
        child=serializers.FileField(max_length=200, allow_empty_file=True),
        max_length=MOST_PICTURES,
        required=False,
    )
