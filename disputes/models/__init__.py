from disputes.models.alike import DisputeLink, SeriesHint, SeriesRule
from disputes.models.centre import Matter, MediationCentre, Reception
from disputes.models.dispute import Category, Dispute, DisputeQuerySet
from disputes.models.mediation import Agreement, AgreementParty, FollowUp, MediationSession
from disputes.models.party import Party
from disputes.models.safety import PoliceReport
from disputes.models.series import Series, SeriesMember

__all__ = [
    "Agreement",
    "AgreementParty",
    "Category",
    "Dispute",
    "DisputeLink",
    "DisputeQuerySet",
    "FollowUp",
    "Matter",
    "MediationCentre",
    "MediationSession",
    "Party",
    "PoliceReport",
    "Reception",
    "Series",
    "SeriesHint",
    "SeriesMember",
    "SeriesRule",
]
