"""A category with a scheme to map it into, and a dispute by its key."""

from governance.areas.models import Area
from tests.factories.classification import make_schemes
from tests.factories.disputes import make_dispute


def mapping(area: Area) -> dict:
    make_schemes()
    return {"scheme": "justice", "code": "0402"}


def row_of(area: Area) -> dict:
    return {"pk": make_dispute(area).pk}
