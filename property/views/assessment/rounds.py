from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.kernel.pages import ListPage, requires
from governance.kernel.papers import word_answer
from governance.kernel.scope import demand
from property.actions import rounds as verbs
from property.enums.assessment import AssessmentRight as Right
from property.filters.assessment import RoundFilter
from property.forms.assessment import RoundForm
from property.forms.programmes import ReasonForm
from property.models import AssessmentRound
from property.papers.assessment import file_name, round_list
from property.presenting.assessment import ROUND_TONES, round_page
from property.states.assessment import RoundState
from property.tables.assessment import ROUNDS
from property.views.programmes import fill_in

PRESSES = {"start": verbs.start_round, "hear": verbs.hear_round, "publish": verbs.publish_round}


class RoundList(ListPage):
    """Rounds, the latest quarter first."""

    required_right = Right.VIEW
    filterset_class = RoundFilter
    order = ("-begins_on", "-id")
    template_name = "property/round_list.html"
    rows_template = "property/_round_rows.html"
    layout = ROUNDS

    def rows_for(self, user):
        return AssessmentRound.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        rows = [(row, ROUND_TONES[RoundState(row.state)]) for row in page or ()]
        return super().context(request, filtered, page) | {
            "rows": rows,
            "may_run": request.user.may(Right.RUN),
        }


def find(user, pk: int) -> AssessmentRound:
    return get_object_or_404(AssessmentRound.objects.for_user(user).select_related("area", "sheet"), pk=pk)


@requires(Right.RUN)
def round_open(request):
    """Prepare the round of a quarter."""
    form = RoundForm(request.POST or None, user=request.user)

    def run():
        return verbs.open_round(by=request.user, **form.cleaned_data)

    back_url = reverse("property:round_list")
    return fill_in(request, form, run, page="round_detail", title=_("建立考核轮次"), back_url=back_url)


@requires(Right.VIEW)
@require_safe
def round_detail(request, pk: int):
    return render(request, "property/round_detail.html", round_page(find(request.user, pk), request.user))


@requires(Right.VIEW)
@require_POST
def round_step(request, pk: int, step: str):
    """One press: start, show what was found, publish."""
    round_ = find(request.user, pk)
    demand(request.user, Right.RUN, round_.area_code)
    if step not in PRESSES:
        raise Http404
    PRESSES[step](round_, by=request.user)
    messages.success(request, _("「{}」现在是：{}。").format(round_, round_.get_state_display()))
    return redirect("property:round_detail", pk=pk)


@requires(Right.VIEW)
def round_cancel(request, pk: int):
    round_ = find(request.user, pk)
    demand(request.user, Right.RUN, round_.area_code)
    form = ReasonForm(request.POST or None)

    def run():
        verbs.cancel_round(round_, by=request.user, note=form.cleaned_data["reason"])
        return round_

    back_url = reverse("property:round_detail", args=[pk])
    return fill_in(
        request, form, run, page="round_detail", title=_("取消这一轮"), back_url=back_url, about=str(round_)
    )


@requires(Right.VIEW)
@require_safe
def round_paper(request, pk: int):
    """The published list of a round, in Word; of the projects the person sees."""
    round_ = find(request.user, pk)
    return word_answer(round_list(round_, request.user), file_name(round_))
