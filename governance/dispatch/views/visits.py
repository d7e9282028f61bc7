from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.dispatch import actions
from governance.dispatch.enums import Right
from governance.dispatch.filters.visits import VisitFilter
from governance.dispatch.forms.visits import CheckForm, VisitForm
from governance.dispatch.models import SupervisionVisit
from governance.dispatch.presenting.visits import visit_page
from governance.dispatch.tables.visits import VISITS
from governance.dispatch.views.cycles import find_cycle
from governance.dispatch.views.verbs import run
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand


class VisitList(ListPage):
    """Supervision on the spot, the latest first."""

    required_right = Right.VIEW
    filterset_class = VisitFilter
    order = ("-visited_on", "-id")
    template_name = "dispatch/visit_list.html"
    rows_template = "dispatch/_visit_rows.html"
    layout = VISITS

    def rows_for(self, user):
        return SupervisionVisit.objects.for_user(user).for_list()


@requires(Right.VIEW)
@require_safe
def visit_detail(request, pk: int):
    return render(request, "dispatch/visit_detail.html", visit_page(_find(request, pk), request.user))


@requires(Right.VIEW)
def visit_new(request, pk: int):
    """A visit for a monthly cycle."""
    cycle = find_cycle(request, pk)
    demand(request.user, Right.MANAGE, cycle.area_code)
    form = VisitForm(request.POST or None, cycle=cycle)

    def go():
        return actions.record_visit(cycle, by=request.user, **form.cleaned_data)

    back_url = reverse("dispatch:cycle_detail", args=[pk])
    title = _("登记现场督导")
    return run(
        request, form, go, about=cycle, title=title, back_url=back_url, then=lambda made: _page(made.pk)
    )


@requires(Right.VIEW)
def check_fill(request, pk: int, check: int):
    """One point of the checklist."""
    visit = _find(request, pk)
    demand(request.user, Right.MANAGE, visit.cycle.area_code)
    found = get_object_or_404(visit.checks.select_related("visit__area", "visit__cycle"), pk=check)
    initial = {name: getattr(found, name) for name in ("reported", "verified", "finding")}
    form = CheckForm(request.POST or None, initial=initial)

    def fill():
        actions.fill_check(found, by=request.user, **form.cleaned_data)

    return run(request, form, fill, about=visit, title=found.title, back_url=_page(pk))


def _find(request, pk: int) -> SupervisionVisit:
    rows = SupervisionVisit.objects.for_user(request.user).select_related("area", "cycle__area")
    return get_object_or_404(rows, pk=pk)


def _page(pk: int) -> str:
    return reverse("dispatch:visit_detail", args=[pk])
