import pytest

from tests.factories.grids import make_building, make_grid, make_household
from tests.factories.people import make_user


@pytest.fixture
def building(country):
    """A building group of one's own grid."""
    return country["990101001001001001"]


@pytest.fixture
def household(building, grid):
    make_grid(grid)
    make_building(building)
    return make_household(building, label="1号楼2单元501", unit=2, floor=5, room="501")


@pytest.fixture
def next_household(country):
    """A household of the next grid."""
    return make_household(country["990101001001002001"], label="9号楼1单元101")


@pytest.fixture
def secretary(country):
    """Secretary of the community this grid lies in: keeps grids and seats."""
    return make_user("community_secretary", country["990101001001"])
