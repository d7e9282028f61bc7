"""Charts in a Word paper, drawn by Word itself: a chart part with its numbers in a small workbook beside it.

A picture drawn here would need a Chinese font, and none is shipped. A chart that Word draws has the fonts of the
paper, prints sharp at any size, and stays open to an official who edits it. What it shows stands in black, in a pattern
and with its number beside it, so that it reads the same from a black-and-white copier.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Emu, Mm

from governance.kernel.papers import CONTROL

BAR, LINE = "bar", "line"
WIDTH, LINE_HEIGHT = Mm(150), Mm(66)
BAR_HEIGHT, BAR_FRAME = Mm(8), Mm(10)  # of each unit, and around them all
_MADE = datetime(2026, 1, 1)  # so that the same chart is the same file
_WORKBOOK = "rId1"  # how a chart calls the workbook its numbers are in
_SPACES = " ".join(
    f'xmlns:{short}="http://schemas.openxmlformats.org/{name}"'
    for short, name in (
        ("c", "drawingml/2006/chart"),
        ("a", "drawingml/2006/main"),
        ("r", "officeDocument/2006/relationships"),
        ("wp", "drawingml/2006/wordprocessingDrawing"),
    )
)
_BLACK, _WHITE = '<a:prstClr val="black"/>', '<a:prstClr val="white"/>'
_EDGE = f'<a:ln w="9525"><a:solidFill>{_BLACK}</a:solidFill></a:ln>'
_TYPE = (
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1050" b="0">'
    f"<a:solidFill>{_BLACK}</a:solidFill>"
    '<a:latin typeface="Times New Roman"/><a:ea typeface="宋体"/></a:defRPr></a:pPr>'
    '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
)
_LOOKS = {
    BAR: '<c:spPr><a:pattFill prst="wdUpDiag">'
    f"<a:fgClr>{_BLACK}</a:fgClr><a:bgClr>{_WHITE}</a:bgClr></a:pattFill>{_EDGE}</c:spPr>",
    LINE: f'<c:spPr><a:ln w="19050"><a:solidFill>{_BLACK}</a:solidFill></a:ln></c:spPr><c:marker>'
    '<c:symbol val="circle"/><c:size val="6"/>'
    f"<c:spPr><a:solidFill>{_WHITE}</a:solidFill>{_EDGE}</c:spPr></c:marker>",
}


@dataclass(frozen=True)
class Chart:
    """One series: horizontal bars, the first on top, or a line over time. None leaves a gap."""

    kind: Literal["bar", "line"]
    title: str
    labels: Sequence[str]
    values: Sequence[int | float | None]

    @property
    def height(self) -> Emu:
        return Emu(BAR_FRAME + BAR_HEIGHT * len(self.labels)) if self.kind == BAR else LINE_HEIGHT

    @property
    def words(self) -> str:
        """The same as a sentence."""
        pairs = zip(self.labels, self.values, strict=True)
        told = "，".join(f"{label} {value}" for label, value in pairs if value is not None)
        return f"{self.title}：{told}"

    def place_in(self, part: Part) -> str:
        """Put the chart beside a part of a document; what comes back is the drawing for one of its runs."""
        package = part.package
        name = package.next_partname("/word/charts/chart%d.xml")
        page = Part(name, CONTENT_TYPE.DML_CHART, _space(self).encode(), package)
        sheet_name = PackURI(f"/word/embeddings/chart{name.idx}.xlsx")
        sheet = Part(sheet_name, CONTENT_TYPE.SML_SHEET, _workbook(self), package)
        page.load_rel(RELATIONSHIP_TYPE.PACKAGE, sheet, _WORKBOOK)
        return (
            f'<w:drawing><wp:inline {_SPACES} distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{WIDTH}" cy="{self.height}"/>'
            f'<wp:docPr id="{name.idx}" {_named(self)}/>'
            "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData"
            ' uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            f'<c:chart r:id="{part.relate_to(page, RELATIONSHIP_TYPE.CHART)}"/>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing>"
        )


def _space(chart: Chart) -> str:
    """The chart's own page."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace {_SPACES}><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea><c:layout/>{_plot(chart)}{_axes(chart)}</c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_TYPE}"
        f'<c:externalData r:id="{_WORKBOOK}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plot(chart: Chart) -> str:
    is_bar = chart.kind == BAR
    series = (
        '<c:ser><c:idx val="0"/><c:order val="0"/>'
        f"<c:tx><c:strRef><c:f>Sheet1!$B$1</c:f>{_kept('str', [chart.title])}</c:strRef></c:tx>"
        + _LOOKS[chart.kind]
        + ('<c:invertIfNegative val="0"/>' if is_bar else "")
        + _numbers(chart)
        + f"<c:cat><c:strRef><c:f>{_cells('A', chart)}</c:f>{_kept('str', chart.labels)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{_cells('B', chart)}</c:f>{_kept('num', chart.values)}</c:numRef></c:val>"
        + ("" if is_bar else '<c:smooth val="0"/>')
        + "</c:ser>"
    )
    colours, axes = '<c:varyColors val="0"/>', '<c:axId val="1"/><c:axId val="2"/>'
    if is_bar:
        look = f'<c:barDir val="bar"/><c:grouping val="clustered"/>{colours}'
        return f'<c:barChart>{look}{series}<c:gapWidth val="60"/>{axes}</c:barChart>'
    look = f'<c:grouping val="standard"/>{colours}'
    return f'<c:lineChart>{look}{series}<c:marker val="1"/>{axes}</c:lineChart>'


