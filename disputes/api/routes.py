from disputes.api.disputes import DisputeViewSet
from disputes.api.papers import CommitteeViewSet, DossierViewSet, TemplateViewSet
from disputes.api.receptions import MatterViewSet, ReceptionViewSet

ROUTES: list = [
    ("disputes", DisputeViewSet, "dispute"),
    ("receptions", ReceptionViewSet, "reception"),
    ("matters", MatterViewSet, "matter"),
    ("dossiers", DossierViewSet, "dossier"),
    ("paper-templates", TemplateViewSet, "paper-template"),
    ("mediation-committees", CommitteeViewSet, "committee"),
]
