"""A report whose figures read otherwise now, and the corrections that have said so."""

from governance.dispatch.enums import Right
from governance.dispatch.models import Brief, Correction, FigureChange
from governance.dispatch.papers.correction import title_of, where_words
from governance.dispatch.papers.figures import change_words, worded
from governance.statistics import registry


def corrections_panel(brief: Brief, user) -> dict:
    """What waits to be corrected in an issued report, and what has been."""
    if not brief.is_issued or "lines" not in brief.content:
        return {}
    waiting = waiting_rows(brief)
    return {
        "waiting": waiting,
        "issued": [
            {"correction": row, "figures": row.content["figures"]}
            for row in brief.corrections.defer("file").order_by("pk")
        ],
        "corrects": bool(waiting) and user.may(Right.MANAGE, brief.area_code),
    }


def waiting_rows(brief: Brief) -> list[dict]:
    known = registry.indicators()
    changes = brief.figure_changes.filter(correction=None)
    return [waiting_row(change, known[change.indicator]) for change in changes if change.indicator in known]


def waiting_row(change: FigureChange, indicator) -> dict:
    said, now = change.said, change.now
    return {
        "name": indicator.name,
        "said": worded(indicator, said["value"]),
        "now": worded(indicator, now["value"]),
        "change": change_words(indicator, now["value"], said["value"]),
        "where": where_words(indicator, said, now),
        "found_on": change.found_on,
    }


def correction_page(correction: Correction, user) -> dict:
    value = correction.content
    return {
        "correction": correction,
        "value": value,
        "heading": title_of(value),
        "rows": [row | {"said": row["said_words"], "now": row["now_words"]} for row in value["figures"]],
    }


def file_name(correction: Correction) -> str:
    return f"{correction.area.name}{correction.number}.docx"
