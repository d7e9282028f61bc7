from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.kernel.days import today
from governance.kernel.pages import requires, run_verb
from governance.kernel.scope import demand
from grids.actions.service_team import post_notice
from grids.enums.rights import Right
from grids.forms.service_team import NoticeForm
from grids.models import Community, Grid
from grids.presenting.notice_board import notice_sheets


@requires(Right.VIEW)
@require_safe
def notice_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The notice board of one grid as a sheet of paper."""
    grid = get_object_or_404(Grid.objects.for_user(request.user).select_related("area"), pk=pk)
    context = {
        "sheets": notice_sheets(Grid.objects.for_user(request.user).filter(pk=pk), today(), request),
        "title": str(grid),
        "back_url": reverse("grids:grid_detail", args=[pk]),
    }
    return render(request, "grids/notice_sheets.html", context)


@requires(Right.VIEW)
@require_safe
def community_notices(request: HttpRequest, code: str) -> HttpResponse:
    """The notice boards of all grids of a community, a sheet each."""
    community = get_object_or_404(Community.objects.for_user(request.user).open(), code=code)
    grids = Grid.objects.for_user(request.user).within(code).in_force(today())
    context = {
        "sheets": notice_sheets(grids, today(), request),
        "title": str(community),
        "back_url": reverse("grids:community_desk", args=[code]),
    }
    return render(request, "grids/notice_sheets.html", context)


@requires(Right.MANAGE)
def notice_edit(request: HttpRequest, pk: int) -> HttpResponse:
    grid = get_object_or_404(Grid.objects.for_user(request.user).select_related("area"), pk=pk)
    demand(request.user, Right.MANAGE, grid.area_code)
    return run_verb(
        request,
        NoticeForm(request.POST or None, instance=Grid.objects.for_user(request.user).get(pk=pk)),
        lambda **content: post_notice(grid, by=request.user, **content),
        title=_("修改公示信息"),
        about=str(grid),
        back_url=reverse("grids:grid_detail", args=[pk]),
        done=_("已更新{}的公示信息。").format(grid),
    )
