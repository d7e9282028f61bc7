from disputes.models.agreement import Agreement, AgreementParty, Obligation
from disputes.models.alike import DisputeLink, SeriesHint, SeriesRule
from disputes.models.centre import Matter, MediationCentre, Reception
from disputes.models.classification import CategoryMap, SchemeKind
from disputes.models.committee import Committee, VolumeCounter
from disputes.models.confirmation import JudicialConfirmation
from disputes.models.court import CourtCollaboration, CourtDelegation, SharedCourt
from disputes.models.dispute import Category, Dispute, DisputeQuerySet
from disputes.models.dossier import Dossier, FiledPaper
from disputes.models.draft import DisputeDraft
from disputes.models.joint import JointTask
from disputes.models.litigation import LitigationCorrection, LitigationFigure, RateDefinition
from disputes.models.mediation import FollowUp, MediationSession, SessionAttendance
from disputes.models.party import Party
from disputes.models.premises import CentreRoom, CentreUnit, CentreWindow, RosterEntry
from disputes.models.safety import PoliceReport
from disputes.models.series import Series, SeriesMember, SeriesMemberChange, SeriesStep
from disputes.models.templates import PaperTemplate
from disputes.models.ticket import QueueTicket
from disputes.models.tracks import TrackLimit, TrackReferral

__all__ = [
    "Agreement",
    "AgreementParty",
    "Category",
    "CategoryMap",
    "CentreRoom",
    "CentreUnit",
    "CentreWindow",
    "Committee",
    "CourtCollaboration",
    "CourtDelegation",
    "Dispute",
    "DisputeDraft",
    "DisputeLink",
    "DisputeQuerySet",
    "Dossier",
    "FiledPaper",
    "FollowUp",
    "JointTask",
    "JudicialConfirmation",
    "LitigationCorrection",
    "LitigationFigure",
    "Matter",
    "MediationCentre",
    "MediationSession",
    "Obligation",
    "PaperTemplate",
    "Party",
    "PoliceReport",
    "QueueTicket",
    "RateDefinition",
    "Reception",
    "RosterEntry",
    "SchemeKind",
    "Series",
    "SeriesHint",
    "SeriesMember",
    "SeriesMemberChange",
    "SeriesRule",
    "SeriesStep",
    "SessionAttendance",
    "SharedCourt",
    "TrackLimit",
    "TrackReferral",
    "VolumeCounter",
]
