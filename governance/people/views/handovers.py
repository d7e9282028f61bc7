from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from governance.people.actions import (
    begin_handover,
    cancel_handover,
    sign_as_giver,
    sign_as_taker,
    sign_for_giver,
)
from governance.people.duties import duties
from governance.people.enums import Right
from governance.people.filters import HandoverFilter
from governance.people.forms import HandoverForm, ReasonForm
from governance.people.frames import frame_of
from governance.people.models import Handover, PostHolding
from governance.people.states import HandoverState
from governance.people.tables import HANDOVERS


class HandoverList(ListPage):
    """Everybody reads their own here, whoever may see people those of the area."""

    filterset_class = HandoverFilter
    order = ("-begun_at", "-id")
    template_name = "people/handover_list.html"
    rows_template = "people/_handover_rows.html"
    layout = HANDOVERS

    def rows_for(self, user):
        return Handover.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        return super().context(request, filtered, page) | {"frame_template": frame_of(request.user)}


@require_safe
def handover_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The checklist as a paper: who hands what to whom, and both signatures."""
    handover = _find(request, pk)
    context = {
        "handover": handover,
        "groups": _groups(handover),
        "side": _side(handover, request.user),
        "may_cancel": handover.state == HandoverState.OPEN
        and request.user.may(Right.MANAGE, handover.area_code),
        "frame_template": frame_of(request.user),
    }
    return render(request, "people/handover_detail.html", context)


@require_POST
def handover_sign(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own side; a superior signs for a giver who is gone, with a reason."""
    handover = _find(request, pk)
    if request.user.pk == handover.to_user_id:
        sign_as_taker(handover, by=request.user)
    elif request.user.pk == handover.from_user_id:
        sign_as_giver(handover, by=request.user)
    else:
        demand(request.user, Right.MANAGE, handover.area_code)
        form = ReasonForm(request.POST)
        reason = form.cleaned_data["note"] if form.is_valid() else ""
        sign_for_giver(handover, by=request.user, reason=reason)
    messages.success(request, _("已签字。"))
    return redirect("people:handover_detail", pk)


@require_POST
@requires(Right.MANAGE)
def handover_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    handover = _find(request, pk)
    form = ReasonForm(request.POST)
    cancel_handover(handover, by=request.user, note=form.cleaned_data["note"] if form.is_valid() else "")
    messages.success(request, _("已取消这次交接。"))
    return redirect("people:handover_detail", pk)


@requires(Right.MANAGE)
def handover_begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw up the checklist before (or after) somebody leaves a seat."""
    held = PostHolding.objects.for_user(request.user).select_related("post__role", "post__area", "user")
    holding = get_object_or_404(held, pk=pk)
    demand(request.user, Right.MANAGE, holding.area_code)
    form = HandoverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            handover = begin_handover(holding.post, by=request.user, giver=holding.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            return redirect("people:handover_detail", handover.pk)
    context = {"holding": holding, "form": form}
    return render(request, "people/handover_begin.html", context, status=400 if form.errors else 200)


def _find(request: HttpRequest, pk: int) -> Handover:
    rows = Handover.objects.for_user(request.user)
    people = rows.select_related("post__role", "post__area", "from_user", "to_user", "giver_signed_by")
    return get_object_or_404(people, pk=pk)


def _groups(handover: Handover) -> list[dict]:
    """The items by duty, with the words of the duty; one no longer registered stands under its key."""
    known, found = duties(), {}
    for item in handover.items.select_related("held_by"):
        found.setdefault(item.duty, []).append(item)
    return [
        {
            "label": known[key].label if key in known else key,
            "of_seat": key in known and known[key].of_seat,
            "is_handed": key in known and known[key].hand is not None,
            "items": items,
        }
        for key, items in found.items()
    ]


def _side(handover: Handover, user) -> str:
    """Which signature this person may give now: taker, giver, for_giver or none."""
    if handover.state != HandoverState.OPEN:
        return ""
    if user.pk == handover.to_user_id:
        return "" if handover.taker_signed_at else "taker"
    if handover.giver_signed_at:
        return ""
    if user.pk == handover.from_user_id:
        return "giver"
    return "for_giver" if user.may(Right.MANAGE, handover.area_code) else ""
