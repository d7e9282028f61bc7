from datetime import date

from django.core.exceptions import BadRequest
from django.db.models import Sum
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.kernel.days import today
from governance.kernel.pages import ListPage, requires
from property import tables
from property.enums import Right
from property.filters import ManagedCompoundFilter
from property.forms import AsOfForm
from property.models import ManagedCompound
from property.presenting.compounds import compound_page


class SummedList(ListPage):
    """A list of compounds or projects that says how many households and how much floor area its rows come to."""

    def context(self, request, filtered, page):
        shown = super().context(request, filtered, page)
        if page is None:
            return shown
        sums = filtered.qs.aggregate(households=Sum("household_count"), area=Sum("floor_area"))
        return shown | {"sums": sums}


class CompoundList(SummedList):
    required_right = Right.VIEW
    filterset_class = ManagedCompoundFilter
    order = ("area_code", "id")
    template_name = "property/compound_list.html"
    rows_template = "property/_compound_rows.html"
    layout = tables.COMPOUNDS

    def rows_for(self, user):
        return ManagedCompound.objects.for_user(user)


@requires(Right.VIEW)
@require_safe
def compound_detail(request, pk: int):
    """Everything about one compound as of a day: company, committee, grids, Party, deeds, and what was before."""
    day = day_asked(request)
    compound = get_object_or_404(ManagedCompound.objects.for_user(request.user).select_related("area"), pk=pk)
    context = compound_page(compound, request.user, day) | {"as_of_form": AsOfForm(initial={"as_of": day})}
    return render(request, "property/compound_detail.html", context)


def day_asked(request) -> date:
    form = AsOfForm(request.GET)
    if not form.is_valid():
        raise BadRequest(_("截至日期要写成 2026-11-22 这样。"))
    return form.cleaned_data["as_of"] or today()
