"""Late rows change what an issued report said: found once, said once, and the report stays as it is."""

from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from governance.audit.models import AuditEvent
from governance.dispatch import actions
from governance.dispatch.enums import CORRECTED_DAYS
from governance.dispatch.models import Brief, Correction, FigureChange, Notice
from governance.dispatch.papers.correction import correction_file
from governance.dispatch.papers.report import draw_report
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.papers import CONTROL
from tests.dispatch.words import words_of
from tests.factories.areas import make_country
from tests.factories.dispatch_briefs import make_issued_brief
from tests.factories.people import make_user
from tests.factories.reports import (
    ARRIVED,
    MONDAY,
    THIS_WEEK,
    load_figures,
    make_correction,
    make_events,
    make_issued_report,
    make_reporting_cycle,
)


@pytest.fixture(autouse=True)
def _monday(time_machine):
    time_machine.move_to(MONDAY, tick=False)


@pytest.fixture
def county(country):
    load_figures()
    return country["990101"]


@pytest.fixture
def chair(county):
    return make_user("county_official", county)


@pytest.fixture
def street(country):
    return country["990101001001001"]


@pytest.fixture
def report(county, street):
    """Six events of the week, five in time, as they were issued."""
    make_events(street, THIS_WEEK, on_time=5, late=1)
    return make_issued_report(county)


def waiting(report) -> dict[str, tuple]:
    rows = report.figure_changes.filter(correction=None)
    return {row.indicator: (row.said["value"], row.now["value"]) for row in rows}


def test_a_late_row_is_found_once_and_told_once(report, county, street):
    actions.find_figure_changes(today())
    assert waiting(report) == {}

    make_events(street, THIS_WEEK, late=1)
    for day in (today(), today(), today() + timedelta(days=1)):
        actions.find_figure_changes(day)

    assert waiting(report) == {"events.count": (6, 7), "events.on_time_share": (83.3333, 71.4286)}
    assert set(FigureChange.objects.values_list("found_on", flat=True)) == {today()}
    notice = Notice.objects.get(kind="brief.correction")
    assert (notice.area, notice.cycle) == (county, report.cycle)
    assert "更正说明" in notice.body


def test_a_row_of_another_week_changes_nothing(report, street):
    make_events(street, date(2026, 11, 23), on_time=1)
    make_events(street, date(2026, 11, 15), on_time=1)

    actions.find_figure_changes(today())

    assert waiting(report) == {}


def test_what_reads_as_before_waits_no_more(report, street):
    late = make_events(street, THIS_WEEK, on_time=1)[0]
    actions.find_figure_changes(today())
    type(late.case).objects.filter(pk=late.pk).update(
        registered_on=date(2026, 11, 23), accepted_on=date(2026, 11, 23)
    )

    actions.find_figure_changes(today())

    assert waiting(report) == {}


def test_reports_are_read_again_for_some_weeks_and_then_rest(report, street, time_machine):
    make_events(street, THIS_WEEK, on_time=1)

    actions.find_figure_changes(today() + timedelta(days=CORRECTED_DAYS + 1))
    assert waiting(report) == {}
    actions.find_figure_changes(today() + timedelta(days=CORRECTED_DAYS))
    assert len(waiting(report)) == 2


def test_a_draft_is_not_read_again(county, chair, street):
    brief = actions.prepare_brief(make_reporting_cycle(county), "weekly_report", by=chair)
    make_events(street, THIS_WEEK, on_time=1)

    actions.find_figure_changes(today())

    assert waiting(brief) == {}
    with pytest.raises(Refused, match="还没有印发"):
        actions.issue_correction(brief, by=chair, arrived=ARRIVED)


def test_a_correction_names_both_values_what_arrived_and_the_definition(report, chair, street, country):
    make_events(street, THIS_WEEK, late=1)

    correction = actions.issue_correction(report, by=chair, arrived=f" {ARRIVED}\u202e ")

    count, share = correction.content["figures"]
    assert (count["said"]["value"], count["now"]["value"], count["change"]) == (6, 7, "增加1件")
    assert (share["said_words"], share["now_words"]) == ("83.33%", "71.43%")
    assert share["where"] == f"{country['990101001'].name}应办结增加 1"
    assert correction.content["arrived"] == ARRIVED
    assert correction.number == "更正〔2026〕1号"
    paper = words_of(bytes(correction.file))
    for words in (
        "6件",
        "7件",
        "83.33%",
        "71.43%",
        ARRIVED,
        "应办结 7",
        "2026-11-16 至 2026-11-22",
        "更正〔2026〕1号",
    ):
        assert words in paper
    assert AuditEvent.objects.filter(action="dispatch.brief.correct").count() == 1


