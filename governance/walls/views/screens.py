"""The wall itself: by its address without a log-in, or of one's own area behind it."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest
from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.areas.outlines import outlines_answer
from governance.kernel.pages import requires
from governance.kernel.throttling import CalledTooOften
from governance.statistics.board import ancestors
from governance.statistics.enums import Right as FigureRight
from governance.statistics.questions import (
    find_area,
    find_indicator,
    own_area_code,
    read_span,
    refuse_unknown,
)
from governance.walls.actions import enter_wall, refuse_small
from governance.walls.choices import usual_mapped, usual_tiles
from governance.walls.enums import REFRESH_SECONDS
from governance.walls.presenting import boundary_of, read_screen


def by_its_address(view):
    """A page that the secret in its address opens: kept nowhere, telling no other site, held to a rate."""

    @wraps(view)
    def opened(request, secret: str) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        refuse_unknown(request.GET.dict(), {"turn"})
        try:
            wall = enter_wall(secret)
        except CalledTooOften as often:
            answer = render(request, "walls/closed.html", {"often": often}, status=429)
            answer["Retry-After"] = str(often.wait)
        else:
            if wall and wall.is_live:
                answer = view(request, wall, secret)
            else:
                answer = render(request, "walls/closed.html", {"wall": wall}, status=410 if wall else 404)
        answer.headers.setdefault("Cache-Control", "no-store")
        answer["Referrer-Policy"] = "no-referrer"
        answer["X-Robots-Tag"] = "noindex, nofollow"
        return answer

    return login_not_required(opened)


@by_its_address
def show(request, wall, secret):
    """The whole page, with the figures of this moment."""
    screen = read_screen(wall.area, wall.tiles, wall.mapped)
    context = {"screen": screen, "name": wall.name, "figures_url": reverse("wall:figures", args=[secret])}
    return render(request, "walls/wall.html", context | {"every": REFRESH_SECONDS})


@by_its_address
def figures(request, wall, secret):
    """What the running page puts in place of its figures."""
    screen = read_screen(wall.area, wall.tiles, wall.mapped, _turn(request))
    return render(request, "walls/_screen.html", {"screen": screen})


@by_its_address
def outlines(request, wall, secret):
    """The outlines the wall is drawn by, as GeoJSON."""
    return outlines_answer(request, boundary_of(wall.area))


@require_safe
@requires(FigureRight.VIEW)
def live(request):
    """The wall of an area within one's own reach, as long as one is logged in."""
    area = _own_area(request)
    context = {
        "screen": read_screen(area, usual_tiles(), _mapped(request)),
        "above": ancestors(area, request.user, read_span({}).as_of),
        "figures_url": f"{reverse('walls:live_figures')}?{request.GET.urlencode()}",
        "every": REFRESH_SECONDS,
    }
    return render(request, "walls/wall.html", context)


@require_safe
@requires(FigureRight.VIEW)
def live_figures(request):
    area = _own_area(request)
    screen = read_screen(area, usual_tiles(), _mapped(request), _turn(request))
    answer = render(request, "walls/_screen.html", {"screen": screen})
    answer["Cache-Control"] = "no-store"
    return answer


def _own_area(request):
    refuse_unknown(request.GET.dict(), {"area", "indicator", "turn"})
    code = request.GET.get("area") or own_area_code(request.user)
    area = find_area(code, request.user, read_span({}).as_of)
    refuse_small(area)
    return area


def _mapped(request) -> list[str]:
    chosen = request.GET.get("indicator", "")
    return [find_indicator(chosen).key] if chosen else usual_mapped()


def _turn(request) -> int:
    text = request.GET.get("turn", "0")
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise BadRequest(_("turn 只能是数字。"))
    return int(text)
