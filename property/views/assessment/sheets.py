from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.kernel.lifecycle import open_steps
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from property.actions import score_sheets as verbs
from property.enums.assessment import AssessmentRight as Right
from property.filters.assessment import ScoreSheetFilter
from property.forms.assessment import PresetForm, SheetForm
from property.models import ScoreSheet
from property.states.assessment import SHEET_STEPS, SheetState
from property.tables.assessment import SHEETS
from property.views.programmes import fill_in

TONES = {SheetState.DRAFT: "near", SheetState.IN_FORCE: "ok", SheetState.WITHDRAWN: "paused"}


class SheetList(ListPage):
    """Versions of score sheets, the latest first."""

    required_right = Right.VIEW
    filterset_class = ScoreSheetFilter
    order = ("-id",)
    template_name = "property/score_sheet_list.html"
    rows_template = "property/_score_sheet_rows.html"
    layout = SHEETS

    def rows_for(self, user):
        return ScoreSheet.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        rows = [(row, TONES[SheetState(row.state)]) for row in page or ()]
        return super().context(request, filtered, page) | {
            "rows": rows,
            "may_run": request.user.may(Right.RUN),
        }


def find(user, pk: int) -> ScoreSheet:
    return get_object_or_404(ScoreSheet.objects.for_user(user).select_related("area"), pk=pk)


@requires(Right.VIEW)
@require_safe
def sheet_detail(request, pk: int):
    sheet = find(request.user, pk)
    sections: dict[str, list] = {}
    for item in sheet.items.all():
        sections.setdefault(item.section, []).append(item)
    may_run = request.user.may(Right.RUN, sheet.area_code)
    context = {
        "sheet": sheet,
        "tone": TONES[SheetState(sheet.state)],
        "sections": [(name, sum(item.marks for item in items), items) for name, items in sections.items()],
        "weights": sheet.weights.all(),
        "steps": open_steps(sheet, request.user),
        "may_revise": may_run and sheet.state == SheetState.DRAFT,
        "may_renew": may_run and sheet.state != SheetState.DRAFT,
    }
    return render(request, "property/score_sheet_detail.html", context)


@requires(Right.RUN)
def sheet_draft(request):
    """Begin a sheet from a pattern."""
    form = PresetForm(request.POST or None, user=request.user)

    def run():
        return verbs.draft_sheet(by=request.user, **form.cleaned_data)

    back_url = reverse("property:sheet_list")
    return fill_in(request, form, run, page="sheet_detail", title=_("起草考核标准"), back_url=back_url)


@requires(Right.VIEW)
def sheet_revise(request, pk: int):
    """Change a draft."""
    sheet = _to_run(request, pk)
    form = SheetForm(request.POST or None, sheet=sheet)

    def run():
        verbs.revise_sheet(sheet, by=request.user, **form.given)
        return sheet

    back_url = reverse("property:sheet_detail", args=[pk])
    return fill_in(
        request, form, run, page="sheet_detail", title=_("修改考核标准"), back_url=back_url, about=sheet.name
    )


@requires(Right.VIEW)
def sheet_renew(request, pk: int):
    """A further version that begins as a copy of this one."""
    sheet = _to_run(request, pk)
    form = SheetForm(request.POST or None, sheet=sheet)

    def run():
        return verbs.draft_sheet(sheet.area, by=request.user, **form.given)

    back_url = reverse("property:sheet_detail", args=[pk])
    return fill_in(
        request, form, run, page="sheet_detail", title=_("另起草一版"), back_url=back_url, about=sheet.name
    )


@requires(Right.VIEW)
@require_POST
def sheet_step(request, pk: int, step: str):
    sheet = _to_run(request, pk)
    if step not in SHEET_STEPS:
        raise Http404
    verbs.step_sheet(sheet, step, by=request.user)
    messages.success(request, _("「{}」现在是：{}。").format(sheet, sheet.get_state_display()))
    return redirect("property:sheet_detail", pk=pk)


def _to_run(request, pk: int) -> ScoreSheet:
    sheet = find(request.user, pk)
    demand(request.user, Right.RUN, sheet.area_code)
    return sheet
