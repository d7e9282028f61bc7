"""Objects of the community's desk put into an area; each returns the arguments of the address that leads to them."""

from governance.areas.models import Area
from governance.people.models import Handover
from tests.factories import communities, grids
from tests.factories.areas import grow
from tests.factories.people import hold, make_user


def code(area: Area) -> dict:
    return {"code": area.code}


def service(area: Area):
    grids.make_grid(area)
    return communities.make_service_member(area)


def service_phone(area: Area) -> dict:
    return {"pk": service(area).pk, "name": "phone"}


def adviser_phone(area: Area) -> dict:
    return {"pk": communities.make_adviser(area).pk, "name": "phone"}


def org_contact(area: Area) -> dict:
    return {"pk": communities.make_org(area).pk, "name": "contact"}


def topic_to(step: str):
    return lambda area: {"pk": communities.make_topic(area).pk, "step": step}


def holding(area: Area):
    return hold(make_user(), "grid_worker", area)


def handover(area: Area) -> Handover:
    held = holding(area)
    return Handover.objects.create(post=held.post, from_user=held.user, to_user=make_user(), area=area)


def grid(area: Area):
    return grids.make_grid(area)


def vacant_grid(community: Area):
    return grids.make_grid(grow(community, kind="urban"))


def community_row(area: Area):
    return communities.make_assignment(area)
