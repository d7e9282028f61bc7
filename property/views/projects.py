from decimal import Decimal

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from governance.audit.actions import reveal
from governance.audit.enums import Right as AuditRight
from governance.kernel.days import today
from governance.kernel.pages import requires
from property import actions, tables
from property.enums import Right
from property.filters import PropertyContractFilter
from property.forms.projects import FeeForm, ManagerForm, RenewForm, StaffForm
from property.models import PropertyContract
from property.presenting.projects import project_page
from property.views.compounds import SummedList
from property.views.verbs import managed, run


class ProjectList(SummedList):
    """Projects, past ones too; `?ending_within=90` is the list of contracts that end."""

    required_right = Right.VIEW
    filterset_class = PropertyContractFilter
    order = ("area_code", "id")
    template_name = "property/project_list.html"
    rows_template = "property/_project_rows.html"
    layout = tables.CONTRACTS

    def rows_for(self, user):
        return PropertyContract.objects.for_user(user).for_list()


@requires(Right.VIEW)
@require_safe
def project_detail(request, pk: int):
    """One project: its contract, people, fees and complaints, and the contracts before and after."""
    rows = PropertyContract.objects.for_user(request.user).select_related("compound", "company", "area")
    contract = get_object_or_404(rows, pk=pk)
    return render(request, "property/project_detail.html", project_page(contract, request.user, today()))


@requires(Right.MANAGE)
def project_renew(request, pk: int):
    contract = managed(request, PropertyContract, pk)
    form = RenewForm(request.POST or None, initial={"fee": Decimal(contract.fee_yuan)})

    def renew():
        return actions.renew_contract(contract, by=request.user, **form.terms)

    return run(request, form, renew, contract, _("续签合同"), _page(pk), then=lambda made: _page(made.pk))


@requires(Right.MANAGE)
def project_manager(request, pk: int):
    contract = managed(request, PropertyContract, pk)
    form = ManagerForm(request.POST or None)

    def change():
        actions.change_manager(contract, by=request.user, **form.cleaned_data)

    return run(request, form, change, contract, _("更换项目经理"), _page(pk))


@requires(Right.MANAGE)
def project_describe(request, pk: int):
    contract = managed(request, PropertyContract, pk)
    form = StaffForm(request.POST or None, contract=contract)

    def describe():
        actions.describe_contract(contract, by=request.user, **form.details)

    return run(request, form, describe, contract, _("修改合同信息和人员"), _page(pk))


@requires(Right.MANAGE)
def project_fee(request, pk: int):
    contract = managed(request, PropertyContract, pk)
    form = FeeForm(request.POST or None)

    def write():
        actions.record_fee(contract, by=request.user, **form.cleaned_data)

    return run(request, form, write, contract, _("登记物业费"), _page(pk))


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def project_reveal(request, pk: int, name: str):
    """The manager's name or phone in the clear, for a stated reason."""
    contract = get_object_or_404(PropertyContract.objects.for_user(request.user), pk=pk)
    field = "manager_phone" if name == "phone" else "manager"
    context = {
        "contract": contract,
        "label": PropertyContract._meta.get_field(f"{field}_masked").verbose_name,
        "value": reveal(contract, field, by=request.user, reason=request.POST.get("reason", "")),
    }
    template = "components/masked_value.html" if request.htmx else "property/manager_reveal.html"
    return render(request, template, context)


def _page(pk: int) -> str:
    return reverse("property:project_detail", args=[pk])
