"""The weekly and the monthly work report as briefs: the parts, their tables and charts."""

from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import BriefKind, CycleKind
from governance.dispatch.papers.outline import Outline, Part
from governance.dispatch.papers.report import draw_report
from governance.dispatch.papers.rows import day, numbered
from governance.kernel.charts import BAR, LINE, Chart
from governance.kernel.templating.fields import Field, Rows
from governance.kernel.wording import listed

_NUMBER = Field("序号", _("从 1 起"), "1")
_TASK = Field("任务", _("任务内容"), "查清辖区欠缴维修资金的户数，列出清单")
_OWNER = Field("责任单位", _("责任单位"), "上海西路街道")
_TASK_COLUMNS = (
    _NUMBER,
    _TASK,
    _OWNER,
    Field("完成期限", _("完成期限"), "2026年11月30日"),
    Field("用时", _("从定下起多少天，超期的写明"), "12 天，超期 3 天"),
)
_LATE_COLUMNS = (
    Field("类别", _("类别"), "办证堵点"),
    Field("事项", _("事项"), "建欣苑 规划核实"),
    _OWNER,
    Field("期限情况", _("超期几天"), "超期 3 天"),
)
_TASKS_MM, _LATE_MM = (12, 58, 28, 34, 24), (26, 66, 38, 26)
FIGURES = Rows(
    "指标",
    _("报告里的数字，按板块排"),
    (
        Field("板块", _("板块"), "矛盾纠纷"),
        Field("名称", _("指标名称"), "排查化解纠纷"),
        Field("本期", _("本期的数"), "15件"),
        Field("上期", _("上期印发的数，没有印发的是上期的数"), "10件"),
        Field("增减", _("率按百分点"), "增加5件"),
        Field("注", _("在指标说明里的序号"), "1"),
    ),
)
MOVES = Rows(
    "变化",
    _("变动大的指标，写成一句话"),
    (Field("内容", _("一句话"), "排查化解纠纷15件，比上期增加5件（50.0%）。"),),
)
CLOSED = Rows("销号任务", _("本期销号的"), _TASK_COLUMNS)
NEW = Rows("新定任务", _("本期定下的"), _TASK_COLUMNS)
OPEN = Rows("未销任务", _("期末没有销号的，定下早的在前"), _TASK_COLUMNS)
NEW_LATE = Rows("新增逾期", _("第一次列入的逾期事项"), _LATE_COLUMNS)
GONE_LATE = Rows("不再逾期", _("上期列入、本期没有了的"), _LATE_COLUMNS)
RANKING = Rows(
    "单位比较",
    _("下级单位，不比较个人；不足 5 件的不列"),
    (
        Field("名次", _("数字一样的并列"), "1"),
        Field("单位", _("下级单位"), "上海西路街道"),
        Field("数值", _("比较的指标"), "97.50%"),
        Field("件数", _("分母"), "40"),
    ),
)
NOTES = Rows(
    "指标说明",
    _("每个指标的定义、分子分母和来源"),
    (Field("注", _("序号"), "1"), Field("内容", _("定义"), "按期办结率：按期办结数 ÷ 应办结数 × 100%。")),
)
_BARS = Chart(BAR, "各单位按期办结率（%）", ("上海西路街道", "北京中路街道"), (97.5, 88))
_LINE = Chart(LINE, "排查化解纠纷（件）", ("11.8", "11.15", "11.22"), (12, 10, 15))


def values(value: dict) -> dict:
    tasks, late = value["tasks"], value["late"]
    return {
        "起始日": day(value["from_on"]),
        "截止日": day(value["to_on"]),
        "取数时间": value["read_at"][:16].replace("T", " "),
        "销号数": str(len(tasks["closed"])),
        "新定数": str(len(tasks["new"])),
        "未销数": str(len(tasks["open"])),
        "新增逾期数": str(len(late["new"])),
        "不再逾期数": str(len(late["gone"])),
        "指标": [_figure(line) for line in value["lines"]],
        "变化": [{"内容": words} for words in value["moves"]],
        "销号任务": _tasks(tasks["closed"]),
        "新定任务": _tasks(tasks["new"]),
        "未销任务": _tasks(tasks["open"]),
        "新增逾期": _late(late["new"]),
        "不再逾期": _late(late["gone"]),
        "指标说明": [{"注": str(note["number"]), "内容": note["words"]} for note in value["notes"]],
        **_ranking(value["ranking"]),
        **_trend(value["trend"]),
    }


def _figure(line: dict) -> dict:
    return {
        "板块": line["section"],
        "名称": line["name"],
        "本期": line["shown"],
        "上期": line["shown_before"],
        "增减": line["change"],
        "注": str(line["note"]),
    }