def test_what_is_issued_stays_as_it_is(report, chair, street):
    kept = bytes(report.file), report.content
    make_events(street, THIS_WEEK, late=1)
    correction = actions.issue_correction(report, by=chair, arrived=ARRIVED)

    for change in (
        lambda: Correction.objects.filter(pk=correction.pk).update(arrived="别的"),
        lambda: Correction.objects.filter(pk=correction.pk).delete(),
        lambda: FigureChange.objects.filter(correction=correction).update(now={}),
        lambda: FigureChange.objects.filter(correction=correction).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    report = Brief.objects.get(pk=report.pk)
    assert (bytes(report.file), report.content) == kept
    assert correction_file(correction.content) == bytes(correction.file)


def test_a_corrected_figure_is_what_counts_from_then_on(report, county, chair, street):
    make_events(street, THIS_WEEK, late=1)
    actions.find_figure_changes(today())
    actions.issue_correction(report, by=chair, arrived=ARRIVED)

    actions.find_figure_changes(today())
    assert waiting(report) == {}
    with pytest.raises(Refused, match="没有要更正的"):
        actions.issue_correction(report, by=chair, arrived=ARRIVED)
    make_events(street, THIS_WEEK, on_time=1)
    actions.find_figure_changes(today())
    assert waiting(report)["events.count"] == (7, 8)
    assert Notice.objects.filter(kind="brief.correction").count() == 2
    later = make_reporting_cycle(county, period="2026-W49", due_on=date(2026, 11, 30))
    assert next(line["before"] for line in draw_report(later)["lines"]) == 7


def test_numbers_follow_each_other_in_an_office(report, county, chair, street, country):
    numbers = []
    for _time in range(2):
        make_events(street, THIS_WEEK, on_time=1)
        numbers.append(actions.issue_correction(report, by=chair, arrived=ARRIVED).number)
    other = make_correction(country["990102001001001"])

    assert numbers == ["更正〔2026〕1号", "更正〔2026〕2号"]
    assert other.number == "更正〔2026〕1号"


def test_minutes_and_empty_reasons_are_refused(report, county, chair, street, country):
    other = country["990102"]
    with pytest.raises(Refused, match="只有工作报告"):
        actions.issue_correction(
            make_issued_brief(other), by=make_user("county_official", other), arrived=ARRIVED
        )
    make_events(street, THIS_WEEK, on_time=1)
    with pytest.raises(Refused, match="不能为空"):
        actions.issue_correction(report, by=chair, arrived="  ")
    assert not Correction.objects.exists()
    with pytest.raises(PermissionDenied):
        actions.issue_correction(report, by=make_user("department_handler", county), arrived=ARRIVED)


def test_strange_words_do_not_break_the_paper(report, chair, street):
    make_events(street, THIS_WEEK, on_time=1)

    correction = actions.issue_correction(report, by=chair, arrived="补登😀<&\x0b第一行\n第二行")

    assert "补登😀<&第一行" in words_of(bytes(correction.file))
    assert not CONTROL.search(words_of(bytes(correction.file)))


def test_reading_again_asks_the_same_number_of_questions(report, street):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            actions.find_figure_changes(today())
        return len(queries)

    make_events(street, THIS_WEEK, on_time=1)
    actions.find_figure_changes(today())
    first = asked()
    make_events(street, THIS_WEEK, on_time=3)
    assert asked() == first


@pytest.mark.django_db(transaction=True)
def test_of_two_officials_at_once_one_corrects(time_machine):
    """Both press at once: one number, and the second is told that there is nothing left."""
    country = make_country()
    load_figures()
    official = make_user("city_official", country["9901"])
    report = make_issued_report(country["990101"], by=official)
    make_events(country["990101001001001"], THIS_WEEK, on_time=1)
    together, found = Barrier(2), []

    def press():
        together.wait()
        try:
            found.append(actions.issue_correction(report, by=official, arrived=ARRIVED).number)
        except Refused as refused:
            found.append(refused.code)
        finally:
            connections.close_all()

    threads = [Thread(target=press) for _official in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(found) == ["nothing_to_correct", "更正〔2026〕1号"]
    assert Correction.objects.count() == 1
