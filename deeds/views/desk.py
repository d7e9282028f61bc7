"""The mobile desk: planned in the office, pressed at a table in the compound."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from deeds.actions.desk import book_home, open_session, send_back, stamp_step
from deeds.enums import Right
from deeds.filters.housing import DeskSessionFilter
from deeds.forms.desk import BookForm, DeskSessionForm, SendBackForm, StampForm
from deeds.models import DeskSession
from deeds.presenting.desk import desk_page, report_of
from deeds.tables.housing import DESK_SESSIONS
from governance.kernel.errors import Refused
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand


class DeskList(ListPage):
    required_right = Right.VIEW
    filterset_class = DeskSessionFilter
    order = ("-day", "-id")
    template_name = "deeds/desk_list.html"
    rows_template = "deeds/_desk_rows.html"
    layout = DESK_SESSIONS

    def rows_for(self, user):
        return DeskSession.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        return super().context(request, filtered, page) | {"may_open": request.user.may(Right.ISSUE)}


def _find(request, pk) -> DeskSession:
    return get_object_or_404(DeskSession.objects.for_user(request.user).select_related("project"), pk=pk)


def _to_serve(request, pk) -> DeskSession:
    found = _find(request, pk)
    demand(request.user, Right.ISSUE, found.project.area_code)
    return found


@requires(Right.ISSUE)
def desk_new(request):
    """Plan a session."""
    form = DeskSessionForm(request.POST or None, user=request.user)
    page = {"form": form, "title": _("开一场移动办公桌"), "back_url": reverse("deeds:desk_list")}
    if form.is_valid():
        try:
            made = open_session(by=request.user, **form.cleaned_data)
        except (Refused, ValidationError) as wrong:
            form.add_error(None, getattr(wrong, "message", None) or wrong.messages)
        else:
            messages.success(request, _("已开 {} 一场，请预约住户。").format(made))
            return redirect("deeds:desk_detail", pk=made.pk)
    return render(request, "deeds/housing_verb.html", page, status=400 if form.is_bound else 200)


@requires(Right.VIEW)
@require_safe
def desk_detail(request, pk):
    """The table's own page: big buttons, one home below the other."""
    return _desk(request, _find(request, pk))


@requires(Right.VIEW)
@require_POST
def desk_book(request, pk):
    session = _to_serve(request, pk)
    form = BookForm(request.POST, session=session)
    if form.is_valid():
        try:
            book_home(session, by=request.user, **form.content)
        except (Refused, ValidationError) as wrong:
            form.add_error(None, getattr(wrong, "message", None) or wrong.messages)
        else:
            return redirect("deeds:desk_detail", pk=pk)
    return _desk(request, session, form=form, status=400)


@requires(Right.VIEW)
@require_POST
def desk_stamp(request, pk):
    """One press where no script runs."""
    session, form = _to_serve(request, pk), StampForm(request.POST)
    if not form.is_valid():
        raise Http404
    said = dict(form.cleaned_data)
    appointment = get_object_or_404(session.appointments, pk=said.pop("appointment"))
    stamp_step(appointment, by=request.user, **said)
    return redirect("deeds:desk_detail", pk=pk)


@requires(Right.VIEW)
@require_POST
def desk_send_back(request, pk):
    session, form = _to_serve(request, pk), SendBackForm(request.POST)
    if not form.is_valid():
        raise Refused("reason_required", _("退回要写明原因，请补充后再提交。"))
    appointment = get_object_or_404(session.appointments, pk=form.cleaned_data["appointment"])
    send_back(appointment, by=request.user, reason=form.cleaned_data["reason"])
    return redirect("deeds:desk_detail", pk=pk)


@requires(Right.VIEW)
@require_safe
def desk_report(request, pk):
    """The evening's report, to print."""
    session = _find(request, pk)
    return render(request, "deeds/desk_report.html", {"session": session, **report_of(session)})


def _desk(request, session, *, form=None, status=200):
    page = desk_page(session, request.user, Right.ISSUE)
    page["form"] = form or (BookForm(session=session) if page["may_serve"] and not page["full"] else None)
    return render(request, "deeds/desk_detail.html", page, status=status)
