"""The monthly circular as a Word file: its figures are the rows', its page is the office's."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from property.papers.circular import draw_circular, read_circular
from tests.factories.people import make_user
from tests.factories.programmes import (
    accept,
    finish,
    make_category,
    make_item,
    make_programme,
    make_progress,
    move_due,
)

DAY = date(2026, 11, 20)
MONTH_END = date(2026, 10, 31)


@pytest.fixture
def programme(country):
    """Seven tasks in two classes, in all states of the day; one more was dropped, one moved."""
    county = country["990101"]
    made = make_programme(county, name="三年行动")
    homes, rules = make_category(made, "服务质量"), make_category(made, "制度机制")
    soon = {"due_on": date(2026, 12, 31)}
    finish(make_item(county, category=homes, title="上墙公示", **soon), on=date(2026, 11, 5))
    make_progress(make_item(county, category=homes, title="季度评价", **soon), 100, on=date(2026, 9, 1))
    accept(
        make_progress(make_item(county, category=homes, title="托管小区", **soon), 30, on=date(2026, 9, 1))
    )
    make_item(county, category=rules, title="信用办法", lead_office="司法局", **soon)
    late = make_item(county, category=rules, title="考核下放", lead_office="司法局", due_on=date(2026, 11, 8))
    make_progress(late, 60, on=date(2026, 10, 1))
    make_item(county, category=rules, title="资金流程", due_on=date(2026, 9, 10))
    make_item(
        county,
        category=rules,
        title="合并掉的",
        due_on=DAY,
        dropped_on=date(2026, 11, 2),
        drop_reason="并入他项",
    )
    moved = make_item(
        county, category=rules, title="新列一项", due_on=date(2026, 11, 30), added_on=date(2026, 11, 3)
    )
    move_due(moved, date(2026, 12, 20), on=date(2026, 11, 10))
    return made


@pytest.fixture
def paper(programme):
    return Document(BytesIO(draw_circular(read_circular(programme, DAY))))


def words(paper) -> str:
    return "\n".join(paragraph.text for paragraph in paper.paragraphs)


def rows(table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_figures_are_those_of_the_rows(paper):
    text = words(paper)
    assert "截至2026年11月20日，三年行动共 2 类 7 项任务" in text
    assert "完成 1 项，基本完成 1 项，推进中 1 项，未启动 2 项，滞后 2 项，完成率 14.3%" in text
    classes, late, offices = (rows(table) for table in paper.tables)
    assert classes[0] == ["类别", "任务数", "完成①", "基本完成②", "推进中③", "未启动④", "滞后⑤", "完成率"]
    assert classes[1:] == [
        ["服务质量", "3", "1", "1", "1", "0", "0", "33.3%"],
        ["制度机制", "4", "0", "0", "0", "2", "2", "0.0%"],
        ["合计", "7", "1", "1", "1", "2", "2", "14.3%"],
    ]
    assert late[1:] == [
        ["1", "资金流程", "住房和城乡建设局", "2026-09-10", "0%", "71"],
        ["2", "考核下放", "司法局", "2026-11-08", "60%", "12"],
    ]
    assert [(line[0], line[1], line[2], line[6]) for line in offices[1:]] == [
        ("住房和城乡建设局", "5", "1", "1"),
        ("司法局", "2", "0", "1"),
    ]


def test_what_changed_since_the_end_of_the_month_before(paper):
    text = words(paper)
    for sentence in (
        "上墙公示：由未启动变为完成。",
        "考核下放：由推进中变为滞后。",
        "新列入：新列一项（住房和城乡建设局）。",
        "撤销：合并掉的。理由：并入他项",
        "期限由 2026-11-30 改为 2026-12-20",
    ):
        assert sentence in text
    assert "托管小区：由" not in text


def test_each_state_is_defined_and_the_draft_says_it_is_one(paper):
    text = words(paper)
    for mark in "①②③④⑤":
        assert mark in text.split("口径说明")[1]
    assert "（草稿，未编文号）" in text
    assert text.rstrip().endswith("2026年11月20日")


def test_the_page_is_that_of_an_official_paper(paper):
    section = paper.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin / Mm(1)) for margin in margins] == [37, 35, 28, 26]
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (210, 297)
    fonts = {run._element.rPr.rFonts.get(qn("w:eastAsia")) for run in paper.paragraphs[0].runs}
    assert fonts == {"宋体"}
    widths = [sum(cell.width for cell in table.rows[0].cells) / Mm(1) for table in paper.tables]
    assert [round(width) for width in widths] == [156, 156, 156]


def test_the_figures_of_an_earlier_day_are_those_of_that_day(programme):
    then = read_circular(programme, MONTH_END)
    assert (then.whole.total, [row.title for row in then.late]) == (7, ["资金流程"])
    assert "合并掉的" not in [row.title for row in then.dropped]


def test_nothing_late_and_nothing_changed_is_said_in_words(country):
    made = make_programme(country["990101"], name="平稳")
    make_item(country["990101"], made, due_on=date(2026, 12, 31))
    text = words(Document(BytesIO(draw_circular(read_circular(made, DAY)))))
    assert "没有滞后任务。" in text
    assert "与2026年10月31日相比没有变化。" in text


def test_the_circular_asks_as_often_for_one_task_as_for_many(
    country, programme, django_assert_max_num_queries
):
    with django_assert_max_num_queries(5):
        draw_circular(read_circular(programme, DAY))


def test_no_person_is_named(country, programme):
    writer = make_user("property_officer", country["990101"], name="纳文静")
    item = make_item(country["990101"], programme, due_on=DAY - timedelta(days=1))
    make_progress(item, 10, on=DAY - timedelta(days=5), by=writer)
    paper = Document(BytesIO(draw_circular(read_circular(programme, DAY))))
    cells = [cell for table in paper.tables for row in rows(table) for cell in row]
    assert "纳文静" not in words(paper) + "".join(cells)


def test_page_and_api_hand_out_the_same_draft(client, country, programme):
    client.force_login(make_user("property_officer", country["990101"]))
    for url in (
        f"/property/programmes/{programme.pk}/circular/",
        f"/api/v1/programmes/{programme.pk}/circular/",
    ):
        answer = client.get(url, {"as_of": "2026-11-20"})
        assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
        assert words(Document(BytesIO(answer.content))).count("三年行动") >= 2
        assert client.get(url, {"as_of": "2026-13-01"}).status_code == 400
