"""Rows that the demo city writes past the verbs are as the verbs would have left them."""

import pytest

from demo.case_rows import CaseTables, Plan
from demo.chance import chance
from demo.city import JINFENG, SHANGHAI_WEST, Building, City, Plot
from demo.court import make_court
from demo.event_rows import EventPlan, EventTables
from demo.programmes import make_programmes
from disputes.actions.searching import index_parties
from disputes.models import CourtDelegation
from disputes.states import DisputeState
from governance.areas.models import Area
from governance.casework.actions.finding import spell_cases
from governance.casework.enums import Outcome
from governance.casework.models import Case
from governance.kernel.days import today
from grids.states.events import EventState
from property.enums.programmes import ItemState
from property.models import ProgrammeItem, Regulation
from tests.factories.disputes import make_accepted, make_category
from tests.factories.events import make_event_category
from tests.factories.orders import make_seat
from tests.factories.people import make_user
from tests.factories.programmes import make_preset

pytestmark = pytest.mark.django_db
GRID = "990101001001001"
SEATS = {"community_secretary": 12, "mediator": 9, "street_dispatcher": 9, "department_handler": 6}


@pytest.fixture
def plot(grid):
    building = Area.objects.get(code=f"{GRID}001")
    return Plot(
        GRID, "第一网格", True, area_id=grid.pk, buildings=[Building(building.pk, building.code, 40, 1)]
    )


@pytest.fixture
def city(country, plot):
    city = City(today=today(), plots=[plot])
    city.areas = {code: area.pk for code, area in country.items() if len(code) <= 12}
    city.names = {code: area.name for code, area in country.items()}
    for role, width in SEATS.items():
        user = make_user(role, country[GRID[:width]])
        city.people[(role, GRID[:width])] = user.pk
        city.posts[(role, GRID[:width])] = user.live_holdings[0].post.pk
    return city


def test_disputes_by_copy_are_found_by_initials_and_parties(city, plot):
    tables, category = CaseTables(city, chance("cases")), make_category()
    for number, (outcome, state) in enumerate(
        [(Outcome.RESOLVED, DisputeState.CLOSED), ("", DisputeState.MEDIATING), ("", DisputeState.REGISTERED)]
    ):
        plan = Plan(plot, plot.buildings[0], city.today, category.pk, "楼上漏水", outcome, state)
        tables.add(plan, f"990101J20260101{number:05d}")
    tables.write()

    assert (spell_cases(), index_parties()) == (0, 0)
    first = Case.objects.earliest("pk")
    assert first.initials.startswith("lsls ")
    assert list(Case.objects.search(first.dispute.parties.first().name)) == [first]


def test_events_by_copy_are_found_by_initials(city, plot):
    category = make_event_category("E0102")
    tables = EventTables(city, chance("events"))
    plan = EventPlan(plot, plot.buildings[0], category, "楼道堆物", EventState.REPORTED, city.today)
    tables.add(plan, "990101S2026010100001")
    tables.write()

    assert spell_cases() == 0
    assert Case.objects.get().initials.split()[0].endswith("lddw")


def test_every_case_from_a_court_has_the_number_of_the_court(city, country, grid):
    for role in ("judge", "mediator"):
        for area in (area for area in country.values() if area.level_id == "township"):
            city.posts[(role, area.code)] = make_seat(area, role=role).pk
    city.people[("mediator", SHANGHAI_WEST)] = city.people[("mediator", GRID[:9])]
    ended = {"outcome": Outcome.RESOLVED, "resolved_on": today(), "closed_on": today()}
    closed = make_accepted(grid, "closed", source="court", **ended)
    open_ = make_accepted(grid, source="court")
    make_accepted(grid, source="window")

    make_court(city)

    rows = CourtDelegation.objects.order_by("dispute_id")
    assert list(rows.values_list("dispute_id", "result", "returned_on")) == [
        (closed.pk, "agreed", today()),
        (open_.pk, "", None),
    ]
    assert {row.external_number[-7:] for row in rows} == {"诉前调501号", "诉前调502号"}


def test_the_three_year_action_has_tasks_in_every_state_and_the_rules_their_batches(city, country):
    make_preset("property_action")
    city.areas |= {JINFENG: country["990101"].pk, SHANGHAI_WEST: country["990101001"].pk}
    for role in ("property_officer", "county_official"):
        city.people[(role, JINFENG)] = make_user(role, country["990101"]).pk

    make_programmes(city)

    action = ProgrammeItem.objects.filter(category__programme__kind="property_action").with_state(today())
    assert action.count() == 20
    assert set(action.values_list("state", flat=True)) == set(ItemState.values)
    assert [Regulation.objects.filter(batch=batch).count() for batch in range(1, 6)] == [3] * 5
    assert set(Regulation.objects.values_list("state", flat=True)) >= {"issued", "consulting", "drafting"}
