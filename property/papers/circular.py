"""The monthly circular of a programme (通报) as a draft in Word: what the rows say on a day, and nothing else.

Offices are set side by side, never persons. Its number and its issuing are the office's own.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from governance.kernel.days import month_start
from governance.kernel.papers import CENTRE, FORM, Sheet
from governance.kernel.wording import day_in_full, office_language
from property.enums.programmes import (
    COUNTED_STATES,
    NEARLY_DONE_PERCENT,
    ItemState,
)
from property.models import ItemChange, Programme, ProgrammeItem

NOTES = (
    "① 完成：填报 100% 并经核验通过。",
    f"② 基本完成：填报 {NEARLY_DONE_PERCENT}% 及以上，尚未核验完成，且没有超过期限。",
    "③ 推进中：已有进展，没有超过期限。",
    "④ 未启动：还没有进展，没有超过期限。",
    "⑤ 滞后：已过完成期限，没有完成并核验；超期天数从期限次日起按自然日计。",
    "已撤销的任务不计；牵头单位按所牵头任务统计，只比单位，不比个人。",
)
MARKS = dict(zip(COUNTED_STATES, "①②③④⑤", strict=True))


@dataclass(frozen=True)
class Line:
    """Some tasks counted: a class, an office, or all of them."""

    name: str
    counts: Counter

    @property
    def total(self) -> int:
        return self.counts.total()

    @property
    def share(self) -> str:
        return f"{self.counts[ItemState.DONE] * 100 / self.total:.1f}%" if self.total else "—"


@dataclass(frozen=True)
class Circular:
    """The figures of a circular as of a day."""

    programme: Programme
    day: date
    before: date
    whole: Line
    classes: list[Line]
    offices: list[Line]
    late: list[ProgrammeItem]
    moved: list[tuple[ProgrammeItem, ItemState, ItemState]]
    added: list[ProgrammeItem]
    dropped: list[ProgrammeItem]
    changes: list[ItemChange]


def read_circular(programme: Programme, day: date) -> Circular:
    """The tasks of a programme on a day, and what is different from the end of the month before."""
    before = month_start(day) - timedelta(days=1)
    tasks = ProgrammeItem.objects.filter(category__programme=programme)
    now = list(
        tasks.listed_on(day).with_state(day).select_related("category")
        .order_by("category__position", "category_id", "due_then", "pk")
    )  # fmt: skip
    then = dict(tasks.listed_on(before).with_state(before).values_list("pk", "state"))
    changes = ItemChange.objects.filter(
        item__category__programme=programme, changed_on__gt=before, changed_on__lte=day
    )
    return Circular(
        programme=programme,
        day=day,
        before=before,
        whole=Line("合计", Counter(row.state for row in now)),
        classes=_lines(now, lambda row: row.category.name),
        offices=sorted(_lines(now, lambda row: row.lead_office), key=_standing),
        late=sorted((row for row in now if row.state == ItemState.LATE), key=lambda row: row.due_then),
        moved=[
            (row, ItemState(then[row.pk]), ItemState(row.state))
            for row in now
            if row.pk in then and then[row.pk] != row.state
        ],
        added=[row for row in now if row.added_on > before],
        dropped=list(tasks.filter(dropped_on__gt=before, dropped_on__lte=day).order_by("pk")),
        changes=list(changes.select_related("item")),
    )


def _lines(rows: list[ProgrammeItem], name_of) -> list[Line]:
    """The rows counted under their names, in the order the names first come."""
    found: dict[str, Counter] = {}
    for row in rows:
        found.setdefault(name_of(row), Counter())[row.state] += 1
    return [Line(name, counts) for name, counts in found.items()]


def _standing(line: Line) -> tuple:
    """Offices: the larger share complete first, then the fewer late ones."""
    return -line.counts[ItemState.DONE] / line.total, line.counts[ItemState.LATE], line.name


def draw_circular(found: Circular) -> bytes:
    """The draft as a .docx."""
    with office_language():
        title = f"关于{found.programme.name}进展情况的通报"
        sheet = Sheet(title, shown=title)
        sheet.text("（草稿，未编文号）", size=FORM, align=CENTRE)
        _overview(sheet, found)
        _late(sheet, found)
        _offices(sheet, found)
        _changes(sheet, found)
        sheet.heading("口径说明")
        for note in NOTES:
            sheet.text(note, size=FORM, indent=2)
        sheet.sign(found.programme.area.name, day_in_full(found.day))
        return sheet.save()


def _overview(sheet: Sheet, found: Circular) -> None:
    whole = found.whole
    sheet.body(
        f"截至{day_in_full(found.day)}，{found.programme.name}共 {len(found.classes)} 类 {whole.total} 项任务，"
        + "，".join(f"{state.label} {whole.counts[state]} 项" for state in COUNTED_STATES)
        + f"，完成率 {whole.share}。现将进展情况通报如下。"
    )
    sheet.heading("一、分类进展")
    sheet.table(_columns("类别"), [_cells(line) for line in [*found.classes, whole]])


def _columns(name: str) -> list[tuple[str, int]]:
    states = [(f"{state.label}{MARKS[state]}", 17) for state in COUNTED_STATES]
    return [(name, 36), ("任务数", 15), *states, ("完成率", 20)]


def _cells(line: Line) -> tuple:
    return (line.name, line.total, *(line.counts[state] for state in COUNTED_STATES), line.share)


def _late(sheet: Sheet, found: Circular) -> None:
    sheet.heading("二、滞后任务")
    if not found.late:
        sheet.body("没有滞后任务。")
        return
    rows = [
        (number, row.title, row.lead_office, row.due_then.isoformat(), f"{row.percent}%",
         (found.day - row.due_then).days)
        for number, row in enumerate(found.late, start=1)
    ]  # fmt: skip
    columns = [("序号", 11), ("任务", 51), ("牵头单位", 35), ("期限", 27), ("进展", 15), ("超期天数", 17)]
    sheet.table(columns, rows)


def _offices(sheet: Sheet, found: Circular) -> None:
    sheet.heading("三、牵头单位进展")
    sheet.table(_columns("牵头单位"), [_cells(line) for line in found.offices])


def _changes(sheet: Sheet, found: Circular) -> None:
    sheet.heading("四、与上月末相比")
    lines = [f"{row.title}：由{old.label}变为{new.label}。" for row, old, new in found.moved]
    lines += [f"新列入：{row.title}（{row.lead_office}）。" for row in found.added]
    lines += [f"撤销：{row.title}。理由：{row.drop_reason}" for row in found.dropped]
    lines += [_of_change(change) for change in found.changes]
    sheet.body(*(lines or [f"与{day_in_full(found.before)}相比没有变化。"]))


def _of_change(change: ItemChange) -> str:
    moved = f"，期限由 {change.due_before} 改为 {change.due_after}" if change.due_before else ""
    return f"调整：{change.item.title}（{change.what}{moved}）。理由：{change.reason}"
