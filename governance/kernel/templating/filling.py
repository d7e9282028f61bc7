"""A template and values become a paper."""

import io

from django.utils.translation import gettext as _
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from lxml.etree import LxmlError

from governance.kernel.charts import Chart
from governance.kernel.papers import settled
from governance.kernel.templating.fields import Known
from governance.kernel.templating.limits import MOST_LINES
from governance.kernel.templating.packages import check_marks, open_package, place_of
from governance.kernel.templating.sandbox import BadTemplate, Sandbox

MARK_FONT = "黑体"


def fill(template: bytes, values: dict, known: Known, *, mark: str = "") -> bytes:
    """The paper as a .docx, the same for the same template and values. Raises `BadTemplate`.

    `mark` is written into its header, whatever the template says.
    """
    document = DocxTemplate(io.BytesIO(template))
    drawn = {name: _drawn(document, value) for name, value in values.items()}
    try:
        document.render(drawn, jinja_env=Sandbox(known), autoescape=True)
    except (TemplateError, LxmlError, AttributeError, TypeError, ValueError, KeyError) as error:
        raise BadTemplate(_("按这个模板生成文书时出错，请检查标记的位置是否成对。")) from error
    if mark:
        _mark(document, mark)
    made = io.BytesIO()
    document.save(made)
    return settled(made.getvalue())


class _Drawing:
    """A chart that puts itself into the document wherever a template writes its name."""

    def __init__(self, document: DocxTemplate, chart: Chart):
        self.document, self.chart = document, chart

    def __html__(self) -> str:
        drawing = self.chart.place_in(self.document.current_rendering_part)
        return f'</w:t></w:r><w:r>{drawing}</w:r><w:r><w:t xml:space="preserve">'


def _drawn(document: DocxTemplate, value):
    """A value as the template takes it: charts, also those in the lines of a list, belong to the document."""
    if isinstance(value, Chart):
        return _Drawing(document, value)
    if isinstance(value, list):
        return [{name: _drawn(document, inner) for name, inner in line.items()} for line in value]
    return value


def _mark(document, words: str) -> None:
    for header in _headers(document):
        header.is_linked_to_previous = False
        paragraph = header.add_paragraph() if header.paragraphs[0].text else header.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        run = paragraph.add_run(words)
        run.font.size = Pt(9)
        run.font.name = MARK_FONT
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), MARK_FONT)


def _headers(document):
    """Every header a page may show: Word keeps others for first and for even pages."""
    for section in document.sections:
        yield section.header
        if section.different_first_page_header_footer:
            yield section.first_page_header
        if document.settings.odd_and_even_pages_header_footer:
            yield section.even_page_header


def try_out(data: bytes, known: Known) -> None:
    """Refuse a template that could not be used: opened, read, and filled for nobody, for few and for many.

    Raises `BadTemplate`; where the fault stands in a paragraph, its sentence begins with it.
    """
    check_marks(open_package(data))
    try:
        for lines in (0, 1, MOST_LINES):
            fill(data, known.sample(lines), known)
    except BadTemplate as bad:
        place = place_of(data, bad.word)
        if not place:
            raise
        raise BadTemplate(_("{place}：{wrong}").format(place=place, wrong=bad.message), bad.word) from bad
