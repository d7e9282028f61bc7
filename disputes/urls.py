from django.urls import path

from disputes.views import cases, centres, counter, drafts, receipts, receptions, safety, series

app_name = "disputes"
urlpatterns = [
    path("", cases.DisputeList.as_view(), name="case_list"),
    path("register/", cases.case_register, name="case_register"),
    path("receptions/", receptions.ReceptionList.as_view(), name="reception_list"),
    path("matters/", receptions.MatterList.as_view(), name="matter_list"),
    path("matters/<int:pk>/", receptions.matter_dispose, name="matter_dispose"),
    path("counter/", counter.counter, name="counter"),
    path("tickets/<int:pk>/slip/", counter.ticket_slip, name="ticket_slip"),
    path("tickets/<int:pk>/<str:step>/", counter.ticket_step, name="ticket_step"),
    path("drafts/", drafts.draft_list, name="draft_list"),
    path("drafts/<int:pk>/discard/", drafts.draft_discard, name="draft_discard"),
    path("centres/", centres.CentreList.as_view(), name="centre_list"),
    path("centres/<int:pk>/", centres.centre_detail, name="centre_detail"),
    path("centres/<int:pk>/hall/", centres.hall, name="hall"),
    path("centres/<int:pk>/tickets/", counter.ticket_draw, name="ticket_draw"),
    path("centres/<int:pk>/tickets/next/", counter.ticket_next, name="ticket_next"),
    path("centres/<int:pk>/manage/", centres.centre_manage, name="centre_manage"),
    path("centres/<int:pk>/manage/<str:part>/", centres.centre_add, name="centre_add"),
    path("centres/<int:pk>/manage/<str:part>/<int:row>/end/", centres.centre_end, name="centre_end"),
    path("receipts/<str:key>/", receipts.receipt, name="receipt"),
    path("series/", series.SeriesList.as_view(), name="series_list"),
    path("series/<int:pk>/", series.series_detail, name="series_detail"),
    path("<str:number>/police/", safety.police_report, name="police_report"),
    path("<str:number>/police/<int:pk>/", safety.police_number, name="police_number"),
    path("<str:number>/minor/", safety.case_minor, name="case_minor"),
    path("<str:number>/", cases.case_detail, name="case_detail"),
    path("<str:number>/parties/<int:party>/<str:field>/reveal/", cases.party_reveal, name="party_reveal"),
    path("<str:number>/<str:step>/", cases.case_step, name="case_step"),
]
