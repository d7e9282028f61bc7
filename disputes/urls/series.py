"""Disputes alike: series with their households, hints, links between two."""

from django.urls import path

from disputes.views import alike, series, series_files, series_households

urlpatterns = [
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
    path("series/hints/", alike.SeriesHintList.as_view(), name="series_hint_list"),
    path("series/hints/<int:pk>/dismiss/", alike.series_hint_dismiss, name="series_hint_dismiss"),
    path("<str:number>/alike/", alike.case_alike, name="case_alike"),
    path("<str:number>/alike/<str:other>/link/", alike.alike_link, name="alike_link"),
    path("<str:number>/alike/<str:other>/dismiss/", alike.alike_dismiss, name="alike_dismiss"),
]
