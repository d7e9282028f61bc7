"""Pages of small wishes."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from governance.audit.enums import Right as AuditRight
from governance.audit.views import answer_reveal
from governance.kernel.pages import requires
from governance.party import actions
from governance.party.enums import Right, WishState
from governance.party.forms import WishForm
from governance.party.models import Wish
from governance.party.presenting.cobuild import step_form, wish_page
from governance.party.states.wishes import WISH_STEPS
from governance.party.views.cobuild import step_of
from governance.party.views.verbs import build, sent, to_build

ON_BOARD = (WishState.OPEN, WishState.CLAIMED, WishState.DONE, WishState.CLOSED)
SHOWN = 20  # of each state
VERBS = {
    "claim": actions.claim_wish,
    "release": actions.release_wish,
    "fulfil": actions.fulfil_wish,
    "thank": actions.thank_wish,
    "withdraw": actions.withdraw_wish,
}


@requires(Right.VIEW)
@require_safe
def wish_board(request):
    """Wishes by state, the oldest first; what is over, the latest first."""
    rows = Wish.objects.for_user(request.user).for_list()
    columns = []
    for state in ON_BOARD:
        found = rows.filter(state=state).order_by("-done_on" if state in ON_BOARD[2:] else "posted_on", "pk")
        columns.append((state, list(found[: SHOWN + 1])))
    context = {"columns": columns, "shown": SHOWN, "may_build": request.user.may(Right.BUILD)}
    return render(request, "party/wish_board.html", context)


@requires(Right.BUILD)
def wish_post(request):
    return build(
        request,
        WishForm(request.POST or None, user=request.user),
        lambda **content: actions.post_wish(by=request.user, **content),
        title=_("登记微心愿"),
        about=_("微心愿"),
        back_url=reverse("party:wish_board"),
        then=lambda wish: reverse("party:wish_detail", args=[wish.pk]),
    )


@requires(Right.VIEW)
@require_safe
def wish_detail(request, pk: int):
    rows = Wish.objects.for_user(request.user)
    wish = get_object_or_404(rows.select_related("area", "partner", "steward_team", "volunteer_team"), pk=pk)
    return render(request, "party/wish_detail.html", wish_page(wish, request.user))


@requires(Right.BUILD)
def wish_step(request, pk: int, step: str):
    wish, taken = to_build(request, Wish, pk), step_of(WISH_STEPS, step)
    return build(
        request,
        step_form(wish, taken, sent(request), request.user),
        lambda **content: VERBS[step](wish, by=request.user, **content),
        title=taken.label,
        about=wish,
        back_url=reverse("party:wish_detail", args=[pk]),
    )


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def wish_reveal(request, pk: int, name: str):
    wish = get_object_or_404(Wish.objects.for_user(request.user), pk=pk)
    return answer_reveal(request, wish, name, back_url=reverse("party:wish_detail", args=[pk]))
