from property.views.companies import CompanyList, company_detail, company_party
from property.views.compounds import CompoundList, compound_detail
from property.views.verbs import committee_dissolve, committee_form, contract_end, contract_sign

__all__ = [
    "CompanyList",
    "CompoundList",
    "committee_dissolve",
    "committee_form",
    "company_detail",
    "company_party",
    "compound_detail",
    "contract_end",
    "contract_sign",
]
