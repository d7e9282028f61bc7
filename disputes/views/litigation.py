"""What the courts took in: by county and month, and as rates with their printed definition."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from disputes.actions.litigation import correct_figures, define_rate, report_figures
from disputes.enums.rights import Right
from disputes.filters.litigation import LitigationFilter
from disputes.forms.litigation import CorrectionForm, DefinitionForm, FiguresForm
from disputes.models import LitigationFigure, RateDefinition
from disputes.presenting import litigation
from disputes.tables.litigation import LITIGATION
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from governance.statistics import board
from governance.statistics.enums import Right as StatisticsRight
from governance.statistics.questions import find_area, own_area_code, read_span, refuse_unknown


class LitigationList(ListPage):
    required_right = StatisticsRight.VIEW
    filterset_class = LitigationFilter
    order = ("-month", "area_code", "id")
    template_name = "disputes/litigation_list.html"
    rows_template = "disputes/_litigation_rows.html"
    layout = LITIGATION

    def rows_for(self, user):
        return LitigationFigure.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        may = {"may_report": request.user.may(Right.LITIGATION)}
        return super().context(request, filtered, page) | may


@require_safe
@requires(StatisticsRight.VIEW)
def litigation_rates(request):
    given = request.GET.dict()
    refuse_unknown(given, {"area", "from", "to", "as_of"})
    span = litigation.this_year(given, read_span(given))
    area = find_area(given.get("area") or own_area_code(request.user), request.user, span.as_of)
    whole, rows = litigation.filings(area, span)
    context = {
        "area": area,
        "above": board.ancestors(area, request.user, span.as_of),
        "span": span,
        "before": litigation.year_before(span),
        "rates": litigation.rates(area, span),
        "whole": whole,
        "rows": rows,
        "definitions": RateDefinition.objects.for_user(request.user).for_list()[:20],
        "may_define": request.user.may(Right.LITIGATION),
    }
    return render(request, "disputes/litigation_rates.html", context)


@require_safe
@requires(StatisticsRight.VIEW)
def litigation_detail(request, pk):
    rows = LitigationFigure.objects.for_user(request.user).with_sums().select_related("area")
    figure = get_object_or_404(rows, pk=pk)
    context = {
        "figure": figure,
        "corrections": figure.corrections.select_related("replaced_by"),
        "may_correct": request.user.may(Right.LITIGATION, figure.area_code),
    }
    return render(request, "disputes/litigation_detail.html", context)


@requires(StatisticsRight.VIEW)
def litigation_correct(request, pk):
    figure = get_object_or_404(LitigationFigure.objects.for_user(request.user), pk=pk)
    demand(request.user, Right.LITIGATION, figure.area_code)
    form = CorrectionForm(request.POST or None, instance=figure)
    if form.is_valid():
        correct_figures(figure, by=request.user, **form.cleaned_data)
        messages.success(request, _("{figure} 的数据已更正，原数据留存。").format(figure=figure))
        return redirect("disputes:litigation_detail", pk)
    context = {"form": form, "heading": str(figure), "verb": _("更正")}
    return render(request, "disputes/litigation_form.html", context, status=400 if form.is_bound else 200)


@requires(Right.LITIGATION)
def litigation_report(request):
    form = FiguresForm(request.POST or None, user=request.user)
    if form.is_valid():
        given = dict(form.cleaned_data)
        figure = report_figures(given.pop("area"), by=request.user, **given)
        messages.success(request, _("{figure} 的诉讼数据已登记。").format(figure=figure))
        return redirect("disputes:litigation_list")
    context = {"form": form, "heading": _("登记诉讼数据"), "verb": _("登记")}
    return render(request, "disputes/litigation_form.html", context, status=400 if form.is_bound else 200)


@requires(Right.LITIGATION)
def rate_define(request):
    form = DefinitionForm(request.POST or None, user=request.user)
    if form.is_valid():
        given = form.chosen
        define_rate(given.pop("area"), by=request.user, **given)
        messages.success(request, _("口径已改，起用日之前的期间照原口径。"))
        return redirect("disputes:litigation_rates")
    context = {"form": form, "heading": _("改变指标口径"), "verb": _("保存")}
    return render(request, "disputes/litigation_form.html", context, status=400 if form.is_bound else 200)
