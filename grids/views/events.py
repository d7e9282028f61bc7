"""Events on the desk and on the phone: the list, one event, its steps."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from governance.audit.actions import reveal
from governance.audit.enums import Right as AuditRight
from governance.casework.presenting import back_to
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from grids.actions.event_steps import VERBS
from grids.enums.rights import EventRight as Right
from grids.filters.events import EventFilter
from grids.forms.event_steps import STEP_FORMS, EventStepForm
from grids.models import Event, EventReporter
from grids.presenting.events import page_of, row_of, step_entries
from grids.states.events import EVENT_STEPS
from grids.tables.events import EVENTS
from grids.views.frames import frame_of


class EventList(ListPage):
    """Every event of the person's area: the list behind the figures."""

    required_right = Right.VIEW
    filterset_class = EventFilter
    order = ("-case_id",)
    template_name = "grids/event_list.html"
    rows_template = "grids/_event_rows.html"
    layout = EVENTS

    def rows_for(self, user):
        return Event.objects.for_user(user).for_list().values(*EVENTS.fields, "case_id", "paused_at")

    def context(self, request, filtered, page):
        return super().context(request, filtered, page) | {
            "rows": [row_of(row) for row in page or ()],
            "may_report": request.user.may(Right.REPORT),
            "may_dispatch": request.user.may(Right.DISPATCH),
            "frame_template": frame_of(request.user),
        }


def find(user, number: str) -> Event:
    """An event within the person's scope."""
    found = Event.objects.for_user(user).for_page().filter(case__number=number).first()
    if found is None:
        raise Http404
    return found


@require_safe
@requires(Right.VIEW)
def event_detail(request, number):
    event = find(request.user, number)
    return show(request, event, step_entries(event, request.user))


def show(request, event, entries, *, status=200):
    context = page_of(event, request.user, entries) | {"frame_template": frame_of(request.user)}
    return render(request, "grids/event_detail.html", context, status=status)


@require_POST
@requires(Right.VIEW)
def event_step(request, number, step):
    """One press of a verb. A form that lacks something comes back open; what a rule forbids is 409."""
    event = find(request.user, number)
    if step not in EVENT_STEPS:
        raise Http404
    taken = EVENT_STEPS[step]
    demand(request.user, taken.right, event.area_code)
    kind = STEP_FORMS.get(step, EventStepForm)
    form = kind(request.POST, request.FILES, event=event, step=taken, user=request.user)
    if not form.is_valid():
        entries = step_entries(event, request.user, tried=form, tried_step=step)
        return show(request, event, entries, status=400)
    VERBS[step](event, by=request.user, **form.given)
    messages.success(request, _("{number} 已{step}。").format(number=number, step=taken.label))
    return redirect(back_to(request) or reverse("grids:event_detail", args=[number]))


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def reporter_reveal(request, number, pk):
    """The telephone of one reporter in the clear, for a stated reason; it is in this answer and kept nowhere."""
    event = find(request.user, number)
    reporter = event.reporters.filter(pk=pk).first()
    if reporter is None:
        raise Http404
    context = {
        "case": event.case,
        "reporter": reporter,
        "label": EventReporter._meta.get_field("phone_masked").verbose_name,
        "value": reveal(reporter, "phone", by=request.user, reason=request.POST.get("reason", "")),
        "frame_template": frame_of(request.user),
    }
    template = "components/masked_value.html" if request.htmx else "grids/event_reveal.html"
    return render(request, template, context)
