"""Reporting an event: the class by a tap, the category by a tap, then what happened; and what became of mine."""

from uuid import UUID

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.kernel.pages import requires
from grids.actions.events import report_event
from grids.enums.events import EventGrade
from grids.enums.rights import EventRight, Right
from grids.forms.events import ReportForm
from grids.models import Event, EventCategory, Household, Visit
from grids.presenting.events import mine_of
from grids.rules.events import ways_instead
from grids.views.frames import frame_of


@requires(EventRight.REPORT)
def event_report(request):
    """`?class=E01` shows what lies in a class, `?category=E0102` the form; a visit or a door is carried along."""
    chosen = _category(request, "category")
    if chosen is None:
        return _choose(request, _category(request, "class"))
    visit, household = _visit(request), _household(request)
    household = household or (visit.household if visit else None)
    form = ReportForm(
        request.POST or None, request.FILES or None, user=request.user, is_from_visit=visit is not None,
        initial=_carried(visit, household),
    )  # fmt: skip
    if form.is_valid():
        event, _created = report_event(
            by=request.user, category=chosen, visit=visit, household=household, **form.report
        )
        return _done(request, event)
    context = {"form": form, "category": chosen, "visit": visit, "household": household}
    context |= {"is_urgent": chosen.grade == EventGrade.URGENT, "frame_template": frame_of(request.user)}
    return render(request, "grids/event_report.html", context, status=400 if form.is_bound else 200)


def _choose(request, group):
    """The taps: classes first, then what lies in one."""
    rows = EventCategory.objects.filter(is_open=True, parent=group)
    context = {
        "group": group,
        "rows": rows,
        "instead": ways_instead(request.user),
        "carried": _kept(request),
        "frame_template": frame_of(request.user),
    }
    return render(request, "grids/event_choose.html", context)


def _done(request, event):
    case = event.case
    words = _("已上报，编号 {number}。反映人可以凭查询码 {code} 看进度。")
    messages.success(request, words.format(number=case.number, code=case.public_code))
    return redirect("grids:event_detail", case.number)


def _category(request, name: str):
    code = request.GET.get(name, "")
    return (
        get_object_or_404(EventCategory.objects.reportable().select_related("parent"), pk=code)
        if code
        else None
    )


def _visit(request):
    """The visit the report is opened from; a number that is none, or another's, leaves the form empty."""
    try:
        number = UUID(request.GET.get("visit", ""))
    except ValueError:
        return None
    visits = Visit.objects.for_user(request.user).select_related("household", "area")
    visit = visits.filter(client_uuid=number).first()
    return visit if visit and request.user.may(Right.ROSTER, visit.area_code) else None


def _household(request):
    pk = request.GET.get("household", "")
    rows = Household.objects.for_user(request.user)
    return rows.filter(pk=pk).first() if pk.isascii() and pk.isdigit() and len(pk) < 19 else None


def _carried(visit, household) -> dict:
    """What is known already, so that nothing is typed twice."""
    if visit:
        place = str(household) if household else visit.place
        return {"text": visit.note, "place": place, "area": visit.area_code}
    return {"place": str(household), "area": household.area_code} if household else {}


def _kept(request) -> str:
    """The part of the address that goes along from tap to tap."""
    query = request.GET.copy()
    for name in ("class", "category"):
        query.pop(name, None)
    return f"&{query.urlencode()}" if query else ""


@require_safe
@requires(EventRight.REPORT)
def my_events(request):
    """What I reported and who has it since when; what is with my seat."""
    events = Event.objects.for_user(request.user).for_page()
    seats = [seat.post_id for seat in request.user.seats]
    context = {
        "reported": mine_of(events.reported_by(request.user).order_by("-case_id")[:20]),
        "handled": mine_of(events.open().filter(case__owner_post__in=seats).order_by("case__queue_at")[:20]),
        "may_dispatch": request.user.may(EventRight.DISPATCH),
        "frame_template": frame_of(request.user),
    }
    return render(request, "grids/my_events.html", context)
