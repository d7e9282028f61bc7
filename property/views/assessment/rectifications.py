from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.casework.presenting import back_to
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from property.actions.cards import lift_card
from property.actions.rectifications import VERBS
from property.enums.assessment import AssessmentRight as Right
from property.filters.assessment import CompanyCardFilter, RectificationFilter
from property.forms.programmes import ReasonForm
from property.models import CompanyCard, Rectification
from property.presenting.assessment import card_rows
from property.presenting.rectifications import (
    rectification_page,
    rectification_rows,
    step_entries,
    step_form,
)
from property.states.assessment import RECTIFICATION_STEPS
from property.tables.assessment import CARDS, RECTIFICATIONS
from property.views.programmes import fill_in


class RectificationList(ListPage):
    required_right = Right.VIEW
    filterset_class = RectificationFilter
    order = ("-case_id",)
    template_name = "property/rectification_list.html"
    rows_template = "property/_rectification_rows.html"
    layout = RECTIFICATIONS

    def rows_for(self, user):
        return Rectification.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        return super().context(request, filtered, page) | {"rows": rectification_rows(page)}


def find(user, number: str) -> Rectification:
    rows = Rectification.objects.for_user(user).select_related(
        "area", "item", "case__area", "assessment__compound", "assessment__company", "assessment__round__area"
    )
    return get_object_or_404(rows, case__number=number)


@requires(Right.VIEW)
@require_safe
def rectification_detail(request, number: str):
    ticket = find(request.user, number)
    return _show(request, ticket, step_entries(ticket, request.user))


def _show(request, ticket: Rectification, entries: list, *, status: int = 200):
    context = rectification_page(ticket, entries)
    return render(request, "property/rectification_detail.html", context, status=status)


@requires(Right.VIEW)
@require_POST
def rectification_step(request, number: str, step: str):
    """One press of a verb."""
    ticket = find(request.user, number)
    if step not in RECTIFICATION_STEPS:
        raise Http404
    demand(request.user, RECTIFICATION_STEPS[step].right, ticket.area_code)
    form = step_form(step, ticket, request.POST, request.FILES)
    if not form.is_valid():
        entries = step_entries(ticket, request.user, tried=form, tried_step=step)
        return _show(request, ticket, entries, status=400)
    VERBS[step](ticket, by=request.user, **form.given)
    done = _("{number} 已登记“{step}”，现在是“{state}”。")
    state = ticket.case.get_state_display()
    messages.success(request, done.format(number=number, step=RECTIFICATION_STEPS[step].label, state=state))
    return redirect(back_to(request) or reverse("property:rectification_detail", args=[number]))


class CardList(ListPage):
    """Cards of companies, the latest first."""

    required_right = Right.VIEW
    filterset_class = CompanyCardFilter
    order = ("-given_on", "-id")
    template_name = "property/card_list.html"
    rows_template = "property/_card_rows.html"
    layout = CARDS

    def rows_for(self, user):
        return CompanyCard.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        more = {"rows": card_rows(list(page or ())), "may_run": request.user.may(Right.RUN)}
        return super().context(request, filtered, page) | more


@requires(Right.VIEW)
def card_lift(request, pk: int):
    rows = CompanyCard.objects.for_user(request.user).select_related("company", "area")
    card = get_object_or_404(rows, pk=pk)
    demand(request.user, Right.RUN, card.area_code)
    form = ReasonForm(request.POST or None)

    def run():
        lift_card(card, by=request.user, **form.cleaned_data)
        return card.company

    back_url = reverse("property:card_list")
    return fill_in(
        request, form, run, page="company_detail", title=_("解除黄红牌"), back_url=back_url, about=str(card)
    )
