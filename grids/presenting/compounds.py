"""The grids a compound lies in and the Party organisations that serve it, as panels of its page."""

from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.areas.models import AreaParent
from governance.party.enums import Right as PartyRight
from governance.party.models import PartyOrg
from governance.people.models import User
from grids.enums.rights import Right
from grids.models import BuildingGroup, Compound, Grid
from grids.panels import Line, Panel

SHOWN = 12


def grids_panel(compound: Compound, user: User, day: date) -> Panel | None:
    """The grids its buildings lie in, or its own when it lies in one; who works there."""
    if not user.may(Right.VIEW, compound.area_code):
        return None
    parents = AreaParent.objects.filter(valid__contains=day, area__building_group__compound=compound)
    grids = Grid.objects.for_user(user).filter(
        Q(area__in=parents.values("parent")) | Q(area=compound.area_id)
    )
    lines = [
        Line(grid.name, grid.worker or _("网格员空缺"), reverse("grids:grid_detail", args=[grid.pk]))
        for grid in grids.for_list(day).order_by("area_code")[:SHOWN]
    ]
    return Panel(_("所在网格"), tuple(lines), empty=_("楼院还没有划入网格，请先在楼院名册中填写所属小区。"))


def party_panel(compound: Compound, user: User, day: date) -> Panel | None:
    """The branches and groups that serve the compound, a grid or a building of it."""
    if not user.may(PartyRight.VIEW, compound.area_code):
        return None
    buildings = BuildingGroup.objects.filter(compound=compound).values("area")
    parents = AreaParent.objects.filter(valid__contains=day, area__in=buildings).values("parent")
    places = Q(served__area=compound.area_id) | Q(served__area__in=buildings) | Q(served__area__in=parents)
    orgs = PartyOrg.objects.for_user(user).in_force(day).filter(places, served__valid__contains=day)
    lines = [
        Line(tier, name, reverse("party:org_detail", args=[pk]))
        for pk, name, tier, _position in orgs.order_by("tier__position", "pk")
        .values_list("pk", "name", "tier__name", "tier__position")
        .distinct()[:SHOWN]
    ]
    return Panel(_("党组织"), tuple(lines), empty=_("还没有党支部服务这个小区。"))
