from property.actions.committees import dissolve_committee, file_committee, form_committee
from property.actions.companies import (
    close_company,
    end_company_party,
    link_company_party,
    register_company,
    revise_company,
)
from property.actions.complaints import bind_complaints, follow_complaints, register_complaint
from property.actions.contracts import (
    change_manager,
    describe_contract,
    end_contract,
    renew_contract,
    sign_contract,
)
from property.actions.fees import record_fee
from property.actions.meetings import (
    add_matter,
    call_off,
    give_notice,
    prepare_meeting,
    remove_matter,
    revise_meeting,
)
from property.actions.members import add_member, complete_member, end_member
from property.actions.votes import announce_result, correct_votes, count_votes

__all__ = [
    "add_matter",
    "add_member",
    "announce_result",
    "bind_complaints",
    "call_off",
    "change_manager",
    "close_company",
    "complete_member",
    "correct_votes",
    "count_votes",
    "describe_contract",
    "dissolve_committee",
    "end_company_party",
    "end_contract",
    "end_member",
    "file_committee",
    "follow_complaints",
    "form_committee",
    "give_notice",
    "link_company_party",
    "prepare_meeting",
    "record_fee",
    "register_company",
    "register_complaint",
    "remove_matter",
    "renew_contract",
    "revise_company",
    "revise_meeting",
    "sign_contract",
]
