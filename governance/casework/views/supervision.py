from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.casework.actions import supervision as verbs
from governance.casework.enums import Right
from governance.casework.filters.supervision import LetterFilter, SupervisionFilter
from governance.casework.forms.supervision import AnswerForm, LeadForm, LiftForm, SuperviseForm
from governance.casework.models import Case, Supervision, WarningLetter
from governance.casework.presenting.supervision import letter_page, supervision_page
from governance.casework.tables.supervision import LETTERS, SUPERVISIONS
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand


class SupervisionList(ListPage):
    """督办 and cards of the offices in scope, the latest first. Offices are named, never persons."""

    required_right = Right.VIEW
    filterset_class = SupervisionFilter
    order = ("-given_on", "-id")
    template_name = "casework/supervision_list.html"
    rows_template = "casework/_supervision_rows.html"
    layout = SUPERVISIONS

    def rows_for(self, user):
        return Supervision.objects.for_user(user).for_list()


class LetterList(ListPage):
    """Letters of warning to the offices in scope, the latest first."""

    required_right = Right.VIEW
    filterset_class = LetterFilter
    order = ("-sent_on", "-id")
    template_name = "casework/letter_list.html"
    rows_template = "casework/_letter_rows.html"
    layout = LETTERS

    def rows_for(self, user):
        return WarningLetter.objects.for_user(user).for_list()


def _given(request, pk) -> Supervision:
    rows = Supervision.objects.for_user(request.user).select_related("area", "case__area", "given_by")
    return get_object_or_404(rows.select_related("answered_by", "lifted_by", "area", "case__area"), pk=pk)


def _letter(request, pk) -> WarningLetter:
    rows = WarningLetter.objects.for_user(request.user)
    return get_object_or_404(
        rows.select_related("area", "case__area", "sent_by", "read_by", "answered_by"), pk=pk
    )


@require_safe
@requires(Right.VIEW)
def supervision_detail(request, pk):
    return _show_supervision(request, _given(request, pk))


def _show_supervision(request, given, *, answer=None, lift=None):
    context = supervision_page(given, request.user)
    context |= {"answer_form": answer or AnswerForm(), "lift_form": lift or LiftForm()}
    return render(request, "casework/supervision_detail.html", context, status=400 if answer or lift else 200)


@require_POST
@requires(Right.VIEW)
def supervision_answer(request, pk):
    given = _given(request, pk)
    demand(request.user, Right.ANSWER, given.area_code)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _show_supervision(request, given, answer=form)
    verbs.answer_supervision(given, by=request.user, answer=form.cleaned_data["answer"])
    messages.success(request, _("整改说明已提交，督办单位能看到。"))
    return redirect("casework:supervision_detail", pk)


@require_POST
@requires(Right.VIEW)
def supervision_lift(request, pk):
    given = _given(request, pk)
    demand(request.user, Right.SUPERVISE, given.area_code)
    form = LiftForm(request.POST)
    if not form.is_valid():
        return _show_supervision(request, given, lift=form)
    verbs.lift_supervision(given, by=request.user, reason=form.cleaned_data["reason"])
    messages.success(request, _("已解除对{office}的督办。").format(office=given.area))
    return redirect("casework:supervision_detail", pk)


@require_safe
@requires(Right.VIEW)
def letter_detail(request, pk):
    context = letter_page(_letter(request, pk), request.user) | {"answer_form": AnswerForm()}
    return render(request, "casework/letter_detail.html", context)


@require_safe
@requires(Right.VIEW)
def letter_sheet(request, pk):
    """The letter on paper."""
    letter = _letter(request, pk)
    context = {"letter": letter, "printed_at": timezone.now(), "sheet_body": "casework/_letter_body.html"}
    return render(request, "casework/letter_sheet.html", context)


@require_POST
@requires(Right.VIEW)
def letter_read(request, pk):
    letter = _letter(request, pk)
    demand(request.user, Right.ANSWER, letter.area_code)
    verbs.read_letter(letter, by=request.user)
    messages.success(request, _("预警函 {number} 已签收。").format(number=letter.number))
    return redirect("casework:letter_detail", pk)


@require_POST
@requires(Right.VIEW)
def letter_answer(request, pk):
    letter = _letter(request, pk)
    demand(request.user, Right.ANSWER, letter.area_code)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        context = letter_page(letter, request.user) | {"answer_form": form}
        return render(request, "casework/letter_detail.html", context, status=400)
    verbs.answer_letter(letter, by=request.user, answer=form.cleaned_data["answer"])
    messages.success(request, _("预警函 {number} 已答复。").format(number=letter.number))
    return redirect("casework:letter_detail", pk)


@require_POST
@requires(Right.VIEW)
def case_supervise(request, number):
    case = get_object_or_404(Case.objects.for_user(request.user).for_list(), number=number)
    demand(request.user, Right.SUPERVISE, case.area_code)
    return _of_case(
        request, case, SuperviseForm(request.POST, case=case), verbs.supervise_case, _("已督办。")
    )


@require_POST
@requires(Right.VIEW)
def case_lead(request, number):
    case = get_object_or_404(Case.objects.for_user(request.user).for_list(), number=number)
    demand(request.user, Right.DISPATCH, case.area_code)
    return _of_case(
        request, case, LeadForm(request.POST, case=case), verbs.appoint_lead, _("已确定包案领导。")
    )


def _of_case(request, case, form, verb, done):
    """A form beside the steps of a case, back to the case afterwards; on a page of its own while it lacks something."""
    if not form.is_valid():
        context = {"form": form, "case": case, "action_url": request.path}
        return render(request, "casework/case_form.html", context, status=400)
    verb(case, by=request.user, **form.cleaned_data)
    messages.success(request, f"{case.number} {done}")
    return redirect(case.of_kind.detail_page, case.number)
