from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.dispatch import actions
from governance.dispatch.enums import Right
from governance.dispatch.filters.ladders import LadderChangeFilter
from governance.dispatch.forms.ladders import ChangeStepForm, NewStepForm
from governance.dispatch.models import LadderChange, LadderStep
from governance.dispatch.presenting.ladders import change_row, ladder_rows
from governance.dispatch.tables.ladders import LADDER_CHANGES
from governance.dispatch.views.verbs import run
from governance.kernel.pages import ListPage, requires


@requires(Right.SCHEDULE)
@require_safe
def ladder_list(request):
    """Who is told of what when."""
    return render(request, "dispatch/ladder_list.html", {"rows": ladder_rows()})


@requires(Right.SCHEDULE)
def step_add(request):
    """One more step; `?kind=` names the kind of thing."""
    form = NewStepForm(request.POST or None, initial={"kind": request.GET.get("kind", "")})

    def add():
        return actions.add_step(by=request.user, **form.terms)

    return run(request, form, add, about=None, title=_("增加提醒步骤"), back_url=_page())


@requires(Right.SCHEDULE)
def step_change(request, pk: int):
    step = get_object_or_404(LadderStep, pk=pk)
    form = ChangeStepForm(request.POST or None, step=step)

    def change():
        actions.change_step(step, by=request.user, **form.terms)

    return run(request, form, change, about=step, title=_("改提醒步骤"), back_url=_page())


class LadderChangeList(ListPage):
    """What was set and changed, the latest first."""

    required_right = Right.SCHEDULE
    filterset_class = LadderChangeFilter
    order = ("-id",)
    template_name = "dispatch/ladder_changes.html"
    rows_template = "dispatch/_ladder_change_rows.html"
    layout = LADDER_CHANGES

    def rows_for(self, user):
        return LadderChange.objects.select_related("step", "by")

    def context(self, request, filtered, page):
        rows = [change_row(change) for change in page or ()]
        return {**super().context(request, filtered, page), "rows": rows}


def _page() -> str:
    return reverse("dispatch:ladder_list")
