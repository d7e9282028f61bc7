from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from disputes.actions.centres import (
    add_room,
    add_unit,
    add_window,
    end_part,
    plan_roster,
    set_contact,
)
from disputes.enums.rights import Right
from disputes.filters.centres import CentreFilter
from disputes.models import MediationCentre, RosterEntry
from disputes.presenting.centres import PART_FORMS, centre_context, part_forms
from disputes.presenting.counter import queue_of
from disputes.tables.centres import CENTRES
from governance.kernel.days import today
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand

ADDING = {
    "contact": set_contact,
    "windows": add_window,
    "units": add_unit,
    "roster": plan_roster,
    "rooms": add_room,
}


class CentreList(ListPage):
    required_right = Right.VIEW
    filterset_class = CentreFilter
    order = ("area_code", "id")
    template_name = "disputes/centre_list.html"
    rows_template = "disputes/_centre_rows.html"
    layout = CENTRES

    def rows_for(self, user):
        return MediationCentre.objects.for_user(user).open().select_related("area", "level")


def find_centre(user, pk: int) -> MediationCentre:
    return get_object_or_404(MediationCentre.objects.for_user(user).select_related("area", "level"), pk=pk)


@require_safe
@requires(Right.VIEW)
def centre_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The windows and units of a day, to be read in the hall and printed for its door."""
    centre = find_centre(request.user, pk)
    try:
        day = parse_date(request.GET.get("day", "")) or today()
    except ValueError:
        day = today()
    may = {
        "may_manage": request.user.may(Right.CENTRE, centre.area_code),
        "may_receive": request.user.may(Right.REGISTER, centre.area_code),
    }
    return render(request, "disputes/centre_detail.html", centre_context(centre, day) | may)


@require_safe
@requires(Right.VIEW)
def hall(request: HttpRequest, pk: int) -> HttpResponse:
    """The screen of the waiting hall: which number is called to which window."""
    centre = find_centre(request.user, pk)
    context = {"centre": centre, "wall_title": centre.name, "queue": queue_of(centre, request.user)}
    answer = render(request, "disputes/hall.html", context)
    answer["Refresh"] = "8"  # seconds
    return answer


@require_safe
@requires(Right.VIEW)
def centre_manage(request: HttpRequest, pk: int) -> HttpResponse:
    centre = find_centre(request.user, pk)
    demand(request.user, Right.CENTRE, centre.area_code)
    return _show(request, centre)


def _show(request, centre: MediationCentre, *, tried: dict | None = None) -> HttpResponse:
    roster = RosterEntry.objects.filter(window__centre=centre, day__gte=today()).select_related(
        "window", "unit"
    )
    context = centre_context(centre) | {
        "forms": part_forms(centre, tried),
        "roster": roster[:60],
        "windows": centre.windows.filter(closed_on=None),
    }
    return render(request, "disputes/centre_manage.html", context, status=400 if tried else 200)


@require_POST
@requires(Right.VIEW)
def centre_add(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Add a room, window or unit, plan a unit at a window, or say how the centre is reached."""
    centre = find_centre(request.user, pk)
    demand(request.user, Right.CENTRE, centre.area_code)
    if part not in PART_FORMS:
        raise Http404
    form = PART_FORMS[part](request.POST, centre=centre)
    if not form.is_valid():
        return _show(request, centre, tried={part: form})
    try:
        ADDING[part](centre, by=request.user, **form.cleaned_data)
    except ValidationError as invalid:
        form.add_error(None, invalid.messages)
        return _show(request, centre, tried={part: form})
    messages.success(request, _("已保存。{centre}的页面和排班已更新。").format(centre=centre))
    return redirect("disputes:centre_manage", pk)


@require_POST
@requires(Right.VIEW)
def centre_end(request: HttpRequest, pk: int, part: str, row: int) -> HttpResponse:
    centre = find_centre(request.user, pk)
    demand(request.user, Right.CENTRE, centre.area_code)
    parts = {
        "windows": centre.windows,
        "units": centre.units,
        "rooms": centre.rooms,
        "roster": RosterEntry.objects.filter(window__centre=centre),
    }
    if part not in parts:
        raise Http404
    found = get_object_or_404(parts[part], pk=row)
    end_part(found, by=request.user)
    messages.success(request, _("{part}已停用、撤出或取消。").format(part=found))
    return redirect("disputes:centre_manage", pk)
