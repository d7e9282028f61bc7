"""Who sits in which body of a community or compound, and who in two of them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.audit.enums import Right as AuditRight
from governance.audit.views import answer_reveal
from governance.kernel.pages import ListPage, requires, run_verb
from governance.kernel.scope import codes_above, demand
from governance.party.enums import Right
from grids.actions.body_posts import end_post, take_post
from grids.filters.body_posts import BodyPostFilter
from grids.forms.body_posts import BodyPostEndForm, BodyPostForm
from grids.models import BodyPost
from grids.tables.body_posts import BODY_POSTS


class BodyPostList(ListPage):
    required_right = Right.VIEW
    filterset_class = BodyPostFilter
    order = ("area_code", "id")
    template_name = "grids/body_post_list.html"
    rows_template = "grids/_body_post_rows.html"
    layout = BODY_POSTS

    def rows_for(self, user):
        return BodyPost.objects.for_user(user)

    def context(self, request, filtered, page):
        return super().context(request, filtered, page) | {
            "may_manage": request.user.may(Right.MANAGE),
            "may_reveal": request.user.may(AuditRight.REVEAL),
            "community": _community_asked(request),
        }


def _community_asked(request: HttpRequest) -> Area | None:
    """The community in which a post can be entered from here: the one asked for, else the person's own."""
    own = request.user.seats[0].area_code if request.user.seats else ""
    code = request.GET.get("area", "") or own
    areas = Area.objects.for_user(request.user).open().filter(level=Level.COMMUNITY)
    return areas.filter(code__in=codes_above(code)).first()


@requires(Right.MANAGE)
def body_post_new(request: HttpRequest, code: str) -> HttpResponse:
    areas = Area.objects.for_user(request.user).open().filter(level=Level.COMMUNITY)
    community = get_object_or_404(areas, code=code)
    demand(request.user, Right.MANAGE, community.code)
    return run_verb(
        request,
        BodyPostForm(request.POST or None, community=community),
        lambda **content: take_post(community, by=request.user, **content),
        title=_("登记任职"),
        about=str(community),
        back_url=f"{reverse('grids:body_post_list')}?area={code}",
        done=_("已登记任职。"),
    )


@requires(Right.MANAGE)
def body_post_end(request: HttpRequest, pk: int) -> HttpResponse:
    post = get_object_or_404(_with_places(request.user), pk=pk)
    demand(request.user, Right.MANAGE, post.area_code)

    def end(**content) -> None:
        if end_post(post, by=request.user, **content):
            warn_of_lost_cross_post(request)

    return run_verb(
        request,
        BodyPostEndForm(request.POST or None),
        end,
        title=_("结束任职"),
        about=str(post),
        back_url=f"{reverse('grids:body_post_list')}?area={post.area_code}",
        done=_("已结束：{}。").format(post),
    )


def warn_of_lost_cross_post(request: HttpRequest) -> None:
    messages.warning(request, _("相关的交叉任职也随之结束，已通知所在社区。"))


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def body_post_reveal(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    post = get_object_or_404(_with_places(request.user), pk=pk)
    return answer_reveal(request, post, name, back_url=reverse("grids:body_post_list"))


def _with_places(user):
    return BodyPost.objects.for_user(user).select_related("area", "compound")
