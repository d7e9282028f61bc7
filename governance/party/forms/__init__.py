from governance.party.forms.changes import ElectForm, MergeForm, MoveForm, SplitForm
from governance.party.forms.fields import AsOfForm, day_asked
from governance.party.forms.links import EndForm, SeatForm, ServeForm
from governance.party.forms.orgs import DissolveForm, EstablishForm, RenameForm, ReviseForm

__all__ = [
    "AsOfForm",
    "DissolveForm",
    "ElectForm",
    "EndForm",
    "EstablishForm",
    "MergeForm",
    "MoveForm",
    "RenameForm",
    "ReviseForm",
    "SeatForm",
    "ServeForm",
    "SplitForm",
    "day_asked",
]
