from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from deeds import tables
from deeds.actions import issue_home, issue_homes, register_home
from deeds.enums import Right
from deeds.filters import HomeFilter
from deeds.forms import IssueForm
from deeds.models import Home
from deeds.states import HomeState
from deeds.views.backlog import project_of
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand


class HomeList(ListPage):
    """Homes of the backlog, one by one."""

    required_right = Right.VIEW
    filterset_class = HomeFilter
    order = ("project_id", "building", "unit", "room")
    template_name = "deeds/home_list.html"
    rows_template = "deeds/_home_rows.html"
    layout = tables.HOMES

    def rows_for(self, user):
        return Home.objects.for_user(user).for_list()


@requires(Right.ISSUE)
@require_POST
def home_register(request, pk):
    return _act(request, pk, register_home, _("已登簿"))


@requires(Right.ISSUE)
@require_POST
def home_issue(request, pk):
    return _act(request, pk, issue_home, _("已发证"))


def _act(request, pk, verb, done):
    home = get_object_or_404(Home.objects.for_user(request.user), pk=pk)
    verb(home, by=request.user)
    messages.success(request, _("{home} {done}。").format(home=home, done=done))
    return redirect("deeds:project_detail", pk=home.project_id)


@requires(Right.ISSUE)
@require_POST
def project_issue(request, pk):
    project = project_of(request, pk)
    demand(request.user, Right.ISSUE, project.area_code)
    form = IssueForm(request.POST, homes=project.homes.filter(state=HomeState.REGISTERED))
    if form.is_valid():
        homes = Home.objects.for_user(request.user).filter(pk__in=form.cleaned_data["homes"])
        count = issue_homes(project, homes, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("已发证 {} 套。").format(count))
    else:
        messages.error(request, _("没有办理：请勾选已登簿的住房，并写明发证说明。"))
    return redirect("deeds:project_detail", pk=pk)
