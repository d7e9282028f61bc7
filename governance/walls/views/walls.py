"""Putting walls up and taking them down."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.kernel.errors import Refused
from governance.kernel.pages import ListPage, requires
from governance.statistics.enums import Right as FigureRight
from governance.walls.actions import open_wall, revoke_wall
from governance.walls.enums import Right
from governance.walls.filters import WallFilter
from governance.walls.forms import WallForm
from governance.walls.models import Wall
from governance.walls.tables import WALLS


class WallList(ListPage):
    required_right = FigureRight.VIEW
    filterset_class = WallFilter
    template_name = "walls/wall_list.html"
    rows_template = "walls/_wall_rows.html"
    layout = WALLS

    def rows_for(self, user):
        return Wall.objects.for_user(user).select_related("area").for_list()

    def context(self, request, filtered, page):
        may_open = request.user.may(Right.OPEN)
        return super().context(request, filtered, page) | {"may_open": may_open}


@requires(Right.OPEN)
def wall_open(request):
    """The form; then the address, this once."""
    form = WallForm(request.POST or None, by=request.user, area=request.GET.get("area", ""))
    if request.method == "POST" and form.is_valid():
        try:
            wall, secret = open_wall(by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused.message))
        else:
            address = request.build_absolute_uri(reverse("wall:show", args=[secret]))
            answer = render(request, "walls/wall_opened.html", {"wall": wall, "address": address})
            answer["Cache-Control"] = "no-store"
            return answer
    status = 409 if form.non_field_errors() else 400 if form.errors else 200
    return render(request, "walls/wall_open.html", {"form": form}, status=status)


@requires(Right.OPEN)
@require_POST
def wall_revoke(request, pk):
    wall = get_object_or_404(Wall.objects.for_user(request.user), pk=pk)
    revoke_wall(wall, by=request.user)
    messages.success(request, _("已停用“{name}”，大屏会在一分钟内显示已停用。").format(name=wall.name))
    return redirect("walls:wall_list")
