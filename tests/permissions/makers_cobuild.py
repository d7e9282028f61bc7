"""Resources, needs, projects and wishes put into an area; each returns the arguments of its address."""

from collections.abc import Callable

from governance.areas.models import Area
from tests.factories import cobuild


def to_step(make: Callable, step: str) -> Callable:
    return lambda area: {"pk": make(area).pk, "step": step}


def phone_of_wish(area: Area) -> dict:
    return {"pk": cobuild.make_wish(area).pk, "name": "phone"}
