from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from governance.people.enums import SessionClass
from grids.actions.eligibility import decline_hint, take_hint
from grids.enums.rights import ErrandRight
from grids.filters.errands import HintFilter
from grids.forms.roster import ReasonForm
from grids.models import EligibilityHint
from grids.rules.eligibility import why
from grids.tables.errands import HINTS
from grids.views.frames import frame_of


class HintList(ListPage):
    """Who may be entitled to something, those still to be asked first."""

    required_right = ErrandRight.HANDLE
    filterset_class = HintFilter
    order = ("-id",)
    template_name = "grids/hint_list.html"
    rows_template = "grids/_hint_rows.html"
    layout = HINTS

    def rows_for(self, user):
        hints = EligibilityHint.objects.for_user(user).for_list()
        return hints.select_related("rule__item", "resident", "household", "errand__case")

    def context(self, request, filtered, page):
        for hint in page or ():
            hint.why = why(hint)
        return super().context(request, filtered, page) | {"frame_template": frame_of(request.user)}


def _find(user, pk: int) -> EligibilityHint:
    hints = EligibilityHint.objects.for_user(user)
    return get_object_or_404(hints.select_related("rule__item", "resident__household", "household"), pk=pk)


@require_POST
@requires(ErrandRight.HANDLE)
def hint_take(request: HttpRequest, pk: int) -> HttpResponse:
    """One tap: the errand is open, for the person and the item of the hint."""
    hint = _find(request.user, pk)
    demand(request.user, ErrandRight.HANDLE, hint.area_code)
    errand = take_hint(hint, by=request.user)
    messages.success(request, _("已发起代办，编号 {}。").format(errand.case.number))
    return redirect("grids:errand_detail", errand.case.number)


@require_POST
@requires(ErrandRight.HANDLE)
def hint_decline(request: HttpRequest, pk: int) -> HttpResponse:
    hint = _find(request.user, pk)
    demand(request.user, ErrandRight.HANDLE, hint.area_code)
    form = ReasonForm(request.POST)
    decline_hint(hint, by=request.user, note=form.cleaned_data["reason"] if form.is_valid() else "")
    messages.success(request, _("已记为不需要，这一期不再提醒。"))
    is_on_phone = request.user.session_class == SessionClass.PHONE
    return redirect("grids:today" if is_on_phone else "grids:hint_list")
