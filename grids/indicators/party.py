"""How far the Party chain reaches over the ground: each share names the rows behind it and those still without."""

from django.utils.translation import gettext_lazy as _

from governance.statistics.definitions import Figure, Gap, Group, Indicator, Rows, Stock
from grids.indicators.ground import ALL, COMMUNITIES, grid_rows
from grids.models import BuildingGroup, Community, Grid

_OWNER = _("组织部")


def _community_rows(**filters) -> Rows:
    return Rows("community-list", "grids:community_list", filters=filters, as_of="as_of")


def _building_rows(**filters) -> Rows:
    return Rows("building-group-list", "grids:building_list", filters=filters, as_of="as_of")


def _branched(as_of):
    return Grid.objects.in_force(as_of).with_party_branch_on(as_of)


def _grouped(as_of):
    return BuildingGroup.objects.in_force(as_of).with_party_group_on(as_of)


INDICATORS = [
    Indicator(
        "party.community_share",
        name=_("社区党组织覆盖率"),
        unit="%",
        group=Group.PARTY,
        owner=_OWNER,
        levels=("city", "county", "township", "community"),
        formula=_("当日有社区党委、党总支、党支部的社区（村）数 ÷ 社区（村）数 × 100%"),
        numerator=Figure(
            Stock("party.communities_led", Community.objects.with_party_org, area="self"),
            _("有党组织的社区（村）"),
            _community_rows(party_org="true"),
        ),
        denominator=COMMUNITIES,
        gap=Gap(_("没有党组织的社区（村）"), _community_rows(party_org="false")),
        on_board=False,
    ),
    Indicator(
        "party.grid_branch_share",
        name=_("网格党支部覆盖率"),
        unit="%",
        group=Group.PARTY,
        owner=_OWNER,
        levels=("city", "county", "township", "community"),
        formula=_("当日有网格（小区）党支部服务的网格数 ÷ 网格数 × 100%，一个党支部可以服务几个网格"),
        numerator=Figure(
            Stock("party.grids_with_branch", _branched),
            _("有党支部的网格"),
            grid_rows(party_branch="true"),
        ),
        denominator=ALL,
        gap=Gap(_("没有党支部的网格"), grid_rows(party_branch="false")),
        on_board=False,
    ),
    Indicator(
        "party.group_share",
        name=_("楼院党小组覆盖率"),
        unit="%",
        group=Group.PARTY,
        owner=_OWNER,
        formula=_("当日有党小组服务的楼院数 ÷ 楼院数 × 100%"),
        numerator=Figure(
            Stock("party.buildings_grouped", _grouped),
            _("有党小组的楼院"),
            _building_rows(party_group="true"),
        ),
        denominator=Figure(
            Stock("party.buildings", BuildingGroup.objects.in_force), _("楼院"), _building_rows()
        ),
        gap=Gap(_("没有党小组的楼院"), _building_rows(party_group="false")),
        on_board=False,
    ),
]
