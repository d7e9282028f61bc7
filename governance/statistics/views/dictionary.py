from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from governance.kernel.days import today
from governance.kernel.pages import requires
from governance.statistics.enums import LONGEST_SEARCH, Right
from governance.statistics.presenting.dictionary import dictionary_file, dictionary_page, entry_page
from governance.statistics.questions import (
    explained_indicator,
    find_area,
    own_area,
    own_area_code,
    read_span,
    refuse_unknown,
)
from governance.statistics.showing import asked_form


@require_safe
@requires(Right.VIEW)
def show_dictionary(request: HttpRequest) -> HttpResponse:
    """Every indicator by block, or those that a search finds."""
    given = request.GET.dict()
    refuse_unknown(given, {"q", "format"})
    asked, area = given.get("q", "")[:LONGEST_SEARCH], own_area(request.user, today())
    if form := asked_form(given):
        return dictionary_file(area, asked, form)
    return render(request, "statistics/dictionary.html", dictionary_page(area, asked))


@require_safe
@requires(Right.VIEW)
def show_entry(request: HttpRequest, key: str) -> HttpResponse:
    """One indicator with its figure in an area, its versions, and what other definitions of it give."""
    given = request.GET.dict()
    refuse_unknown(given, {"area", "from", "to", "as_of"})
    span, indicator = read_span(given), explained_indicator(key)
    area = find_area(given.get("area") or own_area_code(request.user), request.user, span.as_of)
    return render(request, "statistics/entry.html", entry_page(indicator.key, area, span, request.user))
