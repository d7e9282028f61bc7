"""金凤区's property in the demo city: its three rates then and now, fees and complaints of its projects."""

from datetime import date

import pytest

from demo.city import JINFENG, City
from demo.projects import make_projects
from demo.property import make_property
from governance.kernel.days import today
from grids.models import BuildingGroup, Compound
from property.models import ProjectComplaint, ProjectFee, PropertyContract
from property.presenting.rates import read_rates
from tests.factories.areas import make_area
from tests.factories.events import make_event
from tests.factories.projects import count_as_complaints

pytestmark = pytest.mark.django_db
THEN = date(2021, 12, 31)
LINE = ("6401", JINFENG, f"{JINFENG}001", f"{JINFENG}001001", f"{JINFENG}001001001", f"{JINFENG}001001001001")


@pytest.fixture
def areas():
    return {code: make_area(code, kind="urban" if len(code) == 15 else "") for code in LINE}


@pytest.fixture
def city(areas):
    """188 compounds of one community; an event in a building of one of them."""
    community = areas[LINE[3]]
    Compound.objects.bulk_create(
        Compound(
            name=f"小区{number}",
            kind="old",
            area=community,
            area_code=community.code,
            household_count=600,
            floor_area=60_000,
        )
        for number in range(188)
    )
    found = City(today=today())
    found.areas, found.names = {JINFENG: areas[JINFENG].pk}, {JINFENG: "金凤区"}
    return found


def test_rates_of_jinfeng_then_and_now(city, areas):
    make_property(city)
    lines = read_rates(areas[JINFENG], "compounds", today(), THEN)
    assert [(line.then.value, line.now.value) for line in lines[:3]] == [
        (73.9362, 86.7021),
        (46.8085, 68.0851),
        (16.129, 48.3871),
    ]
    assert [(round(line.points, 2), round(line.relative, 2)) for line in lines[:3]] == [
        (12.77, 17.27),
        (21.28, 45.45),
        (32.26, 200.0),
    ]


def test_projects_have_staff_fees_and_their_complaints(city, areas):
    make_property(city)
    count_as_complaints()
    served = PropertyContract.objects.order_by("pk").first()
    building = areas[LINE[5]]
    BuildingGroup.objects.create(area=building, household_count=60, compound=served.compound)
    event = make_event(building, category="E1005")
    make_projects(city)
    assert ProjectComplaint.objects.get().event == event
    assert ProjectFee.objects.count() == 4 * 163
    assert (served.staff_count, served.manager_phone_masked[:3]) == (10, "100")
    low = PropertyContract.objects.with_low_fees_on(today()).count()
    assert 5 < low < 80
    assert PropertyContract.objects.ending_within(today(), 90).count() > 0
