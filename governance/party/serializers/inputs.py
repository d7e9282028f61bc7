"""Bodies of the dated changes. Rows they name must be in the client's sight."""

from rest_framework import serializers

from governance.areas.models import Area
from governance.party.enums import MemberKind, OrgKind
from governance.party.models import Partner, PartyOrg, PartyOrgArea, PartyTier


class InScope:
    """A row named in a body: one outside the client's area is answered like one that does not exist."""

    def get_queryset(self):
        return super().get_queryset().for_user(self.context["request"].user)


class ScopedKey(InScope, serializers.PrimaryKeyRelatedField):
    pass


class AreaByCode(InScope, serializers.SlugRelatedField):
    def __init__(self, **kwargs):
        super().__init__(slug_field="code", queryset=Area.objects.open(), **kwargs)


class ChangeInput(serializers.Serializer):
    """`on` is the first day on which the change holds."""

    on = serializers.DateField()
    approved_no = serializers.CharField(max_length=60, required=False, default="", allow_blank=True)


class EstablishInput(ChangeInput):
    """`parent` by id; `area` is its own area or one below."""

    area = AreaByCode()
    parent = ScopedKey(queryset=PartyOrg.objects.all())
    tier = serializers.PrimaryKeyRelatedField(queryset=PartyTier.objects.all())
    kind = serializers.ChoiceField(OrgKind.choices)
    name = serializers.CharField(max_length=100)
    term_years = serializers.IntegerField(min_value=1, max_value=10, required=False)
    term_ends_on = serializers.DateField(required=False)
    member_count = serializers.IntegerField(min_value=0, max_value=100_000)
    full_member_count = serializers.IntegerField(min_value=0, max_value=100_000)
    committee_size = serializers.IntegerField(min_value=0, max_value=100, default=0)


class RenameInput(ChangeInput):
    name = serializers.CharField(max_length=100)


class DissolveInput(ChangeInput):
    reason = serializers.CharField(max_length=200)


class MoveInput(ChangeInput):
    parent = ScopedKey(queryset=PartyOrg.objects.all())


class MergeInput(ChangeInput):
    into = ScopedKey(queryset=PartyOrg.objects.all())


class SplitInput(ChangeInput):
    """`subordinates` (ids of organisations) and `served` (ids of links) go along with the part."""

    name = serializers.CharField(max_length=100)
    area = AreaByCode(required=False)
    member_count = serializers.IntegerField(min_value=0, max_value=100_000)
    full_member_count = serializers.IntegerField(min_value=0, max_value=100_000)
    subordinates = ScopedKey(queryset=PartyOrg.objects.all(), many=True, required=False)
    served = ScopedKey(queryset=PartyOrgArea.objects.all(), many=True, required=False)


class ElectInput(ChangeInput):
    term_years = serializers.IntegerField(min_value=1, max_value=10, required=False)
    term_ends_on = serializers.DateField(required=False)
    committee_size = serializers.IntegerField(min_value=0, max_value=100, required=False)


class ReviseInput(serializers.Serializer):
    member_count = serializers.IntegerField(min_value=0, max_value=100_000, required=False)
    full_member_count = serializers.IntegerField(min_value=0, max_value=100_000, required=False)
    committee_size = serializers.IntegerField(min_value=0, max_value=100, required=False)
    approved_no = serializers.CharField(max_length=60, required=False, allow_blank=True)


class ServeInput(serializers.Serializer):
    area = AreaByCode()
    on = serializers.DateField()


class SeatInput(serializers.Serializer):
    kind = serializers.ChoiceField(MemberKind.choices)
    name = serializers.CharField(max_length=100)
    uscc = serializers.CharField(max_length=18, required=False, default="", allow_blank=True)
    partner = ScopedKey(queryset=Partner.objects.all(), required=False)
    on = serializers.DateField()


class EndLinkInput(serializers.Serializer):
    """`link` is the id of what is ended: a served area, a member unit or member; `on` the first day without it."""

    link = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    on = serializers.DateField()