def _tasks(rows: list[dict]) -> list[dict]:
    return numbered(
        {"任务": row["text"], "责任单位": row["owner"], "完成期限": day(row["due_on"]), "用时": _age(row)}
        for row in rows
    )


def _age(row: dict) -> str:
    words = "{} 天".format(row["age_days"])
    return words + ("，超期 {} 天".format(row["late_days"]) if row["late_days"] else "")


def _late(rows: list[dict]) -> list[dict]:
    return [
        {"类别": row["topic"], "事项": row["title"], "责任单位": row["owner"], "期限情况": row["lag"]}
        for row in rows
    ]


def _ranking(ranking: dict | None) -> dict:
    rows = ranking["rows"] if ranking else []
    title = _title(ranking)
    words = "下级单位按“{title}”排列，件数是分母；不足 {least} 件的 {left_out} 个单位不列。"
    return {
        "比较说明": words.format(title=title, **ranking) if ranking else "没有设置比较的指标。",
        "单位比较": [
            {"名次": str(row["place"]), "单位": row["name"], "数值": row["shown"], "件数": str(row["n"])}
            for row in rows
        ],
        "单位比较图": Chart(BAR, title, [row["name"] for row in rows], [row["value"] for row in rows])
        if rows
        else "",
    }


def _trend(trend: dict | None) -> dict:
    rows = trend["rows"] if trend else []
    title = _title(trend)
    told = listed(f"{row['label']} 为 {'—' if row['value'] is None else row['value']}" for row in rows)
    words = f"{title}在各期的数：{told}。"
    return {
        "走势说明": words if trend else "没有设置走势的指标。",
        "走势图": Chart(LINE, title, [row["label"] for row in rows], [row["value"] for row in rows])
        if rows
        else "",
    }


def _title(chart: dict | None) -> str:
    return f"{chart['name']}（{chart['unit']}）" if chart else ""


_FIELDS = (
    Field("起始日", _("报告的第一天"), "2026年11月16日"),
    Field("截止日", _("报告的最后一天"), "2026年11月22日"),
    Field("取数时间", _("数字是什么时候取的"), "2026-11-23 09:00"),
    Field("销号数", _("本期销号的任务"), "3"),
    Field("新定数", _("本期定下的任务"), "2"),
    Field("未销数", _("期末没有销号的任务"), "5"),
    Field("新增逾期数", _("第一次列入的逾期事项"), "4"),
    Field("不再逾期数", _("上期列入、本期没有了的"), "6"),
    Field("比较说明", _("按哪个指标比较，几个单位不列"), "下级单位按“按期办结率（%）”排列，件数是分母。"),
    Field(
        "走势说明", _("哪个指标，最近几期的数"), "排查化解纠纷（件）在各期的数：11.15 为 10、11.22 为 15。"
    ),
    Field("单位比较图", _("图"), _BARS),
    Field("走势图", _("图"), _LINE),
)
_PARTS = (
    Part(
        "主要指标",
        says="{起始日}至{截止日}的数字如下，与上期比较。",
        rows=FIGURES,
        widths=(20, 44, 24, 24, 36, 8),
        empty="没有设置指标。",
    ),
    Part("变化较大的指标", rows=MOVES, line="{内容}", empty="没有变动较大的指标。"),
    Part("任务办理", says="本期销号 {销号数} 项，新定 {新定数} 项，期末没有销号 {未销数} 项。"),
    Part("已销号的任务", rows=CLOSED, widths=_TASKS_MM, level=2),
    Part("新定的任务", rows=NEW, widths=_TASKS_MM, level=2),
    Part("没有销号的任务", rows=OPEN, widths=_TASKS_MM, level=2),
    Part("逾期事项", says="新增 {新增逾期数} 件，不再逾期 {不再逾期数} 件。"),
    Part("新增的逾期事项", rows=NEW_LATE, widths=_LATE_MM, level=2),
    Part("不再逾期的事项", rows=GONE_LATE, widths=_LATE_MM, level=2),
    Part(
        "各单位比较",
        says="{比较说明}",
        rows=RANKING,
        widths=(16, 76, 36, 28),
        picture="单位比较图",
        empty="没有可以比较的单位。",
    ),
    Part("近期走势", says="{走势说明}", picture="走势图"),
    Part("指标说明", rows=NOTES, line="注{注}　{内容}", small=True),
)


def _outline(kind: BriefKind, cycle_kind: CycleKind) -> Outline:
    return Outline(
        kind=kind,
        cycle_kinds=(cycle_kind,),
        build=draw_report,
        values=values,
        fields=_FIELDS,
        parts=_PARTS,
        filled_in=True,
    )


WEEKLY_REPORT = _outline(BriefKind.WEEKLY_REPORT, CycleKind.WEEKLY)
MONTHLY_REPORT = _outline(BriefKind.MONTHLY_REPORT, CycleKind.MONTHLY)
