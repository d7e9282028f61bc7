"""What the routes of housing delivery lead to."""

from governance.areas.models import Area
from tests.factories import housing
from tests.factories.deeds import make_housing_project


def verb_on(verb: str):
    return lambda area: {"pk": make_housing_project(area).pk, "verb": verb}


def row_verb(rows: str, verb: str):
    """A verb on the only row of a kind of a whole project."""

    def make(area: Area) -> dict:
        project = housing.make_whole_project(area)
        return {"pk": project.pk, "rows": rows, "row": getattr(project, rows).first().pk, "verb": verb}

    return make


def row_of(rows: str):
    return lambda area: getattr(housing.make_whole_project(area), rows).first()


def by_row(rows: str):
    return lambda area: {"pk": row_of(rows)(area).pk}


def milestone(area: Area):
    building = housing.make_building(make_housing_project(area))
    return housing.make_milestone(building)


def code(area: Area) -> dict:
    return {"code": area.code}


def token(area: Area) -> dict:
    return {"code": housing.make_whole_project(area).token}


def photo(area: Area) -> dict:
    """A picture that no bulletin shows."""
    return token(area) | {"number": "00000000-0000-4000-8000-000000000000"}
