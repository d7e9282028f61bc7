from disputes.models.agreement import Agreement, AgreementParty, Obligation
from disputes.models.alike import DisputeLink, SeriesHint, SeriesRule
from disputes.models.centre import Matter, MediationCentre, Reception
from disputes.models.classification import CategoryMap, SchemeKind
from disputes.models.confirmation import JudicialConfirmation
from disputes.models.dispute import Category, Dispute, DisputeQuerySet
from disputes.models.mediation import FollowUp, MediationSession, SessionAttendance
from disputes.models.party import Party
from disputes.models.safety import PoliceReport
from disputes.models.series import Series, SeriesMember, SeriesMemberChange, SeriesStep
from disputes.models.tracks import TrackLimit, TrackReferral

__all__ = [
    "Agreement",
    "AgreementParty",
    "Category",
    "CategoryMap",
    "Dispute",
    "DisputeLink",
    "DisputeQuerySet",
    "FollowUp",
    "JudicialConfirmation",
    "Matter",
    "MediationCentre",
    "MediationSession",
    "Obligation",
    "Party",
    "PoliceReport",
    "Reception",
    "SchemeKind",
    "Series",
    "SeriesHint",
    "SeriesMember",
    "SeriesMemberChange",
    "SeriesRule",
    "SeriesStep",
    "SessionAttendance",
    "TrackLimit",
    "TrackReferral",
]
