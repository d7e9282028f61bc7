"""What is found out, said and agreed."""

from docx.shared import Pt

from disputes.papers.sheets.people import DATE_LINE, office, parties, signatures
from governance.kernel.papers import FORM, SMALL, Sheet


def investigation() -> Sheet:
    sheet = Sheet("调查记录", size=FORM)
    sheet.facts(
        [
            ("案号", "{{ 案号 }}", "案由", "{{ 案由 }}"),
            ("时间", "", "地点", ""),
            ("调查人", "", "记录人", ""),
            ("被调查人", "", "与当事人关系", ""),
        ],
        widths=(26, 54, 30, 46),
        size=SMALL,
    )
    sheet.text("记录：", before=Pt(6))
    sheet.box("", height=95)
    sheet.text("以上记录已经看过（或者读给我听过），没有错误。", indent=2, before=Pt(6))
    sheet.sign("以上记录已经看过（或者读给我听过），没有错误。被调查人（签名或者按指印）：", DATE_LINE)
    return sheet


def evidence() -> Sheet:
    sheet = Sheet("证据材料清单", size=FORM)
    sheet.text("案号：{{ 案号 }}　　案由：{{ 案由 }}", size=SMALL, after=Pt(6))
    sheet.lines(
        "",
        [
            ("序号", "", 14),
            ("材料名称", "", 62),
            ("份数和页数", "", 26),
            ("原件或复印件", "", 28),
            ("提交人", "", 26),
        ],
        spare=10,
    )
    sheet.text("复印件与原件核对无异。原件核对后退还提交人。", size=SMALL, before=Pt(6))
    sheet.sign("提交人（签名）：", "接收人（签名）：", DATE_LINE)
    return sheet


def record() -> Sheet:
    sheet = Sheet("调解记录", size=FORM)
    sheet.text("案号：{{ 案号 }}　　案由：{{ 案由 }}", size=SMALL, after=Pt(6))
    parties(sheet, contact=False)
    sheet.mark("for 行 in 调解")
    sheet.heading("第 {{ 行.序号 }} 次调解")
    sheet.text("时间：{{ 行.日期 }}　　地点：{{ 行.地点 }}", indent=2)
    sheet.text("调解员：{{ 行.调解员 }}", indent=2)
    sheet.text("参加人：{{ 行.参加人 }}", indent=2)
    sheet.text("记录：{{ 行.内容 }}", indent=2)
    sheet.mark("endfor")
    sheet.mark("if not 调解")
    sheet.text("时间：　　　　　　　　地点：　　　　　　　　调解员：", indent=2)
    sheet.box("记录：", height=85)
    sheet.mark("endif")
    signatures(sheet, lead="以上记录已经看过（或者读给我听过），没有错误。当事人签名：")
    sheet.sign("调解员（签名）：", "记录人（签名）：", DATE_LINE)
    return sheet


def agreement() -> Sheet:
    sheet = Sheet("调解协议书", size=FORM)
    sheet.text("案号：{{ 案号 }}{% if 卷号 %}　　卷号：{{ 卷号 }}{% endif %}", size=SMALL, after=Pt(6))
    parties(sheet)
    sheet.body("上列当事人因“{{ 标题 }}”发生纠纷，自愿接受{{ 调委会 }}调解。")
    sheet.heading("一、主要事实、争议事项和各方责任")
    sheet.body("{% if 主要事实 %}{{ 主要事实 }}{% else %}{{ 简要事实 }}{% endif %}")
    for name in ("争议事项", "各方责任"):
        sheet.mark(f"if {name}")
        sheet.body("{{ " + name + " }}")
        sheet.mark("endif")
    sheet.heading("二、协议内容")
    sheet.body("经调解，双方自愿达成如下协议：", "{{ 协议内容 }}")
    sheet.mark("if 协议金额")
    sheet.body("协议金额共计人民币 {{ 协议金额 }} 元（大写：{{ 协议金额大写 }}）。")
    _amounts(sheet)
    sheet.mark("endif")
    sheet.heading("三、履行方式和期限")
    sheet.mark("if 履行方式和期限")
    sheet.body("{{ 履行方式和期限 }}")
    sheet.mark("endif")
    duties(sheet)
    sheet.heading("四、协议的效力")
    sheet.body(
        "本协议自各方当事人签名、盖章或者按指印，调解员签名并加盖本委员会印章之日起生效，对各方有约束力，"
        "应当按约定履行。自生效之日起三十日内，双方可以共同向人民法院申请司法确认。",
        "本协议一式 {{ 协议份数 }} 份，当事人各执一份，本委员会留存一份。",
    )
    signatures(sheet)
    office(sheet)
    return sheet


def _amounts(sheet: Sheet) -> None:
    sheet.lines(
        "当事人",
        [
            ("序号", "{{ 行.序号 }}", 12),
            ("姓名或名称", "{{ 行.姓名 }}", 38),
            ("金额（元）", "{{ 行.协议金额 }}", 28),
            ("人民币大写", "{{ 行.协议金额大写 }}", 44),
            ("应尽义务", "{{ 行.应尽义务 }}", 34),
        ],
    )


def duties(sheet: Sheet) -> None:
    """The performance schedule, when there is one."""
    sheet.mark("if 履行")
    sheet.lines(
        "履行",
        [
            ("序号", "{{ 行.序号 }}", 12),
            ("义务人", "{{ 行.义务人 }}", 26),
            ("权利人", "{{ 行.权利人 }}", 26),
            ("内容", "{{ 行.内容 }}", 42),
            ("金额（元）", "{{ 行.金额 }}", 24),
            ("期限", "{{ 行.期限 }}", 26),
        ],
    )
    sheet.mark("else")
    sheet.body("按协议内容履行。")
    sheet.mark("endif")


def oral_agreement() -> Sheet:
    sheet = Sheet("口头协议登记表", size=FORM)
    sheet.facts(
        [
            ("案号", "{{ 案号 }}", "协议日期", "{{ 协议日期 }}"),
            ("案由", "{{ 案由 }}", "调解员", "{{ 调解员 }}"),
        ],
        widths=(24, 58, 24, 50),
        size=SMALL,
    )
    sheet.text("", size=SMALL)
    parties(sheet)
    sheet.heading("纠纷的简要事实")
    sheet.body("{{ 简要事实 }}")
    sheet.heading("协议内容")
    sheet.body(
        "双方认为不需要制作书面协议，于{{ 协议日期 }}口头达成如下协议，协议自当日起生效：", "{{ 协议内容 }}"
    )
    sheet.mark("if 协议金额")
    sheet.body("协议金额共计人民币 {{ 协议金额 }} 元（大写：{{ 协议金额大写 }}）。")
    sheet.mark("endif")
    sheet.heading("履行安排")
    duties(sheet)
    signatures(sheet)
    office(sheet)
    return sheet
