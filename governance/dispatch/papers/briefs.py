"""Every kind of brief, and what a brief says in the fields of its template."""

from functools import cache

from governance.dispatch.enums import BriefKind
from governance.dispatch.models import Brief, BriefTemplate, Cycle
from governance.dispatch.papers.circular import CIRCULAR
from governance.dispatch.papers.meeting import MINUTES
from governance.dispatch.papers.outline import CLOSING, INTRODUCTION, Outline
from governance.dispatch.papers.rows import day
from governance.dispatch.papers.tasks import ITEMS
from governance.dispatch.papers.wording import issue_words, period_words
from governance.dispatch.papers.work_report import MONTHLY_REPORT, WEEKLY_REPORT
from governance.kernel.days import local_date
from governance.kernel.papers import CONTROL
from governance.kernel.templating.filling import fill
from governance.kernel.wording import day_in_full

# A kind is registered here and nowhere else.
_ALL = (MINUTES, ITEMS, CIRCULAR, WEEKLY_REPORT, MONTHLY_REPORT)
OUTLINES: dict[BriefKind, Outline] = {outline.kind: outline for outline in _ALL}
DRAFT_MARK = "草稿 · 未印发"


def outlines_of(cycle: Cycle) -> list[Outline]:
    """The kinds of brief that are written of a cycle."""
    return [outline for outline in OUTLINES.values() if cycle.kind in outline.cycle_kinds]


def values_of(brief: Brief) -> dict:
    """The texts and lists of a brief: what its kind makes of the content, what an official added, and its number."""
    outline, content = OUTLINES[BriefKind(brief.kind)], brief.content
    found = {
        "单位": content["office"],
        "标题": f"{content['office']}{BriefKind(brief.kind).label}",
        "期号": issue_words(brief.issue_year, brief.issue_no),
        "期次": period_words(content["period"]),
        "数据截至": day(content["as_of"]),
        "印发日期": day_in_full(local_date(brief.issued_at)) if brief.issued_at else "",
        INTRODUCTION: _paragraphs(brief.introduction),
        CLOSING: _paragraphs(brief.closing),
    }
    remarks = {part.remark: _paragraphs(brief.remarks.get(part.name, "")) for part in outline.parts}
    return _cleaned(outline.values(content)) | found | remarks


def draw(brief: Brief, template: bytes) -> bytes:
    """The file: the same for the same brief and template. A draft says in its header that it is one."""
    known = OUTLINES[BriefKind(brief.kind)].known
    return fill(template, values_of(brief), known, mark="" if brief.issued_at else DRAFT_MARK)


def template_for(kind: str, area_code: str) -> tuple[BriefTemplate | None, bytes]:
    """What an office draws a kind of brief with: the officials' own template, else the one that ships."""
    own = BriefTemplate.objects.in_force(kind, area_code)
    return own, bytes(own.data) if own else shipped(kind)


@cache
def shipped(kind: str) -> bytes:
    """The template that comes with the portal."""
    return OUTLINES[BriefKind(kind)].sheet().save()


def _paragraphs(text: str) -> str:
    """What an official wrote: each line of it a paragraph of its own, which a bell says to the filling."""
    return CONTROL.sub("", text).replace("\r\n", "\n").replace("\n", "\a")


def _cleaned(value):
    """Without what no paper can hold."""
    if isinstance(value, dict):
        return {name: _cleaned(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned(inner) for inner in value]
    return CONTROL.sub("", value) if isinstance(value, str) else value
