from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.dispatch import actions
from governance.dispatch.enums import Right
from governance.dispatch.filters.schedules import RunFilter
from governance.dispatch.forms.schedules import NewScheduleForm, ScheduleForm
from governance.dispatch.models import CycleRule, CycleRun
from governance.dispatch.presenting.schedules import schedule_row
from governance.dispatch.tables.schedules import RUNS
from governance.dispatch.views.verbs import run
from governance.kernel.pages import ListPage, requires


@requires(Right.SCHEDULE)
@require_safe
def schedule_list(request):
    """Every rule with its next five runs."""
    rules = CycleRule.objects.for_user(request.user).for_list()
    return render(request, "dispatch/schedule_list.html", {"rows": [schedule_row(rule) for rule in rules]})


@requires(Right.SCHEDULE)
def schedule_change(request, pk: int):
    rule = get_object_or_404(CycleRule.objects.for_user(request.user).for_list(), pk=pk)
    form = ScheduleForm(request.POST or None, rule=rule)

    def change():
        actions.change_schedule(rule, by=request.user, **form.terms)

    return run(request, form, change, about=rule, title=_("改调度安排"), back_url=_page())


@requires(Right.SCHEDULE)
def schedule_add(request):
    form = NewScheduleForm(request.POST or None, user=request.user)

    def add():
        return actions.add_schedule(by=request.user, **form.terms)

    return run(request, form, add, about=None, title=_("增加调度安排"), back_url=_page())


class RunList(ListPage):
    """The log of makings, the latest first."""

    required_right = Right.SCHEDULE
    filterset_class = RunFilter
    order = ("-first_at", "-id")
    template_name = "dispatch/run_list.html"
    rows_template = "dispatch/_run_rows.html"
    layout = RUNS

    def rows_for(self, user):
        return CycleRun.objects.select_related("by")


def _page() -> str:
    return reverse("dispatch:schedule_list")
