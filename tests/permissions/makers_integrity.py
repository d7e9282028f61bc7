"""A finding put into an area, and the name of a check."""

from governance.areas.models import Area
from tests.factories.integrity import make_finding


def finding(area: Area):
    return make_finding(area)


def check(area: Area) -> dict:
    return {"code": "grid-unstaffed"}
