"""The work list of communities and grids, what is let through beside it, and the catalogue of events."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.kernel.days import today
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from grids.actions.event_categories import edit_event_category
from grids.actions.worklist import add_work_item, approve_exception, end_work_item
from grids.enums.rights import EventRight as Right
from grids.filters.events import EventCategoryFilter, WorkListFilter
from grids.forms.worklist import EventCategoryForm, ExceptionForm, WorkItemForm
from grids.models import Event, EventCategory, WorkListException, WorkListItem
from grids.tables.events import EVENT_CATEGORIES, WORK_LIST
from grids.views.frames import frame_of


class WorkList(ListPage):
    """What may be given to communities and grids: open to everybody who deals with events."""

    required_right = Right.VIEW
    filterset_class = WorkListFilter
    order = ("category_id", "id")
    template_name = "grids/work_list.html"
    rows_template = "grids/_work_list_rows.html"
    layout = WORK_LIST

    def rows_for(self, user):
        return WorkListItem.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        exceptions = WorkListException.objects.for_user(request.user).in_force(today()).for_list()
        rows = page.rows if page else []
        return super().context(request, filtered, page) | {
            "rows": [
                (row, not row.is_over and request.user.may(Right.MANAGE, row.area_code)) for row in rows
            ],
            "exceptions": exceptions.order_by("until_on", "id")[:50],
            "may_dispatch": request.user.may(Right.DISPATCH),
            "may_report": request.user.may(Right.REPORT),
            "may_manage": request.user.may(Right.MANAGE),
            "may_approve": request.user.may(Right.APPROVE),
            "frame_template": frame_of(request.user),
        }


@requires(Right.MANAGE)
def work_item_add(request):
    form = WorkItemForm(request.POST or None, user=request.user)
    if form.is_valid() and _added(form, request.user):
        messages.success(request, _("「{title}」已列入清单。").format(title=form.cleaned_data["title"]))
        return redirect("grids:work_list")
    context = {"form": form, "heading": _("列入清单"), "verb": _("列入")}
    return render(request, "grids/work_list_form.html", context, status=400 if form.is_bound else 200)


def _added(form: WorkItemForm, user) -> bool:
    content = dict(form.cleaned_data)
    try:
        add_work_item(content.pop("area"), by=user, **content)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    return True


@require_POST
@requires(Right.MANAGE)
def work_item_end(request, pk):
    item = get_object_or_404(WorkListItem.objects.for_user(request.user), pk=pk)
    demand(request.user, Right.MANAGE, item.area_code)
    end_work_item(item, by=request.user)
    messages.success(request, _("「{title}」已移出清单。").format(title=item.title))
    return redirect("grids:work_list")


@requires(Right.APPROVE)
def work_exception_approve(request):
    """`?number=` carries the event along that the approval is for."""
    asked = request.GET.get("number", "")
    event = Event.objects.for_user(request.user).filter(case__number=asked).first() if asked else None
    initial = {"number": asked, "category": event.category_id} if event else {}
    form = ExceptionForm(request.POST or None, user=request.user, initial=initial)
    if form.is_valid():
        data = form.cleaned_data
        approve_exception(data.pop("area"), by=request.user, **data)
        messages.success(request, _("已批准，截止日期前可以派给社区和网格。"))
        return redirect("grids:work_list")
    context = {"form": form, "heading": _("批准清单外派单"), "verb": _("批准")}
    return render(request, "grids/work_list_form.html", context, status=400 if form.is_bound else 200)


class EventCategoryList(ListPage):
    required_right = Right.CATALOGUE
    filterset_class = EventCategoryFilter
    order = ("code",)
    page_size = 100
    template_name = "grids/event_category_list.html"
    rows_template = "grids/_event_category_rows.html"
    layout = EVENT_CATEGORIES

    def rows_for(self, user):
        return EventCategory.objects.for_list()


@requires(Right.CATALOGUE)
def event_category_edit(request, code):
    category = get_object_or_404(EventCategory, pk=code)
    form = EventCategoryForm(request.POST or None, instance=category)
    if form.is_valid():
        edit_event_category(EventCategory.objects.get(pk=code), by=request.user, **form.cleaned_data)
        messages.success(
            request, _("类别「{category}」已修改，今后的事件按新规定办理。").format(category=category)
        )
        return redirect("grids:event_category_list")
    context = {"form": form, "category": category}
    return render(request, "grids/event_category_form.html", context, status=400 if form.is_bound else 200)
