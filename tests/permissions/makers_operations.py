"""A statement that took too long; it lies in no area."""

from governance.areas.models import Area
from tests.factories.operations import make_slow


def slow(area: Area):
    return make_slow()
