from governance.party.forms.changes import ElectForm, MergeForm, MoveForm, SplitForm
from governance.party.forms.fields import AsOfForm, day_asked
from governance.party.forms.groups import (
    ActivityForm,
    GroupEndForm,
    LeagueFoundForm,
    LeagueJoinForm,
    LeagueReviseForm,
    LeaveForm,
    StewardFoundForm,
    StewardReviseForm,
    TeamJoinForm,
    VolunteerFoundForm,
    VolunteerReviseForm,
)
from governance.party.forms.links import EndForm, SeatForm, ServeForm
from governance.party.forms.orgs import DissolveForm, EstablishForm, RenameForm, ReviseForm
from governance.party.forms.partners import PartnerEndForm, RenewForm, SignPartnerForm

__all__ = [
    "ActivityForm",
    "AsOfForm",
    "DissolveForm",
    "ElectForm",
    "EndForm",
    "EstablishForm",
    "GroupEndForm",
    "LeagueFoundForm",
    "LeagueJoinForm",
    "LeagueReviseForm",
    "LeaveForm",
    "MergeForm",
    "MoveForm",
    "PartnerEndForm",
    "RenameForm",
    "RenewForm",
    "ReviseForm",
    "SeatForm",
    "ServeForm",
    "SignPartnerForm",
    "SplitForm",
    "StewardFoundForm",
    "StewardReviseForm",
    "TeamJoinForm",
    "VolunteerFoundForm",
    "VolunteerReviseForm",
    "day_asked",
]
