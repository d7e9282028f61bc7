from django.urls import path

from disputes.views import cases, receptions, safety, series

app_name = "disputes"
urlpatterns = [
    path("", cases.DisputeList.as_view(), name="case_list"),
    path("register/", cases.case_register, name="case_register"),
    path("receptions/", receptions.ReceptionList.as_view(), name="reception_list"),
    path("receptions/register/", receptions.reception_register, name="reception_register"),
    path("matters/", receptions.MatterList.as_view(), name="matter_list"),
    path("series/", series.SeriesList.as_view(), name="series_list"),
    path("series/<int:pk>/", series.series_detail, name="series_detail"),
    path("<str:number>/police/", safety.police_report, name="police_report"),
    path("<str:number>/police/<int:pk>/", safety.police_number, name="police_number"),
    path("<str:number>/minor/", safety.case_minor, name="case_minor"),
    path("<str:number>/", cases.case_detail, name="case_detail"),
    path("<str:number>/parties/<int:party>/<str:field>/reveal/", cases.party_reveal, name="party_reveal"),
    path("<str:number>/<str:step>/", cases.case_step, name="case_step"),
]
