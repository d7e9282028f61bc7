"""The pages behind the code on the wall, for everybody."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from grids.enums.public import TOKEN_LENGTH
from grids.models import PrivacyNotice
from grids.presenting.notices import notices_now
from grids.presenting.places import Place, find_place, told_at
from grids.views.open_doors import open_to_all

READ = ("GET", "HEAD")


@open_to_all(*READ)
def home(request: HttpRequest) -> HttpResponse:
    """Whoever has no camera types the code from the poster."""
    typed = "".join(request.GET.get("code", "").split()).upper()[: TOKEN_LENGTH * 2]
    if typed and find_place(typed):
        return redirect("public:place", typed)
    error = _("没有这个码。请核对海报上的 8 位字母和数字，或者直接打电话。") if typed else ""
    return render(request, "public/home.html", {"typed": typed, "error": error}, status=400 if error else 200)


@open_to_all(*READ)
def at_place(request: HttpRequest, place: Place) -> HttpResponse:
    """What hangs at the place: whom to call, when the legal adviser is there, what the council decided."""
    context = {"place": place, "hotline": settings.PUBLIC_HOTLINE, **told_at(place)}
    return render(request, "public/place.html", context)


@open_to_all(*READ)
def privacy(request: HttpRequest) -> HttpResponse:
    """The notice of every form as it stands, and as it stood."""
    now = notices_now()
    earlier = PrivacyNotice.objects.exclude(pk__in=[notice.pk for notice in now]).order_by("form", "-version")
    return render(request, "public/privacy.html", {"notices": now, "earlier": earlier})


@open_to_all(*READ)
def about(request: HttpRequest) -> HttpResponse:
    """Who runs the portal, under which number it is filed, and what it does not do."""
    return render(
        request,
        "public/about.html",
        {
            "operator": settings.PORTAL_OPERATOR,
            "filing": settings.PORTAL_FILING,
            "hotline": settings.PUBLIC_HOTLINE,
        },
    )
