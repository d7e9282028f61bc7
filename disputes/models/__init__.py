from disputes.models.agreement import Agreement, AgreementParty, Obligation
from disputes.models.centre import Matter, MediationCentre, Reception
from disputes.models.classification import CategoryMap, SchemeKind
from disputes.models.confirmation import JudicialConfirmation
from disputes.models.court import CourtCollaboration, CourtDelegation, SharedCourt
from disputes.models.dispute import Category, Dispute, DisputeQuerySet
from disputes.models.litigation import LitigationCorrection, LitigationFigure, RateDefinition
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
    "CourtCollaboration",
    "CourtDelegation",
    "Dispute",
    "DisputeQuerySet",
    "FollowUp",
    "JudicialConfirmation",
    "LitigationCorrection",
    "LitigationFigure",
    "Matter",
    "MediationCentre",
    "MediationSession",
    "Obligation",
    "Party",
    "PoliceReport",
    "RateDefinition",
    "Reception",
    "SchemeKind",
    "Series",
    "SeriesMember",
    "SeriesMemberChange",
    "SeriesStep",
    "SessionAttendance",
    "SharedCourt",
    "TrackLimit",
    "TrackReferral",
]
