from rest_framework import serializers

from deeds.enums import MOST_HOMES, PLAN_LENGTH, REASON_LENGTH, Cause, Instrument, UndertakingKind
from deeds.models import (
    BacklogCutoff,
    DeedBuilding,
    DeedProject,
    EntitledPerson,
    HomeStep,
    ProjectObstacle,
    ProjectPlan,
    Undertaking,
)
from deeds.serializers import DeedProjectSerializer
from deeds.states import PRESSED_STEPS, PROJECT_STEPS, UNDERTAKING_STEPS, HomeState
from governance.areas.models import Area
from governance.kernel.inputs import is_phone
from grids.enums.visits import MOST_PHOTOS


def _choices(table: dict) -> list[tuple[str, str]]:
    return [(step.name, step.label) for step in table.values()]


HOME_STEP_CHOICES = _choices(PRESSED_STEPS)


def _reason(**options) -> serializers.CharField:
    return serializers.CharField(
        max_length=REASON_LENGTH, **({"required": False, "allow_blank": True, "default": ""} | options)
    )


def _area() -> serializers.SlugRelatedField:
    return serializers.SlugRelatedField("code", queryset=Area.objects.open())


def _key(**options) -> serializers.IntegerField:
    return serializers.IntegerField(min_value=1, max_value=2**63 - 1, **options)


class DeedBuildingSerializer(serializers.ModelSerializer):
    class Meta:
        model = DeedBuilding
        fields = ("id", "number", "finished_on")


class ProjectPlanSerializer(serializers.ModelSerializer):
    class Meta:
        model = ProjectPlan
        fields = ("leader", "team", "text", "public_line", "approval_no", "approved_on")


class DeedProjectDetailSerializer(DeedProjectSerializer):
    """With its buildings and its plan; without one, `plan` is null."""

    buildings = DeedBuildingSerializer(many=True, read_only=True)
    plan = ProjectPlanSerializer(read_only=True, allow_null=True)

    class Meta(DeedProjectSerializer.Meta):
        fields = (*DeedProjectSerializer.Meta.fields, "buildings", "plan")


class ListProjectInput(serializers.Serializer):
    """`is_new`: finished after the county's cut-off day, so no old backlog."""

    area = _area()
    name = serializers.CharField(max_length=80)
    developer = serializers.CharField(max_length=120, required=False, allow_blank=True, default="")
    lead_office = serializers.CharField(max_length=80, required=False, allow_blank=True, default="")
    finished_on = serializers.DateField(required=False, allow_null=True, default=None)
    is_new = serializers.BooleanField(default=False)


class ProjectStepInput(serializers.Serializer):
    """`raised_to` goes with `block`: before whom the project is brought."""

    step = serializers.ChoiceField(_choices(PROJECT_STEPS))
    note = _reason()
    raised_to = serializers.CharField(max_length=80, required=False, allow_blank=True, default="")


class BuildingInput(serializers.Serializer):
    number = serializers.CharField(max_length=10)
    finished_on = serializers.DateField(required=False, allow_null=True, default=None)


class HomeInput(serializers.Serializer):
    building = serializers.CharField(max_length=10)
    unit = serializers.CharField(max_length=10, required=False, allow_blank=True, default="")
    room = serializers.CharField(max_length=10)
    unit_no = serializers.RegexField(r"^[0-9A-Z]{28}$", required=False, allow_blank=True, default="")


class PlanInput(serializers.Serializer):
    lead_office = serializers.CharField(max_length=80)
    leader = serializers.CharField(max_length=60)
    team = serializers.CharField(max_length=500)
    text = serializers.CharField(max_length=PLAN_LENGTH)
    public_line = serializers.CharField(max_length=300)
    approval_no = serializers.CharField(max_length=60, required=False, allow_blank=True, default="")
    approved_on = serializers.DateField(required=False, allow_null=True, default=None)


class OpenObstacleInput(serializers.Serializer):
    cause = serializers.ChoiceField(Cause.choices)
    lead_office = serializers.CharField(max_length=80)
    instrument = serializers.ChoiceField(Instrument.choices, required=False, allow_blank=True, default="")
    due_on = serializers.DateField()


