from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from governance.kernel.pages import requires
from governance.statistics.comparing import ASKED, read_sides
from governance.statistics.enums import Right
from governance.statistics.presenting.comparisons import comparison_page
from governance.statistics.presenting.files import comparison_file
from governance.statistics.showing import asked_form, read_showing


@require_safe
@requires(Right.VIEW)
def compare(request: HttpRequest) -> HttpResponse:
    """Two areas, or two periods of one area, side by side."""
    showing = read_showing(request.GET.dict(), request.user, ASKED)
    if form := asked_form(showing.given):
        return comparison_file(showing, *read_sides(showing, request.user), form)
    return render(request, "statistics/compare.html", comparison_page(showing, request.user))
