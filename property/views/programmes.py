from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from property.actions import programmes as verbs
from property.enums.programmes import ProgrammeRight
from property.filters.programmes import ProgrammeFilter
from property.forms.programmes import CategoryForm, CloseForm, OpenProgrammeForm
from property.models import Programme
from property.presenting.circular import circular_answer
from property.presenting.programmes import programme_page, programme_rows
from property.tables.programmes import PROGRAMMES
from property.views.compounds import day_asked


class ProgrammeList(ListPage):
    required_right = ProgrammeRight.VIEW
    filterset_class = ProgrammeFilter
    order = ("-begins_on", "-id")
    template_name = "property/programme_list.html"
    rows_template = "property/_programme_rows.html"
    layout = PROGRAMMES

    def rows_for(self, user):
        return Programme.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        rows = programme_rows(request.user, list(page or ()))
        more = {"rows": rows, "may_open": request.user.may(ProgrammeRight.RUN)}
        return super().context(request, filtered, page) | more


def find(user, pk: int) -> Programme:
    rows = Programme.objects.for_user(user).select_related("area__level")
    return get_object_or_404(rows, pk=pk)


@requires(ProgrammeRight.RUN)
def programme_open(request):
    """Begin a programme, from a pattern or empty."""
    form = OpenProgrammeForm(request.POST or None, user=request.user)

    def run():
        return verbs.open_programme(by=request.user, **form.cleaned_data)

    back_url = reverse("property:programme_list")
    return fill_in(request, form, run, page="programme_detail", title=_("建立专项任务"), back_url=back_url)


@requires(ProgrammeRight.VIEW)
@require_safe
def programme_detail(request, pk: int):
    """The board: every class with its tasks, each in its state of today."""
    return render(
        request, "property/programme_detail.html", programme_page(find(request.user, pk), request.user)
    )


@requires(ProgrammeRight.VIEW)
def category_add(request, pk: int):
    programme = find(request.user, pk)
    demand(request.user, ProgrammeRight.RUN, programme.area_code)
    form = CategoryForm(request.POST or None)

    def run():
        verbs.add_category(programme, by=request.user, **form.cleaned_data)
        return programme

    return fill_in(
        request, form, run, page="programme_detail", title=_("增加类别"), back_url=page_of(programme)
    )


@requires(ProgrammeRight.VIEW)
def programme_close(request, pk: int):
    programme = find(request.user, pk)
    demand(request.user, ProgrammeRight.RUN, programme.area_code)
    form = CloseForm(request.POST or None)

    def run():
        verbs.close_programme(programme, by=request.user, **form.cleaned_data)
        return programme

    return fill_in(
        request, form, run, page="programme_detail", title=_("办结专项任务"), back_url=page_of(programme)
    )


@requires(ProgrammeRight.VIEW)
@require_safe
def programme_circular(request, pk: int) -> HttpResponse:
    """The draft of the circular as of a day, today unless asked otherwise; for who sees the whole programme."""
    programme = find(request.user, pk)
    demand(request.user, ProgrammeRight.VIEW, programme.area_code)
    return circular_answer(programme, day_asked(request))


def page_of(programme: Programme) -> str:
    return reverse("property:programme_detail", args=[programme.pk])


def fill_in(request, form, run, *, page: str, title: str, back_url: str, about: str = ""):
    """Show a form, or call the verb on a good one and open `page` of its answer; a refusal comes back in the form."""
    if request.method == "POST" and form.is_valid():
        try:
            made = run()
        except ValidationError as invalid:
            form.add_error(None, invalid.messages)
        else:
            messages.success(request, _("{}：已办理{}。").format(made, title))
            return redirect(f"property:{page}", pk=made.pk)
    context = {"form": form, "title": title, "back_url": back_url, "about": about}
    return render(request, "property/programme_form.html", context, status=400 if form.errors else 200)
