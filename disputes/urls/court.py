"""Courts: what a judge is asked, what a court lends, where a judge can be met."""

from django.urls import path

from disputes.views import court, judging

urlpatterns = [
    path("<str:number>/judge/", judging.case_judge, name="case_judge"),
    path("consultations/", court.ConsultationList.as_view(), name="consultation_list"),
    path("consultations/<int:pk>/", court.consultation_detail, name="consultation_detail"),
    path(
        "consultations/<int:pk>/attend/<int:session>/", court.consultation_attend, name="consultation_attend"
    ),
    path("delegations/", court.DelegationList.as_view(), name="delegation_list"),
    path("shared-courts/", court.SharedCourtList.as_view(), name="shared_court_list"),
    path("shared-courts/new/", court.shared_court_new, name="shared_court_new"),
    path("shared-courts/<int:pk>/", court.shared_court_edit, name="shared_court_edit"),
    path("<str:number>/court/ask/", court.judge_ask, name="judge_ask"),
    path("<str:number>/court/<int:pk>/end/", court.collaboration_end, name="collaboration_end"),
    path("<str:number>/court/return/", court.court_return, name="court_return"),
]
