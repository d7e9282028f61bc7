"""What the register of personal values promises is kept: receptions go after three years, police reports after five."""

from datetime import timedelta

import pytest

from disputes.actions.retention import forget_police_reports, forget_receptions
from disputes.enums.centres import Disposal
from disputes.models import PoliceReport, Reception
from governance.audit.models import AuditEvent
from governance.kernel.days import today
from tests.factories.disputes import make_accepted, make_centre, make_matter, make_reception
from tests.factories.safety import make_police_report

GONE = "保存期限已满，内容已删除"
YEARS_3, YEARS_5 = timedelta(days=3 * 365), timedelta(days=5 * 365)


def came(country, worker, *, ago: timedelta) -> Reception:
    visitors = {"visitor_masked": "王*", "representatives": "李*、赵*", "received_by": worker}
    reception = make_reception(make_centre(country["990101"]), received_on=today() - ago, **visitors)
    told = {"title": "邻居占道", "external_number": "12345-1"}
    make_matter(reception, disposal=Disposal.ANSWERED, answer="已告知办理途径", **told)
    make_matter(reception, disposal=Disposal.PENDING, **told)
    return reception


@pytest.mark.parametrize(("ago", "kept"), [(YEARS_3, True), (YEARS_3 + timedelta(days=1), False)])
def test_reception_is_emptied_after_three_years_and_still_counts(country, worker, ago, kept):
    reception = came(country, worker, ago=ago)

    forget_receptions(today())

    reception.refresh_from_db()
    assert bool(reception.visitor_masked and reception.representatives and reception.received_by) is kept
    titles = set(reception.matters.values_list("title", flat=True))
    assert titles == ({"邻居占道"} if kept else {GONE})
    assert set(reception.matters.values_list("disposal", "answer")) == {
        ("answered", "已告知办理途径" if kept else GONE),
        ("pending", ""),
    }


def test_second_sweep_of_receptions_does_nothing(country, worker):
    came(country, worker, ago=YEARS_3 + timedelta(days=30))

    assert (forget_receptions(today()), forget_receptions(today())) == (3, 0)
    assert list(
        AuditEvent.objects.filter(action="personal.forget").order_by("id").values_list("after", flat=True)
    ) == [{"model": "disputes.reception", "rows": 1}, {"model": "disputes.matter", "rows": 2}]


@pytest.mark.parametrize(
    ("ago", "kept"), [(None, True), (YEARS_5, True), (YEARS_5 + timedelta(days=1), False)]
)
def test_police_report_is_emptied_five_years_after_the_dispute_was_closed(grid, worker, ago, kept):
    ended = {"outcome": "failed", "closed_on": today() - ago} if ago else {}
    dispute = make_accepted(grid, "closed" if ago else "mediating", **ended)
    report = make_police_report(dispute, reported_by=worker, external_number="A001")

    assert forget_police_reports(today()) == (0 if kept else 1)
    assert forget_police_reports(today()) == 0

    report = PoliceReport.objects.get(pk=report.pk)
    assert bool(report.content != GONE and report.reported_by and report.external_number) is kept
    assert report.reported_to and report.reported_at
