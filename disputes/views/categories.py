"""Disputes by kind, for the offices that want them counted their own way; and who says which kind is which."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from disputes.actions.classification import map_category
from disputes.enums.classification import Scheme
from disputes.enums.rights import Right
from disputes.filters.disputes import DisputeFilter
from disputes.forms.classification import MapForm
from disputes.models import Category, Dispute
from disputes.models.standard import standard_columns
from disputes.presenting import categories
from disputes.tables.categories import CATEGORY_REPORT
from disputes.tables.standard import STANDARD_ROWS
from governance.kernel.negotiation import refuse_format
from governance.kernel.pages import requires
from governance.kernel.sheets import short_csv, short_workbook
from governance.kernel.tables import csv_answer, withheld_words


@require_safe
@requires(Right.VIEW)
def category_report(request):
    """Without days it is the month so far. `format` csv or xlsx: the report as a file."""
    asked = categories.asked_of(request.GET)
    filtered = categories.filtered(asked, request)
    if not filtered.is_valid():
        return render(request, "disputes/category_report.html", {"filter": filtered}, status=400)
    chosen = filtered.form.cleaned_data
    lines = categories.report(filtered.qs, chosen["scheme"], asked)
    withheld = withheld_words(categories.withheld(asked, request))
    if file_format := request.GET.get("format", ""):
        return _as_file(file_format, lines, chosen, withheld)
    context = {
        "filter": filtered,
        "lines": lines,
        "total": categories.total(lines),
        "withheld": withheld,
        "has_levels": not chosen["scheme"],
        "tabs": categories.scheme_tabs(asked),
        "periods": categories.period_links(asked),
        "standard_url": categories.standard_url(asked),
        "may_map": request.user.may(Right.CATALOGUE),
    }
    return render(request, "disputes/category_report.html", context)


def _as_file(file_format: str, lines, chosen, withheld: str):
    rows = [categories.line_row(line) for line in lines] + [categories.total_row(lines)]
    refuse_format(file_format, ("csv", "xlsx"))
    if file_format == "csv":
        return short_csv(rows, CATEGORY_REPORT, withheld)
    heading = [categories.title_of(chosen["scheme"]), categories.period_words(chosen), withheld]
    return short_workbook(rows, CATEGORY_REPORT, heading=heading)


@require_safe
@requires(Right.VIEW)
def standard_file(request):
    """The disputes of the list's filters as GB/T 31000-2015 T30, masked."""
    rows = Dispute.objects.for_user(request.user).annotate(**standard_columns())
    filtered = DisputeFilter(request.GET, queryset=rows, request=request)
    if not filtered.is_valid():
        raise BadRequest(_("筛选条件有误，请回到列表重新筛选后再导出。"))
    return csv_answer(filtered.qs.order_by("-case_id"), STANDARD_ROWS)


@require_safe
@requires(Right.CATALOGUE)
def category_map(request):
    scheme = _scheme(request.GET.get("scheme", Scheme.JUSTICE))
    back_url = reverse("disputes:category_report") if request.user.may(Right.VIEW) else ""
    context = {"scheme": scheme, "rows": categories.map_rows(scheme), "back_url": back_url}
    return render(request, "disputes/category_map.html", context)


@requires(Right.CATALOGUE)
def category_map_edit(request, scheme, code):
    scheme, category = _scheme(scheme), get_object_or_404(Category, pk=code)
    form = MapForm(request.POST or None, scheme=scheme, category=category)
    if form.is_valid():
        map_category(category, by=request.user, scheme=scheme, kind=form.cleaned_data["kind"])
        messages.success(
            request, _("「{category}」的归类已修改，以往的报表也按新归类统计。").format(category=category)
        )
        return redirect("disputes:category_map")
    context = {"form": form, "category": category, "scheme": scheme}
    return render(request, "disputes/category_map_form.html", context, status=400 if form.is_bound else 200)


def _scheme(name: str) -> Scheme:
    if name not in Scheme.values:
        raise Http404
    return Scheme(name)
