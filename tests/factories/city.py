"""A small lawful city with somebody in every seat and a few rows for every page."""

from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone

from deeds.states import HomeState
from governance.kernel.days import today
from tests.factories import communities, deeds, dispatch, disputes, errands, events, grids, party, programmes
from tests.factories import property as property_
from tests.factories.areas import make_country
from tests.factories.casework import make_rules
from tests.factories.people import make_roles, make_user

OWN_LINE = "990101001001001001"
WIDTHS = {"city": 4, "county": 6, "township": 9, "community": 12, "grid": 15, "building": 18}


def make_small_city() -> SimpleNamespace:
    """`areas` by code; `own` area by level; `people` by role, each in the seat on the own line of the country."""
    areas = make_country()
    own = {level: areas[OWN_LINE[:width]] for level, width in WIDTHS.items()}
    people = {
        code: make_user(code, own[role.level], name=f"{role.name}甲") for code, role in make_roles().items()
    }
    make_rules()
    city = SimpleNamespace(areas=areas, own=own, people=people)
    city.households = _walks(city)
    city.errand = _errands(city)
    city.dispute = _quarrels(city)
    city.event = _sightings(city)
    _offices(city)
    _community(city)
    return city


def _walks(city) -> list:
    """Three doors in the own grid, visits of every outcome, one need open; a second grid, staffed and called on."""
    worker, building = city.people["grid_worker"], city.own["building"]
    for area in city.areas.values():
        if area.level_id == "grid":
            grids.make_grid(area)
    compound = grids.make_compound(city.own["grid"], name="团结小区")
    grids.make_building(building, compound=compound)
    doors = []
    for floor in (5, 3, 2):
        door = grids.make_household(
            building, unit=2, floor=floor, room=f"{floor}01", label=f"1号楼2单元{floor}01"
        )
        grids.make_resident(door, phone="13712345678", is_contact=True)
        doors.append(door)
    grids.make_tag(doors[2])
    for ago, outcome in enumerate(("need", "hazard", "dispute", "not_met", "declined"), start=30):
        grids.make_visit(doors[ago % 2], worker=worker, outcome=outcome, ago=ago, note="楼道灯不亮")
    grids.make_need(doors[0], worker=worker)
    grids.make_need(doors[1], worker=worker, state="solved", outcome_note="已经修好")
    beside = city.areas["990101001001002001"]
    grids.make_building(beside, households=150)
    grids.make_visit(grids.make_household(beside), ago=3)
    return doors


def _errands(city):
    """Errands in every state, one just asked for; a hint to follow up."""
    worker, (door, *_more) = city.people["grid_worker"], city.households
    item = errands.make_item(name="高龄津贴申领")
    for state in errands.ErrandState.values[1:]:
        errands.make_errand(door.area, state, item=item, worker=worker)
    rule = errands.make_rule(item=item)
    errands.make_hint(door, resident=door.residents.first(), rule=rule)
    return errands.make_errand(
        door.area, item=item, worker=worker, household=door, resident=door.residents.first()
    )


def _quarrels(city):
    """Disputes in several states; the one returned is just registered and the most urgent of the queue."""
    grid, now = city.own["grid"], timezone.now()
    for days, state in enumerate(("accepted", "assigned", "mediating", "suspended"), start=1):
        paused = {"paused_at": now, "remaining": 4} if state == "suspended" else {}
        due = now + timedelta(days=days)
        disputes.make_accepted(grid, state, title=f"邻里纠纷{days}", due_at=due, **paused)
    for number in range(3):
        resolved = {"outcome": "resolved", "resolved_on": today(), "closed_on": today()}
        disputes.make_accepted(grid, "closed", title=f"旧纠纷{number}", **resolved)
    disputes.make_accepted(grid, "closed", title="不成的纠纷", outcome="failed", closed_on=today())
    centre = disputes.make_centre(city.own["county"])
    disputes.make_matter(disputes.make_reception(centre))
    return disputes.make_dispute(
        grid, title="楼道堆物起争执", due_at=now - timedelta(days=9), summary="两户相争。"
    )


def _sightings(city):
    """Events in several states, one urgent, one with a joint verification; the one returned was told by a resident."""
    grid, seat = city.own["grid"], city.people["community_secretary"].live_holdings[0].post
    events.make_work_list_item(city.own["county"], "E01")
    for state in ("verified", "dispatched", "taken", "handling", "feedback", "closed", "rejected"):
        owner = {} if state in ("verified", "rejected") else {"owner_post": seat, "owner_area": seat.area}
        events.make_event(grid, state, title=f"电动车飞线充电：{state}", category="E0103", **owner)
    events.make_event(grid, title="燃气隐患：闻到燃气味", category="E0104", event={"grade": 1})
    measured = events.make_event(grid, "handling", title="土地确权面积：地块面积不符", category="E1101")
    events.make_verification(measured, measured_value="1.6", measured_unit="mu")
    told = events.make_event(
        grid,
        title="楼道堆物：三楼楼道堆着旧家具",
        source="resident",
        summary="三楼楼道堆着旧家具，轮椅过不去。",
        due_at=timezone.now() - timedelta(days=1),
    )
    events.make_reporter(told)
    events.make_event(grid, title="楼道堆物：楼道有纸箱", place="2单元")
    return told


def _offices(city) -> None:
    """Property, a programme, deeds, housing, the Party chain and a dispatch."""
    grid = city.own["grid"]
    compound = grids.make_compound(grid, name="幸福小区")
    company = property_.make_company(grid)
    property_.link_party(company)
    property_.make_contract(compound, company, manager="13812345678")
    property_.make_committee(compound)
    project = deeds.make_deed_project(grid, name="安居苑")
    deeds.make_homes(project, 3)
    deeds.make_homes(project, 2, state=HomeState.ISSUED)
    deeds.make_obstacle(project, due_on=today() - timedelta(days=3))
    deeds.make_progress(deeds.make_housing_project(grid), percent=30, planned=40)
    programme = programmes.make_programme(city.own["county"])
    programmes.make_progress(programmes.make_item(city.own["township"], programme), 60)
    programmes.make_regulation(city.own["county"])
    chain = party.make_chain(city.areas)
    party.serve(chain["branch"], grid)
    party.make_team(grid)
    for level in ("city", "county", "township"):
        cycle = dispatch.make_cycle(city.own[level])
        dispatch.make_item(cycle)
        dispatch.make_notice(city.own[level], cycle=cycle)


def _community(city) -> None:
    """What the own community looks after: a service team, an adviser, a council topic, an organisation."""
    community = city.own["community"]
    communities.make_standards()
    communities.make_service_member(city.own["grid"])
    adviser = communities.make_adviser(city.own["township"])
    communities.make_assignment(community, adviser=adviser)
    communities.make_duty(community, adviser=adviser)
    communities.make_record(community, adviser=adviser, kind="lecture")
    communities.make_topic(community, title="夜间停车怎么管")
    communities.make_topic(community, "executing", title="中心花园改造", executor="居委会", due_on=today())
    communities.make_org(community)
