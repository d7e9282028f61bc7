"""The portal's addresses and two views that cost as little as Django can: what a page is held against."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.urls import include, path

from governance.areas.models import AreaLevel


@login_not_required
def minimal(request: HttpRequest) -> JsonResponse:
    """Through every middleware, then a constant."""
    return JsonResponse({"ok": True})


@login_not_required
def one_row(request: HttpRequest) -> JsonResponse:
    """The same with one row of a small table."""
    return JsonResponse({"level": AreaLevel.objects.values_list("key", flat=True).first()})


urlpatterns = [
    path("bench/minimal/", minimal, name="bench_minimal"),
    path("bench/one-row/", one_row, name="bench_one_row"),
    path("", include("config.urls")),
]
