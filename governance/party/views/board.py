from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from governance.kernel.pages import requires
from governance.party.enums import Right
from governance.party.presenting.board import board_area, board_page


@requires(Right.VIEW)
@require_safe
def board(request):
    """Party work of one's own area, or of one below it."""
    area = board_area(request.user, request.GET.get("area", ""))
    if area is None:
        raise Http404
    return render(request, "party/board.html", board_page(area, request.user))
