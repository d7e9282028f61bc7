"""What a correction says: the figures as they were issued and as they read today, where the difference lies, why."""

from governance.dispatch.enums import BriefKind
from governance.dispatch.models import Brief, FigureChange
from governance.dispatch.papers.figures import change_words, note_words, worded
from governance.dispatch.papers.rows import day
from governance.dispatch.papers.wording import issue_words
from governance.kernel.days import local_date, today
from governance.kernel.papers import CENTRE, Sheet
from governance.kernel.templatetags.ui import figure
from governance.kernel.wording import listed
from governance.statistics import registry
from governance.statistics.definitions import Indicator

SIDES = ("value", "numerator", "denominator")
COLUMNS = [("指标", 50), ("原来的数", 27), ("更正后", 27), ("相差", 38), ("注", 14)]


def draw_correction(brief: Brief, changes: list[FigureChange], *, arrived: str, number: str) -> dict:
    """The correction as one plain value."""
    known = registry.indicators()
    return {
        "office": brief.content["office"],
        "area_code": brief.area_code,
        "brief": {
            "id": brief.pk,
            "kind": str(BriefKind(brief.kind).label),
            "number": issue_words(brief.issue_year, brief.issue_no),
            "issued_on": local_date(brief.issued_at).isoformat(),
            "sha256": brief.sha256,
        },
        "from_on": brief.content["from_on"],
        "to_on": brief.content["to_on"],
        "as_of": today().isoformat(),
        "number": number,
        "arrived": arrived,
        "figures": [_figure(change, known[change.indicator]) for change in changes],
    }


def _figure(change: FigureChange, indicator: Indicator) -> dict:
    said, now = change.said, change.now
    return {
        "key": indicator.key,
        "name": str(indicator.name),
        "unit": str(indicator.unit),
        "said": {side: said[side] for side in SIDES},
        "now": {side: now[side] for side in SIDES},
        "said_words": worded(indicator, said["value"]),
        "now_words": worded(indicator, now["value"]),
        "change": change_words(indicator, now["value"], said["value"]),
        "where": where_words(indicator, said, now),
        "definition": note_words(indicator, now),
    }


def where_words(indicator: Indicator, said: dict, now: dict) -> str:
    """Which units the difference comes from: 凤凰北街街道应办结增加 1."""
    labels = [part.label for part in indicator.figures]
    told = []
    for code in sorted(said["units"].keys() | now["units"].keys()):
        name, *after = now["units"].get(code) or [said["units"][code][0], 0, 0]
        _name, *before = said["units"].get(code) or ["", 0, 0]
        told += [
            name + change_of(label, (new or 0) - (old or 0))
            for label, new, old in zip(labels, after, before, strict=False)
            if (new or 0) != (old or 0)
        ]
    return listed(told)


def change_of(label: str, by: int) -> str:
    return f"{label}{'增加' if by > 0 else '减少'} {figure(abs(by))}"


def title_of(value: dict) -> str:
    brief = value["brief"]
    return f"关于{value['office']}{brief['kind']}（{brief['number']}）的更正说明"


def correction_file(value: dict) -> bytes:
    """The paper, the same for the same value."""
    brief, figures = value["brief"], value["figures"]
    sheet = Sheet(title_of(value), lined=True)
    sheet.text(value["number"], align=CENTRE)
    sheet.body(
        f"{value['office']}{brief['kind']}（{brief['number']}）于{day(brief['issued_on'])}印发，"
        f"反映{day(value['from_on'])}至{day(value['to_on'])}的情况。印发以后又有资料到达，"
        f"截至{day(value['as_of'])}，其中 {len(figures)} 个数字与印发时不同，现更正如下。"
        "原报告不作改动，与本说明一并使用。"
    )
    sheet.heading("一、更正的数字")
    sheet.table(
        COLUMNS,
        [
            (row["name"], row["said_words"], row["now_words"], row["change"], f"注{number}")
            for number, row in enumerate(figures, start=1)
        ],
    )
    sheet.heading("二、后到的情况")
    sheet.body(*value["arrived"].split("\n"))
    sheet.body(*(f"{row['name']}：{row['where']}。" for row in figures if row["where"]))
    sheet.heading("三、指标定义")
    for number, row in enumerate(figures, start=1):
        sheet.note(f"注{number}　{row['definition']}")
    sheet.sign(value["office"], day(value["as_of"]))
    return sheet.save()
