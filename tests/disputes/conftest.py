import pytest

from tests.factories.people import hold, make_user


@pytest.fixture
def officer(country):
    """Holds every right over disputes in the township."""
    user = make_user("street_dispatcher", country["990101001"], name="周调度")
    hold(user, "mediator", country["990101001"])
    hold(user, "street_deputy", country["990101001"])
    return user


@pytest.fixture
def organ(country):
    """The seat of a department of the county."""
    return hold(make_user(), "department_handler", country["990101"]).post
