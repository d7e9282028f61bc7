"""The circular of a month's supervision: projects and offices, never persons."""

from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import BriefKind, CycleKind
from governance.dispatch.models import Cycle
from governance.dispatch.papers.minutes import minutes_of
from governance.dispatch.papers.outline import Outline, Part
from governance.dispatch.papers.rows import ACTIONS, ACTIONS_MM, AGENDA, actions_of, agenda_of, day
from governance.kernel.templating.fields import Field, Rows

_SUBJECT = Field("项目或者单位", _("督导的项目或者单位"), "望湖苑二期")
RANKED = Rows(
    "整改情况",
    _("发现问题的项目和单位，整改率高的在前"),
    (
        Field("名次", _("整改率和超期数都一样的并列"), "1"),
        _SUBJECT,
        Field("发现问题", _("历次督导发现的，撤销的不计"), "6"),
        Field("已整改", _("已销号的"), "4"),
        Field("超期", _("过了期限没有整改的"), "1"),
        Field("整改率", _("已整改占发现问题的比例"), "66.7%"),
    ),
)
RANKED_MM = (16, 62, 20, 20, 18, 20)
SOUND = Rows(
    "未发现问题",
    _("督导了、没有发现问题的，不列名次"),
    (_SUBJECT, Field("督导日期", _("最近一次"), "2026年11月5日")),
)


def build(cycle: Cycle) -> dict:
    minutes = minutes_of(cycle)
    kept = {
        name: minutes[name]
        for name in ("office", "area_code", "kind", "period", "agenda", "actions", "circular")
    }
    return kept | {"as_of": minutes.get("issued_on") or cycle.due_on.isoformat()}


def values(value: dict) -> dict:
    rows = value["circular"]
    ranked = [row for row in rows if row["found"]]
    found, cleared = (sum(row[name] for row in ranked) for name in ("found", "cleared"))
    return {
        "督导数": str(len(rows)),
        "问题数": str(found),
        "整改数": str(cleared),
        "超期数": str(sum(row["overdue"] for row in ranked)),
        "总整改率": f"{cleared * 100 / found:.1f}%" if found else "—",
        "整改情况": [
            {
                "名次": str(row["rank"]),
                "项目或者单位": row["subject"],
                "发现问题": str(row["found"]),
                "已整改": str(row["cleared"]),
                "超期": str(row["overdue"]),
                "整改率": f"{row['rate']:.1f}%",
            }
            for row in ranked
        ],
        "未发现问题": [
            {"项目或者单位": row["subject"], "督导日期": day(row["last_on"])}
            for row in rows
            if not row["found"] and row.get("checked", 1)
        ],
        "议定事项": agenda_of(value),
        "新定任务": actions_of(value["actions"]),
    }


CIRCULAR = Outline(
    kind=BriefKind.CIRCULAR,
    cycle_kinds=(CycleKind.MONTHLY,),
    build=build,
    values=values,
    from_minutes=True,
    fields=(
        Field("督导数", _("本期督导的项目和单位"), "8"),
        Field("问题数", _("在这些项目和单位历次发现的问题"), "30"),
        Field("整改数", _("其中已销号的"), "21"),
        Field("超期数", _("过了期限没有整改的"), "3"),
        Field("总整改率", _("已整改占发现问题的比例"), "70.0%"),
    ),
    parts=(
        Part(
            "督导情况",
            says="本期现场督导 {督导数} 个项目和单位。在这些项目和单位历次发现问题 {问题数} 个，已整改 {整改数} 个，"
            "超期没有整改 {超期数} 个，整改率 {总整改率}。",
        ),
        Part("整改情况", rows=RANKED, widths=RANKED_MM, empty="没有发现问题的项目和单位。"),
        Part("未发现问题的项目和单位", rows=SOUND, line="{项目或者单位}（{督导日期}）。"),
        Part("会议要求", rows=AGENDA, line="（{序号}）{议题}。{纪要}", empty="没有记纪要。"),
        Part("整改和督办任务", rows=ACTIONS, widths=ACTIONS_MM),
    ),
)
