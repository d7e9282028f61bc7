"""Pieces that many sheets share: who the parties are, and who signs."""

from docx.shared import Pt

from governance.kernel.papers import Sheet

OFFICE = "{{ 调委会 }}（印章）"
DATE_LINE = "　　　　年　　月　　日"


def parties(sheet: Sheet, *, of: str = "当事人", contact: bool = True) -> None:
    """Who they are, a line each."""
    columns = [
        ("序号", "{{ 行.序号 }}", 12),
        ("身份", "{{ 行.身份 }}{% if 行.代表 %}（{{ 行.代表 }}）{% endif %}", 22),
        ("姓名或名称", "{{ 行.姓名 }}", 28),
        ("性别", "{{ 行.性别 }}", 12),
        ("证件号码", "{{ 行.证件号码 }}", 46 if contact else 82),
    ]
    if contact:
        columns += [("电话和住址", "{{ 行.电话 }}\n{{ 行.住址 }}", 36)]
    sheet.lines(of, columns)


def claims(sheet: Sheet) -> None:
    """What each party asks for."""
    sheet.lines(
        "当事人",
        [
            ("序号", "{{ 行.序号 }}", 12),
            ("姓名或名称", "{{ 行.姓名 }}", 44),
            ("诉求金额（元）", "{{ 行.诉求金额 }}", 36),
            ("人民币大写", "{{ 行.诉求金额大写 }}", 64),
        ],
    )


def signatures(
    sheet: Sheet, *, of: str = "当事人", words: str = "签名、盖章或者按指印", lead: str = "当事人签名："
) -> None:
    """A line to sign for each. The words before it keep two tables from growing into one."""
    sheet.text(lead, indent=2, before=Pt(6)).paragraph_format.keep_with_next = True
    sheet.lines(
        of,
        [
            ("序号", "{{ 行.序号 }}", 12),
            ("身份", "{{ 行.身份 }}", 28),
            ("姓名或名称", "{{ 行.姓名 }}", 40),
            (words, "", 48),
            ("日期", "", 28),
        ],
    )


def office(sheet: Sheet, *, mediator: bool = True) -> None:
    """The mediator signs, the committee seals."""
    signs = ("调解员（签名）：",) if mediator else ()
    sheet.sign(*signs, OFFICE, "{{ 制作日期 }}")
