"""The minutes of a weekly meeting as a brief: what was issued, word for word."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import BriefKind, CycleKind, Presence
from governance.dispatch.models import Cycle
from governance.dispatch.papers.minutes import minutes_of
from governance.dispatch.papers.outline import Outline, Part
from governance.dispatch.papers.rows import (
    ACTIONS,
    ACTIONS_MM,
    AGENDA,
    CARRIED,
    CARRIED_MM,
    LATE,
    LATE_MM,
    actions_of,
    agenda_of,
    carried_of,
    day,
    late_of,
)
from governance.kernel.templating.fields import Field, Rows
from governance.kernel.wording import listed

CAME = Rows(
    "参会单位",
    _("到会、请假、缺席的单位"),
    (Field("情况", _("到会、请假、缺席"), "到会"), Field("单位", _("顿号隔开"), "金凤区、上海西路街道")),
)


def build(cycle: Cycle) -> dict:
    return minutes_of(cycle) | {"as_of": cycle.due_on.isoformat()}


def values(value: dict) -> dict:
    figures = value["figures"]
    return {
        "开会日期": day(value["meets_on"]),
        "地点": value["place"],
        "主持": value["chair"],
        "逾期事项数": str(figures["late"]),
        "上期未销数": str(figures["carried"]),
        "上期已销数": str(figures["closed"]),
        "未销任务数": str(figures["tasks"]),
        "新定任务数": str(figures["decided"]),
        "议定事项": agenda_of(value),
        "未销任务": carried_of(value["tasks"]),
        "新定任务": actions_of(value["actions"]),
        "逾期事项": late_of(value["items"]),
        "参会单位": _came(value["attendance"]),
    }


def _came(attendance: list[dict]) -> list[dict]:
    groups = {
        presence: [row["office"] for row in attendance if row["presence"] == presence]
        for presence in Presence
    }
    return [
        {"情况": _now(presence.label), "单位": listed(offices)}
        for presence, offices in groups.items()
        if offices
    ]


MINUTES = Outline(
    kind=BriefKind.MINUTES,
    cycle_kinds=(CycleKind.WEEKLY,),
    build=build,
    values=values,
    from_minutes=True,
    facts=(("时间", "{开会日期}"), ("地点", "{地点}"), ("主持", "{主持}")),
    fields=(
        Field("开会日期", _("开会日期"), "2026年11月23日"),
        Field("地点", _("会议地点"), "第一会议室"),
        Field("主持", _("主持岗位"), "金凤区 县区领导"),
        Field("逾期事项数", _("列入本期的逾期事项"), "12"),
        Field("上期未销数", _("上期也列过的逾期事项"), "5"),
        Field("上期已销数", _("上期列过、本期没有了的"), "3"),
        Field("未销任务数", _("以前定下没有销号的任务"), "4"),
        Field("新定任务数", _("本次会议定下的任务"), "6"),
    ),
    parts=(
        Part("会议议定事项", rows=AGENDA, line="（{序号}）{议题}。{纪要}", empty="没有记纪要。"),
        Part("以前定下没有销号的任务", says="共 {未销任务数} 项。", rows=CARRIED, widths=CARRIED_MM),
        Part("本次会议定下的任务", says="共 {新定任务数} 项。", rows=ACTIONS, widths=ACTIONS_MM),
        Part(
            "逾期事项",
            says="本期逾期事项 {逾期事项数} 件，其中上期未销 {上期未销数} 件；上期列过的已销 {上期已销数} 件。",
            rows=LATE,
            widths=LATE_MM,
        ),
        Part("参会单位", rows=CAME, line="{情况}：{单位}。", empty="没有登记到会单位。"),
    ),
)
