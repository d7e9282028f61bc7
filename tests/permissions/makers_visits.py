"""Campaigns, rhythms and months put into an area."""

from governance.areas.models import Area
from tests.factories.people import make_user
from tests.factories.rhythms import make_campaign, make_rhythms


def campaign(area: Area):
    return make_campaign(area)


def rhythm(area: Area) -> dict:
    return {"code": area.code, "rule": next(iter(make_rhythms()))}


def member(area: Area) -> dict:
    return {"pk": make_user("grid_worker", area).live_holdings[0].pk}
