from django.urls import path

from disputes.views import agreements, cases, categories, receptions, safety, series, sittings

app_name = "disputes"
urlpatterns = [
    path("", cases.DisputeList.as_view(), name="case_list"),
    path("register/", cases.case_register, name="case_register"),
    path("receptions/", receptions.ReceptionList.as_view(), name="reception_list"),
    path("receptions/register/", receptions.reception_register, name="reception_register"),
    path("matters/", receptions.MatterList.as_view(), name="matter_list"),
    path("series/", series.SeriesList.as_view(), name="series_list"),
    path("series/<int:pk>/", series.series_detail, name="series_detail"),
    path("standard.csv", categories.standard_file, name="standard_file"),
    path("categories/", categories.category_report, name="category_report"),
    path("categories/map/", categories.category_map, name="category_map"),
    path("categories/map/<str:scheme>/<str:code>/", categories.category_map_edit, name="category_map_edit"),
    path("<str:number>/police/", safety.police_report, name="police_report"),
    path("<str:number>/police/<int:pk>/", safety.police_number, name="police_number"),
    path("<str:number>/minor/", safety.case_minor, name="case_minor"),
    path("series/open/", series.series_open, name="series_open"),
    path("series/<int:pk>/edit/", series.series_edit, name="series_edit"),
    path("series/<int:pk>/step/", series.series_step, name="series_step"),
    path("series/<int:pk>/steps/<int:step>/undo/", series.series_undo, name="series_undo"),
    path("series/<int:pk>/close/", series.series_close, name="series_close"),
    path("series/<int:pk>/reopen/", series.series_reopen, name="series_reopen"),
    path("<str:number>/agreement/", agreements.agreement_draft, name="agreement_draft"),
    path(
        "<str:number>/obligations/<int:pk>/perform/",
        agreements.obligation_perform,
        name="obligation_perform",
    ),
    path(
        "<str:number>/obligations/<int:pk>/release/",
        agreements.obligation_release,
        name="obligation_release",
    ),
    path("<str:number>/sittings/", sittings.sitting_record, name="sitting_record"),
    path("<str:number>/sittings/<int:pk>/", sittings.sitting_edit, name="sitting_edit"),
    path("<str:number>/", cases.case_detail, name="case_detail"),
    path("<str:number>/parties/<int:party>/<str:field>/reveal/", cases.party_reveal, name="party_reveal"),
    path("<str:number>/<str:step>/", cases.case_step, name="case_step"),
]
