"""Charts in Word papers: what they hold, and that nothing of them depends on when they are drawn."""

import io
import zipfile

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from governance.kernel.charts import BAR, LINE, Chart
from governance.kernel.papers import Sheet

SPACES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
BARS = Chart(BAR, "按期办结率（%）", ["凤凰北街街道", "上海西路街道"], [97.5, 0])
TREND = Chart(LINE, "上报事件（件）", ["11.8", "11.15", "11.22"], [3, None, 12])


def drawn(*charts: Chart) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(paper(*charts)))


def paper(*charts: Chart) -> bytes:
    sheet = Sheet("图")
    for chart in charts:
        run = sheet.document.add_paragraph().add_run()
        drawing = chart.place_in(sheet.document.part)
        run._r.append(parse_xml(drawing.replace("<w:drawing>", f"<w:drawing {nsdecls('w')}>")))
    return sheet.save()


def said(page: etree._Element, where: str) -> list[str]:
    return page.xpath(f"//{where}//c:v/text()", namespaces=SPACES)


def test_a_chart_says_its_labels_and_numbers_beside_the_document():
    with drawn(BARS, TREND) as package:
        first, second = (etree.fromstring(package.read(f"word/charts/chart{n}.xml")) for n in (1, 2))

    assert said(first, "c:cat") == ["凤凰北街街道", "上海西路街道"]
    assert said(first, "c:val") == ["97.5", "0"]
    assert said(second, "c:val") == ["3", "12"]
    assert second.xpath("//c:val//c:pt/@idx", namespaces=SPACES) == ["0", "2"]
    assert second.xpath("//c:val//c:ptCount/@val", namespaces=SPACES) == ["3"]


def test_a_chart_reads_without_colour_and_from_zero():
    with drawn(BARS, TREND) as package:
        pages = [etree.fromstring(package.read(f"word/charts/chart{n}.xml")) for n in (1, 2)]

    for page in pages:
        assert page.xpath("//c:dLbls/c:showVal/@val", namespaces=SPACES) == ["1"]
        assert page.xpath("//c:valAx//c:min/@val", namespaces=SPACES) == ["0"]
        assert set(page.xpath("//a:prstClr/@val", namespaces=SPACES)) <= {"black", "white"}
        assert page.xpath("//a:srgbClr", namespaces=SPACES) == []
    assert pages[0].xpath("//c:ser/c:spPr/a:pattFill/@prst", namespaces=SPACES) == ["wdUpDiag"]


def test_the_numbers_can_be_edited_in_a_workbook_of_their_own():
    with drawn(TREND) as package:
        book = package.read("word/embeddings/chart1.xlsx")
        relations = package.read("word/charts/_rels/chart1.xml.rels").decode()

    assert "embeddings/chart1.xlsx" in relations
    with zipfile.ZipFile(io.BytesIO(book)) as cells:
        words = cells.read("xl/sharedStrings.xml").decode()
        sheet = cells.read("xl/worksheets/sheet1.xml").decode()
    assert "上报事件（件）" in words and "11.22" in words
    assert "<v>12</v>" in sheet


def test_the_same_chart_is_the_same_file():
    assert paper(BARS, TREND) == paper(BARS, TREND)


@pytest.mark.parametrize("labels", [[], ["甲"], ['<&"\x01{0}', "乙"]])
def test_a_chart_of_nothing_of_one_and_of_strange_names_is_whole(labels):
    with drawn(Chart(BAR, "名 & {值}", labels, [1] * len(labels))) as package:
        page = etree.fromstring(package.read("word/charts/chart1.xml"))
        assert etree.fromstring(package.read("word/document.xml")) is not None

    assert said(page, "c:cat") == [label.replace("\x01", "") for label in labels]


def test_a_value_below_zero_is_not_cut_off():
    with drawn(Chart(LINE, "差额", ["一", "二"], [-3, 4])) as package:
        page = etree.fromstring(package.read("word/charts/chart1.xml"))

    assert page.xpath("//c:valAx//c:min", namespaces=SPACES) == []
