from property.actions.committees import dissolve_committee, file_committee, form_committee
from property.actions.companies import end_company_party, link_company_party, register_company
from property.actions.contracts import end_contract, sign_contract
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
    "call_off",
    "complete_member",
    "correct_votes",
    "count_votes",
    "dissolve_committee",
    "end_company_party",
    "end_contract",
    "end_member",
    "file_committee",
    "form_committee",
    "give_notice",
    "link_company_party",
    "prepare_meeting",
    "register_company",
    "remove_matter",
    "revise_meeting",
    "sign_contract",
]
