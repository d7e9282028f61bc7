"""The list of tasks of a meeting: what is carried on first, with its age; then what is new."""

from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import BriefKind, CycleKind
from governance.dispatch.models import ActionItem, Cycle
from governance.dispatch.papers.minutes import minutes_of
from governance.dispatch.papers.outline import Outline, Part
from governance.dispatch.papers.rows import (
    ACTIONS,
    ACTIONS_MM,
    AGE,
    LATE,
    LATE_MM,
    actions_of,
    age_of,
    day,
    late_of,
    numbered,
)
from governance.kernel.templating.fields import Field, Rows

CARRIED = Rows(
    "未销任务",
    _("以前定下没有销号的任务，列入次数多的在前"),
    (
        *ACTIONS.columns[:3],
        Field("完成期限", _("完成期限，还剩或者超期几天"), "2026年11月20日（超期 3 天）"),
        ACTIONS.columns[-1],
        *AGE,
    ),
)
CARRIED_MM = (12, 40, 24, 30, 24, 13, 13)


def build(cycle: Cycle) -> dict:
    """From the issued minutes; of a task carried on also the day and the standard it was set with."""
    minutes = minutes_of(cycle)
    set_with = ActionItem.objects.in_bulk([row["action"] for row in minutes["tasks"]])
    carried = [
        row
        | {
            "due_on": set_with[row["action"]].due_on.isoformat(),
            "standard": set_with[row["action"]].standard,
        }
        for row in minutes["tasks"]
    ]
    kept = {name: minutes[name] for name in ("office", "area_code", "kind", "period", "items", "actions")}
    return kept | {"as_of": cycle.due_on.isoformat(), "tasks": carried}


def values(value: dict) -> dict:
    carried = [row for row in value["items"] if row["times"] > 1]
    return {
        "未销任务数": str(len(value["tasks"])),
        "新定任务数": str(len(value["actions"])),
        "上期未销数": str(len(carried)),
        "新增逾期数": str(len(value["items"]) - len(carried)),
        "未销任务": numbered(
            {
                "任务": row["title"],
                "责任单位": row["owner"],
                "完成期限": f"{day(row['due_on'])}（{row['lag']}）",
                "完成标准": row["standard"],
            }
            | age_of(row)
            for row in value["tasks"]
        ),
        "新定任务": actions_of(value["actions"]),
        "逾期事项": late_of(value["items"]),
    }


ITEMS = Outline(
    kind=BriefKind.ITEMS,
    cycle_kinds=(CycleKind.WEEKLY, CycleKind.MONTHLY),
    build=build,
    values=values,
    from_minutes=True,
    fields=(
        Field("未销任务数", _("以前定下没有销号的任务"), "4"),
        Field("新定任务数", _("本次会议定下的任务"), "6"),
        Field("上期未销数", _("上期也列过的逾期事项"), "5"),
        Field("新增逾期数", _("本期新列入的逾期事项"), "7"),
    ),
    parts=(
        Part("以前定下没有销号的任务", says="共 {未销任务数} 项。", rows=CARRIED, widths=CARRIED_MM),
        Part("本次会议定下的任务", says="共 {新定任务数} 项。", rows=ACTIONS, widths=ACTIONS_MM),
        Part(
            "逾期事项",
            says="上期未销的 {上期未销数} 件在前，本期新增 {新增逾期数} 件在后。",
            rows=LATE,
            widths=LATE_MM,
        ),
    ),
)
