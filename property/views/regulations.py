from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.kernel.lifecycle import open_steps
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from property.actions import regulations as verbs
from property.enums.programmes import ProgrammeRight
from property.filters.programmes import RegulationFilter
from property.forms.programmes import DraftRegulationForm, RegulationForm
from property.models import ProgrammeItem, Regulation
from property.presenting.regulations import regulation_page, step_form
from property.states.regulations import REGULATION_STEPS
from property.tables.programmes import REGULATIONS
from property.views.programmes import fill_in


class RegulationList(ListPage):
    """The register of rules, batch by batch."""

    required_right = ProgrammeRight.VIEW
    filterset_class = RegulationFilter
    order = ("batch", "area_code", "id")
    template_name = "property/regulation_list.html"
    rows_template = "property/_regulation_rows.html"
    layout = REGULATIONS

    def rows_for(self, user):
        return Regulation.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        more = {"may_draft": request.user.may(ProgrammeRight.RUN)}
        return super().context(request, filtered, page) | more


def find(user, pk: int) -> Regulation:
    return get_object_or_404(Regulation.objects.for_user(user).select_related("area", "item"), pk=pk)


@requires(ProgrammeRight.VIEW)
@require_safe
def regulation_detail(request, pk: int):
    return show(request, find(request.user, pk))


def show(request, rule: Regulation, *, refused: dict | None = None):
    in_sight = rule.item and ProgrammeItem.objects.for_user(request.user).filter(pk=rule.item_id).exists()
    context = regulation_page(rule, open_steps(rule, request.user), refused) | {"item_in_sight": in_sight}
    context["may_revise"] = rule.may_be_revised and request.user.may(ProgrammeRight.RUN, rule.area_code)
    return render(request, "property/regulation_detail.html", context, status=400 if refused else 200)


@requires(ProgrammeRight.RUN)
def regulation_draft(request):
    form = DraftRegulationForm(request.POST or None, user=request.user)

    def run():
        return verbs.draft_regulation(by=request.user, **form.cleaned_data)

    back_url = reverse("property:regulation_list")
    return fill_in(request, form, run, page="regulation_detail", title=_("登记制度"), back_url=back_url)


@requires(ProgrammeRight.VIEW)
def regulation_revise(request, pk: int):
    rule = find(request.user, pk)
    demand(request.user, ProgrammeRight.RUN, rule.area_code)
    now = {name: getattr(rule, name) for name in ("title", "owner_office", "batch", "text")}
    form = RegulationForm(request.POST or None, initial=now)

    def run():
        verbs.revise_regulation(rule, by=request.user, **form.cleaned_data)
        return rule

    back_url = reverse("property:regulation_detail", args=[pk])
    return fill_in(
        request, form, run, page="regulation_detail", title=_("修改制度"), back_url=back_url, about=rule.title
    )


@requires(ProgrammeRight.VIEW)
@require_POST
def regulation_step(request, pk: int, step: str):
    rule = find(request.user, pk)
    demand(request.user, ProgrammeRight.RUN, rule.area_code)
    if step not in REGULATION_STEPS:
        raise Http404
    form = step_form(REGULATION_STEPS[step], request.POST)
    if form.is_valid():
        try:
            verbs.step_regulation(rule, step, by=request.user, **form.cleaned_data)
        except ValidationError as invalid:
            form.add_error(None, invalid.messages)
        else:
            messages.success(request, _("「{}」现在是：{}。").format(rule, rule.get_state_display()))
            return redirect("property:regulation_detail", pk=pk)
    return show(request, rule, refused={step: form})
