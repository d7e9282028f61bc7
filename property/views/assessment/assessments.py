from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.kernel.errors import Refused
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from property.actions import scores as verbs
from property.actions.rectifications import issue_rectifications
from property.enums.assessment import AssessmentRight as Right
from property.enums.assessment import RaterKind
from property.filters.assessment import AssessmentFilter
from property.forms.assessment import AppealForm, DecideForm, ScoresForm, SlipsForm
from property.models import Assessment, ScoreAppeal
from property.presenting.assessment import assessment_page, assessment_rows
from property.rules.assessment import check_rater, check_scoring, seats_of
from property.rules.results import items_of
from property.states.assessment import RoundState
from property.tables.assessment import ASSESSMENTS


class AssessmentList(ListPage):
    """Projects by round, each with its published result; the best first on the file, by place on the page."""

    required_right = Right.VIEW
    filterset_class = AssessmentFilter
    order = ("-begins_on", "area_code", "id")
    template_name = "property/assessment_list.html"
    rows_template = "property/_assessment_rows.html"
    layout = ASSESSMENTS

    def rows_for(self, user):
        return Assessment.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        to_score = [(rater, RaterKind(rater).label) for rater in seats_of(request.user)]
        more = {"rows": assessment_rows(page), "to_score": to_score}
        return super().context(request, filtered, page) | more


def find(user, pk: int) -> Assessment:
    rows = Assessment.objects.for_user(user)
    return get_object_or_404(
        rows.select_related("area", "compound", "company", "contract", "round__area", "round__sheet"), pk=pk
    )


@requires(Right.VIEW)
@require_safe
def assessment_detail(request, pk: int):
    context = assessment_page(find(request.user, pk), request.user)
    return render(request, "property/assessment_detail.html", context)


@requires(Right.VIEW)
@require_safe
def assessment_sheet(request, pk: int):
    """The result of one project on a sheet of A4, to be posted in its compound."""
    assessment = find(request.user, pk)
    if assessment.round.state != RoundState.PUBLISHED:
        raise Http404
    context = assessment_page(assessment, request.user) | {"printed_at": timezone.localtime()}
    return render(request, "property/assessment_sheet.html", context)


@requires(Right.VIEW)
def assessment_score(request, pk: int, rater: str):
    """One rater's sheet for one project, section by section."""
    assessment = find(request.user, pk)
    demand(request.user, Right.SCORE, assessment.area_code)
    if rater not in RaterKind or rater == RaterKind.OWNERS:
        raise Http404
    if request.method != "POST":
        check_rater(assessment, rater, request.user)
        check_scoring(assessment.round)
    rows = items_of(assessment, assessment.round.sheet.items.all())
    form = ScoresForm(request.POST or None, request.FILES or None, rows=rows, rater=rater)

    def run():
        verbs.give_scores(assessment, by=request.user, rater=rater, given=form.given)

    more = {"rater": RaterKind(rater).label}
    return _fill_in(request, form, run, assessment, _("提交评分"), "property/assessment_score.html", **more)


@requires(Right.VIEW)
def assessment_slips(request, pk: int):
    """The owners' answers as counted."""
    assessment = find(request.user, pk)
    demand(request.user, Right.SCORE, assessment.area_code)
    names = ("satisfied", "fair", "unsatisfied")
    initial = dict(zip(names, assessment.slips or (), strict=False))
    form = SlipsForm(request.POST or None, initial=initial)

    def run():
        verbs.count_slips(assessment, by=request.user, **form.cleaned_data)

    return _fill_in(request, form, run, assessment, _("登记业主评议"))


@requires(Right.VIEW)
def assessment_appeal(request, pk: int):
    """What the company objects to, as it was handed in."""
    assessment = find(request.user, pk)
    demand(request.user, Right.ANSWER, assessment.area_code)
    rows = items_of(assessment, assessment.round.sheet.items.all())
    items = [row.item for row in rows if row.deductions]
    form = AppealForm(request.POST or None, request.FILES or None, items=items)

    def run():
        verbs.hand_in_appeal(assessment, by=request.user, **form.cleaned_data)

    return _fill_in(request, form, run, assessment, _("登记申诉"))


@requires(Right.VIEW)
def appeal_decide(request, pk: int):
    rows = ScoreAppeal.objects.for_user(request.user)
    appeal = get_object_or_404(rows.select_related("item", "assessment__round__area"), pk=pk)
    demand(request.user, Right.RUN, appeal.assessment.round.area_code)
    assessment = find(request.user, appeal.assessment_id)
    form = DecideForm(request.POST or None)

    def run():
        verbs.decide_appeal(appeal, by=request.user, **form.cleaned_data)

    return _fill_in(request, form, run, assessment, _("裁定申诉"), appeal=appeal)


@requires(Right.VIEW)
@require_POST
def assessment_rectify(request, pk: int):
    """A ticket for every deduction, by one press."""
    assessment = find(request.user, pk)
    demand(request.user, Right.RUN, assessment.area_code)
    made = issue_rectifications(assessment, by=request.user)
    messages.success(request, _("已下达 {} 份整改通知。").format(len(made)))
    return redirect("property:assessment_detail", pk=pk)


def _fill_in(request, form, run, assessment, title, template="property/assessment_form.html", **more):
    """The form of a verb on one project, and back to its page; what is refused leaves what was typed standing."""
    status = 400
    if request.method == "POST" and form.is_valid():
        try:
            run()
        except ValidationError as invalid:
            form.add_error(None, invalid.messages)
        except Refused as refusal:
            form.add_error(None, refusal.message)
            status = 409
        else:
            messages.success(request, _("{}：已办理{}。").format(assessment, title))
            return redirect("property:assessment_detail", pk=assessment.pk)
    back_url = reverse("property:assessment_detail", args=[assessment.pk])
    context = {"form": form, "title": title, "assessment": assessment, "back_url": back_url}
    return render(request, template, context | more, status=status if form.errors else 200)
