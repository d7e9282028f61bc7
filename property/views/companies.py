from types import SimpleNamespace

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.kernel.days import today
from governance.kernel.pages import ListPage, requires
from property import actions, tables
from property.enums import Right
from property.filters import PropertyCompanyFilter
from property.forms import AsOfForm, EndForm, PartyLinkForm
from property.forms.projects import CompanyForm, NewCompanyForm, PartyEndForm
from property.models import PropertyCompany
from property.presenting.assessment import cards_panel
from property.presenting.companies import company_page
from property.views.compounds import day_asked
from property.views.verbs import managed, run


class CompanyList(ListPage):
    required_right = Right.VIEW
    filterset_class = PropertyCompanyFilter
    order = ("area_code", "id")
    template_name = "property/company_list.html"
    rows_template = "property/_company_rows.html"
    layout = tables.COMPANIES

    def rows_for(self, user):
        return PropertyCompany.objects.for_user(user)

    def context(self, request, filtered, page):
        return super().context(request, filtered, page) | {"may_manage": request.user.may(Right.MANAGE)}


@requires(Right.VIEW)
@require_safe
def company_detail(request, pk: int):
    """One company as of a day: its Party organisation, projects, fees and complaints."""
    day = day_asked(request)
    company = get_object_or_404(PropertyCompany.objects.for_user(request.user).select_related("area"), pk=pk)
    context = company_page(company, request.user, day) | {
        "as_of_form": AsOfForm(initial={"as_of": day}),
        "cards_panel": cards_panel(company, request.user, day),
    }
    return render(request, "property/company_detail.html", context)


@requires(Right.MANAGE)
def company_new(request):
    """Register a company where one of the person's own seats supervises it."""
    form = NewCompanyForm(request.POST or None, user=request.user)

    def register():
        return actions.register_company(by=request.user, **form.cleaned_data)

    about = SimpleNamespace(name=form.data.get("name", "").strip())
    return run(request, form, register, about, _("登记物业企业"), reverse("property:company_list"), then=_of)


@requires(Right.MANAGE)
def company_edit(request, pk: int):
    company = managed(request, PropertyCompany, pk)
    form = CompanyForm(request.POST or None, initial={"name": company.name, "uscc": company.uscc})

    def revise():
        actions.revise_company(company, by=request.user, **form.cleaned_data)

    return run(request, form, revise, company, _("修改企业信息"), _page(pk))


@requires(Right.MANAGE)
def company_close(request, pk: int):
    company = managed(request, PropertyCompany, pk)
    form = EndForm(request.POST or None)

    def close():
        actions.close_company(company, by=request.user, **form.cleaned_data)

    return run(request, form, close, company, _("登记停止经营"), _page(pk))


@requires(Right.MANAGE)
def company_party(request, pk: int):
    """Register the Party organisation of a company."""
    company = managed(request, PropertyCompany, pk)
    form = PartyLinkForm(request.POST or None)

    def link():
        actions.link_company_party(company, by=request.user, **form.cleaned_data)

    return run(request, form, link, company, _("登记党组织"), _page(pk))


@requires(Right.MANAGE)
def company_party_end(request, pk: int):
    """The company's Party organisation of today ends on a day."""
    company = managed(request, PropertyCompany, pk)
    found = get_object_or_404(company.party_links.filter(valid__contains=today()))
    form = PartyEndForm(request.POST or None)

    def end():
        actions.end_company_party(found, by=request.user, **form.cleaned_data)

    return run(request, form, end, company, _("登记党组织撤销"), _page(pk))


def _of(company: PropertyCompany) -> str:
    return _page(company.pk)


def _page(pk: int) -> str:
    return reverse("property:company_detail", args=[pk])
