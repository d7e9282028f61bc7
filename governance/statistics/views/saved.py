from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.kernel.pages import requires, run_verb
from governance.statistics.actions import drop_view, save_view
from governance.statistics.enums import Period, Right
from governance.statistics.forms.boards import BoardViewForm, initial_of, tile_fields
from governance.statistics.models import BoardView
from governance.statistics.showing import Showing, read_showing


@requires(Right.VIEW)
def view_new(request: HttpRequest) -> HttpResponse:
    """Keep the board one has before oneself under a name."""
    showing = read_showing(request.GET.dict(), request.user)
    initial = {
        "area": showing.area.code,
        "period": showing.period,
        **_fixed_days(showing),
        "shown": showing.indicator.key,
    } | tile_fields([one.key for one in showing.indicators])
    return _edit(request, None, initial, area=showing.area, title=_("存为我的看板"), back_url=showing.link())


def _fixed_days(showing: Showing) -> dict:
    is_fixed = showing.period == Period.FIXED
    return {"from_on": showing.span.from_on, "to_on": showing.span.to_on} if is_fixed else {}


@requires(Right.VIEW)
def view_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a board of one's own; `area` in the address lays it elsewhere."""
    view = get_object_or_404(BoardView, person=request.user, pk=pk)
    showing = read_showing({**request.GET.dict(), "view": str(pk)}, request.user)
    initial = initial_of(view) | {"area": showing.area.code}
    return _edit(request, view, initial, area=showing.area, title=_("修改我的看板"), back_url=showing.link())


def _edit(request: HttpRequest, view: BoardView | None, initial: dict, *, area, **page) -> HttpResponse:
    form = BoardViewForm(request.POST or None, user=request.user, initial=initial)

    def verb(**given) -> BoardView:
        return save_view(view, by=request.user, **given)

    return run_verb(
        request,
        form,
        verb,
        about=area.name,
        done=lambda kept: _("已保存看板“{name}”。").format(name=kept.name),
        then=lambda kept: reverse("statistics:board", query={"view": kept.pk}),
        template="statistics/view_form.html",
        area=area,
        view=view,
        **page,
    )


@requires(Right.VIEW)
@require_POST
def view_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a board of one's own."""
    view = get_object_or_404(BoardView, person=request.user, pk=pk)
    drop_view(view, by=request.user)
    messages.success(request, _("已删除看板“{name}”。").format(name=view.name))
    return redirect("statistics:board")
