import pytest

from tests.factories.deeds import make_deed_project
from tests.factories.people import make_user


@pytest.fixture
def officer(country):
    """Deeds officer of the whole city."""
    return make_user("deeds_officer", country["9901"])


@pytest.fixture
def project(grid):
    return make_deed_project(grid)
