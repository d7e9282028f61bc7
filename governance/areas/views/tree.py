from django.contrib import messages
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.areas import forms
from governance.areas.actions import close_area, move_area, open_area, rename_area
from governance.areas.enums import Right
from governance.areas.filters import AreaListFilter
from governance.areas.models import Ancestry, Area, AreaCode
from governance.areas.paths import path_names
from governance.areas.tables import AREAS
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand

FOUND = 12


class AreaList(ListPage):
    required_right = Right.VIEW
    filterset_class = AreaListFilter
    order = ("code",)
    template_name = "areas/area_list.html"
    rows_template = "areas/_area_rows.html"
    layout = AREAS

    def rows_for(self, user):
        return Area.objects.for_user(user).for_list()


@require_safe
@requires(Right.VIEW)
def area_search(request):
    """Options of the type-ahead; without HTMX the list, searched."""
    text = request.GET.get("q", "").strip()[:60].replace("\0", "")
    if not request.htmx:
        return redirect(reverse("areas:area_list", query={"q": text}))
    found = Area.objects.for_user(request.user).open().search(text).order_by("level__depth", "pinyin", "code")
    found = list(found[:FOUND]) if text else []
    paths = path_names(found)
    areas = [{"code": area.code, "name": area.name, "path": paths[area.code]} for area in found]
    return render(request, "components/area_options.html", {"areas": areas, "query": text})


@require_safe
@requires(Right.VIEW)
def area_detail(request, code):
    """An area as of a day: what it was called, where it lay, what lay in it."""
    area = Area.objects.for_user(request.user).for_list().filter(code=code).first()
    if area is None:
        return redirect("areas:area_detail", code=_code_now(request.user, code))
    day = _day_or_404(request.GET.get("on")) or today()
    context = {
        "area": area,
        "day": day,
        "is_past": day != today(),
        "then": Area.objects.for_user(request.user).as_of(day).filter(pk=area.pk).first(),
        "path": area.ancestors(on=day).for_user(request.user),
        "children": _children_with_counts(request.user, area, day),
        "names": area.names.order_by("-valid"),
        "codes": area.codes.order_by("-valid"),
        "parents": area.parents.select_related("parent").order_by("-valid"),
        "may_manage": area.is_open and request.user.may(Right.MANAGE, area_code=area.code),
        "has_level_below": area.level.below() is not None,
    }
    return render(request, "areas/area_detail.html", context)


@requires(Right.MANAGE)
def area_open(request, code):
    return _change(
        request, code, forms.OpenForm, open_area, _("新设下级区划"), _("已设立%(area)s，代码 %(code)s")
    )


@requires(Right.MANAGE)
def area_rename(request, code):
    return _change(request, code, forms.RenameForm, rename_area, _("更名"), _("已更名为%(area)s"))


@requires(Right.MANAGE)
def area_move(request, code):
    return _change(request, code, forms.MoveForm, move_area, _("调整隶属"), _("%(area)s的新代码是 %(code)s"))


@requires(Right.MANAGE)
def area_close(request, code):
    return _change(request, code, forms.CloseForm, close_area, _("撤销"), _("已撤销%(area)s"))


def _change(request, code, form_class, verb, title, done):
    """One page for each verb: the form, the verb's refusal beside it, or the area as it is now."""
    scope = Area.objects.for_user(request.user)
    area = get_object_or_404(scope, code=code)
    demand(request.user, Right.MANAGE, area.code)
    form = form_class(request.POST or None, areas=scope.open())
    if request.method == "POST" and form.is_valid():
        try:
            changed = verb(area, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused.message))
        else:
            messages.success(request, done % {"area": changed.name, "code": changed.code})
            return redirect("areas:area_detail", code=changed.code)
    status = 409 if form.non_field_errors() else 400 if form.errors else 200
    return render(
        request, "areas/area_change.html", {"area": area, "form": form, "title": title}, status=status
    )


def _code_now(user, code):
    """The present code of the area that once bore this one, if the user may see it."""
    borne = AreaCode.objects.filter(code=code, area__in=Area.objects.for_user(user)).select_related("area")
    return get_object_or_404(borne).area.code


def _children_with_counts(user, area, day):
    """Children of that day, each with how many areas of each level lay in it."""
    children = list(Area.objects.for_user(user).children_on(area, day).order_by("code_then"))
    within = Ancestry.objects.filter(ancestor__in=children, depth__gt=0, valid__contains=day)
    by_level = within.values_list("ancestor", "descendant__level__name").annotate(count=Count("pk"))
    counts = {}
    for pk, level, count in by_level.order_by("descendant__level__depth"):
        counts.setdefault(pk, []).append((level, count))
    return [(child, counts.get(child.pk, [])) for child in children]


def _day_or_404(text):
    if not text:
        return None
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        raise Http404
    return day
