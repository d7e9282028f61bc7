from governance.party.views.chain import org_detail, org_print, org_tree
from governance.party.views.changes import (
    area_leave,
    area_serve,
    member_seat,
    member_unseat,
    org_elect,
    org_merge,
    org_move,
    org_revise,
    org_split,
)
from governance.party.views.lists import OrgList, TeamList
from governance.party.views.verbs import org_dissolve, org_establish, org_rename

__all__ = [
    "OrgList",
    "TeamList",
    "area_leave",
    "area_serve",
    "member_seat",
    "member_unseat",
    "org_detail",
    "org_dissolve",
    "org_elect",
    "org_establish",
    "org_merge",
    "org_move",
    "org_print",
    "org_rename",
    "org_revise",
    "org_split",
    "org_tree",
]
