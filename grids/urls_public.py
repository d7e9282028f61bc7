"""Short addresses for codes on walls; nobody has to log in."""

from django.urls import path, re_path

from grids.enums.public import TOKEN_PATTERN
from grids.views import public, public_progress, public_reports, public_suggestions

app_name = "public"
urlpatterns = [
    path("", public.home, name="home"),
    path("about/", public.about, name="about"),
    path("privacy/", public.privacy, name="privacy"),
    path("progress/", public_progress.progress, name="progress"),
    path("progress/unsolved/", public_progress.unsolved, name="unsolved"),
    path("progress/solved/", public_progress.solved, name="solved"),
    path("receipt/<str:key>/", public_reports.receipt, name="receipt"),
    path("receipt/<str:key>/separate/", public_reports.separate, name="separate"),
    path("suggest/", public_suggestions.suggest, name="suggest"),
    re_path(rf"^{TOKEN_PATTERN}/$", public.at_place, name="place"),
    re_path(rf"^{TOKEN_PATTERN}/report/$", public_reports.report, name="report"),
    re_path(rf"^{TOKEN_PATTERN}/suggest/$", public_suggestions.suggest, name="suggest_at"),
]
