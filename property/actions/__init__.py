from property.actions.committees import dissolve_committee, form_committee
from property.actions.companies import end_company_party, link_company_party, register_company
from property.actions.contracts import end_contract, sign_contract

__all__ = [
    "dissolve_committee",
    "end_company_party",
    "end_contract",
    "form_committee",
    "link_company_party",
    "register_company",
    "sign_contract",
]
