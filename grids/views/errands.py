from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from governance.audit.actions import reveal
from governance.audit.enums import Right as AuditRight
from governance.casework.presenting import back_to
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from grids.actions.errand_papers import add_photo, check_papers
from grids.actions.errand_steps import VERBS
from grids.enums.errands import ErrandResult
from grids.enums.rights import ErrandRight
from grids.filters.errands import ErrandFilter
from grids.forms.errand_steps import STEP_FORMS, StepForm
from grids.forms.errands import PaperPhotoForm
from grids.models import Errand
from grids.presenting.errands import page_of, state_tone, step_entries
from grids.states.errands import ERRAND_STEPS, ErrandState
from grids.tables.errands import ERRANDS
from grids.views.frames import frame_of

MARKS = ("received", "copied", "returned")


class ErrandList(ListPage):
    """Errands of the person's area: cards on the phone, a table at the desk."""

    required_right = ErrandRight.VIEW
    filterset_class = ErrandFilter
    order = ("-case_id",)
    template_name = "grids/errand_list.html"
    rows_template = "grids/_errand_rows.html"
    layout = ERRANDS

    def rows_for(self, user):
        return Errand.objects.for_user(user).for_list().values(*ERRANDS.fields, "case_id")

    def context(self, request, filtered, page):
        states, results = dict(ErrandState.choices), dict(ErrandResult.choices)
        rows = [
            row
            | {
                "state_label": states.get(row["state"]),
                "state_tone": state_tone(row["state"]),
                "result_label": results.get(row["result"], ""),
            }
            for row in page or ()
        ]
        return super().context(request, filtered, page) | {
            "rows": rows,
            "may_handle": request.user.may(ErrandRight.HANDLE),
            "frame_template": frame_of(request.user),
        }


def find(user, number: str) -> Errand:
    """An errand within the person's scope."""
    return get_object_or_404(Errand.objects.for_user(user).for_page(), case__number=number)


@requires(ErrandRight.VIEW)
@require_safe
def errand_detail(request: HttpRequest, number: str) -> HttpResponse:
    errand = find(request.user, number)
    return _show(request, errand, step_entries(errand, request.user))


def _show(request, errand: Errand, entries: list, *, status: int = 200) -> HttpResponse:
    context = page_of(errand, request.user, entries) | {"frame_template": frame_of(request.user)}
    return render(request, "grids/errand_detail.html", context, status=status)


@require_POST
@requires(ErrandRight.VIEW)
def errand_step(request: HttpRequest, number: str, step: str) -> HttpResponse:
    """One press of a verb. A form that lacks something comes back open; what a rule forbids is 409."""
    errand = find(request.user, number)
    if step not in ERRAND_STEPS:
        raise Http404
    demand(request.user, ERRAND_STEPS[step].right, errand.area_code)
    form = STEP_FORMS.get(step, StepForm)(request.POST, errand=errand, step=ERRAND_STEPS[step])
    if not form.is_valid():
        entries = step_entries(errand, request.user, tried=form, tried_step=step)
        return _show(request, errand, entries, status=400)
    VERBS[step](errand, by=request.user, **form.cleaned_data)
    done = _("{number} 已登记“{step}”，现在是“{state}”。")
    state = errand.case.get_state_display()
    messages.success(request, done.format(number=number, step=ERRAND_STEPS[step].label, state=state))
    return redirect(back_to(request) or reverse("grids:errand_detail", args=[number]))


@require_POST
@requires(ErrandRight.HANDLE)
def errand_papers(request: HttpRequest, number: str) -> HttpResponse:
    """The whole checklist at once, as ticked."""
    errand = find(request.user, number)
    demand(request.user, ErrandRight.HANDLE, errand.area_code)
    marks = {
        paper.pk: {mark for mark in MARKS if f"{mark}-{paper.pk}" in request.POST}
        for paper in errand.materials.all()
    }
    check_papers(errand, by=request.user, marks=marks)
    messages.success(request, _("材料清单已保存。"))
    return redirect("grids:errand_detail", number)


@require_POST
@requires(ErrandRight.HANDLE)
def errand_photo(request: HttpRequest, number: str) -> HttpResponse:
    errand = find(request.user, number)
    demand(request.user, ErrandRight.HANDLE, errand.area_code)
    form = PaperPhotoForm(request.POST, request.FILES, errand=errand)
    if not form.is_valid():
        entries = step_entries(errand, request.user)
        context = page_of(errand, request.user, entries) | {"photo_form": form}
        context["frame_template"] = frame_of(request.user)
        return render(request, "grids/errand_detail.html", context, status=400)
    add_photo(errand, by=request.user, **form.cleaned_data)
    messages.success(request, _("“{}”的照片已保存。").format(form.cleaned_data["paper"]))
    return redirect("grids:errand_detail", number)


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def errand_reveal(request: HttpRequest, number: str, name: str) -> HttpResponse:
    """One sealed value of one errand, for a stated reason; the look is on record before the value is shown."""
    errand = find(request.user, number)
    owner = errand if name in Errand.SEALED else getattr(errand, "consent", None)
    if owner is None or name not in owner.SEALED:
        raise Http404
    context = {
        "errand": errand,
        "label": owner._meta.get_field(f"{name}_masked").verbose_name,
        "value": reveal(owner, name, by=request.user, reason=request.POST.get("reason", "")),
        "frame_template": frame_of(request.user),
    }
    template = "components/masked_value.html" if request.htmx else "grids/errand_reveal.html"
    return render(request, template, context)
