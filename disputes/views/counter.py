"""接待台: the first page of the window, where visitors are called, received and sent on."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from disputes.actions.receptions import receive_visitor
from disputes.actions.tickets import call_next, call_ticket, draw_ticket, leave_ticket
from disputes.enums.rights import Right
from disputes.forms.receptions import MatterForms, ReceptionForm
from disputes.models import CentreWindow, MediationCentre, QueueTicket
from disputes.presenting.counter import DAY, centres_for, counts_of, draft_rows, periods, queue_of
from governance.kernel.errors import Refused
from governance.kernel.pages import requires
from governance.kernel.scope import demand
from grids.presenting.codes import address_of, qr_svg


@requires(Right.REGISTER)
def counter(request: HttpRequest) -> HttpResponse:
    """One page: the queue, the form of a reception, the counts. A reception goes on to its one draft, if it has one."""
    centres = centres_for(request.user)
    centre = _chosen(request, centres)
    if centre is None:
        return render(request, "disputes/counter_closed.html")
    form = ReceptionForm(request.POST or None, user=request.user, initial=_begun(request, centre))
    matters = MatterForms(request.POST or None, prefix="matter")
    if request.method == "POST" and form.is_valid() and matters.is_valid():
        return _receive(request, form, matters)
    context = _context(request, centre) | {"centres": centres, "form": form, "matters": matters}
    return render(request, "disputes/counter.html", context, status=400 if request.method == "POST" else 200)


def _chosen(request, centres: list[MediationCentre]) -> MediationCentre | None:
    asked = request.POST.get("centre") or request.GET.get("centre", "")
    return next((centre for centre in centres if str(centre.pk) == asked), centres[0] if centres else None)


def _begun(request, centre: MediationCentre) -> dict:
    return {"centre": centre.pk, "ticket": request.GET.get("ticket", "")}


def _context(request, centre: MediationCentre) -> dict:
    spans = periods()
    period = request.GET.get("period") if request.GET.get("period") in spans else DAY
    return {
        "centre": centre,
        "queue": queue_of(centre, request.user),
        "drafts": draft_rows(request.user),
        "counts": counts_of(centre, request.user, spans[period][1]),
        "tabs": [
            {"label": name, "url": f"?centre={centre.pk}&period={key}", "active": key == period}
            for key, (name, _since) in spans.items()
        ],
        "own_window": request.session.get("window"),
        "ticket": _ticket(request),
    }


def _ticket(request) -> QueueTicket | None:
    """The number that stands at the desk."""
    asked = request.POST.get("ticket") or request.GET.get("ticket", "")
    if not (asked.isascii() and asked.isdigit()):
        return None
    return QueueTicket.objects.for_user(request.user).for_list().filter(pk=int(asked[:18])).first()


def _receive(request, form, matters) -> HttpResponse:
    given = form.cleaned_data
    reception, drafts = receive_visitor(
        given["centre"],
        by=request.user,
        visitor=form.person,
        matters=[line.raised for line in matters if line.has_changed()],
        channel=given["channel"],
        ticket=given["ticket"],
    )
    done = _("已登记 {visitor} 的来访，{count} 件事项。")
    messages.success(request, done.format(visitor=reception.visitor_masked, count=reception.matters.count()))
    if len(drafts) == 1:
        return redirect(f"{reverse('disputes:case_register')}?draft={drafts[0].pk}")
    return redirect(f"{reverse('disputes:counter')}?centre={reception.centre_id}")


@require_POST
@requires(Right.REGISTER)
def ticket_draw(request: HttpRequest, pk: int) -> HttpResponse:
    centre = get_object_or_404(MediationCentre.objects.for_user(request.user), pk=pk)
    demand(request.user, Right.REGISTER, centre.area_code)
    ticket = draw_ticket(centre, by=request.user)
    return redirect("disputes:ticket_slip", ticket.pk)


@require_POST
@requires(Right.REGISTER)
def ticket_next(request: HttpRequest, pk: int) -> HttpResponse:
    """Call the next one to the window this screen stands at; the screen remembers its window."""
    centre = get_object_or_404(MediationCentre.objects.for_user(request.user), pk=pk)
    demand(request.user, Right.REGISTER, centre.area_code)
    window = _window(request, centre)
    ticket = call_next(centre, by=request.user, window=window)
    return _at_the_desk(ticket)


@require_POST
@requires(Right.REGISTER)
def ticket_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    ticket = get_object_or_404(QueueTicket.objects.for_user(request.user).for_list(), pk=pk)
    demand(request.user, Right.REGISTER, ticket.area_code)
    if step == "leave":
        leave_ticket(ticket, by=request.user)
        messages.success(request, _("{number} 号已离开。").format(number=ticket.shown_number))
        return redirect(f"{reverse('disputes:counter')}?centre={ticket.centre_id}")
    call_ticket(ticket, by=request.user, window=ticket.window or _window(request, ticket.centre))
    return _at_the_desk(ticket)


def _window(request, centre: MediationCentre) -> CentreWindow:
    asked = request.POST.get("window", "")
    number = int(asked[:18]) if asked.isascii() and asked.isdigit() else 0
    window = centre.windows.filter(pk=number).first()
    if window is None:
        raise Refused("no_window", _("请先选择窗口再叫号。"))
    request.session["window"] = window.pk
    return window


def _at_the_desk(ticket: QueueTicket) -> HttpResponse:
    return redirect(f"{reverse('disputes:counter')}?centre={ticket.centre_id}&ticket={ticket.pk}")


@require_safe
@requires(Right.REGISTER)
def ticket_slip(request: HttpRequest, pk: int) -> HttpResponse:
    """The slip to tear off: number, how many are before, and the page that says when it is one's turn."""
    ticket = get_object_or_404(QueueTicket.objects.for_user(request.user).for_list(), pk=pk)
    ahead = (
        QueueTicket.objects.for_user(request.user)
        .waiting()
        .filter(centre=ticket.centre, number__lt=ticket.number)
    )
    way = address_of(request, "waiting:ticket", ticket.token)
    context = {"ticket": ticket, "ahead": ahead.count(), "qr": qr_svg(way)}
    return render(request, "disputes/ticket_slip.html", context)
