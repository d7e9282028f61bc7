"""Series: the list, and the one page on which hundreds of households are seen and moved."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from disputes.actions.series import change_series, close_series, open_series, reopen_series
from disputes.actions.series_steps import step_households, undo_step
from disputes.enums.rights import Right
from disputes.enums.series import ON_ONE_PAGE
from disputes.filters.series import HouseholdFilter, SeriesFilter
from disputes.forms.series import OpenSeriesForm, SeriesForm, StepForm
from disputes.models import Dispute, Series
from disputes.presenting import series as presenting
from disputes.states import BULK_STEPS
from disputes.tables.series import SERIES
from governance.files.enums import Right as FilesRight
from governance.kernel.errors import Refused
from governance.kernel.pages import ListPage, requires
from governance.kernel.paging import keyset_page
from governance.kernel.scope import demand

NOTE = 500


class SeriesList(ListPage):
    required_right = Right.VIEW
    filterset_class = SeriesFilter
    template_name = "disputes/series_list.html"
    rows_template = "disputes/_series_rows.html"
    layout = SERIES

    def rows_for(self, user):
        return Series.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        more = {"may_open": request.user.may(Right.MEDIATE), "rows": presenting.series_rows(page or ())}
        return super().context(request, filtered, page) | more


def find(user, pk: int) -> Series:
    """A series within the person's scope."""
    rows = Series.objects.for_user(user).select_related("lead__case", "lead__category", "area__successor")
    return get_object_or_404(rows, pk=pk)


@requires(Right.VIEW)
@require_safe
def series_detail(request: HttpRequest, pk: int) -> HttpResponse:
    return show(request, find(request.user, pk))


def show(request, series: Series, *, form: StepForm | None = None, refused: str = "", status=200):
    """The page of a series; with a `form` that was refused, what was ticked and written is still there."""
    filtered = HouseholdFilter(request.GET, queryset=series.members.all(), request=request)
    rows = filtered.qs if filtered.is_valid() else series.members.none()
    page = keyset_page(rows, order=("id",), size=ON_ONE_PAGE, cursor=request.GET.get("cursor", ""))
    page.count = rows.count()
    context = presenting.series_context(series, request.GET) | {
        "series": series,
        "home": reverse("disputes:series_detail", args=[series.pk]),
        "filter": filtered,
        "page": page,
        "rows": presenting.matrix(series, page.rows, form.picked if form else ()),
        "columns": [column.label for column in presenting.COLUMNS],
        "form": form or StepForm(initial={"version": series.version}, shown=rows),
        "steps": [(step.name, step.label) for step in BULK_STEPS.values()],
        "may_import": request.user.may(FilesRight.IMPORT, series.area_code),
        "refused": refused,
        "may_work": request.user.may(Right.MEDIATE, series.area_code),
    }
    return render(request, "disputes/series_detail.html", context, status=status)


def shown_households(request, series: Series):
    """The households the page shows under its address: what "all of them" means."""
    filtered = HouseholdFilter(request.GET, queryset=series.members.all(), request=request)
    return filtered.qs if filtered.is_valid() else series.members.none()


@require_POST
@requires(Right.MEDIATE)
def series_step(request: HttpRequest, pk: int) -> HttpResponse:
    """One press for the households ticked, or for all shown. What is refused leaves everything as it was."""
    series = find(request.user, pk)
    demand(request.user, Right.MEDIATE, series.area_code)
    form = StepForm(request.POST, shown=shown_households(request, series))
    if not form.is_valid():
        return show(request, series, form=form, status=400)
    sent = form.cleaned_data
    given = {"by": request.user, "note": sent["note"], "version": sent["version"]}
    try:
        done = step_households(series, form.members, sent["step"], **given)
    except Refused as refusal:
        return show(request, series, form=form, refused=refusal.message, status=409)
    words = _("已为 {count} 户记下「{step}」。")
    messages.success(request, words.format(count=done.count, step=BULK_STEPS[done.name].label))
    query = request.GET.urlencode()
    return redirect(f"{reverse('disputes:series_detail', args=[pk])}{'?' if query else ''}{query}")


@require_POST
@requires(Right.MEDIATE)
def series_undo(request: HttpRequest, pk: int, step: int) -> HttpResponse:
    """Take a wrong step back by a counter step."""
    series = find(request.user, pk)
    demand(request.user, Right.MEDIATE, series.area_code)
    wrong = get_object_or_404(series.steps.select_related("series"), pk=step)
    done = undo_step(wrong, by=request.user, note=_note(request))
    messages.success(request, _("已更正，{} 户回到原来的情况。").format(done.count))
    return redirect("disputes:series_detail", pk)


@requires(Right.MEDIATE)
def series_open(request: HttpRequest) -> HttpResponse:
    """立项. `lead` names the lead case, `also` further disputes alike that come along."""
    initial = {"lead": request.GET.get("lead", "")}
    form = OpenSeriesForm(request.POST or None, user=request.user, initial=initial)
    numbers = [text for text in request.GET.get("also", "").split(",") if text][:100]
    also = Dispute.objects.for_user(request.user).for_page().filter(case__number__in=numbers)
    if form.is_valid():
        demand(request.user, Right.MEDIATE, form.cleaned_data["lead"].area_code)
        series = open_series(by=request.user, also=also, **form.cleaned_data)
        messages.success(request, _("已立项“{}”。下一步导入各户名单。").format(series.title))
        return redirect("disputes:series_detail", series.pk)
    context = {"form": form, "also": also}
    return render(request, "disputes/series_open.html", context, status=400 if form.is_bound else 200)


@requires(Right.MEDIATE)
def series_edit(request: HttpRequest, pk: int) -> HttpResponse:
    series = find(request.user, pk)
    demand(request.user, Right.MEDIATE, series.area_code)
    names = ("title", "counterpart", "household_role", "deadline", "agreement_text")
    form = SeriesForm(request.POST or None, initial={name: getattr(series, name) for name in names})
    if form.is_valid():
        change_series(series, by=request.user, **form.cleaned_data)
        messages.success(request, _("已保存“{}”。").format(series.title))
        return redirect("disputes:series_detail", pk)
    context = {"series": series, "form": form}
    return render(request, "disputes/series_edit.html", context, status=400 if form.is_bound else 200)


@require_POST
@requires(Right.MEDIATE)
def series_close(request: HttpRequest, pk: int) -> HttpResponse:
    series = find(request.user, pk)
    demand(request.user, Right.MEDIATE, series.area_code)
    close_series(series, by=request.user, note=_note(request))
    messages.success(request, _("“{}”已办结。").format(series.title))
    return redirect("disputes:series_detail", pk)


@require_POST
@requires(Right.MEDIATE)
def series_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    series = find(request.user, pk)
    demand(request.user, Right.MEDIATE, series.area_code)
    reopen_series(series, by=request.user, note=_note(request))
    messages.success(request, _("“{}”已重新打开。").format(series.title))
    return redirect("disputes:series_detail", pk)


def _note(request) -> str:
    return request.POST.get("note", "").replace("\x00", "")[:NOTE]
