from governance.party.actions.joining import merge_orgs, split_org
from governance.party.actions.links import leave_area, seat_member, serve_area, unseat_member
from governance.party.actions.orgs import dissolve_org, establish_org, rename_org, revise_org
from governance.party.actions.terms import elect_org
from governance.party.actions.tree import move_org

__all__ = [
    "dissolve_org",
    "elect_org",
    "establish_org",
    "leave_area",
    "merge_orgs",
    "move_org",
    "rename_org",
    "revise_org",
    "seat_member",
    "serve_area",
    "split_org",
    "unseat_member",
]
