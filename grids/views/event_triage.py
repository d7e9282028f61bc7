"""The dispatcher's page: one event at a time, the next comes up by itself after a verb."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from governance.kernel.pages import requires
from grids.enums.rights import EventRight as Right
from grids.models import Event
from grids.presenting.events import page_of, step_entries, triage_row
from grids.states.events import AT_THE_DESK

SHOWN = 30


@require_safe
@requires(Right.DISPATCH)
def event_triage(request):
    """What waits for the dispatcher, the most urgent first; `?number=` opens another than the first."""
    waiting = Event.objects.for_user(request.user).for_page().filter(case__state__in=AT_THE_DESK)
    events = list(waiting.order_by("case__queue_at", "case_id")[:SHOWN])
    events = [event for event in events if request.user.may(Right.DISPATCH, event.area_code)]
    asked = request.GET.get("number")
    current = next((event for event in events if event.case.number == asked), events[0] if events else None)
    context = {"rows": [triage_row(event) for event in events], "count": len(events)}
    context["count_capped"] = len(events) == SHOWN
    if current:
        context |= page_of(current, request.user, step_entries(current, request.user))
    return render(request, "grids/event_triage.html", context)
