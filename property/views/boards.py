from django.shortcuts import render
from django.views.decorators.http import require_safe

from governance.kernel.days import today
from governance.kernel.pages import requires
from governance.statistics.board import ancestors
from governance.statistics.questions import refuse_unknown
from property.enums import Right
from property.forms.rates import RatesForm
from property.presenting.board import board_page
from property.presenting.places import area_asked
from property.presenting.rates import read_rates, shown_rates


@requires(Right.VIEW)
@require_safe
def board(request):
    """What waits in the property of an area, and in the areas below it."""
    given = request.GET.dict()
    refuse_unknown(given, {"area"})
    area = area_asked(given.get("area", ""), request.user)
    context = board_page(area, request.user, today())
    context["above"] = ancestors(area, request.user, today())
    return render(request, "property/board.html", context)


@requires(Right.VIEW)
@require_safe
def rates(request):
    """The three coverage rates of an area on two days."""
    given = request.GET.dict()
    refuse_unknown(given, {"area", "unit", "as_of", "against"})
    form = RatesForm(given)
    found = form.is_valid()
    area = area_asked(form.cleaned_data.get("area", ""), request.user)
    context = {"area": area, "above": ancestors(area, request.user, today()), "form": form}
    if found:
        lines = shown_rates(read_rates(area, **form.asked), request.user)
        context |= {"form": RatesForm(initial=form.asked | {"area": area.code}), "lines": lines, **form.asked}
    return render(request, "property/rates.html", context, status=200 if found else 400)
