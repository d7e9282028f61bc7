"""What every page without a log-in has in common: kept nowhere, found by no search engine, refusals with a phone."""

from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from governance.kernel.errors import Refused
from grids.actions.tries import TooOften
from grids.presenting.places import Place, find_place


def open_to_all(*methods: str):
    """A page for everybody that knows only `methods`; a `token` in its address comes in as the `place` it names."""

    def wrap(view):
        @wraps(view)
        def opened(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            place = _place(kwargs)
            try:
                answer = view(request, *args, **kwargs)
            except Refused as refusal:
                answer = _refused(request, refusal, place)
            answer["Cache-Control"] = "no-store"
            answer["X-Robots-Tag"] = "noindex, nofollow"
            return answer

        return login_not_required(opened)

    return wrap


def _place(kwargs: dict) -> Place | None:
    if "token" not in kwargs:
        return None
    place = find_place(kwargs.pop("token"))
    if place is None:
        raise Http404
    kwargs["place"] = place
    return place


def _refused(request: HttpRequest, refusal: Refused, place: Place | None) -> HttpResponse:
    """The sentence, and the telephone as the other way."""
    context = {"message": refusal.message, "place": place, "hotline": settings.PUBLIC_HOTLINE}
    if not isinstance(refusal, TooOften):
        return render(request, "public/refused.html", context, status=409)
    answer = render(request, "public/refused.html", context, status=429)
    answer["Retry-After"] = str(refusal.wait)
    return answer
