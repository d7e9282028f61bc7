"""Who gets what of visits, their pictures and what is built on them."""

from tests.permissions import makers, makers_visits
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import form, page, rows_of, verb

_building = {"level": "building"}
_campaign = by_pk(makers_visits.campaign)
VISITS = {
    "grids:visit_photos": verb("补走访照片", "grids.visit", makers.receipt, **_building),
    "grids:my_month": page("我的本月小结", "grids.visit"),
    # Of those who lead teams, only the direct leader finds the page; see tests/grids/test_my_month.py.
    "grids:member_month": Row(
        "队员的本月小结（仅直接负责人）", "grids.lead", {"GET": frozenset({200, 404})}, makers_visits.member,
        level="grid",
    ),
    "grids:campaign_list": rows_of("走访活动列表", "grids.view", makers_visits.campaign),
    "grids:campaign_open": form("发起走访活动", "grids.manage"),
    "grids:campaign_detail": page("走访活动进展", "grids.view", _campaign),
    "grids:campaign_end": verb("提前结束走访活动", "grids.manage", _campaign, sees="grids.view"),
    "grids:rhythm_list": page("走访节奏", "grids.view", query=makers.area_of, sees="areas.view"),
    "grids:rhythm_choose": verb("设置走访节奏", "grids.manage", makers_visits.rhythm, sees="areas.view"),
    "visit-photos": verb("接口：补走访照片", "grids.visit", makers.receipt, **_building),
    "campaign-list": rows_of("接口：走访活动列表", "grids.view", makers_visits.campaign),
    "campaign-detail": page("接口：走访活动详情", "grids.view", _campaign),
    "campaign-progress": page("接口：走访活动进展", "grids.view", _campaign),
}  # fmt: skip
