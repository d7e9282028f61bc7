from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.areas.models import Area
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from grids.actions.duplicates import dismiss_duplicate, find_duplicates
from grids.actions.merging import merge_households, merge_residents, undo_merge
from grids.enums.duplicates import DuplicateKind
from grids.enums.rights import Right
from grids.filters.duplicates import DuplicateFilter, MergeFilter
from grids.forms.duplicates import MergeForm
from grids.models import Duplicate, Merge
from grids.presenting.duplicates import communities, sides
from grids.tables.duplicates import DUPLICATES, MERGES

VERBS = {DuplicateKind.RESIDENT: merge_residents, DuplicateKind.HOUSEHOLD: merge_households}


class DuplicateList(ListPage):
    required_right = Right.MANAGE
    filterset_class = DuplicateFilter
    order = ("area_code", "id")
    template_name = "grids/duplicate_list.html"
    rows_template = "grids/_duplicate_rows.html"
    layout = DUPLICATES

    def rows_for(self, user):
        return Duplicate.objects.for_user(user).waiting().for_list()

    def context(self, request, filtered, page):
        return super().context(request, filtered, page) | {"communities": communities(request.user)}


@require_POST
@requires(Right.MANAGE)
def duplicate_find(request: HttpRequest) -> HttpResponse:
    """Look through one community at once, rather than wait for the night."""
    code = request.POST.get("area", "")
    if not code.isascii() or not code.isdigit():
        raise BadRequest(_("请选择一个社区。"))
    area = get_object_or_404(Area.objects.for_user(request.user).open(), code=code, level="community")
    waiting = find_duplicates(area, by=request.user)
    messages.success(request, _("已查过{area}，有 {n} 对需要核对。").format(area=area, n=waiting))
    return redirect("grids:duplicate_list")


@requires(Right.MANAGE)
def duplicate_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Both side by side; which one to keep is for a person to say."""
    hint = get_object_or_404(Duplicate.objects.for_user(request.user).for_list(), pk=pk)
    demand(request.user, Right.MANAGE, hint.area_code)
    form = MergeForm(request.POST or None, hint=hint)
    if form.is_valid():
        merge = VERBS[DuplicateKind(hint.kind)](*form.in_order(), by=request.user)
        messages.success(request, _("已合并“{}”，移过来 {} 条记录。").format(merge, merge.moved_count))
        return redirect("grids:merge_list")
    context = {"hint": hint, "form": form, "sides": sides(hint)}
    return render(request, "grids/duplicate_detail.html", context, status=400 if form.is_bound else 200)


@require_POST
@requires(Right.MANAGE)
def duplicate_dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    hint = get_object_or_404(Duplicate.objects.for_user(request.user), pk=pk)
    dismiss_duplicate(hint, by=request.user)
    messages.success(request, _("已记为不是重复，不再提示。"))
    return redirect("grids:duplicate_list")


class MergeList(ListPage):
    required_right = Right.MANAGE
    filterset_class = MergeFilter
    order = ("-id",)
    template_name = "grids/merge_list.html"
    rows_template = "grids/_merge_rows.html"
    layout = MERGES

    def rows_for(self, user):
        return Merge.objects.for_user(user).for_list()


@require_POST
@requires(Right.MANAGE)
def merge_undo(request: HttpRequest, pk: int) -> HttpResponse:
    merge = get_object_or_404(Merge.objects.for_user(request.user), pk=pk)
    undo_merge(merge, by=request.user)
    messages.success(request, _("已撤销合并“{}”。").format(merge))
    return redirect("grids:merge_list")
