"""Agreements of a series on paper: the text filled for each household, and a Word file of many."""

import io
from collections.abc import Iterable

from django.utils.translation import gettext as _
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from disputes.models import Series, SeriesMember
from disputes.presenting.money import yuan
from disputes.rules.agreements import BLANK, fill, lacking

# A4 and margins of GB/T 9704—2012, type as there: 二号 for the title, 三号 for the text, 28 points a line.
_PAGE = {"page_width": Mm(210), "page_height": Mm(297), "top_margin": Mm(37), "bottom_margin": Mm(35),
         "left_margin": Mm(28), "right_margin": Mm(26)}  # fmt: skip
_TITLE, _TEXT, _LEADING = Pt(22), Pt(16), Pt(28)


def values_of(series: Series, member: SeriesMember) -> dict[str, str]:
    """What each place of the text says for a household."""
    deadline = series.deadline
    return {
        "户": member.household,
        "姓名": member.name,
        "地址": member.address,
        "金额": yuan(member.due_cents),
        "已付": yuan(member.paid_cents) if member.paid_cents else "",
        "期限": f"{deadline.year}年{deadline.month}月{deadline.day}日" if deadline else "",
        "对方": series.counterpart,
        "系列案": series.title,
    }


def preview(series: Series, member: SeriesMember) -> dict | None:
    """The agreement of one household on the screen, its name masked; what is not known yet is named."""
    if not series.agreement_text.strip():
        return None
    values = values_of(series, member)
    shown = values | {"姓名": member.shown_name, "地址": member.shown_address}
    return {
        "paragraphs": fill(series.agreement_text, shown).splitlines(),
        "lacking": lacking(series.agreement_text, values),
    }


def agreements_file(series: Series, members: Iterable[SeriesMember]) -> io.BytesIO:
    """One Word file, a page or more for each household."""
    paper = Document()
    paper.core_properties.author = ""
    paper.core_properties.title = series.title
    for name, size in _PAGE.items():
        setattr(paper.sections[0], name, size)
    for number, member in enumerate(members):
        _add_agreement(paper, series, member, on_new_page=number > 0)
    out = io.BytesIO()
    paper.save(out)
    out.seek(0)
    return out


def _add_agreement(paper, series: Series, member: SeriesMember, *, on_new_page: bool) -> None:
    title = _paragraph(paper, _("调解协议书"), size=_TITLE, font="SimSun", bold=True)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.page_break_before = on_new_page
    title.paragraph_format.space_after = _LEADING
    for line in fill(series.agreement_text, values_of(series, member)).splitlines():
        _paragraph(paper, line, indent=_TEXT * 2)
    signed = [
        _("{name}（签名、指印）：").format(name=member.name or member.household),
        _("{name}（签名或者盖章）：").format(name=series.counterpart or BLANK),
        _("调解员（签名）："),
        _("　　　　年　　月　　日"),
    ]
    for number, line in enumerate(signed):
        _paragraph(paper, line).paragraph_format.space_before = _LEADING if number == 0 else Pt(0)


def _paragraph(paper, text: str, *, size=_TEXT, font: str = "FangSong", bold: bool = False, indent=None):
    paragraph = paper.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size, run.font.name, run.bold = size, font, bold
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    paragraph.paragraph_format.line_spacing = _LEADING
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.first_line_indent = indent
    return paragraph
