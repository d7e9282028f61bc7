from governance.party.actions.activities import record_activity
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

__all__ = [
    "dissolve_org",
    "elect_org",
    "end_group",
    "end_partner",
    "establish_org",
    "found_group",
    "join_league",
    "join_team",
    "leave_area",
    "leave_league",
    "leave_team",
    "merge_orgs",
    "move_org",
    "record_activity",
    "rename_org",
    "renew_agreement",
    "revise_group",
    "revise_org",
    "seat_member",
    "serve_area",
    "sign_partner",
    "split_org",
    "unseat_member",
]
