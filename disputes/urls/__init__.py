"""The paths of the room by noun, one dispute last: its number may be any word."""

from disputes.urls import cases, court, desk, figures, papers, series

app_name = "disputes"
urlpatterns = [
    *desk.urlpatterns,
    *series.urlpatterns,
    *figures.urlpatterns,
    *papers.urlpatterns,
    *court.urlpatterns,
    *cases.urlpatterns,
]
