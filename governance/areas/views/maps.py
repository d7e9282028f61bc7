"""The map of an area's children: what is drawn, what was uploaded, a new one."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.areas.actions import keep_map, use_map, withdraw_map
from governance.areas.enums import Right
from governance.areas.forms import MapForm
from governance.areas.models import Area, BoundaryMap
from governance.areas.outlines import outlines_answer
from governance.kernel.errors import Refused
from governance.kernel.pages import requires
from governance.kernel.scope import demand


@require_safe
@requires(Right.VIEW)
def map_outlines(request, code):
    area = get_object_or_404(Area.objects.for_user(request.user), code=code)
    return outlines_answer(request, BoundaryMap.objects.for_user(request.user).in_force(area))


@require_safe
@requires(Right.MANAGE)
def map_list(request, code):
    area = _area(request, code)
    maps = BoundaryMap.objects.for_user(request.user).filter(area=area).defer("document").order_by("-pk")
    shown = next((one for one in maps if one.is_in_force), None)
    return render(request, "areas/map_list.html", {"area": area, "maps": maps, "shown": shown})


@requires(Right.MANAGE)
def map_upload(request, code):
    area = _area(request, code)
    form = MapForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            kept = keep_map(area, by=request.user, **form.cleaned_data)
        except ValidationError as wrong:
            form.add_error("document", wrong.messages)
        except Refused as refused:
            form.add_error(None, str(refused.message))
        else:
            words = _("已启用新的边界图：原有 {given} 个点，保留 {kept} 个。")
            messages.success(request, words.format(given=kept.points_given, kept=kept.points_kept))
            return redirect("areas:map_list", code=area.code)
    context = {"form": form, "title": _("上传边界图"), "about": area.name}
    context["back_url"] = reverse("areas:map_list", args=[area.code])
    status = 409 if form.non_field_errors() else 400 if form.errors else 200
    return render(request, "frames/verb.html", context, status=status)


@requires(Right.MANAGE)
@require_POST
def map_use(request, pk):
    boundary = get_object_or_404(BoundaryMap.objects.for_user(request.user).select_related("area"), pk=pk)
    use_map(boundary, by=request.user)
    messages.success(request, _("已换回审图号 {number} 的边界图。").format(number=boundary.approval_number))
    return redirect("areas:map_list", code=boundary.area.code)


@requires(Right.MANAGE)
@require_POST
def map_withdraw(request, code):
    area = _area(request, code)
    withdraw_map(area, by=request.user)
    messages.success(request, _("已换回示意图，上传过的边界图仍然留着。"))
    return redirect("areas:map_list", code=area.code)


def _area(request, code) -> Area:
    area = get_object_or_404(Area.objects.for_user(request.user), code=code)
    demand(request.user, Right.MANAGE, area.code)
    return area
