"""Rows of agreements and sittings, put into an area; each returns the arguments of the address that leads to them."""

from governance.areas.models import Area
from tests.factories.disputes import make_accepted, make_agreement, make_session
from tests.factories.lifecycle import make_obligation


def sitting(area: Area) -> dict:
    dispute = make_accepted(area)
    return {"number": dispute.case.number, "pk": make_session(dispute).pk}


def obligation(area: Area) -> dict:
    dispute = make_accepted(area)
    return {"number": dispute.case.number, "pk": make_obligation(make_agreement(dispute)).pk}
