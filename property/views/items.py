from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.kernel.days import today
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from property.actions import items as verbs
from property.actions.progress import check_progress, may_report, write_progress
from property.enums.programmes import ProgrammeRight
from property.filters.programmes import ProgrammeItemFilter
from property.forms.programmes import ChangeItemForm, CheckForm, ItemForm, ProgressForm, ReasonForm
from property.models import ItemProgress, Programme, ProgrammeCategory, ProgrammeItem
from property.presenting.programmes import item_page
from property.tables.programmes import ITEMS
from property.views.programmes import fill_in, find


class ItemList(ListPage):
    """Tasks in force on a day, over all programmes in sight."""

    required_right = ProgrammeRight.VIEW
    filterset_class = ProgrammeItemFilter
    order = ("due_on", "id")
    template_name = "property/item_list.html"
    rows_template = "property/_item_rows.html"
    layout = ITEMS

    def rows_for(self, user):
        return ProgrammeItem.objects.for_user(user)


def find_item(user, pk: int) -> ProgrammeItem:
    rows = ProgrammeItem.objects.for_user(user).with_state(today())
    return get_object_or_404(
        rows.select_related("area__level", "category__programme__area__level", "lead_post__area", "lead_post__role"),
        pk=pk,
    )  # fmt: skip


@requires(ProgrammeRight.VIEW)
@require_safe
def item_detail(request, pk: int):
    return show(request, find_item(request.user, pk))


def show(request, item: ProgrammeItem, **forms):
    return render(
        request,
        "property/item_detail.html",
        item_page(item, request.user, **forms),
        status=400 if forms else 200,
    )


@requires(ProgrammeRight.VIEW)
def item_add(request, pk: int, category: int):
    """A further task of a class."""
    programme: Programme = find(request.user, pk)
    demand(request.user, ProgrammeRight.RUN, programme.area_code)
    found = get_object_or_404(ProgrammeCategory, programme=programme, pk=category)
    form = ItemForm(request.POST or None, programme=programme)

    def run():
        return verbs.add_item(found, by=request.user, **form.cleaned_data)

    back_url = reverse("property:programme_detail", args=[pk])
    return fill_in(
        request, form, run, page="item_detail", title=_("增加任务"), back_url=back_url, about=found.name
    )


@requires(ProgrammeRight.VIEW)
def item_change(request, pk: int):
    item = to_run(request, pk)
    form = ChangeItemForm(request.POST or None, item=item)

    def run():
        verbs.change_item(item, by=request.user, **form.cleaned_data)
        return item

    return fill_in(
        request, form, run, page="item_detail", title=_("调整任务"), back_url=page_of(item), about=item.title
    )


@requires(ProgrammeRight.VIEW)
def item_drop(request, pk: int):
    item = to_run(request, pk)
    form = ReasonForm(request.POST or None)

    def run():
        verbs.drop_item(item, by=request.user, **form.cleaned_data)
        return item

    return fill_in(
        request, form, run, page="item_detail", title=_("撤销任务"), back_url=page_of(item), about=item.title
    )


@requires(ProgrammeRight.VIEW)
@require_POST
def progress_write(request, pk: int):
    item = find_item(request.user, pk)
    if not may_report(item, request.user):
        raise PermissionDenied
    form = ProgressForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            line = write_progress(item, by=request.user, **form.cleaned_data)
        except ValidationError as invalid:
            form.add_error(None, invalid.messages)
        else:
            messages.success(request, _("已填报：完成 {}%，等待核验。").format(line.percent))
            return redirect("property:item_detail", pk=pk)
    return show(request, item, progress_form=form)


@requires(ProgrammeRight.VIEW)
@require_POST
def progress_check(request, pk: int, line: int):
    item = find_item(request.user, pk)
    demand(request.user, ProgrammeRight.CHECK, item.category.programme.area_code)
    found = get_object_or_404(
        ItemProgress.objects.select_related("item__category__programme"), item=item, pk=line
    )
    form = CheckForm(request.POST)
    if form.is_valid():
        accepted, note = form.cleaned_data["verdict"] == "accept", form.cleaned_data["note"]
        try:
            check_progress(found, by=request.user, is_accepted=accepted, note=note)
        except ValidationError as invalid:
            form.add_error(None, invalid.messages)
        else:
            messages.success(request, _("已核验通过。") if accepted else _("已退回，请牵头单位重新填报。"))
            return redirect("property:item_detail", pk=pk)
    return show(request, item, check_form=form)


def to_run(request, pk: int) -> ProgrammeItem:
    """A task in sight (404) of a programme the user runs (403)."""
    item = find_item(request.user, pk)
    demand(request.user, ProgrammeRight.RUN, item.category.programme.area_code)
    return item


def page_of(item: ProgrammeItem) -> str:
    return reverse("property:item_detail", args=[item.pk])
