from disputes.api.alike import SeriesHintViewSet
from disputes.api.centres import CentreViewSet, TicketViewSet
from disputes.api.classification import CategoryMapViewSet, CategoryReportViewSet, StandardRowViewSet
from disputes.api.court import (
    CollaborationViewSet,
    ConsultationViewSet,
    DelegationViewSet,
    SharedCourtViewSet,
)
from disputes.api.disputes import DisputeViewSet
from disputes.api.litigation import LitigationFigureViewSet, LitigationRatesViewSet, RateDefinitionViewSet
from disputes.api.papers import CommitteeViewSet, DossierViewSet, TemplateViewSet
from disputes.api.receptions import DraftViewSet, MatterViewSet, ReceptionViewSet
from disputes.api.series import SeriesHouseholdViewSet, SeriesViewSet

ROUTES: list = [
    ("series-hints", SeriesHintViewSet, "series-hint"),
    ("disputes", DisputeViewSet, "dispute"),
    ("receptions", ReceptionViewSet, "reception"),
    ("matters", MatterViewSet, "matter"),
    ("dossiers", DossierViewSet, "dossier"),
    ("paper-templates", TemplateViewSet, "paper-template"),
    ("mediation-committees", CommitteeViewSet, "committee"),
    ("centres", CentreViewSet, "centre"),
    ("tickets", TicketViewSet, "ticket"),
    ("dispute-drafts", DraftViewSet, "dispute-draft"),
    ("series", SeriesViewSet, "series"),
    ("series-households", SeriesHouseholdViewSet, "series-household"),
    ("category-reports", CategoryReportViewSet, "category-report"),
    ("category-maps", CategoryMapViewSet, "category-map"),
    ("consultations", ConsultationViewSet, "consultation"),
    ("court-collaborations", CollaborationViewSet, "court-collaboration"),
    ("court-delegations", DelegationViewSet, "court-delegation"),
    ("shared-courts", SharedCourtViewSet, "shared-court"),
    ("litigation-figures", LitigationFigureViewSet, "litigation-figure"),
    ("litigation-rates", LitigationRatesViewSet, "litigation-rate"),
    ("rate-definitions", RateDefinitionViewSet, "rate-definition"),
    ("dispute-standard-rows", StandardRowViewSet, "dispute-standard-row"),
]
