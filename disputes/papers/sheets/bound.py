"""What makes a folder of papers a dossier: cover, contents, a word on it, and the last leaf."""

from docx.shared import Pt

from governance.kernel.papers import CENTRE, SONG, Sheet


def cover() -> Sheet:
    sheet = Sheet("卷宗封面", shown="{{ 调委会 }}")
    sheet.text("人民调解卷宗", font=SONG, size=Pt(32), bold=True, align=CENTRE, before=Pt(24), after=Pt(36))
    sheet.facts(
        [
            ("卷　　名", "{{ 卷名 }}"),
            ("卷　　号", "{{ 卷号 }}"),
            ("申 请 人", "{{ 申请人姓名 }}"),
            ("被申请人", "{{ 被申请人姓名 }}"),
            ("调 解 员", "{{ 调解员 }}"),
            ("调解日期", "{{ 起始日期 }}至{{ 终止日期 }}"),
            ("办理结果", "{{ 办理结果 }}"),
            ("立 卷 人", "{{ 立卷人 }}"),
            ("立卷日期", "{{ 立卷日期 }}"),
            ("保管期限", "{{ 保管期限 }}"),
            ("卷内页数", "共 {{ 总页数 }} 页"),
        ],
        widths=(40, 116),
    )
    return sheet


def contents() -> Sheet:
    sheet = Sheet("卷内目录")
    sheet.text("卷号：{{ 卷号 }}　　案号：{{ 案号 }}", size=Pt(12), after=Pt(6))
    sheet.lines(
        "目录",
        [
            ("序号", "{{ 行.序号 }}", 18),
            ("文书名称", "{{ 行.文书 }}", 68),
            ("页次", "{{ 行.页次 }}", 26),
            ("备注", "{{ 行.备注 }}", 44),
        ],
    )
    return sheet


def statement() -> Sheet:
    sheet = Sheet("卷宗情况说明")
    sheet.facts([("卷号", "{{ 卷号 }}"), ("案号", "{{ 案号 }}"), ("卷名", "{{ 卷名 }}")])
    sheet.body(
        "本案于{{ 登记日期 }}登记，{% if 受理日期 %}{{ 受理日期 }}受理，{% endif %}办理结果为：{{ 办理结果 }}。"
    )
    sheet.mark("if 导入渠道")
    sheet.body(
        "纠纷已导入{{ 导入渠道 }}{% if 对方编号 %}，对方编号 {{ 对方编号 }}{% endif %}，本委员会不再继续调解。"
    )
    sheet.mark("endif")
    sheet.heading("需要说明的情况")
    sheet.box("（材料缺少、复印件代替原件、当事人不愿签字等情况，写在这里。没有的写“无”。）", height=80)
    sheet.sign("立卷人（签名）：", "{{ 制作日期 }}")
    return sheet


def back_cover() -> Sheet:
    sheet = Sheet("卷宗封底")
    sheet.facts(
        [
            ("卷　　号", "{{ 卷号 }}"),
            ("卷内页数", "本卷共 {{ 总页数 }} 页"),
            ("立 卷 人", "{{ 立卷人 }}"),
            ("立卷日期", "{{ 立卷日期 }}"),
            ("保管期限", "{{ 保管期限 }}"),
            ("检 查 人", ""),
            ("检查日期", ""),
        ],
        widths=(40, 116),
    )
    sheet.text("本卷情况说明", before=Pt(18), align=CENTRE)
    sheet.box("", height=70)
    return sheet
