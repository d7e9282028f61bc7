from disputes.models.centre import Matter, MediationCentre, Reception
from disputes.models.committee import Committee, VolumeCounter
from disputes.models.dispute import Category, Dispute, DisputeQuerySet
from disputes.models.dossier import Dossier, FiledPaper
from disputes.models.mediation import Agreement, AgreementParty, FollowUp, MediationSession
from disputes.models.party import Party
from disputes.models.series import Series, SeriesMember
from disputes.models.templates import PaperTemplate

__all__ = [
    "Agreement",
    "AgreementParty",
    "Category",
    "Committee",
    "Dispute",
    "DisputeQuerySet",
    "Dossier",
    "FiledPaper",
    "FollowUp",
    "Matter",
    "MediationCentre",
    "MediationSession",
    "PaperTemplate",
    "Party",
    "Reception",
    "Series",
    "SeriesMember",
    "VolumeCounter",
]
