"""Programmes, tasks, lines of progress and rules put into an area; each returns what leads to it."""

from governance.areas.models import Area
from tests.factories.people import make_user
from tests.factories.programmes import (
    make_category,
    make_item,
    make_programme,
    make_progress,
    make_regulation,
)


def programme(area: Area):
    return make_programme(area)


def item(area: Area):
    return make_item(area)


def regulation(area: Area):
    return make_regulation(area)


def category(area: Area) -> dict:
    found = make_programme(area)
    return {"pk": found.pk, "category": make_category(found).pk}


def line(area: Area) -> dict:
    found = make_item(area)
    return {"pk": found.pk, "line": make_progress(found, 100, by=make_user()).pk}


def rule_to(step: str):
    return lambda area: {"pk": make_regulation(area).pk, "step": step}
