"""Briefs as Word files: page, type and line grid of the office; figures of the cycle's page; what is carried first."""

import io
import re

import pytest
from docx import Document
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt

from governance.dispatch import actions
from governance.dispatch.enums import BriefKind, CycleKind
from governance.dispatch.models import Brief
from governance.dispatch.papers.briefs import OUTLINES, draw, shipped, values_of
from governance.kernel.templating.filling import fill, try_out
from tests.factories.dispatch_briefs import make_brief, make_issued_brief, make_minuted, make_supervised
from tests.factories.dispatch_meetings import make_issued
from tests.factories.people import make_user

MARGINS = {"top_margin": 37, "left_margin": 28, "bottom_margin": 35, "right_margin": 26}
FILLED = list(OUTLINES)


@pytest.fixture
def county(country):
    return country["990101"]


def read(data: bytes):
    return Document(io.BytesIO(data))


def body_of(document) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def tables_of(document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def table_of(document, heading: str) -> list[list[str]]:
    """The first table whose head has the column."""
    return next(lines for lines in tables_of(document) if heading in lines[0])


def sample(kind: BriefKind):
    known = OUTLINES[kind].known
    return read(fill(shipped(kind), known.sample(3), known))


@pytest.mark.parametrize("kind", FILLED)
def test_every_kind_is_laid_out_as_an_official_document(kind):
    document = sample(kind)

    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert {side: round(getattr(section, side).mm) for side in MARGINS} == MARGINS
    grid = section._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "560")
    footer = section.footer._element
    assert [node.text for node in footer.iter(qn("w:instrText"))] == ["PAGE"]
    title, *rest = [paragraph for paragraph in document.paragraphs if paragraph.text]
    assert (_font(title), title.runs[0].font.size) == ("宋体", Pt(22))
    under = {"楷体"} if any(part.level == 2 for part in OUTLINES[kind].parts) else set()
    rest = [paragraph for paragraph in rest if not paragraph.text.startswith("注")]  # notes are small
    assert {_font(paragraph) for paragraph in rest} == {"仿宋", "黑体"} | under
    assert {paragraph.runs[0].font.size for paragraph in rest} == {Pt(16)}
    shapes = [paragraph.paragraph_format for paragraph in rest]
    assert {(shape.line_spacing_rule, shape.line_spacing) for shape in shapes} == {
        (WD_LINE_SPACING.EXACTLY, Pt(28))
    }
    headings = [paragraph.text for paragraph in rest if _font(paragraph) == "黑体"]
    assert [heading[0] for heading in headings] == list("一二三四五六七"[: len(headings)])


def _font(paragraph) -> str:
    return paragraph.runs[0]._element.rPr.rFonts.get(qn("w:eastAsia"))


@pytest.mark.parametrize("kind", FILLED)
def test_the_template_that_ships_passes_its_own_trial(kind):
    try_out(shipped(kind), OUTLINES[kind].known)
    assert "{" not in body_of(sample(kind))


def test_minutes_say_the_figures_of_the_cycle(county):
    cycle = make_minuted(county)
    document = read(bytes(make_issued_brief(county, cycle=cycle).file))

    text, figures = body_of(document), cycle.content["figures"]
    assert f"（2026年第{cycle.issue_no}期）" in text
    assert f"共 {figures['decided']} 项。" in text
    assert re.search(rf"本期逾期事项 {figures['late']} 件，其中上期未销 {figures['carried']} 件", text)
    assert "（一）上期任务办理情况。上期三项任务已销两项。" in text
    assert len(table_of(document, "类别")) == 1 + len(cycle.content["items"])


def test_what_is_carried_stands_first_with_its_age(county):
    document = read(bytes(make_issued_brief(county, BriefKind.ITEMS).file))

    text = body_of(document)
    parts = [line for line in text.splitlines() if line[:2] in ("一、", "二、", "三、")]
    assert parts == ["一、以前定下没有销号的任务", "二、本次会议定下的任务", "三、逾期事项"]
    carried = table_of(document, "次数")[1]
    assert carried[1:3] == ["停工楼栋复工", "凤凰北街"]
    assert carried[3].endswith("（超期 3 天）")
    assert carried[-3:] == ["连续两周在场人数不低于计划", "3", "14"]
    late = table_of(document, "类别")
    assert [line[2] for line in late[1:]] == ["建欣苑 规划核实", "望湖苑 逾期交房"]
    assert [line[-2:] for line in late[1:]] == [["2", "14"], ["1", "0"]]
    new = next(lines for lines in tables_of(document) if lines[0][-1] == "完成标准")[1]
    assert (new[1], new[-1]) == ("查清望湖苑欠费", "清单到户")


def test_the_circular_ranks_projects_and_names_apart_where_nothing_was_found(county):
    cycle = make_supervised(county)

    document = read(bytes(make_issued_brief(county, BriefKind.CIRCULAR, cycle=cycle).file))

    ranked = table_of(document, "名次")
    assert [line[:2] for line in ranked[1:]] == [["1", "望湖苑"]]
    text = body_of(document)
    assert "没有问题的小区（" in text.partition("未发现问题的项目和单位")[2]
    assert "本期现场督导 2 个项目和单位。" in text


def test_words_of_an_official_stand_each_line_a_paragraph(county):
    by = make_user("county_official", county)
    brief = make_brief(county)
    actions.edit_brief(
        brief, by=by, introduction="第一段 😀\r\n第二段 {{ 标题 }}", remarks={"逾期事项": "<b>另行督办</b>。"}
    )
    actions.issue_brief(brief, by=by)

    document = read(bytes(Brief.objects.get(pk=brief.pk).file))

    lines = [paragraph.text for paragraph in document.paragraphs]
    assert {"第一段 😀", "第二段 {{ 标题 }}", "<b>另行督办</b>。"} <= set(lines)
    second = next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith("第二段"))
    assert second.paragraph_format.first_line_indent == Pt(32)


def test_nothing_listed_is_said_in_words(county):
    monthly = make_issued(county, kind=CycleKind.MONTHLY, period="2026-11")
    brief = make_issued_brief(county, BriefKind.CIRCULAR, cycle=monthly)

    assert "没有发现问题的项目和单位。" in body_of(read(bytes(brief.file)))


def test_the_same_brief_and_template_make_the_same_bytes(county):
    brief = make_brief(county)

    assert draw(brief, shipped(brief.kind)) == draw(Brief.objects.get(pk=brief.pk), shipped(brief.kind))
    assert "None" not in str(values_of(brief))
