from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from governance.audit.enums import Right as AuditRight
from governance.audit.views import answer_reveal
from governance.kernel.pages import ListPage, requires, run_verb
from governance.kernel.scope import demand
from grids.actions.service_team import add_service_member, end_service_member
from grids.enums.rights import Right
from grids.filters.service_team import ServiceMemberFilter, VacancyFilter
from grids.forms.service_team import EndForm, ServiceMemberForm
from grids.models import Grid, ServiceMember
from grids.tables.communities import SERVICE_MEMBERS, VACANCIES


class ServiceMemberList(ListPage):
    required_right = Right.VIEW
    filterset_class = ServiceMemberFilter
    order = ("area_code", "id")
    template_name = "grids/service_member_list.html"
    rows_template = "grids/_service_member_rows.html"
    layout = SERVICE_MEMBERS

    def rows_for(self, user):
        return ServiceMember.objects.for_user(user)


class VacancyList(ListPage):
    """Grids without a worker of their own: since when, and who covers."""

    required_right = Right.VIEW
    filterset_class = VacancyFilter
    order = ("area_code", "id")
    template_name = "grids/vacancy_list.html"
    rows_template = "grids/_vacancy_rows.html"
    layout = VACANCIES

    def rows_for(self, user):
        return Grid.objects.for_user(user)


@requires(Right.MANAGE)
def service_member_add(request: HttpRequest, pk: int) -> HttpResponse:
    grid = get_object_or_404(Grid.objects.for_user(request.user).select_related("area"), pk=pk)
    demand(request.user, Right.MANAGE, grid.area_code)
    form = ServiceMemberForm(request.POST or None)
    return run_verb(
        request,
        form,
        lambda **content: add_service_member(grid, by=request.user, **content),
        title=_("添加服务团队成员"),
        about=str(grid),
        back_url=reverse("grids:grid_detail", args=[pk]),
        done=_("已加入{}的服务团队。").format(grid),
    )


@require_POST
@requires(Right.MANAGE)
def service_member_end(request: HttpRequest, pk: int) -> HttpResponse:
    members = ServiceMember.objects.for_user(request.user).select_related("area__grid")
    member = get_object_or_404(members, pk=pk)
    demand(request.user, Right.MANAGE, member.area_code)
    form = EndForm(request.POST)
    end_service_member(member, by=request.user, on=form.cleaned_data["on"] if form.is_valid() else None)
    messages.success(request, _("{}不再服务{}。").format(member, member.area))
    return redirect("grids:grid_detail", member.area.grid.pk)


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def service_member_reveal(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    members = ServiceMember.objects.for_user(request.user).select_related("area__grid")
    member = get_object_or_404(members, pk=pk)
    back_url = reverse("grids:grid_detail", args=[member.area.grid.pk])
    return answer_reveal(request, member, name, back_url=back_url)
