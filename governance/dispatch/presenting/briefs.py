"""Briefs as pages show them: what there is of a cycle, and one brief as it would be printed."""

from dataclasses import dataclass

from django.urls import reverse

from governance.dispatch.enums import BriefKind, BriefState, Right
from governance.dispatch.models import Brief, BriefTemplate, Cycle
from governance.dispatch.papers.briefs import OUTLINES, outlines_of, values_of
from governance.dispatch.papers.outline import CLOSING, INTRODUCTION, Outline, Part, said
from governance.dispatch.papers.wording import issue_words
from governance.dispatch.presenting.corrections import corrections_panel
from governance.kernel.lifecycle import open_steps
from governance.kernel.wording import office_language

TONES = {BriefState.DRAFT: "paused", BriefState.EDITED: "near", BriefState.ISSUED: "ok"}


@dataclass(frozen=True)
class Section:
    """A part of a brief with its fields filled: running text, a table or paragraphs, and what an official added."""

    heading: str
    level: int
    says: str
    columns: list[str]
    rows: list[list[str]]
    lines: list[str]
    empty: str
    remark: str


def briefs_panel(cycle: Cycle, user) -> list[dict]:
    """Every kind of brief of a cycle: the one there is, or whether it can be drawn up now."""
    manages = user.may(Right.MANAGE, cycle.area_code)
    drawn = {brief.kind: brief for brief in cycle.briefs.for_list().defer("file", "content")}
    return [
        {
            "kind": outline.kind.value,
            "label": outline.kind.label,
            "brief": drawn.get(outline.kind),
            "look": look_of(drawn[outline.kind]) if outline.kind in drawn else None,
            "prepares": manages
            and outline.kind not in drawn
            and (cycle.is_issued or not outline.from_minutes),
            "waits": outline.from_minutes and not cycle.is_issued,
        }
        for outline in outlines_of(cycle)
    ]


def look_of(brief: Brief) -> dict:
    """State and number in words."""
    return {
        "label": brief.get_state_display(),
        "tone": TONES[BriefState(brief.state)],
        "number": issue_words(brief.issue_year, brief.issue_no),
    }


def brief_page(brief: Brief, user) -> dict:
    """One brief: how it stands, what can be done, and what it says."""
    outline = OUTLINES[BriefKind(brief.kind)]
    with office_language():
        values = values_of(brief)
    return {
        "brief": brief,
        "look": look_of(brief),
        "values": {"title": values["标题"], "office": values["单位"], "number": values["期号"]},
        "issued_on": values["印发日期"],
        "as_of": values["数据截至"],
        "facts": [(label, said(text, values)) for label, text in outline.facts],
        "introduction": values[INTRODUCTION].split("\a"),
        "sections": sections_of(outline, values),
        "closing": values[CLOSING].split("\a"),
        "steps": [step.name for step in open_steps(brief, user)],
        "base_url": reverse("dispatch:brief_detail", args=[brief.pk]),
        "corrections": corrections_panel(brief, user),
        "keeps_templates": user.may(Right.MANAGE, brief.area_code),
    }


def sections_of(outline: Outline, values: dict) -> list[Section]:
    return [_section(heading, part, values) for heading, part in outline.headed_parts()]


def _section(heading: str, part: Part, values: dict) -> Section:
    rows = values[part.rows.name] if part.rows else []
    columns = [column.name for column in part.rows.columns] if part.rows else []
    return Section(
        heading=heading,
        level=part.level,
        says=said(part.says, values),
        columns=columns,
        rows=[] if part.line else [[row[name] for name in columns] for row in rows],
        lines=[said(part.line, row) for row in rows] if part.line else [],
        empty=part.empty if part.rows and not rows else "",
        remark=values[part.remark].replace("\a", "\n"),
    )


def template_lines(area_code: str) -> list[dict]:
    """Every kind of brief with the template in force in a place."""
    own = BriefTemplate.objects.in_force_by_kind(area_code)
    return [{"kind": kind.value, "label": kind.label, "own": own.get(kind)} for kind in OUTLINES]
