"""Disputes with a report to the police, and the addresses that lead to it."""

from governance.areas.models import Area
from tests.factories.disputes import make_dispute
from tests.factories.safety import make_police_report


def police_report(area: Area) -> dict:
    report = make_police_report(make_dispute(area))
    return {"number": report.dispute.case.number, "pk": report.pk}
