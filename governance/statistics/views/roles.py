"""Which figures stand first for a role: set up once for everybody who holds it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from governance.kernel.pages import requires, run_verb
from governance.statistics.actions import arrange_board, reset_board
from governance.statistics.enums import Right
from governance.statistics.forms.role_boards import RoleBoardForm, initial_of
from governance.statistics.presenting.role_boards import role_line, role_lines


@require_safe
@requires(Right.ARRANGE)
def role_board_list(request: HttpRequest) -> HttpResponse:
    """Every role that looks at the board, with its tiles."""
    return render(request, "statistics/role_board_list.html", {"lines": role_lines()})


@requires(Right.ARRANGE)
def role_board_change(request: HttpRequest, code: str) -> HttpResponse:
    """Choose and order the tiles of a role, and what it sees in depth."""
    line = role_line(code)
    return run_verb(
        request,
        RoleBoardForm(request.POST or None, initial=initial_of(*line.seen)),
        lambda **given: arrange_board(line.role, by=request.user, **given),
        title=_("设置看板：{role}").format(role=line.name),
        about=pgettext("list", "岗位看板"),
        back_url=reverse("statistics:role_board_list"),
        done=_("已保存“{role}”的看板，他们下次打开就是新的。").format(role=line.name),
        template="statistics/role_board_form.html",
        line=line,
    )


@requires(Right.ARRANGE)
@require_POST
def role_board_reset(request: HttpRequest, code: str) -> HttpResponse:
    """Back to the preset."""
    line = role_line(code)
    reset_board(line.role, by=request.user)
    messages.success(request, _("“{role}”的看板已恢复预置。").format(role=line.name))
    return redirect("statistics:role_board_list")
