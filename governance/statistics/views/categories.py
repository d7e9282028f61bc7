from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from governance.kernel.pages import requires
from governance.statistics.board import ancestors
from governance.statistics.categories import break_down
from governance.statistics.enums import Right
from governance.statistics.questions import explained_indicator, read_place
from governance.statistics.reading import read_value


@require_safe
@requires(Right.VIEW)
def categories(request: HttpRequest, key: str) -> HttpResponse:
    """A figure by the sorts of its rows: a page, or a block of the board."""
    area, span = read_place(request.GET.dict(), request.user)
    reading = read_value(explained_indicator(key), area=area, span=span)
    context = {
        "breakdown": break_down(reading, request.user),
        "indicator": reading.indicator,
        "area": area,
        "above": ancestors(area, request.user, span.as_of),
    }
    part = "statistics/_categories.html" if request.htmx else "statistics/categories.html"
    return render(request, part, context)
