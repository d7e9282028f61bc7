"""From the first word to the first sitting."""

from docx.shared import Pt

from disputes.papers.sheets.people import DATE_LINE, OFFICE, claims, office, parties, signatures
from governance.kernel.papers import CENTRE, FORM, SMALL, Sheet


def application() -> Sheet:
    sheet = Sheet("人民调解申请书", size=FORM)
    parties(sheet)
    sheet.heading("纠纷的简要情况")
    sheet.body("{{ 简要事实 }}")
    sheet.heading("申请事项")
    claims(sheet)
    sheet.body(
        "申请人自愿申请由{{ 调委会 }}调解本纠纷，已经知道：调解不收取费用；调解要双方自愿，"
        "任何一方都可以随时要求终止；申请调解不妨碍依法仲裁、申请行政处理或者起诉。"
    )
    sheet.text("此致", indent=2)
    sheet.text("{{ 调委会 }}")
    sheet.sign("申请人（签名、盖章或者按指印）：", DATE_LINE)
    return sheet


def registration() -> Sheet:
    sheet = Sheet("受理登记表", size=FORM)
    sheet.facts(
        [
            ("案号", "{{ 案号 }}", "登记日期", "{{ 登记日期 }}"),
            ("案由", "{{ 案由 }}", "来源", "{{ 来源 }}"),
            ("发生日期", "{{ 发生日期 }}", "发生地点", "{{ 发生地点 }}"),
            ("涉及人数", "{{ 涉及人数 }}", "涉及单位", "{{ 涉及单位 }}"),
            ("纠纷名称", "{{ 标题 }}"),
        ],
        widths=(24, 58, 24, 50),
        size=SMALL,
    )
    sheet.text("", size=SMALL)
    parties(sheet)
    sheet.heading("当事人陈述的简要事实")
    sheet.body("{{ 简要事实 }}")
    sheet.mark("if 诉求金额")
    sheet.body("诉求金额合计 {{ 诉求金额 }} 元（{{ 诉求金额大写 }}）。")
    sheet.mark("endif")
    sheet.heading("受理意见")
    sheet.mark("if 受理日期")
    sheet.body("{{ 受理日期 }}受理，由{{ 调委会 }}调解。")
    sheet.mark("else")
    sheet.body("□ 受理　　□ 不予受理，理由：")
    sheet.mark("endif")
    sheet.sign("当事人（签名或者按指印）：", "登记人（签名）：", DATE_LINE)
    return sheet


def rights_notice() -> Sheet:
    sheet = Sheet("权利义务告知书")
    sheet.text("案号：{{ 案号 }}", size=SMALL, align=CENTRE, after=Pt(6))
    sheet.body("{{ 调委会 }}调解本纠纷前，依照《中华人民共和国人民调解法》，告知双方当事人下列事项。")
    sheet.heading("一、您的权利")
    sheet.body(
        "（一）可以选择调解员，也可以接受委员会指定的调解员。",
        "（二）可以接受调解、拒绝调解，或者在任何时候要求终止调解。",
        "（三）可以要求调解公开进行，也可以要求不公开。",
        "（四）自主表达意愿，自愿达成协议，任何人不得强迫。",
    )
    sheet.heading("二、您的义务")
    sheet.body(
        "（一）如实陈述纠纷的事实。",
        "（二）遵守调解现场的秩序，尊重调解员。",
        "（三）尊重对方当事人行使权利。",
    )
    sheet.heading("三、其他事项")
    sheet.body(
        "（一）调解不收取任何费用。调解员对调解中知道的个人隐私和商业秘密保密。",
        "（二）调解协议对双方有约束力，应当按约定履行。双方认为有必要的，可以自协议生效之日起三十日内"
        "共同向有管辖权的人民法院申请司法确认。",
        "（三）调解不成的，可以依法仲裁、申请行政处理，或者向人民法院起诉。",
    )
    signatures(sheet, lead="以上内容已经知悉。当事人签名：")
    office(sheet)
    return sheet


def identity() -> Sheet:
    sheet = Sheet("当事人身份证明")
    sheet.mark("for 行 in 当事人")
    sheet.text("{{ 行.序号 }}. {{ 行.身份 }}　{{ 行.姓名 }}　证件号码：{{ 行.证件号码 }}", size=SMALL)
    sheet.box(
        "证件复印件粘贴处\n（居民身份证正反面；单位为营业执照和法定代表人身份证明）", height=80, size=SMALL
    )
    sheet.text("已核对原件。核对人（签名）：", size=SMALL, after=Pt(12))
    sheet.mark("endfor")
    return sheet


def proxy() -> Sheet:
    sheet = Sheet("授权委托书", size=FORM)
    sheet.heading("委托人")
    parties(sheet)
    sheet.heading("受委托人")
    sheet.lines(
        "代理人",
        [
            ("序号", "{{ 行.序号 }}", 12),
            ("姓名", "{{ 行.姓名 }}", 30),
            ("证件号码", "{{ 行.证件号码 }}", 46),
            ("电话", "{{ 行.电话 }}", 32),
            ("代理权限", "{% if 行.代理权限 %}{{ 行.代理权限 }}{% else %}□ 一般　□ 特别{% endif %}", 36),
        ],
    )
    sheet.body(
        "委托人就“{{ 标题 }}”一案（案号 {{ 案号 }}），委托上列受委托人参加{{ 调委会 }}主持的调解。",
        "一般授权为陈述事实、提交材料、代收文书；特别授权还可以代为承认、放弃、变更请求，达成并签署调解协议。",
        "委托期限：自签署之日起至本案调解结束止。",
    )
    sheet.sign("委托人（签名、盖章或者按指印）：", "受委托人（签名）：", DATE_LINE)
    return sheet


def decline_notice() -> Sheet:
    sheet = Sheet("不予受理告知书")
    sheet.text("{{ 申请人姓名 }}：")
    sheet.body(
        "您于{{ 登记日期 }}申请调解“{{ 标题 }}”（案号 {{ 案号 }}）。经审查，本委员会不予受理，理由是："
        "{{ 不予受理理由 }}",
        "您可以通过下列途径解决：{% if 建议途径 %}{{ 建议途径 }}。{% else %}依法申请仲裁、行政处理，"
        "或者向人民法院起诉。{% endif %}请注意有关时效，以免耽误。",
        "如有新的情况，可以再来本委员会登记。",
    )
    sheet.sign(OFFICE, "{{ 制作日期 }}")
    sheet.text("收到人（签名）：　　　　　　　　收到日期：" + DATE_LINE, size=SMALL, before=Pt(24))
    return sheet
