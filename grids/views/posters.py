"""Codes for the walls of grids and building groups: made, printed, taken out of use."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from grids.actions.public_codes import close_code, open_codes, replace_code
from grids.enums.public import PosterSize
from grids.enums.rights import Right
from grids.filters.public import PublicCodeFilter
from grids.forms.suggestions import SheetForm
from grids.models import PublicCode
from grids.presenting.codes import address_of, qr_file
from grids.presenting.posters import posters_of
from grids.tables.public import PUBLIC_CODES

SHEETS = (Level.COMMUNITY, Level.GRID, Level.BUILDING)  # whose posters fit on one sheet to print
VERBS = {"close": close_code, "replace": replace_code}


class CodeList(ListPage):
    required_right = Right.VIEW
    filterset_class = PublicCodeFilter
    order = ("area_code", "id")
    template_name = "grids/code_list.html"
    rows_template = "grids/_code_rows.html"
    layout = PUBLIC_CODES

    def rows_for(self, user):
        rows = PublicCode.objects.for_user(user).for_list()
        return rows if {"open", "format"} & set(self.request.GET) else rows.open()

    def context(self, request, filtered, page):
        own = request.user.live_holdings[0].area if request.user.live_holdings else None
        return super().context(request, filtered, page) | {
            "may_manage": request.user.may(Right.MANAGE),
            "own_area": own if own and own.level_id in SHEETS else None,
        }


@require_POST
@requires(Right.MANAGE)
def code_open(request: HttpRequest, code: str) -> HttpResponse:
    """Codes for a grid with its building groups, or for all of a community; then on to printing."""
    area = get_object_or_404(Area.objects.for_user(request.user), code=code)
    demand(request.user, Right.MANAGE, area.code)
    made = open_codes(area, by=request.user)
    messages.success(request, _("{area}共 {count} 个码，可以打印。").format(area=area, count=len(made)))
    return redirect("grids:poster_sheet", code)


@requires(Right.VIEW)
@require_safe
def poster_sheet(request: HttpRequest, code: str) -> HttpResponse:
    """The posters of an area on paper, in the size chosen."""
    area = get_object_or_404(Area.objects.for_user(request.user), code=code)
    codes = PublicCode.objects.for_user(request.user).open().within(area.code)
    form = SheetForm(request.GET if "size" in request.GET else None)
    size = form.cleaned_data["size"] if form.is_valid() else PosterSize.A5
    context = {
        "area": area,
        "form": form,
        "size": size,
        "posters": posters_of(codes, request),
        "may_manage": request.user.may(Right.MANAGE, area.code),
    }
    return render(request, "grids/poster_sheet.html", context, status=400 if form.errors else 200)


@requires(Right.VIEW)
@require_safe
def code_file(request: HttpRequest, token: str) -> HttpResponse:
    """The QR code alone, to put into a poster of one's own."""
    code = get_object_or_404(PublicCode.objects.for_user(request.user), token=token.upper())
    drawn = qr_file(address_of(request, "public:place", code.token))
    answer = HttpResponse(drawn, content_type="image/svg+xml")
    answer["Content-Disposition"] = f'attachment; filename="{code.token}.svg"'
    return answer


@require_POST
@requires(Right.MANAGE)
def code_step(request: HttpRequest, token: str, step: str) -> HttpResponse:
    code = get_object_or_404(
        PublicCode.objects.for_user(request.user).select_related("area"), token=token.upper()
    )
    demand(request.user, Right.MANAGE, code.area_code)
    VERBS[step](code, by=request.user, reason=request.POST.get("note", "")[:500])
    messages.success(request, _("{area}的码 {token} 已停用。").format(area=code.area, token=token))
    return redirect(f"{reverse('grids:code_list')}?area={code.area_code}")
