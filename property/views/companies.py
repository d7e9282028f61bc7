from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.kernel.pages import ListPage, requires
from property import tables
from property.actions import link_company_party
from property.enums import Right
from property.filters import PropertyCompanyFilter
from property.forms import AsOfForm, PartyLinkForm
from property.models import PropertyCompany, PropertyContract
from property.presenting.assessment import cards_panel
from property.views.compounds import day_asked, live_on


class CompanyList(ListPage):
    required_right = Right.VIEW
    filterset_class = PropertyCompanyFilter
    order = ("area_code", "id")
    template_name = "property/company_list.html"
    rows_template = "property/_company_rows.html"
    layout = tables.COMPANIES

    def rows_for(self, user):
        return PropertyCompany.objects.for_user(user)


@requires(Right.VIEW)
@require_safe
def company_detail(request, pk: int):
    """One company as of a day: its Party organisation and the compounds it serves."""
    day = day_asked(request)
    company = get_object_or_404(PropertyCompany.objects.for_user(request.user).select_related("area"), pk=pk)
    contracts = PropertyContract.objects.for_user(request.user).filter(company=company).live_on(day)
    links = list(company.party_links.select_related("org").order_by("-valid"))
    context = {
        "company": company,
        "day": day,
        "contracts": contracts.select_related("compound", "area").order_by("area_code", "pk"),
        "link": live_on(links, day),
        "links": links,
        "may_manage": request.user.may(Right.MANAGE, company.area_code),
        "as_of_form": AsOfForm(initial={"as_of": day}),
        "cards_panel": cards_panel(company, request.user, day),
    }
    return render(request, "property/company_detail.html", context)


@requires(Right.MANAGE)
def company_party(request, pk: int):
    """Register the Party organisation of a company."""
    company = get_object_or_404(PropertyCompany.objects.for_user(request.user), pk=pk)
    if not request.user.may(Right.MANAGE, company.area_code):
        raise PermissionDenied
    form = PartyLinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            link = link_company_party(company, by=request.user, **form.cleaned_data)
        except ValidationError as invalid:
            form.add_error(None, invalid.messages)
        else:
            messages.success(
                request, _("已登记「{}」的党组织：{}。").format(company, link.get_kind_display())
            )
            return redirect("property:company_detail", pk=pk)
    back_url = reverse("property:company_detail", args=[pk])
    context = {"form": form, "title": _("登记党组织"), "about": company, "back_url": back_url}
    return render(request, "property/verb.html", context, status=400 if form.errors else 200)
