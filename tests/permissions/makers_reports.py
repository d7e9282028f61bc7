"""Issued reports that wait to be corrected, and corrections, put into an area."""

from governance.areas.models import Area
from tests.factories.reports import make_changed_report, make_correction


def changed(area: Area):
    return make_changed_report(area)


def correction(area: Area):
    return make_correction(area)
