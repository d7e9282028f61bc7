from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.areas.enums import Level
from governance.kernel.days import today
from governance.kernel.pages import ListPage, requires, run_verb
from grids.actions.standards import set_standards
from grids.enums.rights import Right
from grids.filters.communities import CommunityFilter
from grids.forms.standards import StandardsForm
from grids.models import Community
from grids.presenting.desk import desk_sections
from grids.tables.communities import COMMUNITIES


class CommunityList(ListPage):
    """How the communities stand. Whoever sits in one is taken to its desk."""

    required_right = Right.VIEW
    filterset_class = CommunityFilter
    order = ("code", "id")
    template_name = "grids/community_list.html"
    rows_template = "grids/_community_rows.html"
    layout = COMMUNITIES

    def rows_for(self, user):
        return Community.objects.for_user(user)

    def get(self, request: HttpRequest) -> HttpResponse:
        own = {held.area_code for held in request.user.live_holdings if held.area.level_id == Level.COMMUNITY}
        if len(own) == 1 and not request.GET and request.user.may(Right.VIEW):
            return redirect("grids:community_desk", own.pop())
        return super().get(request)


@requires(Right.VIEW)
@require_safe
def community_desk(request: HttpRequest, code: str) -> HttpResponse:
    """社区工作台: what the secretary of a community opens in the morning."""
    communities = Community.objects.for_user(request.user).for_list(today())
    community = get_object_or_404(communities, code=code)
    context = {"community": community} | desk_sections(community, request.user, today())
    return render(request, "grids/community_desk.html", context)


@requires(Right.STANDARDS)
def standards(request: HttpRequest) -> HttpResponse:
    """How much of a thing the place asks of its communities, and which kinds of organisations it knows."""
    return run_verb(
        request,
        StandardsForm(request.POST or None),
        lambda **content: set_standards(by=request.user, **content),
        title=_("保存标准"),
        about=_("社区标准"),
        back_url=reverse("grids:standards"),
        done=_("已保存社区工作标准。"),
    )
