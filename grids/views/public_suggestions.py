"""投诉建议 from everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from grids.actions.suggestions import raise_suggestion
from grids.actions.tries import count_try
from grids.enums.public import NoticeForm, TryPurpose
from grids.forms.public import SuggestForm
from grids.presenting.codes import address_of, qr_svg
from grids.presenting.notices import notice_of
from grids.presenting.places import Place
from grids.presenting.suggestions import published_at, town_choices, town_of
from grids.views.open_doors import open_to_all


@open_to_all("GET", "HEAD", "POST")
def suggest(request: HttpRequest, place: Place | None = None) -> HttpResponse:
    """From a poster the community answers; from anywhere else the town that is chosen."""
    if request.method == "POST":
        count_try(TryPurpose.SUGGEST)
    areas = [] if place else town_choices()
    form = SuggestForm(request.POST or None, what="suggest", areas=areas)
    if form.is_valid():
        content = form.content
        area = town_of(content.pop("area")) if areas else place.area
        code = place.code if place else None
        raised = raise_suggestion(by=None, area=area, client_uuid=form.client_uuid, code=code, **content)
        return _receipt(request, raised.suggestion, place)
    context = {"form": form, "place": place, "notice": notice_of(NoticeForm.SUGGESTION)}
    context["published"] = published_at(place.area) if place else []
    return render(request, "public/suggest.html", context, status=400 if form.is_bound else 200)


def _receipt(request: HttpRequest, suggestion, place: Place | None) -> HttpResponse:
    way = address_of(request, "public:progress", query={"code": suggestion.public_code})
    context = {
        "suggestion": suggestion,
        "place": place,
        "qr": qr_svg(way),
        "has_phone": bool(suggestion.tail_index),
    }
    return render(request, "public/suggested.html", context)
