"""Units, members, posts and claims put into an area; each returns the arguments of its address."""

from governance.areas.models import Area
from tests.factories import reporting


def serving(area: Area):
    return reporting.make_serving(reporting.make_unit(area))


def phone_of_serving(area: Area) -> dict:
    return {"pk": serving(area).pk, "name": "phone"}


def quarter(area: Area) -> dict:
    return {"pk": reporting.make_unit(area).pk, "quarter": "2026-Q1"}


def claim(area: Area) -> dict:
    found = reporting.make_claim(reporting.make_service_post(area), reporting.make_unit(area))
    return {"pk": found.post_id, "link": found.pk}
