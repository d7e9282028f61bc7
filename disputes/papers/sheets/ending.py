"""After the agreement, or without one."""

from docx.shared import Pt

from disputes.papers.sheets.people import DATE_LINE, OFFICE, parties, signatures
from governance.kernel.papers import FORM, SMALL, Sheet


def end_notice() -> Sheet:
    sheet = Sheet("调解终结告知书")
    sheet.text("{{ 双方姓名 }}：")
    sheet.body(
        "“{{ 标题 }}”一案（案号 {{ 案号 }}），因{{ 终结情形 }}，本委员会于{{ 终结日期 }}终结调解。",
        "{% if 终结理由 %}情况说明：{{ 终结理由 }}{% endif %}",
        "调解终结后，您仍可以依照法律规定，通过下列途径维护自己的权利：",
        "（一）属于劳动人事、农村土地承包等争议的，向仲裁委员会申请仲裁；当事人有仲裁协议的，按协议申请仲裁。",
        "（二）依法可以由行政机关处理的，向有关行政机关申请处理。",
        "（三）向有管辖权的人民法院起诉。",
    )
    sheet.mark("if 导入渠道")
    sheet.body("本纠纷已协助导入：{{ 导入渠道 }}{% if 对方编号 %}（{{ 对方编号 }}）{% endif %}。")
    sheet.mark("endif")
    sheet.body(
        "请注意仲裁和诉讼的时效，以免耽误。本委员会{% if 告知日期 %}已于{{ 告知日期 }}{% endif %}告知上述途径。"
    )
    sheet.sign(OFFICE, "{{ 制作日期 }}")
    signatures(sheet, words="收到人签名", lead="送达：")
    return sheet


def confirmation() -> Sheet:
    sheet = Sheet("司法确认申请书", size=FORM)
    parties(sheet)
    sheet.heading("申请事项")
    sheet.body("请求人民法院确认各方于{{ 协议日期 }}达成的调解协议（案号 {{ 案号 }}）有效。")
    sheet.heading("事实和理由")
    sheet.body(
        "各方因“{{ 标题 }}”发生纠纷，经{{ 调委会 }}主持调解，于{{ 协议日期 }}自愿达成协议，内容为：",
        "{{ 协议内容 }}",
        "各方共同申请司法确认，并且声明：协议出于自愿，没有恶意串通、规避法律的行为；如有损害他人利益的，"
        "愿意承担相应的法律责任。",
    )
    sheet.text("此致", indent=2)
    sheet.text("{% if 确认法院 %}{{ 确认法院 }}{% else %}　　　　　　　人民法院{% endif %}")
    signatures(sheet)
    sheet.text(
        "附：调解协议书、身份证明、与协议有关的财产权利证明、送达地址和电话。", size=SMALL, before=Pt(6)
    )
    return sheet


def receipt() -> Sheet:
    sheet = Sheet("履行凭证", size=FORM)
    sheet.text("案号：{{ 案号 }}　　协议日期：{{ 协议日期 }}", size=SMALL, after=Pt(6))
    sheet.lines(
        "履行",
        [
            ("序号", "{{ 行.序号 }}", 12),
            ("义务人", "{{ 行.义务人 }}", 24),
            ("权利人", "{{ 行.权利人 }}", 24),
            ("内容和金额", "{{ 行.内容 }}\n{{ 行.金额 }}", 42),
            ("履行日期", "{{ 行.履行日期 }}", 28),
            ("收到人签名", "", 26),
        ],
        spare=2,
    )
    sheet.text("收据、转账凭证粘贴处", before=Pt(6))
    sheet.box("", height=90)
    sheet.sign("经手人（签名）：", DATE_LINE)
    return sheet


def follow_up() -> Sheet:
    sheet = Sheet("回访记录", size=FORM)
    sheet.facts([("案号", "{{ 案号 }}"), ("当事人", "{{ 双方姓名 }}"), ("协议日期", "{{ 协议日期 }}")])
    sheet.mark("for 行 in 回访")
    sheet.heading("第 {{ 行.序号 }} 次回访")
    sheet.text("日期：{{ 行.日期 }}　　方式：{{ 行.方式 }}　　回访人：{{ 行.回访人 }}", indent=2)
    sheet.text("是否满意：{{ 行.满意度 }}　　有无反复：{{ 行.反复 }}", indent=2)
    sheet.text("情况：{{ 行.说明 }}", indent=2)
    sheet.mark("endfor")
    sheet.mark("if not 回访")
    sheet.box(
        "日期：\n方式：□ 电话　□ 上门　□ 窗口\n协议履行情况：\n"
        "是否满意：□ 满意　□ 基本满意　□ 不满意\n有无反复：",
        height=100,
    )
    sheet.mark("endif")
    sheet.sign("被回访人（签名，电话回访的注明）：", "回访人（签名）：", DATE_LINE)
    return sheet
