"""Posts in bodies and building groups put into an area."""

from governance.areas.models import Area
from grids.models import BodyPost
from tests.factories.body_posts import make_post


def post(area: Area) -> BodyPost:
    return make_post(area)


def name_of_post(area: Area) -> dict:
    return {"pk": make_post(area).pk, "name": "name"}
