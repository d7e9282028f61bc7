from governance.party.views.chain import org_detail, org_tree
from governance.party.views.lists import OrgList, TeamList
from governance.party.views.verbs import org_dissolve, org_establish, org_rename

__all__ = ["OrgList", "TeamList", "org_detail", "org_dissolve", "org_establish", "org_rename", "org_tree"]
