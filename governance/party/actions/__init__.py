from governance.party.actions.activities import record_activity
from governance.party.actions.cobuild import (
    load_cobuild_kinds,
    match_need,
    offer_resource,
    post_need,
    step_project,
    step_resource,
    withdraw_need,
)
from governance.party.actions.groups import (
    end_group,
    found_group,
    join_league,
    join_team,
    leave_league,
    leave_team,
    revise_group,
)
from governance.party.actions.joining import merge_orgs, split_org
from governance.party.actions.links import leave_area, seat_member, serve_area, unseat_member
from governance.party.actions.orgs import dissolve_org, establish_org, rename_org, revise_org
from governance.party.actions.partners import end_partner, renew_agreement, sign_partner
from governance.party.actions.terms import elect_org
from governance.party.actions.tree import move_org
from governance.party.actions.wishes import (
    claim_wish,
    fulfil_wish,
    post_wish,
    release_wish,
    thank_wish,
    withdraw_wish,
)

__all__ = [
    "claim_wish",
    "dissolve_org",
    "elect_org",
    "end_group",
    "end_partner",
    "establish_org",
    "found_group",
    "fulfil_wish",
    "join_league",
    "join_team",
    "leave_area",
    "leave_league",
    "leave_team",
    "load_cobuild_kinds",
    "match_need",
    "merge_orgs",
    "move_org",
    "offer_resource",
    "post_need",
    "post_wish",
    "record_activity",
    "release_wish",
    "rename_org",
    "renew_agreement",
    "revise_group",
    "revise_org",
    "seat_member",
    "serve_area",
    "sign_partner",
    "split_org",
    "step_project",
    "step_resource",
    "thank_wish",
    "unseat_member",
    "withdraw_need",
    "withdraw_wish",
]
