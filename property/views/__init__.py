from property.views.committees import (
    CommitteeList,
    committee_detail,
    committee_file,
    member_add,
    member_end,
    member_phone,
    member_reveal,
)
from property.views.companies import CompanyList, company_detail, company_party
from property.views.compounds import CompoundList, compound_detail
from property.views.meetings import (
    MeetingList,
    matter_add,
    matter_remove,
    meeting_count,
    meeting_detail,
    meeting_edit,
    meeting_new,
    meeting_sheet,
    meeting_step,
)
from property.views.verbs import committee_dissolve, committee_form, contract_end, contract_sign

__all__ = [
    "CommitteeList",
    "CompanyList",
    "CompoundList",
    "MeetingList",
    "committee_detail",
    "committee_dissolve",
    "committee_file",
    "committee_form",
    "company_detail",
    "company_party",
    "compound_detail",
    "contract_end",
    "contract_sign",
    "matter_add",
    "matter_remove",
    "meeting_count",
    "meeting_detail",
    "meeting_edit",
    "meeting_new",
    "meeting_sheet",
    "meeting_step",
    "member_add",
    "member_end",
    "member_phone",
    "member_reveal",
]
