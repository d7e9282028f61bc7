from django.db import models
from django.utils.translation import gettext_lazy as _

# The seats of a grid's team: leader, worker, building and unit leaders, and the cadre who answers for it.
GRID_WORKER = "grid_worker"


class TeamRole(models.TextChoices):
    LEADER = "grid_leader", _("网格长")
    WORKER = GRID_WORKER, _("网格员")
    BUILDING = "building_leader", _("楼栋长")
    UNIT = "unit_leader", _("单元长")
    CADRE = "liaison_cadre", _("包联干部")


BUILDING_ROLES = frozenset({TeamRole.BUILDING, TeamRole.UNIT})

COMMUNITY_SECRETARY = "community_secretary"  # leads the leaders, and whoever has none
