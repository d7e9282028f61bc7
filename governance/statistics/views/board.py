from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from governance.kernel.pages import requires
from governance.statistics import board
from governance.statistics.categories import categories_url
from governance.statistics.changes import last_change
from governance.statistics.counting import AREA
from governance.statistics.dictionary import read_entry
from governance.statistics.enums import Right
from governance.statistics.presenting.boards import board_page
from governance.statistics.presenting.files import board_file
from governance.statistics.questions import explained_indicator, find_group, read_place
from governance.statistics.reading import read_value
from governance.statistics.showing import asked_form, read_showing


@require_safe
@requires(Right.VIEW)
def show_board(request: HttpRequest) -> HttpResponse:
    """The figures of an area that a role or a person steers by, with one of them in depth.

    `wall=1` is the old address of the meeting room's page.
    """
    showing = read_showing(request.GET.dict(), request.user, frozenset({"wall", "format"}))
    if showing.given.get("wall") == "1":
        given = {name: showing.given[name] for name in ("area", "indicator") if name in showing.given}
        return redirect(reverse("walls:live", query=given))
    if form := asked_form(showing.given):
        return board_file(showing, form)
    return render(request, "statistics/board.html", board_page(showing, request.user))


@require_safe
@requires(Right.VIEW)
def show_group(request: HttpRequest, group: str) -> HttpResponse:
    """Every figure of a group for an area and a period, each with both its numbers and its formula."""
    area, span = read_place(request.GET.dict(), request.user)
    group = find_group(group)
    context = {
        "area": area,
        "above": board.ancestors(area, request.user, span.as_of),
        "group": group,
        "lines": board.group_lines(group, area, span, request.user),
        "span": span,
    }
    return render(request, "statistics/group.html", context)


@require_safe
@requires(Right.VIEW)
def explain_indicator(request: HttpRequest, key: str) -> HttpResponse:
    """Where a figure comes from: definition, formula, both sides with their lists, rows by area."""
    area, span = read_place(request.GET.dict(), request.user)
    reading = read_value(explained_indicator(key), area=area, span=span, by=AREA)
    context = {
        "reading": reading,
        "indicator": reading.indicator,
        "entry": read_entry(key, area, span.to_on),
        "area": area,
        "above": board.ancestors(area, request.user, span.as_of),
        "lists": board.open_lists(reading, request.user),
        "links": board.explain_links(reading),
        "change": last_change(reading),
        "categories_url": categories_url(reading, request.user),
        "as_of": timezone.now() if "as_of" not in request.GET else span.as_of,
    }
    part = "statistics/_explain.html" if request.htmx else "statistics/explain.html"
    return render(request, part, context)
