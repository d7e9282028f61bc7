"""Lists that several briefs share: their columns for a template, and their lines from the plain value."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from governance.dispatch.papers.wording import ordinal
from governance.kernel.templating.fields import Field, Rows
from governance.kernel.wording import day_in_full

_NUMBER = Field("序号", _("从 1 起"), "1")
_TASK = Field("任务", _("任务内容"), "查清辖区欠缴维修资金的户数，列出清单")
_OWNER = Field("责任单位", _("责任单位"), "上海西路街道")
AGE = (Field("次数", _("第几次列入"), "3"), Field("天数", _("从首次列入起多少天"), "21"))
AGENDA = Rows(
    "议定事项",
    _("议程里记了纪要的"),
    (
        Field("序号", _("一、二……"), "一"),
        Field("议题", _("议题"), "堵点通报"),
        Field("纪要", _("纪要"), "逐条定了责任单位和期限。"),
    ),
)
CARRIED = Rows(
    "未销任务",
    _("以前定下没有销号的任务，列入次数多的在前"),
    (_NUMBER, _TASK, _OWNER, Field("期限情况", _("还剩或者超期几天"), "超期 3 天"), *AGE),
)
ACTIONS = Rows(
    "新定任务",
    _("本次会议定下的任务"),
    (
        _NUMBER,
        _TASK,
        _OWNER,
        Field("完成期限", _("完成期限"), "2026年11月30日"),
        Field("完成标准", _("没有写的空着"), "清单到户，注明欠费原因"),
    ),
)
LATE = Rows(
    "逾期事项",
    _("列入本期的逾期事项，列入次数多的在前"),
    (
        _NUMBER,
        Field("类别", _("类别"), "办证堵点"),
        Field("事项", _("事项"), "建欣苑 规划核实"),
        _OWNER,
        Field("期限情况", _("还剩或者超期几天"), "超期 3 天"),
        *AGE,
    ),
)
CARRIED_MM, ACTIONS_MM, LATE_MM = (12, 60, 34, 24, 13, 13), (12, 50, 28, 38, 28), (12, 24, 42, 30, 22, 13, 13)


def numbered(lines: Iterable[dict]) -> list[dict]:
    return [{"序号": str(number)} | line for number, line in enumerate(lines, start=1)]


def agenda_of(value: dict) -> list[dict]:
    """The points of which the minutes say something."""
    points = [point for point in value["agenda"] if point["minutes"]]
    return [
        {"序号": ordinal(number), "议题": point["title"], "纪要": point["minutes"]}
        for number, point in enumerate(points, start=1)
    ]


def carried_of(tasks: list[dict]) -> list[dict]:
    return numbered(
        {"任务": row["title"], "责任单位": row["owner"], "期限情况": row["lag"]} | age_of(row)
        for row in tasks
    )


def actions_of(actions: list[dict]) -> list[dict]:
    return numbered(
        {
            "任务": row["text"],
            "责任单位": row["owner"],
            "完成期限": day(row["due_on"]),
            "完成标准": row["standard"],
        }
        for row in actions
    )


def late_of(items: list[dict]) -> list[dict]:
    return numbered(
        {
            "类别": row["topic"],
            "事项": row["title"],
            "责任单位": row["owner"],
            "期限情况": row["lag"],
        }
        | age_of(row)
        for row in items
    )


def age_of(row: dict) -> dict:
    """How often a line was listed, and for how many days by now."""
    return {"次数": str(row["times"]), "天数": str(row["age_days"] or 0)}


def day(iso: str | None) -> str:
    """A day of the plain value in words; nothing for none."""
    return day_in_full(date.fromisoformat(iso)) if iso else ""
