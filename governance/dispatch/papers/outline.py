"""What a kind of brief is made of: its parts in order, what a template may name, and how its sheet is drawn.

A part is said once and serves three: the template that ships, the page's preview, and the fields officials may write.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext_lazy as _
from docx.shared import Pt

from governance.dispatch.enums import BriefKind, CycleKind
from governance.dispatch.models import Cycle
from governance.dispatch.papers.wording import ordinal
from governance.kernel.papers import CENTRE, Sheet
from governance.kernel.templating.fields import LINE, Field, Known, Rows

INTRODUCTION, CLOSING = "开头的话", "结尾的话"
COMMON = (
    Field("单位", _("印发的单位"), "金凤区"),
    Field("标题", _("单位和简报种类"), "金凤区调度纪要"),
    Field("期号", _("印发后才有，草稿空着"), "2026年第3期"),
    Field("期次", _("哪一周、哪个月"), "2026年第48周"),
    Field("数据截至", _("里面的数字是哪一天的"), "2026年11月23日"),
    Field("印发日期", _("印发后才有，草稿空着"), "2026年11月24日"),
    Field(INTRODUCTION, _("印发前写的，可以空着"), "现将本期调度情况印发如下。"),
    Field(CLOSING, _("印发前写的，可以空着"), "请各单位抓好落实。"),
)
NARROW = 20  # mm: a column of that or less holds a number
_NAMED = re.compile(r"{([^{}]+)}")


@dataclass(frozen=True)
class Part:
    """A part of a brief. Texts name fields in single braces: “逾期事项 {逾期事项} 件。”

    `rows` stand in a table with columns of `widths` mm, or each as a paragraph that reads `line`; `empty` is said
    when there are none. `picture` names a field that holds a chart, set above the rows. A part of `level` 2 stands
    under the one of level 1 before it; a `small` one is set as notes are.
    """

    name: str
    says: str = ""
    rows: Rows | None = None
    widths: tuple[int, ...] = ()
    line: str = ""
    empty: str = "无。"
    picture: str = ""
    level: int = 1
    small: bool = False

    @property
    def remark(self) -> str:
        """The field of what an official adds to the part."""
        return f"{self.name}说明"


@dataclass(frozen=True)
class Outline:
    """A kind of brief. `build` makes its plain value of a cycle, `values` the fields and lists of that value.

    Every value has `office`, `period` and `as_of`, the day its figures are of. `facts` are pairs of label and text
    above the parts. One `from_minutes` waits until the minutes of the cycle are issued; one `filled_in` ends with who
    filled it in, who checked it and a frame for the seal.
    """

    kind: BriefKind
    cycle_kinds: tuple[CycleKind, ...]
    build: Callable[[Cycle], dict]
    values: Callable[[dict], dict]
    parts: tuple[Part, ...]
    fields: tuple[Field, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    from_minutes: bool = False
    filled_in: bool = False

    @cached_property
    def known(self) -> Known:
        """What a template of this kind may name."""
        remarks = [
            Field(part.remark, _("印发前写的，可以空着"), f"{part.name}的补充说明。") for part in self.parts
        ]
        lists = tuple(part.rows for part in self.parts if part.rows)
        return Known((*COMMON, *self.fields, *remarks), lists)

    def sheet(self) -> Sheet:
        """The template that ships with the portal."""
        sheet = Sheet(BriefKind(self.kind).label, shown="{{ 标题 }}", lined=True)
        _if(sheet, "期号", lambda: sheet.text("（{{ 期号 }}）", align=CENTRE, after=Pt(12)))
        if self.facts:
            sheet.facts([(label, marked(text)) for label, text in self.facts])
        _if(sheet, INTRODUCTION, lambda: sheet.text("{{ " + INTRODUCTION + " }}", indent=2, before=Pt(6)))
        for words, part in self.headed_parts():
            sheet.heading(words, level=part.level)
            _draw(sheet, part)
        _if(sheet, CLOSING, lambda: sheet.text("{{ " + CLOSING + " }}", indent=2, before=Pt(6)))
        _end(sheet, self.filled_in)
        return sheet

    def headed_parts(self) -> Iterator[tuple[str, Part]]:
        """Each part with its heading: 一、二、三 and, under each, （一）（二）（三）."""
        chapter = section = 0
        for part in self.parts:
            if part.level == 1:
                chapter, section = chapter + 1, 0
                yield f"{ordinal(chapter)}、{part.name}", part
            else:
                section += 1
                yield f"（{ordinal(section)}）{part.name}", part


def _end(sheet: Sheet, filled_in: bool) -> None:
    if not filled_in:
        sheet.sign("{{ 单位 }}", "{{ 印发日期 }}")
        return
    sheet.facts(
        [("填报单位", "{{ 单位 }}", "日期", "{{ 印发日期 }}"), ("填报人", "", "审核人", "")],
        widths=(26, 52, 26, 52),
        tied=True,
    )
    sheet.box("（盖章）", height=30)


def marked(text: str) -> str:
    """A text whose fields are written as a template has them."""
    return _NAMED.sub(r"{{ \1 }}", text)


def said(text: str, values: dict) -> str:
    """A text with its fields filled."""
    return _NAMED.sub(lambda found: str(values[found[1]]), text)


def _draw(sheet: Sheet, part: Part) -> None:
    if part.says:
        shape = sheet.text(marked(part.says), indent=2).paragraph_format
        shape.keep_with_next = part.rows is not None or bool(part.picture)
    if part.picture:
        _if(sheet, part.picture, lambda: sheet.chart("{{ " + part.picture + " }}"))
    if part.rows:
        _if(sheet, part.rows.name, lambda: _draw_rows(sheet, part), other=lambda: sheet.body(part.empty))
    _if(sheet, part.remark, lambda: sheet.text("{{ " + part.remark + " }}", indent=2, before=Pt(6)))


def _draw_rows(sheet: Sheet, part: Part) -> None:
    if part.line:
        sheet.mark(f"for {LINE} in {part.rows.name}")
        (sheet.note if part.small else sheet.body)(_NAMED.sub(r"{{ " + LINE + r".\1 }}", part.line))
        sheet.mark("endfor")
    else:
        columns = zip(part.rows.columns, part.widths, strict=True)
        shown = [(column.name, f"{{{{ {LINE}.{column.name} }}}}", mm) for column, mm in columns]
        sheet.lines(part.rows.name, shown, narrow=NARROW)


def _if(sheet: Sheet, name: str, then: Callable, *, other: Callable | None = None) -> None:
    """What `then` draws stands in the paper when the field or list has something, else what `other` draws."""
    sheet.mark(f"if {name}")
    then()
    if other:
        sheet.mark("else")
        other()
    sheet.mark("endif")
