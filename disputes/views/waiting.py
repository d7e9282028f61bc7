"""The waiting page of a slip, for whoever holds it: numbers and windows, no name."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from disputes.actions.tickets import ticket_of
from grids.views.open_doors import open_to_all


@open_to_all("GET", "HEAD")
def ticket(request: HttpRequest, slip: str) -> HttpResponse:
    found = ticket_of(slip)
    if found is None:
        raise Http404
    answer = render(request, "disputes/waiting.html", {"ticket": found.ticket, "ahead": found.ahead})
    answer["Refresh"] = "20"  # seconds; works on a phone without scripts
    return answer
