from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from deeds import tables
from deeds.actions import make_undertaking, settle_undertaking
from deeds.enums import Right
from deeds.filters import UndertakingFilter
from deeds.forms.homes import FindingForm, UndertakingForm
from deeds.models import Home, Undertaking
from deeds.states import UNDERTAKING_STEPS
from deeds.views.backlog import to_manage
from deeds.views.verbs import fill_in, managed
from governance.kernel.lifecycle import open_steps
from governance.kernel.pages import ListPage, requires


class UndertakingList(ListPage):
    """容缺 and 承诺, the earliest day first."""

    required_right = Right.VIEW
    filterset_class = UndertakingFilter
    order = ("due_on", "id")
    template_name = "deeds/undertaking_list.html"
    rows_template = "deeds/_undertaking_rows.html"
    layout = tables.UNDERTAKINGS

    def rows_for(self, user):
        return Undertaking.objects.for_user(user).for_list().select_related("home", "person")


@requires(Right.MANAGE)
def project_undertaking(request, pk):
    """Of a whole project: an office or a firm signs."""
    return _make(request, to_manage(request, pk), None)


@requires(Right.MANAGE)
def home_undertaking(request, pk):
    """Of one home: somebody entitled to it signs."""
    home = managed(
        request, Home.objects.for_user(request.user).select_related("project__area"), pk, Right.MANAGE
    )
    return _make(request, home.project, home)


def _make(request, project, home):
    form = UndertakingForm(request.POST or None, home=home)

    back = ("deeds:home_detail", home.pk) if home else ("deeds:project_detail", project.pk)
    return fill_in(
        request,
        form,
        partial(make_undertaking, project, by=request.user, home=home),
        about=home or project,
        title=_("登记容缺、承诺"),
        back_url=reverse(back[0], args=[back[1]]),
        then=page_of,
    )


def page_of(undertaking: Undertaking) -> str:
    return reverse("deeds:undertaking_detail", args=[undertaking.pk])


def find_undertaking(user, pk: int) -> Undertaking:
    rows = Undertaking.objects.for_user(user).select_related("project__area", "home", "person")
    return get_object_or_404(rows, pk=pk)


@requires(Right.VIEW)
@require_safe
def undertaking_detail(request, pk):
    found = find_undertaking(request.user, pk)
    return render(
        request,
        "deeds/undertaking_detail.html",
        {"row": found, "open_steps": open_steps(found, request.user)},
    )


@requires(Right.VIEW)
@require_safe
def undertaking_print(request, pk):
    """The form that is signed, on A4."""
    return render(request, "deeds/undertaking_print.html", {"row": find_undertaking(request.user, pk)})


@requires(Right.MANAGE)
def undertaking_step(request, pk, step):
    """The finding of a check: kept, not kept; or a wrong finding taken back."""
    if step not in UNDERTAKING_STEPS:
        raise Http404
    found = managed(
        request, Undertaking.objects.for_user(request.user).select_related("project"), pk, Right.MANAGE
    )
    form = FindingForm(request.POST or None)

    return fill_in(
        request,
        form,
        partial(settle_undertaking, found, step, by=request.user),
        about=found,
        title=UNDERTAKING_STEPS[step].label,
        back_url=page_of(found),
    )
