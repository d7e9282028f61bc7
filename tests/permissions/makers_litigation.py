"""Court figures put into an area, wherever it is."""

from datetime import date

from governance.areas.models import Area
from tests.factories.litigation import make_definition, make_litigation


def figure(area: Area):
    return make_litigation(area, date(2026, 7, 1))


def definition(area: Area):
    return make_definition(area, "suits", "B", date(2026, 7, 1))
