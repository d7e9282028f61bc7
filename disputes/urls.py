from django.urls import path

from disputes.views import alike, cases, categories, judging, parties, receptions, safety, series

app_name = "disputes"
urlpatterns = [
    path("", cases.DisputeList.as_view(), name="case_list"),
    path("register/", cases.case_register, name="case_register"),
    path("receptions/", receptions.ReceptionList.as_view(), name="reception_list"),
    path("receptions/register/", receptions.reception_register, name="reception_register"),
    path("matters/", receptions.MatterList.as_view(), name="matter_list"),
    path("series/", series.SeriesList.as_view(), name="series_list"),
    path("series/<int:pk>/", series.series_detail, name="series_detail"),
    path("<str:number>/judge/", judging.case_judge, name="case_judge"),
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
    path("series/hints/", alike.SeriesHintList.as_view(), name="series_hint_list"),
    path("series/hints/<int:pk>/dismiss/", alike.series_hint_dismiss, name="series_hint_dismiss"),
    path("<str:number>/alike/", alike.case_alike, name="case_alike"),
    path("<str:number>/alike/<str:other>/link/", alike.alike_link, name="alike_link"),
    path("<str:number>/alike/<str:other>/dismiss/", alike.alike_dismiss, name="alike_dismiss"),
    path("<str:number>/", cases.case_detail, name="case_detail"),
    path("<str:number>/parties/<int:party>/<str:field>/reveal/", cases.party_reveal, name="party_reveal"),
    path("<str:number>/parties/add/", parties.parties_add, name="parties_add"),
    path("<str:number>/<str:step>/", cases.case_step, name="case_step"),
]
