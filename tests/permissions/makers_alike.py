"""Pairs of disputes, and groups that may be a series, put into an area."""

from disputes.models import SeriesHint
from governance.areas.models import Area
from tests.factories.alike import make_hint
from tests.factories.disputes import make_dispute


def pair_by_number(area: Area) -> dict:
    return {"number": make_dispute(area).case.number, "other": make_dispute(area).case.number}


def hint(area: Area) -> SeriesHint:
    return make_hint(area)
