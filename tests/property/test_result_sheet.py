import io

import pytest
import time_machine
from django.utils.translation import override
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from governance.kernel.errors import Refused
from property.enums.meetings import MatterKind, MeetingState
from property.models import OwnersMeeting
from property.papers.results import result_sheet
from tests.factories.grids import make_compound
from tests.factories.meetings import MISSED, make_held, make_matter, make_meeting
from tests.factories.people import make_user


@pytest.fixture(autouse=True)
def _after_the_meeting():
    with time_machine.travel("2026-03-10 12:00+08:00", tick=False):
        yield


@pytest.fixture
def meeting(country) -> OwnersMeeting:
    compound = make_compound(country["990101001001"], name="玺悦小区")
    meeting = make_held(compound, kind=MatterKind.RAISE_FUND, place="{{ 地点 }}")
    make_matter(meeting, MatterKind.COMMITTEE, MISSED, text="选举委员会\x0b{% for x in y %}😀")
    return OwnersMeeting.objects.select_related("compound").get()


def opened(data: bytes):
    return Document(io.BytesIO(data))


def cells(table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_sheet_keeps_the_margins_of_an_official_paper(meeting):
    section = opened(result_sheet(meeting)).sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin / Mm(1)) for margin in margins] == [37, 35, 28, 26]
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (210, 297)


def test_the_sheet_names_the_types_of_an_official_paper(meeting):
    sheet = opened(result_sheet(meeting))
    title, normal = sheet.paragraphs[0].runs[0], sheet.styles["Normal"]
    types = [title.element.rPr.rFonts.get(qn("w:eastAsia")), normal.element.rPr.rFonts.get(qn("w:eastAsia"))]
    assert (types, title.font.size, normal.font.name) == (["宋体", "仿宋"], Pt(22), "Times New Roman")
    widths = [sum(cell.width for cell in table.rows[0].cells) / Mm(1) for table in sheet.tables[1:]]
    assert [round(width) for width in widths] == [156] * 4


def test_the_sheet_says_the_figures_of_the_rows(meeting):
    facts, votes, tests, _votes, missed = (cells(table) for table in opened(result_sheet(meeting)).tables)
    assert facts[0][:2] == ["小区", "玺悦小区"]
    assert facts[-1] == ["业主总人数", "600 人", "专有部分", "60,000.00 平方米"]
    assert votes == [
        ["", "参与", "同意", "反对", "弃权"],
        ["人数", "500", "400", "80", "20"],
        ["面积（平方米）", "50,000.00", "40,000.00", "8,000.00", "2,000.00"],
    ]
    assert tests[1:] == [
        ["参与表决的人数三分之二以上", "500 人 / 600 人（83.33%）", "达到"],
        ["参与表决的面积三分之二以上", "50,000.00 平方米 / 60,000.00 平方米（83.33%）", "达到"],
        ["同意的人数四分之三以上", "400 人 / 500 人（80.00%）", "达到"],
        ["同意的面积四分之三以上", "40,000.00 平方米 / 50,000.00 平方米（80.00%）", "达到"],
    ]
    assert missed[1] == ["参与表决的人数三分之二以上", "380 人 / 600 人（63.33%）", "没有达到"]


def test_the_sheet_says_result_and_article_in_chinese_whoever_asks(meeting):
    with override("en"):
        lines = [paragraph.text for paragraph in opened(result_sheet(meeting)).paragraphs]
    assert "结果：通过。" in lines
    assert "结果：没有通过：参与表决的人数不到三分之二，还差 20 人。" in lines
    assert any("《民法典》第二百七十八条" in line for line in lines)
    assert "选举委员会{% for x in y %}😀" in lines


def test_there_is_no_sheet_before_the_count(country):
    meeting = make_meeting(make_compound(country["990101001001"]), MeetingState.NOTICED)
    make_matter(meeting)
    with pytest.raises(Refused, match="登记计票以后才有表决结果"):
        result_sheet(meeting)


def test_the_sheet_is_a_download_of_page_and_api(client, country, meeting):
    client.force_login(make_user("property_officer", country["990101"]))
    for url in (f"/property/meetings/{meeting.pk}/sheet/", f"/api/v1/owners-meetings/{meeting.pk}/sheet/"):
        answer = client.get(url)
        assert (answer.status_code, answer["Content-Type"].split(".")[-1]) == (200, "document")
        assert opened(answer.content).tables
        assert "no-store" in answer["Cache-Control"]
