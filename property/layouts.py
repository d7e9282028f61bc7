"""The registers of property that come and go as files, each with the list it is taken from."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from governance.files.layouts import TableLayout, filtered_rows
from governance.people.models import User
from property.enums import Right
from property.filters import PropertyCompanyFilter, PropertyContractFilter
from property.filters.projects import ProjectFeeFilter
from property.models import ProjectFee, PropertyCompany, PropertyContract
from property.tables.columns import COMPANY_COLUMNS, CONTRACT_COLUMNS, FEE_COLUMNS
from property.tables.company_ledger import CompanyLedger
from property.tables.contract_ledger import ContractLedger
from property.tables.fee_ledger import FeeLedger


def _companies(user: User, query: str) -> QuerySet:
    return filtered_rows(PropertyCompanyFilter, PropertyCompany.objects.for_user(user), user, query)


def _contracts(user: User, query: str) -> QuerySet:
    return filtered_rows(PropertyContractFilter, PropertyContract.objects.for_user(user), user, query)


def _fees(user: User, query: str) -> QuerySet:
    return filtered_rows(ProjectFeeFilter, ProjectFee.objects.for_user(user), user, query)


def _layout(key, title, columns, ledger, page, rows) -> TableLayout:
    return TableLayout(
        key=key,
        title=title,
        right=Right.MANAGE,
        view_right=Right.VIEW,
        columns=columns,
        ledger=ledger,
        page=page,
        rows=rows,
    )


LAYOUTS = (
    _layout(
        "property_companies", _("物业企业名册"), COMPANY_COLUMNS, CompanyLedger, "property:company_list", _companies
    ),
    _layout(
        "property_contracts", _("物业合同名册"), CONTRACT_COLUMNS, ContractLedger, "property:project_list", _contracts
    ),
    _layout("project_fees", _("物业费收缴名册"), FEE_COLUMNS, FeeLedger, "property:fee_list", _fees),
)  # fmt: skip
