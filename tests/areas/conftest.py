import pytest

from tests.factories.areas import grow, make_area
from tests.factories.people import make_user


@pytest.fixture
def city(db):
    return make_area("6401", "银川市")


@pytest.fixture
def county(city):
    return make_area("640106", "金凤区")


@pytest.fixture
def street(county):
    return make_area("640106005", "上海西路街道")


@pytest.fixture
def community(street):
    return grow(street, "银新苑南社区", kind="urban")


@pytest.fixture
def neighbour(street):
    return grow(street, "福州南街社区", kind="urban")


@pytest.fixture
def grid(community):
    return grow(community, "银新苑南第1网格")


@pytest.fixture
def may_manage(db):
    """A maker of users who may change the areas under one."""
    return lambda area: make_user("system_admin", area)


@pytest.fixture
def manager(city):
    return make_user("system_admin", city, name="马明")
