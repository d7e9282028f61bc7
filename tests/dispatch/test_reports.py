"""The work report of an office: its figures are the board's, its changes are counted by hand."""

import io
import zipfile
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx.oxml.ns import qn

from governance.dispatch import actions
from governance.dispatch.enums import BriefKind, CycleKind
from governance.dispatch.models import ActionItem, Brief, ReportFigure
from governance.dispatch.papers.periods import followed, reported
from governance.dispatch.papers.report import draw_report
from governance.dispatch.papers.work_report import WEEKLY_REPORT, values
from governance.kernel.errors import Refused
from governance.statistics import registry
from governance.statistics.reading import Span, read_value
from tests.dispatch.words import words_of
from tests.factories.dispatch import make_cycle, make_item
from tests.factories.grids import make_grid
from tests.factories.people import make_user
from tests.factories.reports import (
    LAST_WEEK,
    MONDAY,
    THIS_WEEK,
    load_figures,
    make_events,
    make_issued_report,
    make_reporting_cycle,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday(time_machine):
    time_machine.move_to(MONDAY, tick=False)


@pytest.fixture
def county(country):
    load_figures()
    return country["990101"]


@pytest.fixture
def worked(country, county):
    """This week six events of one street (five in time) and four of another; the week before two, one in time."""
    mine, other = country["990101001001001"], country["990101002001001"]
    make_grid(mine)
    make_events(mine, THIS_WEEK, on_time=5, late=1)
    make_events(other, THIS_WEEK, on_time=4)
    make_events(mine, LAST_WEEK, on_time=1, late=1)
    return make_reporting_cycle(county)


def line(report: dict, key: str) -> dict:
    return next(line for line in report["lines"] if line["key"] == key)


def make_set(cycle, text: str, *, decided: int, due: int = 30, ended: int = 0) -> None:
    """A task of a meeting by the days of that November; ended means struck off."""
    day = {number: date(2026, 11, number) for number in (decided, due, ended) if number}
    ends = {"state": "closed", "ended_on": day[ended], "evidence": "已办"} if ended else {}
    ActionItem.objects.create(
        cycle=cycle, area=cycle.area, text=text, decided_on=day[decided], due_on=day[due], **ends
    )


def test_a_weekly_report_covers_the_week_before_its_cycle(county):
    cycle = make_reporting_cycle(county)

    assert reported(cycle) == Span(date(2026, 11, 16), date(2026, 11, 22), date(2026, 11, 22))
    assert reported(cycle, back=1).from_on == date(2026, 11, 9)
    assert [span.to_on for span in followed(cycle)] == [
        date(2026, 11, 22) - timedelta(weeks=back) for back in range(7, -1, -1)
    ]


def test_a_monthly_report_covers_the_month_before_its_cycle(county):
    cycle = make_cycle(county, kind=CycleKind.MONTHLY, period="2027-01", due_on=date(2027, 1, 5))

    assert (reported(cycle).from_on, reported(cycle).to_on) == (date(2026, 12, 1), date(2026, 12, 31))
    assert (reported(cycle, back=1).from_on, reported(cycle, back=1).to_on) == (
        date(2026, 11, 1),
        date(2026, 11, 30),
    )
    assert len(followed(cycle)) == 12


def test_two_meetings_in_one_week_report_a_week_each(county):
    """Days off moved the meeting of the eighth week into the ninth: the seventh week is still reported."""
    moved = make_reporting_cycle(county, period="2026-W08", due_on=date(2026, 2, 24))
    own = make_reporting_cycle(county, period="2026-W09", due_on=date(2026, 2, 24))

    assert [reported(cycle).from_on for cycle in (moved, own)] == [date(2026, 2, 9), date(2026, 2, 16)]


def test_a_meeting_brought_forward_reports_no_day_to_come(county):
    early = make_reporting_cycle(county, period="2026-W41", due_on=date(2026, 9, 30))

    assert reported(early) == Span(date(2026, 9, 28), date(2026, 9, 30), date(2026, 9, 30))


def test_figures_are_the_boards_beside_those_of_the_week_before(worked):
    report = draw_report(worked)

    for shown in report["lines"]:
        indicator = registry.indicators()[shown["key"]]
        for back, name in ((0, "value"), (1, "before")):
            assert shown[name] == read_value(indicator, area=worked.area, span=reported(worked, back)).value
    count, share, grids, visits = report["lines"]
    assert (count["value"], count["before"], count["shown"], count["change"]) == (10, 2, "10件", "增加8件")
    assert (share["value"], share["before"], share["difference"]) == (90.0, 50.0, 40.0)
    assert (share["shown"], share["change"]) == ("90.00%", "上升40.00个百分点")
    assert (grids["shown"], grids["change"]) == ("1个", "持平")
    assert (visits["shown"], visits["difference"]) == ("0次", 0)


def test_what_was_issued_last_is_what_a_figure_is_compared_with(country, county):
    make_events(country["990101001001001"], LAST_WEEK, on_time=3)
    make_issued_report(county, period="2026-W47", due_on=date(2026, 11, 16))
    make_events(country["990101001001001"], LAST_WEEK, on_time=2)
    make_events(country["990101001001001"], THIS_WEEK, on_time=10)

    report = draw_report(make_reporting_cycle(county))

    assert (line(report, "events.count")["before"], line(report, "events.count")["change"]) == (3, "增加7件")
    assert line(report, "events.count")["before_issued"]


def test_a_report_of_an_earlier_week_is_not_the_week_before(country, county):
    make_events(country["990101001001001"], LAST_WEEK, on_time=3)
    make_issued_report(county, period="2026-W46", due_on=date(2026, 11, 9))

    report = draw_report(make_reporting_cycle(county))

    assert not line(report, "events.count")["before_issued"]
    assert line(report, "events.count")["before"] == 3


def test_only_moves_beyond_the_threshold_are_told_in_words(worked, country):
    report = draw_report(worked)

    assert report["moves"] == [
        "上报事件10件，比上期增加8件（400.0%）。",
        "按期办结率90.00%，比上期上升40.00个百分点。",
    ]
    make_events(country["990101001001001"], LAST_WEEK, on_time=7)
    assert [line(draw_report(worked), key)["move"] for key in ("events.count", "grids.count")] == ["", ""]


def test_every_figure_has_the_definition_it_is_counted_by(worked):
    notes = draw_report(worked)["notes"]

    assert [note["number"] for note in notes] == [1, 2, 3, 4]
    share = registry.indicators()["events.on_time_share"]
    for words in (
        str(share.name),
        str(share.formula),
        "9，应办结 10",
        str(share.owner),
        "2026-11-16 至 2026-11-22",
    ):
        assert words in notes[1]["words"]
    assert "截至 2026-11-22" in notes[2]["words"]


def test_units_are_ranked_and_few_cases_say_nothing(worked, country):
    ranking = draw_report(worked)["ranking"]

    assert [(row["place"], row["name"], row["shown"], row["n"]) for row in ranking["rows"]] == [
        (1, country["990101001"].name, "83.33%", 6)
    ]
    assert (ranking["left_out"], ranking["least"]) == (1, 5)
    make_events(country["990101002001001"], THIS_WEEK, on_time=1)
    ranking = draw_report(worked)["ranking"]
    assert [(row["place"], row["n"]) for row in ranking["rows"]] == [(1, 5), (2, 6)]


def test_the_trend_is_read_week_by_week(worked):
    trend = draw_report(worked)["trend"]

    assert [row["label"] for row in trend["rows"]][-2:] == ["11.15", "11.22"]
    assert [row["value"] for row in trend["rows"]] == [0] * 6 + [2, 10]


def test_tasks_are_told_as_closed_new_and_open_with_their_age(county):
    cycle = make_reporting_cycle(county)
    earlier = make_reporting_cycle(county, period="2026-W46", due_on=date(2026, 11, 9))
    other = make_cycle(county, kind=CycleKind.MONTHLY, period="2026-11", due_on=date(2026, 11, 9))
    make_set(earlier, "旧任务", decided=2, due=9)
    make_set(earlier, "已办任务", decided=9, ended=19)
    make_set(earlier, "新任务", decided=18)
    make_set(earlier, "后来才办", decided=10, ended=23)
    make_set(other, "月督导的任务", decided=18)

    told = draw_report(cycle)["tasks"]

    assert [task["text"] for task in told["closed"]] == ["已办任务"]
    assert [task["text"] for task in told["new"]] == ["新任务"]
    assert [(task["text"], task["age_days"], task["late_days"]) for task in told["open"]] == [
        ("旧任务", 20, 13),
        ("后来才办", 12, 0),
        ("新任务", 4, 0),
    ]
    assert [row["用时"] for row in values(draw_report(cycle))["未销任务"]][:2] == [
        "20 天，超期 13 天",
        "12 天",
    ]
    assert told["closed"][0]["age_days"] == 10


def test_late_items_are_told_as_new_and_gone(county):
    before = make_reporting_cycle(county, period="2026-W47", due_on=date(2026, 11, 16))
    for key in ("sample:1", "sample:2"):
        make_item(before, key=key)
    cycle = make_reporting_cycle(county)
    make_item(cycle, key="sample:2", times=2)
    make_item(cycle, key="sample:3")
    make_item(cycle, key="sample:4")

    late = draw_report(cycle)["late"]

    assert (len(late["new"]), len(late["gone"])) == (2, 1)


def test_an_office_without_a_row_has_a_whole_report(country):
    empty = draw_report(make_reporting_cycle(country["990102"]))
    load_figures()
    report = draw_report(
        make_reporting_cycle(country["990102"], period="2026-W49", due_on=date(2026, 11, 30))
    )

    assert (empty["lines"], empty["ranking"], empty["trend"], empty["moves"]) == ([], None, None, [])
    assert [shown["shown"] for shown in report["lines"]] == ["0件", "—", "0个", "0次"]
    assert [shown["change"] for shown in report["lines"]] == ["持平", "—", "持平", "持平"]
    assert report["ranking"]["rows"] == []
    assert report["tasks"] == {"closed": [], "new": [], "open": []}


def test_a_report_costs_the_same_however_much_there_is(worked, country):
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            draw_report(worked)
        return len(queries)

    first = asked()
    make_events(country["990101001001001"], THIS_WEEK, on_time=3)
    for key in ("sample:1", "sample:2"):
        make_item(worked, key=key)
    assert asked() == first


def test_a_preset_names_known_indicators_and_keeps_what_is_there(county):
    with pytest.raises(Refused, match=r"没有这些指标：events\.none"):
        load_figures(sections=[{"title": "错", "indicators": ["events.none"]}])
    load_figures(sections=[{"title": "别的", "indicators": ["visits.count"]}])

    assert ReportFigure.objects.filter(kind="weekly").count() == 4
    assert actions.load_report_figures([]) is None


def test_the_file_says_the_figures_of_the_page(worked):
    """Figures of the value, of the board and in the XML of the Word file are the same."""
    brief = actions.prepare_brief(
        worked, BriefKind.WEEKLY_REPORT, by=make_user("county_official", worked.area)
    )

    made = actions.brief_file(brief).data

    words = words_of(made)
    for shown in draw_report(worked)["lines"]:
        for said in (shown["name"], shown["shown"], shown["shown_before"], shown["change"]):
            assert said in words
    for said in ("一、主要指标", "（一）已销号的任务", "填报单位", "审核人", "（盖章）", "应办结 10"):
        assert said in words
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        charts = [package.read(name).decode() for name in package.namelist() if "/charts/chart" in name]
    assert len(charts) == 2
    assert "<c:v>83.33</c:v>" in charts[0] and "<c:v>10</c:v>" in charts[1]


def test_the_same_value_is_the_same_file(worked):
    brief = actions.prepare_brief(
        worked, BriefKind.WEEKLY_REPORT, by=make_user("county_official", worked.area)
    )

    assert actions.brief_file(brief).data == actions.brief_file(Brief.objects.get(pk=brief.pk)).data


def test_a_report_of_nothing_is_a_whole_file(country):
    cycle = make_reporting_cycle(country["990102"])
    brief = actions.prepare_brief(
        cycle, BriefKind.WEEKLY_REPORT, by=make_user("county_official", country["990102"])
    )

    words = words_of(actions.brief_file(brief).data)

    for said in ("没有设置指标。", "没有变动较大的指标。", "没有设置比较的指标。", "没有可以比较的单位。"):
        assert said in words


def test_headings_are_set_as_an_official_document_has_them(worked):
    sheet = WEEKLY_REPORT.sheet()

    fonts = {
        paragraph.text: paragraph.runs[0]._element.rPr.rFonts.get(qn("w:eastAsia"))
        for paragraph in sheet.document.paragraphs
        if paragraph.runs
    }

    assert fonts["一、主要指标"] == "黑体"
    assert fonts["（一）已销号的任务"] == "楷体"
    chart = next(paragraph for paragraph in sheet.document.paragraphs if "单位比较图 }}" in paragraph.text)
    assert chart.paragraph_format.line_spacing is None
