from governance.party.actions.links import leave_area, seat_member, serve_area, unseat_member
from governance.party.actions.orgs import dissolve_org, establish_org, merge_orgs, rename_org, revise_org
from governance.party.actions.tree import move_org

__all__ = [
    "dissolve_org",
    "establish_org",
    "leave_area",
    "merge_orgs",
    "move_org",
    "rename_org",
    "revise_org",
    "seat_member",
    "serve_area",
    "unseat_member",
]