def _numbers(chart: Chart) -> str:
    """The number of each value beside it."""
    where = "outEnd" if chart.kind == BAR else "t"
    shown = {"LegendKey": 0, "Val": 1, "CatName": 0, "SerName": 0, "Percent": 0, "BubbleSize": 0}
    flags = "".join(f'<c:show{name} val="{value}"/>' for name, value in shown.items())
    return (
        '<c:dLbls><c:numFmt formatCode="General" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
        f'{_TYPE}<c:dLblPos val="{where}"/>{flags}</c:dLbls>'
    )


def _axes(chart: Chart) -> str:
    """Names on the first axis; the second begins at zero and is not drawn, for every value bears its number."""
    is_bar = chart.kind == BAR
    names = (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{"maxMin" if is_bar else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if is_bar else "b"}"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>{_EDGE}</c:spPr>'
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )
    lowest = min((value for value in chart.values if value is not None), default=0)
    least = '<c:min val="0"/>' if lowest >= 0 else ""
    values = (
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>{least}</c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{"t" if is_bar else "l"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx>'
    )
    return names + values


def _cells(column: str, chart: Chart) -> str:
    return f"Sheet1!${column}$2:${column}${len(chart.labels) + 1}"


def _kept(kind: str, values: Sequence) -> str:
    """What the cells held when the chart was drawn, so that it shows without its workbook."""
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{_plain(value)}</c:v></c:pt>'
        for place, value in enumerate(values)
        if value is not None
    )
    return f'<c:{kind}Cache><c:ptCount val="{len(values)}"/>{points}</c:{kind}Cache>'


def _named(chart: Chart) -> str:
    """The chart's name, and its numbers for whoever hears the paper read."""
    name, words = (quoteattr(CONTROL.sub("", text)) for text in (chart.title, chart.words))
    return f"name={name} descr={words}"


def _plain(value) -> str:
    """A value as XML can hold it."""
    return escape(CONTROL.sub("", str(value)))


def _workbook(chart: Chart) -> bytes:
    """Labels and values in two columns, as Word expects them when somebody edits the chart."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": _MADE})
        sheet = book.add_worksheet("Sheet1")
        sheet.write_string(0, 1, chart.title)
        for row, (label, value) in enumerate(zip(chart.labels, chart.values, strict=True), start=1):
            sheet.write_string(row, 0, label)
            if value is not None:
                sheet.write_number(row, 1, value)
    return out.getvalue()
