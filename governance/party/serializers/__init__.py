from governance.party.serializers.inputs import (
    DissolveInput,
    ElectInput,
    EndLinkInput,
    EstablishInput,
    MergeInput,
    MoveInput,
    RenameInput,
    ReviseInput,
    SeatInput,
    ServeInput,
    SplitInput,
)
from governance.party.serializers.rows import PartyOrgSerializer, StandingSerializer, VolunteerTeamSerializer

__all__ = [
    "DissolveInput",
    "ElectInput",
    "EndLinkInput",
    "EstablishInput",
    "MergeInput",
    "MoveInput",
    "PartyOrgSerializer",
    "RenameInput",
    "ReviseInput",
    "SeatInput",
    "ServeInput",
    "SplitInput",
    "StandingSerializer",
    "VolunteerTeamSerializer",
]
