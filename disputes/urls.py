from django.urls import path

from disputes.views import cases, receptions, series, series_files, series_households

app_name = "disputes"
urlpatterns = [
    path("", cases.DisputeList.as_view(), name="case_list"),
    path("register/", cases.case_register, name="case_register"),
    path("receptions/", receptions.ReceptionList.as_view(), name="reception_list"),
    path("receptions/register/", receptions.reception_register, name="reception_register"),
    path("matters/", receptions.MatterList.as_view(), name="matter_list"),
    path("series/", series.SeriesList.as_view(), name="series_list"),
    path("series/<int:pk>/", series.series_detail, name="series_detail"),
    path("series/open/", series.series_open, name="series_open"),
    path("series/<int:pk>/edit/", series.series_edit, name="series_edit"),
    path("series/<int:pk>/step/", series.series_step, name="series_step"),
    path("series/<int:pk>/steps/<int:step>/undo/", series.series_undo, name="series_undo"),
    path("series/<int:pk>/import/", series_files.series_import, name="series_import"),
    path("series/<int:pk>/agreements/", series_files.series_agreements, name="series_agreements"),
    path("series/<int:pk>/disputes/", series_households.series_disputes, name="series_disputes"),
    path("series/<int:pk>/disputes/add/", series_households.series_add_dispute, name="series_add_dispute"),
    path(
        "series/<int:pk>/households/new/",
        series_households.series_household_new,
        name="series_household_new",
    ),
    path(
        "series/<int:pk>/households/<int:member>/",
        series_households.series_household,
        name="series_household",
    ),
    path(
        "series/<int:pk>/households/<int:member>/edit/",
        series_households.series_household_edit,
        name="series_household_edit",
    ),
    path(
        "series/<int:pk>/households/<int:member>/remove/",
        series_households.series_household_remove,
        name="series_household_remove",
    ),
    path(
        "series/<int:pk>/households/<int:member>/phone/",
        series_households.series_phone,
        name="series_phone",
    ),
    path("series/<int:pk>/close/", series.series_close, name="series_close"),
    path("series/<int:pk>/reopen/", series.series_reopen, name="series_reopen"),
    path("<str:number>/", cases.case_detail, name="case_detail"),
    path("<str:number>/parties/<int:party>/<str:field>/reveal/", cases.party_reveal, name="party_reveal"),
    path("<str:number>/<str:step>/", cases.case_step, name="case_step"),
]