class ChosenHomesInput(serializers.Serializer):
    """Homes by id, or `everyone` of the project, of one `building` and in one `state` when those are given."""

    step = serializers.ChoiceField(HOME_STEP_CHOICES)
    note = _reason()
    rows = serializers.ListField(child=_key(), max_length=MOST_HOMES, required=False, default=list)
    everyone = serializers.BooleanField(default=False)
    building = serializers.CharField(max_length=10, required=False)
    state = serializers.ChoiceField(HomeState.choices, required=False)


def homes_chosen(project: DeedProject, sent: dict):
    """The homes that a press names."""
    homes = project.homes.all() if sent["everyone"] else project.homes.filter(pk__in=sent["rows"])
    return homes.filter(**{name: sent[name] for name in ("building", "state") if name in sent})


class UndoHomeStepInput(serializers.Serializer):
    step = _key(help_text="id of the step")
    note = _reason()


class HomeStepSerializer(serializers.ModelSerializer):
    by = serializers.CharField(source="by.name", default="", read_only=True)

    class Meta:
        model = HomeStep
        fields = ("id", "name", "note", "count", "by", "at", "undoes")
        read_only_fields = fields


class StepHomeInput(serializers.Serializer):
    step = serializers.ChoiceField(HOME_STEP_CHOICES)
    note = _reason()


class EntitledPersonSerializer(serializers.ModelSerializer):
    """Masked; `reveal` shows one value for a reason."""

    class Meta:
        model = EntitledPerson
        fields = ("id", "name_masked", "phone_masked", "id_no_masked", "added_on")


class EntitledInput(serializers.Serializer):
    name = serializers.CharField(max_length=40)
    phone = serializers.CharField(
        max_length=20, required=False, allow_blank=True, default="", validators=[is_phone]
    )
    id_no = serializers.CharField(max_length=18, required=False, allow_blank=True, default="")


class RemoveEntitledInput(serializers.Serializer):
    person = _key()
    reason = _reason()


class RevealEntitledInput(serializers.Serializer):
    person = _key()
    field = serializers.ChoiceField([(name, name) for name in EntitledPerson.SEALED])
    reason = _reason()


class RevealedSerializer(serializers.Serializer):
    value = serializers.CharField()


class ProjectObstacleSerializer(serializers.ModelSerializer):
    project_name = serializers.CharField(read_only=True)
    area_name = serializers.CharField(read_only=True)
    project_area_code = serializers.CharField(read_only=True)

    class Meta:
        model = ProjectObstacle
        fields = (
            "id", "project", "project_name", "project_area_code", "area_name", "cause", "lead_office",
            "instrument", "due_on", "closed_on", "document", "raised_to", "raised_on", "raise_reason",
        )  # fmt: skip


class CloseObstacleInput(serializers.Serializer):
    """A document's number or name, pictures of it as multipart `photos`, or both."""

    document = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
    photos = serializers.ListField(
        child=serializers.FileField(max_length=200, allow_empty_file=True),
        max_length=MOST_PHOTOS,
        required=False,
        default=list,
    )


class RaiseObstacleInput(serializers.Serializer):
    to = serializers.CharField(max_length=80)
    reason = _reason()


class UndertakingSerializer(serializers.ModelSerializer):
    project_name = serializers.CharField(read_only=True)
    area_name = serializers.CharField(read_only=True)

    class Meta:
        model = Undertaking
        fields = (
            "id", "project", "project_name", "home", "area_code", "area_name", "kind", "what",
            "consequence", "signatory", "person", "made_on", "due_on", "state", "settled_on", "finding",
        )  # fmt: skip


class UndertakingInput(serializers.Serializer):
    """`person` is somebody entitled to `home`; a firm or an office signs by its name."""

    project = _key()
    home = _key(required=False, allow_null=True, default=None)
    person = _key(required=False, allow_null=True, default=None)
    signatory = serializers.CharField(max_length=80, required=False, allow_blank=True, default="")
    kind = serializers.ChoiceField(UndertakingKind.choices)
    what = serializers.CharField(max_length=300)
    consequence = serializers.CharField(max_length=300)
    made_on = serializers.DateField(required=False, allow_null=True, default=None)
    due_on = serializers.DateField()


class SettleInput(serializers.Serializer):
    step = serializers.ChoiceField(_choices(UNDERTAKING_STEPS))
    finding = _reason()


class BacklogCutoffSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)

    class Meta:
        model = BacklogCutoff
        fields = ("id", "area_code", "area_name", "on", "document")


class CutoffInput(serializers.Serializer):
    area = _area()
    on = serializers.DateField()
    document = serializers.CharField(max_length=100)
