"""Restricted disputes and reports to the police, past the verbs."""

from disputes.models import Dispute, PoliceReport
from governance.areas.models import Area
from tests.factories.disputes import make_accepted


def make_restricted(area: Area, state: str = "mediating", **fields) -> Dispute:
    """A dispute that involves a minor."""
    own = {"involves_minor": True} | fields.pop("dispute", {})
    return make_accepted(area, state, is_restricted=True, dispute=own, **fields)


def make_police_report(dispute: Dispute, **fields) -> PoliceReport:
    defaults = {"reported_to": "东街派出所", "content": "一方持刀相威胁。", "post_label": "街道 镇街调度员"}
    return PoliceReport.objects.create(dispute=dispute, **(defaults | fields))
