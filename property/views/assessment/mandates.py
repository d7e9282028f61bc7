from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.kernel.days import today
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from property.actions import mandates as verbs
from property.enums.assessment import AssessmentRight as Right
from property.filters.assessment import MandateFilter
from property.forms import EndForm
from property.forms.assessment import MandateForm
from property.models import AssessmentMandate
from property.tables.assessment import MANDATES


class MandateList(ListPage):
    """Where the right to assess was handed down, and for how long."""

    required_right = Right.VIEW
    filterset_class = MandateFilter
    order = ("area_code", "id")
    template_name = "property/mandate_list.html"
    rows_template = "property/_mandate_rows.html"
    layout = MANDATES

    def rows_for(self, user):
        return AssessmentMandate.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        more = {"day": today(), "may_run": request.user.may(Right.RUN)}
        return super().context(request, filtered, page) | more


@requires(Right.RUN)
def mandate_give(request):
    form = MandateForm(request.POST or None, user=request.user)

    def run():
        return verbs.give_mandate(by=request.user, **form.cleaned_data)

    return _fill_in(request, form, run, _("下放考核权"))


@requires(Right.VIEW)
def mandate_end(request, pk: int):
    rows = AssessmentMandate.objects.for_user(request.user).select_related("area")
    mandate = get_object_or_404(rows, pk=pk)
    demand(request.user, Right.RUN, mandate.area_code)
    form = EndForm(request.POST or None)

    def run():
        verbs.end_mandate(mandate, by=request.user, **form.cleaned_data)
        return mandate

    return _fill_in(request, form, run, _("终止考核授权"), about=str(mandate))


def _fill_in(request, form, run, title: str, about: str = ""):
    """The form of a verb on mandates, and back to their list."""
    if request.method == "POST" and form.is_valid():
        try:
            made = run()
        except ValidationError as invalid:
            form.add_error(None, invalid.messages)
        else:
            messages.success(request, _("{}：已办理{}。").format(made, title))
            return redirect("property:mandate_list")
    context = {"form": form, "title": title, "about": about, "back_url": reverse("property:mandate_list")}
    return render(request, "property/programme_form.html", context, status=400 if form.errors else 200)
